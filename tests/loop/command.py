"""The command line as a user runs it: a process of its own, its output and its exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

RECORDINGS = Path(__file__).parents[2] / "recordings"


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
