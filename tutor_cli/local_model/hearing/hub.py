"""Weights from the model hub: a pinned revision, checked file by file."""

from __future__ import annotations

import urllib.request
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from tutor_cli.local_model.hearing.files import is_genuine

TIMEOUT_S = 5.0


def download(repository: str, revision: str, sha256: Mapping[str, str]) -> Path:
    """Return the revision from the hub's cache, else fetch it, with progress on stderr.

    Raise OSError where it cannot be had or is not genuine.
    """
    from huggingface_hub.constants import ENDPOINT
    from huggingface_hub.errors import HfHubHTTPError, LocalEntryNotFoundError

    try:
        return cached(repository, revision, sha256)
    except FileNotFoundError:
        _reach(f"{ENDPOINT}/api/models/{repository}/revision/{revision}")
    try:
        return _checked(_fetch(repository, revision, sha256)(), sha256)
    except (HfHubHTTPError, LocalEntryNotFoundError) as error:
        raise OSError(f"{repository} could not be downloaded: {type(error).__name__}") from error


def cached(repository: str, revision: str, sha256: Mapping[str, str]) -> Path:
    """Return the revision from the hub's cache on this machine.

    Raise FileNotFoundError where it is not there, OSError where it is not genuine.
    """
    from huggingface_hub.errors import LocalEntryNotFoundError

    try:
        return _checked(_fetch(repository, revision, sha256)(local_files_only=True), sha256)
    except LocalEntryNotFoundError as error:
        raise FileNotFoundError(f"{repository} is not in the cache") from error


def _fetch(repository: str, revision: str, sha256: Mapping[str, str]) -> partial[str]:
    from huggingface_hub import snapshot_download

    return partial(snapshot_download, repository, revision=revision, allow_patterns=list(sha256))


def _checked(folder: str, sha256: Mapping[str, str]) -> Path:
    if not is_genuine(Path(folder), sha256):
        raise OSError(f"the files in {folder} are damaged")
    return Path(folder)


def _reach(url: str) -> None:
    """Raise OSError at once where the hub cannot be reached: its own library retries for half a minute."""
    with urllib.request.urlopen(url, timeout=TIMEOUT_S):  # noqa: S310  # the hub's own address
        pass
