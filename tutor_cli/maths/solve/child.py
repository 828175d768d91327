"""The worker process of `worker.SolverPool`: `python -m tutor_cli.maths.solve.child`."""

from __future__ import annotations

import resource
import sys

MEMORY_BYTES = 1 << 30
# Of processor time, over the life of a worker: far more than honest lessons need.
CPU_S = 1800


def limit() -> None:
    """Set the limits of this process; macOS does not enforce the one on memory."""
    for kind, value in ((resource.RLIMIT_AS, MEMORY_BYTES), (resource.RLIMIT_CPU, CPU_S), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def main() -> None:
    """Answer one problem a line until stdin ends; the first line written says that the worker is ready."""
    limit()
    from tutor_cli.maths.solve import codec
    from tutor_cli.maths.solve.engine import solve, warm_up

    warm_up()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        sys.stdout.write(codec.dumps(solve(codec.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
