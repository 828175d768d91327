"""The worker processes: limits, killing, the spare, and an end with their parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import psutil
import pytest

from tutor_cli.maths.solve import SolverPool, read_problem
from tutor_cli.maths.solve.rows import from_row


@pytest.fixture(scope="module")
def pool() -> Iterator[SolverPool]:
    """Yield a pool with a short patience."""
    with SolverPool(timeout_s=1.0) as pool:
        pool.solve(read_problem("x=1"))
        yield pool


def test_a_problem_crosses_to_the_worker_and_back(pool: SolverPool) -> None:
    """The solution is the one this process would have made, and says how long it took."""
    solution = pool.solve(read_problem("x^2=4"))
    assert (solution.text, solution.verified) == ("x = −2 or x = 2", True)
    assert solution.elapsed_ms > 0


def test_the_same_problem_is_answered_from_the_cache(pool: SolverPool) -> None:
    """A problem that was solved once is not solved again: the worker may stand still."""
    problem = read_problem("x^2=9")
    first = pool.solve(problem)
    os.killpg(pool.processes()[0].pid, signal.SIGSTOP)
    again = pool.solve(problem)
    os.killpg(pool.processes()[0].pid, signal.SIGCONT)
    assert first.steps == again.steps


def test_a_hanging_worker_is_killed_and_the_spare_answers(pool: SolverPool) -> None:
    """A worker that does not answer is a refusal that can be said; the next problem is solved by the spare."""
    stuck = pool.processes()[0]
    os.killpg(stuck.pid, signal.SIGSTOP)
    solution = pool.solve(read_problem("x^2=16"))
    assert (solution.kind, solution.refusal) == ("refused", "timed_out")
    assert stuck.poll() is not None
    assert pool.solve(read_problem("x^2=25")).text == "x = −5 or x = 5"


def test_too_large_a_problem_never_reaches_the_worker() -> None:
    """What is capped is refused before a worker is even started."""
    pool = SolverPool()
    assert pool.solve(from_row({"op": "expand", "input": "(x+1)^5000 + x^(10^10)"})).refusal == "too_large"
    assert pool.processes() == []
    pool.close()


def test_the_worker_ends_when_its_parent_does() -> None:
    """A parent that is killed leaves no worker behind."""
    script = (
        "import sys, time\n"
        "from tutor_cli.maths.solve import SolverPool, read_problem\n"
        "pool = SolverPool(spare=False)\n"
        "pool.solve(read_problem('x=1'))\n"
        "print(pool.processes()[0].pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    worker = psutil.Process(int(parent.stdout.readline()))
    parent.kill()
    parent.wait()
    parent.stdout.close()
    gone, _ = psutil.wait_procs([worker], timeout=10)
    assert gone


def test_a_worker_is_renewed_before_it_grows_old(monkeypatch: pytest.MonkeyPatch) -> None:
    """After some hundred problems a fresh worker takes over, and no answer is lost."""
    monkeypatch.setattr("tutor_cli.maths.solve.worker.RENEWED_AFTER", 1)
    with SolverPool(spare=False) as pool:
        assert pool.solve(read_problem("x=1")).text == "x = 1"
        first = pool.processes()[0].pid
        assert pool.solve(read_problem("x=2")).text == "x = 2"
        assert pool.processes()[0].pid != first


def test_the_worker_has_limits() -> None:
    """Memory of one GiB, no core dumps, a session of its own."""
    with SolverPool(spare=False) as pool:
        pool.solve(read_problem("x=1"))
        worker = psutil.Process(pool.processes()[0].pid)
        if sys.platform == "linux":
            assert worker.rlimit(psutil.RLIMIT_AS)[0] == 1 << 30
        assert os.getsid(worker.pid) == worker.pid
