"""A worker of `SolverPool`: answers problems over one connection, within limits, until the connection ends."""

from __future__ import annotations

import os
import resource
import socket

from tutor_cli.maths.solve import codec
from tutor_cli.maths.solve.engine import solve, warm_up

MEMORY_BYTES = 1 << 30
# Of processor time, over the life of a worker: far more than honest lessons need.
CPU_S = 1800


def limit() -> None:
    """Set the limits of this process; macOS does not enforce the one on memory."""
    for kind, value in ((resource.RLIMIT_AS, MEMORY_BYTES), (resource.RLIMIT_CPU, CPU_S), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def serve(connection: socket.socket, *, rehearse: bool) -> None:
    """Say the number of this process, then answer one problem a line; `rehearse` first where there is time for it."""
    os.setsid()
    limit()
    with connection, connection.makefile("rw", encoding="utf-8") as lines:
        lines.write(f"{os.getpid()}\n")
        lines.flush()
        if rehearse:
            # What was forked is copied page by page at first use: better now than at the first problem.
            warm_up()
        for line in lines:
            lines.write(codec.dumps(solve(codec.loads(line))) + "\n")
            lines.flush()
