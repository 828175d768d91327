"""The owner of a solver server: starts the process workers are forked from, and ends it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import IO, Self, cast

REHEARSE = "--rehearse"


class SolverHost:
    """A solver server in a child process, started at once; `address` is what a `SolverPool` connects to.

    With `rehearse` it solves in its idle time what pupils ask most: worth it for a conversation, not for one problem.
    The server ends when it is closed, or when this process dies in any way.
    """

    def __init__(self, *, rehearse: bool = False) -> None:
        self._directory = Path(tempfile.mkdtemp(prefix="tutor-"))
        self.address = str(self._directory / "solver")
        command = [sys.executable, "-P", "-m", "tutor_cli.maths.solve.server", self.address]
        command += [REHEARSE] if rehearse else []
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
        )
        self._ready = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    @property
    def is_running(self) -> bool:
        """Whether the server's process is alive."""
        return self._process.poll() is None

    def wait_until_ready(self) -> None:
        """Wait until the server can be connected to, or has ended."""
        if not self._ready:
            self._ready = bool(cast("IO[bytes]", self._process.stdout).readline())

    def close(self) -> None:
        """End the server and every worker it has forked."""
        for pipe in (self._process.stdin, self._process.stdout):
            cast("IO[bytes]", pipe).close()
        self._process.wait()
        shutil.rmtree(self._directory, ignore_errors=True)
