"""Where the weights come from, and that damaged ones are never used."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tutor_cli.errors import ConfigError, MissingComponentError
from tutor_cli.local_model.hearing.weights import SHA256, Weights, find_wheel_folder, is_genuine, locate


def fail() -> Path:
    """Download nothing."""
    raise OSError("no network")


def test_named_directory(tmp_path: Path) -> None:
    """The user's directory goes before everything."""
    (tmp_path / "model.bin").touch()
    assert locate({"TUTOR_STT_MODEL": str(tmp_path)}) == Weights(tmp_path, f"faster-whisper {tmp_path.name}")


def test_named_directory_without_a_model(tmp_path: Path) -> None:
    """A directory without a model is the user's mistake, and said so."""
    with pytest.raises(ConfigError, match=r"holds no model\.bin"):
        locate({"TUTOR_STT_MODEL": str(tmp_path)})


def test_hub_where_the_wheel_is_damaged(tmp_path: Path) -> None:
    """Files that are not the publisher's are passed over for the hub."""
    for name in SHA256:
        (tmp_path / name).write_text("damaged")
    hub = tmp_path / "hub"
    assert locate({}, lambda: tmp_path, lambda: hub).path == hub


def test_nothing_found(tmp_path: Path) -> None:
    """With no wheel and no hub the error names both and the way out."""
    with pytest.raises(MissingComponentError, match="not installed") as error:
        locate({}, lambda: None, fail)
    assert "pip install" in error.value.hint
    with pytest.raises(MissingComponentError, match="damaged"):
        locate({}, lambda: tmp_path, fail)


def test_is_genuine(tmp_path: Path) -> None:
    """Every file must be there, bit for bit."""
    (tmp_path / "a").write_bytes(b"1")
    digest = hashlib.sha256(b"1").hexdigest()
    assert is_genuine(tmp_path, {"a": digest})
    assert not is_genuine(tmp_path, {"a": hashlib.sha256(b"2").hexdigest()})
    assert not is_genuine(tmp_path, {"a": digest, "b": digest})


def test_installed_wheel_is_genuine() -> None:
    """The wheel this project depends on holds the publisher's files."""
    folder = find_wheel_folder()
    assert folder is not None
    assert is_genuine(folder)
