"""Solving in a child process that may be killed: the one place in `maths` that does more than compute.

A pool holds one worker, forked for it by a solver server (`host`, `server`), and gets another where that one hangs or
dies. A worker lives in its own session with limits on memory and processor time, reads problems and writes solutions
as lines of JSON, and ends when its connection does, so it cannot outlive its pool.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import threading
from collections import OrderedDict
from dataclasses import replace
from time import monotonic, perf_counter
from types import TracebackType

from tutor_cli.errors import MissingComponentError
from tutor_cli.maths.solve import caps, codec
from tutor_cli.maths.solve.exact import TooLarge
from tutor_cli.maths.solve.host import SolverHost
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
    """A worker's process, behind a connection to the server at `address`; raise OSError where there is none."""

    def __init__(self, address: str) -> None:
        self.asked = 0
        self._left = b""
        self._connection = socket.socket(socket.AF_UNIX)
        try:
            self._connection.connect(address)
            self.pid = int(self._read_line(START_S))
        except (OSError, _Died, _Late) as error:
            self._connection.close()
            raise OSError from error

    def ask(self, line: str, timeout_s: float) -> str:
        """Send a line and return the answer; raise _Died or _Late."""
        self.asked += 1
        try:
            self._connection.sendall(line.encode() + b"\n")
            return self._read_line(timeout_s).decode()
        except OSError as error:
            raise _Died from error

    def _read_line(self, timeout_s: float) -> bytes:
        deadline = monotonic() + timeout_s
        while b"\n" not in self._left:
            if not select.select([self._connection], [], [], max(0.0, deadline - monotonic()))[0]:
                raise _Late
            piece = self._connection.recv(65536)
            if not piece or len(self._left) > MAX_ANSWER_BYTES:
                raise _Died
            self._left += piece
        line, _, self._left = self._left.partition(b"\n")
        return line

    def kill(self) -> None:
        """End the process and everything it started, whatever it is doing."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        self.close()

    def close(self) -> None:
        """Let the process end: it does when its connection does."""
        self._connection.close()


class SolverPool:
    """Solves problems in a worker process, one at a time; thread-safe, to be closed (or used in a `with` block).

    `address` is that of a solver server; where none is given or it does not answer, the pool starts one of its own,
    which will `rehearse` or not (see `SolverHost`).
    """

    def __init__(self, timeout_s: float = TIMEOUT_S, address: str = "", *, rehearse: bool = False) -> None:
        self._timeout_s, self._address, self._rehearse = timeout_s, address, rehearse
        self._lock = threading.Lock()
        self._host: SolverHost | None = None
        self._worker: _Worker | None = None
        self._closed = False
        self._cache: OrderedDict[str, Solution] = OrderedDict()

    def __enter__(self) -> SolverPool:
        self.warm_up()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def warm_up(self) -> None:
        """Start the server if there is none, without waiting for it."""
        with self._lock:
            if not self._address:
                self._own_host()

    def wait_until_ready(self) -> None:
        """Wait until a worker can answer, so that the first problem does not pay for its start."""
        with self._lock, contextlib.suppress(OSError):
            self._ready_worker()

    def solve(self, problem: Problem) -> Solution:
        """Return the solution; what takes too long or dies of its size is a solution of kind `refused`.

        Raise MissingComponentError where no worker can be started, or the pool has been closed.
        """
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
        worker = self._worker_or_error()
        try:
            answer: Solution = codec.loads(worker.ask(line, self._timeout_s))
        except (_Late, _Died) as error:
            worker.kill()
            self._worker = None
            return refused(problem, "timed_out" if isinstance(error, _Late) else "too_large")
        return answer

    def _worker_or_error(self) -> _Worker:
        try:
            return self._ready_worker()
        except OSError as error:
            message = "The solver's process could not be started."
            raise MissingComponentError(
                "solver_missing", message, "Check memory and processes, then try again."
            ) from error

    def _ready_worker(self) -> _Worker:
        if self._worker is not None and self._worker.asked >= RENEWED_AFTER:
            self._worker.close()
            self._worker = None
        self._worker = self._worker or self._fork()
        return self._worker

    def _fork(self) -> _Worker:
        with contextlib.suppress(OSError):
            if self._address:
                return _Worker(self._address)
        host = self._own_host()
        host.wait_until_ready()
        return _Worker(host.address)

    def _own_host(self) -> SolverHost:
        if self._host is not None and not self._host.is_running:
            self._host.close()
            self._host = None
        self._host = self._host or SolverHost(rehearse=self._rehearse)
        return self._host

    @property
    def worker_pid(self) -> int | None:
        """The process that solves at present, if there is one."""
        return self._worker.pid if self._worker else None

    def close(self) -> None:
        """End the worker, and the server if it is the pool's own; the pool cannot be used after that."""
        with self._lock:
            self._closed = True
            if self._worker is not None:
                self._worker.close()
                self._worker = None
            if self._host is not None:
                self._host.close()
                self._host = None
