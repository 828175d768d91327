"""A command in a pseudo-terminal, as a user has it on the screen."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import termios
import threading
import time
from types import TracebackType
from typing import Self

_POLL_S = 0.05


class Terminal:
    """`tutor` with these arguments, started in a terminal of its own inside `with`; killed there if it still runs."""

    def __init__(self, *arguments: str, environment: dict[str, str]) -> None:
        # With the terminal as its own, Ctrl-C typed there reaches the command.
        self._command = ["setsid", "--ctty", sys.executable, "-m", "tutor_cli", *arguments]
        self._environment = {**os.environ, **environment}
        self._shown = bytearray()

    def __enter__(self) -> Self:
        """Start the command."""
        self._typing_end, terminal_end = pty.openpty()
        # A copy of ours keeps the terminal alive, so that it can be looked at after the command.
        self._terminal_end = terminal_end
        self._before = termios.tcgetattr(terminal_end)
        self._process = subprocess.Popen(
            self._command, env=self._environment, stdin=terminal_end, stdout=terminal_end, stderr=terminal_end
        )
        threading.Thread(target=self._read, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End what still runs."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._terminal_end)

    def _read(self) -> None:
        try:
            while piece := os.read(self._typing_end, 4096):
                self._shown += piece
        except OSError:
            # Linux tells so that the last of the other end was closed.
            return
        finally:
            os.close(self._typing_end)

    @property
    def shown(self) -> str:
        """Everything printed so far."""
        return self._shown.decode(errors="replace").replace("\r\n", "\n")

    @property
    def is_restored(self) -> bool:
        """Whether the terminal has the modes it had before the command."""
        return termios.tcgetattr(self._terminal_end) == self._before

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._typing_end, keys.encode())

    def wait_for(self, text: str, timeout_s: float) -> None:
        """Wait until this is shown, or fail with what is."""
        deadline = time.monotonic() + timeout_s
        while text not in self.shown:
            assert time.monotonic() < deadline, f"{text!r} was not shown within {timeout_s} s:\n{self.shown}"
            assert self._process.poll() is None, f"the command ended before {text!r} was shown:\n{self.shown}"
            time.sleep(_POLL_S)

    def wait(self, timeout_s: float) -> int:
        """Wait for the end and return the exit code."""
        return self._process.wait(timeout_s)
