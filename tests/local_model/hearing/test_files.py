"""Model files are the publisher's, bit for bit, or not used."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tutor_cli.local_model.hearing.files import is_genuine, joined

SHA256 = {"config": hashlib.sha256(b"c").hexdigest(), "model.bin": hashlib.sha256(b"firstsecond").hexdigest()}


def halves(root: Path, second: bytes = b"second") -> list[Path]:
    """Return two folders that hold a model between them."""
    folders = [root / "one", root / "two"]
    for folder in folders:
        folder.mkdir()
    (folders[0] / "config").write_bytes(b"c")
    (folders[0] / "model.bin.part1").write_bytes(b"first")
    (folders[1] / "model.bin.part2").write_bytes(second)
    return folders


def test_is_genuine(tmp_path: Path) -> None:
    """Every file must be there, bit for bit."""
    (tmp_path / "config").write_bytes(b"c")
    assert is_genuine(tmp_path, {"config": SHA256["config"]})
    assert not is_genuine(tmp_path, {"config": SHA256["model.bin"]})
    assert not is_genuine(tmp_path, SHA256)


def test_parts_are_joined_once(tmp_path: Path) -> None:
    """What is there already and genuine is not made again; what is damaged is."""
    folders, target = halves(tmp_path), tmp_path / "cache" / "model"
    assert joined(folders, SHA256, target) == target
    assert joined([], SHA256, target) == target
    (target / "config").write_bytes(b"damaged")
    assert joined(folders, SHA256, target) == target
    assert is_genuine(target, SHA256)


def test_damaged_parts_leave_nothing(tmp_path: Path) -> None:
    """Half a model is never put where a whole one is looked for."""
    target = tmp_path / "cache" / "model"
    assert joined(halves(tmp_path, b"damaged"), SHA256, target) is None
    assert list(target.parent.iterdir()) == []
