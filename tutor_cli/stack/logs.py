"""Where child processes write what they have to say: one directory a run, the last runs kept."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tutor_cli.printable import printable
from tutor_cli.stack.directories import private_directory

if TYPE_CHECKING:
    from tutor_cli.settings import Home

KEPT_RUNS = 10
# Only this much of a log's end is read to quote it.
TAIL_BYTES = 4096


class RunLogs:
    """The logs of one run; its directory, readable by its owner only, appears with the first log."""

    def __init__(self, home: Home) -> None:
        self._logs = home.logs
        self._run: Path | None = None

    def path(self, name: str) -> Path:
        """Return where the child process of this name writes."""
        if self._run is None:
            self._run = self._new_run()
        return self._run / f"{name}.log"

    def _new_run(self) -> Path:
        for old in sorted(private_directory(self._logs).iterdir())[: -(KEPT_RUNS - 1)]:
            shutil.rmtree(old, ignore_errors=True)
        return private_directory(self._logs / f"{datetime.now(UTC):%Y%m%dT%H%M%S.%f}-{os.getpid()}")


def tail(log: Path, lines: int = 1) -> str:
    """Return the last lines of a log that say something, safe to print and on one line; empty where there are none."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, log.stat().st_size - TAIL_BYTES))
            text = file.read().decode("utf-8", "replace")
    except OSError:
        return ""
    said = [printable(line.strip()) for line in text.splitlines() if line.strip()]
    return " | ".join(said[-lines:])
