"""`tutor replay` keeps no lessons of its own accord."""

from __future__ import annotations

from pathlib import Path

from tutor_cli.cli.replay import without_store
from tutor_cli.settings import load


def test_recordings_are_no_lessons(tmp_path: Path) -> None:
    """What is played for a test does not get into a student's history, unless that is asked for."""
    environment = {"HOME": str(tmp_path)}

    assert without_store(load({}, environment, tmp_path)).database() == ""
    assert without_store(load({"store": True}, environment, tmp_path)).database().endswith("tutor.db")
    assert without_store(load({}, {**environment, "TUTOR_STORE": "on"}, tmp_path)).database().endswith("tutor.db")
