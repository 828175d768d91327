"""Files of a model: whether they are the publisher's, and one model made of the parts of several wheels."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path


def is_genuine(folder: Path, sha256: Mapping[str, str]) -> bool:
    """Tell whether every file of the model is there, bit for bit the publisher's."""
    files = [folder / name for name in sha256]
    return all(file.is_file() and _digest(file) == sha256[file.name] for file in files)


def joined(folders: Sequence[Path], sha256: Mapping[str, str], target: Path) -> Path | None:
    """Return `target` with the files of the folders in it, parts joined; None where they are not genuine.

    It is made once: beside the target first and then renamed, so that nobody ever sees half a model.
    """
    if is_genuine(target, sha256):
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=target.name) as scratch:
        made = Path(scratch) / "model"
        made.mkdir()
        for name in sha256:
            _join(_parts(folders, name), made / name)
        if not is_genuine(made, sha256):
            return None
        shutil.rmtree(target, ignore_errors=True)
        try:
            made.rename(target)
        except OSError:  # another process was quicker
            return target if is_genuine(target, sha256) else None
    return target


def _parts(folders: Sequence[Path], name: str) -> list[Path]:
    """Return the whole file where a folder has it, else its parts `name.part1`, `name.part2` in order."""
    whole = [folder / name for folder in folders if (folder / name).is_file()]
    return whole[:1] or sorted(part for folder in folders for part in folder.glob(f"{name}.part*"))


def _join(parts: Sequence[Path], target: Path) -> None:
    with target.open("wb") as output:
        for part in parts:
            with part.open("rb") as source:
                shutil.copyfileobj(source, output)


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
