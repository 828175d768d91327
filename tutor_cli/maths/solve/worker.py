"""Solving in a child process that may be killed: the one place in `maths` that does more than compute.

A pool keeps a warm worker and a spare. A worker lives in its own session with limits on memory and processor time,
reads problems and writes solutions as lines of JSON, and ends when its stdin does, so it cannot outlive its parent.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import subprocess
import sys
import threading
from collections import OrderedDict
from dataclasses import replace
from time import monotonic, perf_counter
from types import TracebackType
from typing import IO, cast

from tutor_cli.errors import MissingComponentError
from tutor_cli.maths.solve import caps, codec
from tutor_cli.maths.solve.exact import TooLarge
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.refusal import refused
from tutor_cli.maths.solve.solution import Solution

TIMEOUT_S = 5.0
START_S = 20.0
MAX_ANSWER_BYTES = 4_000_000
CACHE_SIZE = 256
# Problems after which a worker makes room for a fresh one: long before its limit of processor time.
RENEWED_AFTER = 500


class _Died(Exception):
    """The worker ended, or said something that is not an answer."""


class _Late(Exception):
    """The worker did not answer in time."""


class _Worker:
    """One child process; `ready` after its first line."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tutor_cli.maths.solve.child"]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
        )
        self._input, self._output = cast("IO[bytes]", self.process.stdin), cast("IO[bytes]", self.process.stdout)
        self._ready = False
        self.asked = 0
        self._left = b""

    def ask(self, line: str, timeout_s: float) -> str:
        """Send a line and return the answer; raise _Died or _Late."""
        self.wait_until_ready()
        self.asked += 1
        try:
            self._input.write(line.encode() + b"\n")
            self._input.flush()
        except OSError as error:
            raise _Died from error
        return self._read_line(timeout_s).decode()

    def wait_until_ready(self) -> None:
        """Wait until the process has loaded what it needs; raise _Died or _Late."""
        if not self._ready:
            self._read_line(START_S)
            self._ready = True

    def _read_line(self, timeout_s: float) -> bytes:
        deadline = monotonic() + timeout_s
        with selectors.DefaultSelector() as selector:
            selector.register(self._output, selectors.EVENT_READ)
            while b"\n" not in self._left:
                if not selector.select(max(0.0, deadline - monotonic())):
                    raise _Late
                piece = os.read(self._output.fileno(), 65536)
                if not piece or len(self._left) > MAX_ANSWER_BYTES:
                    raise _Died
                self._left += piece
        line, _, self._left = self._left.partition(b"\n")
        return line

    def kill(self) -> None:
        """End the process and everything it started."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        for pipe in (self._input, self._output):
            with contextlib.suppress(OSError):
                pipe.close()


class SolverPool:
    """Solves problems in worker processes, one at a time; thread-safe, to be closed (or used in a `with` block)."""

    def __init__(self, timeout_s: float = TIMEOUT_S, *, spare: bool = True) -> None:
        self._timeout_s, self._with_spare = timeout_s, spare
        self._lock = threading.Lock()
        self._warm: _Worker | None = None
        self._spare: _Worker | None = None
        self._closed = False
        self._cache: OrderedDict[str, Solution] = OrderedDict()

    def __enter__(self) -> SolverPool:
        self.warm_up()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def warm_up(self) -> None:
        """Start the worker and the spare, without waiting for them."""
        with self._lock:
            self._fill()

    def wait_until_ready(self) -> None:
        """Wait until a worker can answer, so that the first problem does not pay for its start."""
        with self._lock, contextlib.suppress(_Died, _Late):
            self._fill().wait_until_ready()

    def solve(self, problem: Problem) -> Solution:
        """Return the solution; what takes too long or dies of its size is a solution of kind `refused`."""
        started = perf_counter()
        solution = self._solve(problem)
        return replace(solution, elapsed_ms=1000 * (perf_counter() - started))

    def _solve(self, problem: Problem) -> Solution:
        try:
            for tree in problem.expressions:
                caps.check(tree)
        except TooLarge:
            return refused(problem, "too_large")
        line = codec.dumps(problem)
        with self._lock:
            if line not in self._cache:
                self._remember(line, self._ask(line, problem))
            self._cache.move_to_end(line)
            return self._cache[line]

    def _remember(self, line: str, solution: Solution) -> None:
        self._cache[line] = solution
        if len(self._cache) > CACHE_SIZE:
            self._cache.popitem(last=False)

    def _ask(self, line: str, problem: Problem) -> Solution:
        if self._closed:
            raise MissingComponentError("solver_closed", "The solver has been closed.", "Make a new SolverPool.")
        worker = self._fill()
        try:
            answer: Solution = codec.loads(worker.ask(line, self._timeout_s))
        except (_Late, _Died) as error:
            worker.kill()
            self._warm, self._spare = self._spare, None
            self._fill()
            return refused(problem, "timed_out" if isinstance(error, _Late) else "too_large")
        return answer

    def _fill(self) -> _Worker:
        if self._warm is not None and self._warm.asked >= RENEWED_AFTER:
            self._warm.kill()
            self._warm, self._spare = self._spare, None
        self._warm = self._warm or _Worker()
        if self._with_spare:
            self._spare = self._spare or _Worker()
        return self._warm

    def processes(self) -> list[subprocess.Popen[bytes]]:
        """Return the worker processes that run: the warm one, then the spare."""
        return [worker.process for worker in (self._warm, self._spare) if worker is not None]

    def close(self) -> None:
        """End both workers; the pool cannot be used after that."""
        with self._lock:
            self._closed = True
            for worker in (self._warm, self._spare):
                if worker is not None:
                    worker.kill()
            self._warm = self._spare = None
