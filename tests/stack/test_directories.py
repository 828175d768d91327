"""Directories of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from tutor_cli.errors import ConfigError
from tutor_cli.stack.directories import private_directory


def test_it_is_for_its_owner_only(tmp_path: Path) -> None:
    """A directory is made with its parents, closed to others; one that is there is taken as it is."""
    made = private_directory(tmp_path / "a" / "b")

    assert made.stat().st_mode & 0o777 == 0o700
    assert private_directory(made) == made


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    """Where it cannot be made, the way out is named."""
    (tmp_path / "file").touch()

    with pytest.raises(ConfigError, match="cannot be made") as caught:
        private_directory(tmp_path / "file" / "state")
    assert "TUTOR_HOME" in caught.value.hint
