"""Logs of child processes."""

from __future__ import annotations

from pathlib import Path

from tutor_cli.settings import Home
from tutor_cli.stack.logs import KEPT_RUNS, RunLogs, tail


def test_a_run_has_a_directory_of_its_own(tmp_path: Path) -> None:
    """The logs of a run lie together, for their owner's eyes only; a run that logs nothing leaves nothing."""
    logs = RunLogs(Home(tmp_path))
    assert not (tmp_path / "logs").exists()

    first, second = logs.path("worker"), logs.path("model")
    assert first.parent == second.parent
    assert first.parent.stat().st_mode & 0o777 == 0o700


def test_the_last_runs_are_kept(tmp_path: Path) -> None:
    """The oldest runs go, the newest stay."""
    runs = [RunLogs(Home(tmp_path)).path("worker").parent for _ in range(KEPT_RUNS + 3)]

    assert sorted((tmp_path / "logs").iterdir()) == runs[3:]


def test_the_tail_is_one_safe_line(tmp_path: Path) -> None:
    """What a log said last is quoted without blank lines and without terminal control."""
    log = tmp_path / "log"
    log.write_bytes(b"first\n" * 2000 + b"\n second \n\x1b[2Jthird \xff\n\n")

    assert tail(log, lines=2) == "second | �[2Jthird �"


def test_no_log_no_tail(tmp_path: Path) -> None:
    """A log that was never written says nothing."""
    assert tail(tmp_path / "none") == ""
