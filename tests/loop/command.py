"""The command line: as a user runs it, in a process of its own, or inside the test process, where it starts at once."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest
from typer.testing import CliRunner

from tutor_cli.cli.main import app

RECORDINGS = Path(__file__).parents[2] / "recordings"

warm_tutor = [
    pytest.mark.room,
    pytest.mark.speech,
    # The first of them waits until the tutor is up, too.
    pytest.mark.timeout(240),
    pytest.mark.usefixtures("warm"),
    # google-genai warns of what the plugin does.
    pytest.mark.filterwarnings("ignore:Setting `LiveConnectConfig:DeprecationWarning"),
]
"""The marks of tests with the tutor that is up, in a room or in the test process."""


@dataclass(frozen=True)
class Finished:
    """What a command left behind."""

    exit_code: int
    stdout: str
    stderr: str

    @property
    def document(self) -> dict[str, Any]:
        """The JSON document on stdout."""
        document: dict[str, Any] = json.loads(self.stdout)
        return document

    @property
    def data(self) -> dict[str, Any]:
        """What the command achieved, of a `--json` run."""
        data: dict[str, Any] = self.document["data"]
        return data


def tutor(*arguments: str | Path, timeout_s: float = 100, stdin: str = "") -> Finished:
    """Run `tutor` with the environment of the test and return how it ended."""
    command = [sys.executable, "-m", "tutor_cli", *map(str, arguments)]
    finished = subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=timeout_s)
    return Finished(finished.returncode, finished.stdout, finished.stderr)


def tutor_here(*arguments: str | Path, stdin: str = "") -> Finished:
    """Run `tutor` inside the test process, which imports what it needs only once, and return how it ended."""
    result = CliRunner().invoke(app, [*map(str, arguments)], input=stdin)
    return Finished(result.exit_code, result.stdout, result.stderr)


def left_behind(before: set[int]) -> list[str]:
    """Return the processes of this test's home that were not there before."""
    home = str(Path.home())
    found = []
    for process in psutil.process_iter():
        try:
            if process.pid not in before and process.environ().get("HOME") == home:
                found.append(" ".join(process.cmdline()))
        except psutil.Error:
            continue
    return found
