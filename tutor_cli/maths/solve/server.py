"""The process workers are forked from: `python -m tutor_cli.maths.solve.server SOCKET`, as `host.SolverHost` runs it.

SymPy takes more than a second to load; a process that has loaded it forks a worker for each connection in
milliseconds, and what it has learned in its idle time (with `--rehearse`) every later worker knows. It ends when its
stdin does, and takes its workers and the socket's directory with it.
"""

from __future__ import annotations

import contextlib
import gc
import os
import select
import shutil
import signal
import socket
import sys
from pathlib import Path

from tutor_cli.maths.solve import read_problem
from tutor_cli.maths.solve.child import serve
from tutor_cli.maths.solve.engine import solve, warm_up
from tutor_cli.maths.solve.host import REHEARSE

# One of each kind that pupils ask most: SymPy and our own tables are slow the first time they meet one.
REHEARSALS = (
    "5x + 4 = 19",
    "x^2 - 7x + 12 = 0",
    "5/6 + 1/4",
    "15% of 80",
    "sqrt(50)",
    "differentiate x^2 sin x",
    "integrate x cos x",
    "factor x^2 - 9",
    "expand (x + 2)(x - 5)",
    "2x + 5 <= 9",
    "x + y = 7 and x - y = 1",
    "sin x = 1/2",
    "2^x = 8",
    "limit of sin(x)/x as x approaches 0",
    "simplify (x^2 - 4)/(x - 2)",
)


class Server:
    """Forks a worker for every connection; where it is to `rehearse`, it does so while nobody asks."""

    def __init__(self, path: Path, *, rehearse: bool) -> None:
        self._path = path
        self._rehearse = rehearse
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(path))
        self._listener.listen()
        self._rehearsals = list(REHEARSALS if rehearse else ())
        self._workers: set[int] = set()

    def run(self) -> None:
        """Serve until stdin ends."""
        stdin = sys.stdin.fileno()
        while True:
            ready, _, _ = select.select([stdin, self._listener], [], [], 0 if self._rehearsals else None)
            if self._listener in ready:
                self._fork()
            elif stdin in ready:
                return
            elif self._rehearsals:
                solve(read_problem(self._rehearsals.pop(0)))

    def close(self) -> None:
        """End the workers and remove the socket with its directory."""
        for worker in self._workers:
            with contextlib.suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)
        shutil.rmtree(self._path.parent, ignore_errors=True)

    def _fork(self) -> None:
        connection, _ = self._listener.accept()
        worker = os.fork()
        if worker == 0:
            self._become_worker(connection)
        connection.close()
        self._workers.add(worker)

    def _become_worker(self, connection: socket.socket) -> None:
        try:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            self._listener.close()
            serve(connection, rehearse=self._rehearse)
        finally:
            os._exit(0)

    def reap(self) -> None:
        """Forget the workers that have ended."""
        self._workers -= {worker for worker in self._workers if os.waitpid(worker, os.WNOHANG)[0]}


def main() -> None:
    """Serve on the socket named on the command line; the line written first says that it can be connected to."""
    for ignored in (signal.SIGINT, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    warm_up()
    server = Server(Path(sys.argv[1]), rehearse=REHEARSE in sys.argv[2:])
    signal.signal(signal.SIGCHLD, lambda _number, _frame: server.reap())
    gc.freeze()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    try:
        server.run()
    finally:
        server.close()


if __name__ == "__main__":
    main()
