"""The worker processes: limits, killing, the server they are forked from, and an end with their parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tutor_cli.maths.solve import SolverHost, SolverPool, read_problem, solve
from tutor_cli.maths.solve.rows import from_row
from tutor_cli.maths.solve.server import REHEARSALS


def _worker(pool: SolverPool) -> int:
    assert pool.worker_pid is not None
    return pool.worker_pid


@pytest.fixture(scope="module")
def host() -> Iterator[SolverHost]:
    """Yield a server that can be connected to."""
    with SolverHost() as host:
        host.wait_until_ready()
        yield host


@pytest.fixture(scope="module")
def pool(host: SolverHost) -> Iterator[SolverPool]:
    """Yield a pool with a short patience."""
    with SolverPool(timeout_s=1.0, address=host.address) as pool:
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
    os.killpg(_worker(pool), signal.SIGSTOP)
    again = pool.solve(problem)
    os.killpg(_worker(pool), signal.SIGCONT)
    assert first.steps == again.steps


def test_a_hanging_worker_is_killed_and_another_answers(pool: SolverPool) -> None:
    """A worker that does not answer is a refusal that can be said; the next problem is solved by a fresh one."""
    stuck = psutil.Process(_worker(pool))
    os.killpg(stuck.pid, signal.SIGSTOP)
    solution = pool.solve(read_problem("x^2=16"))
    assert (solution.kind, solution.refusal) == ("refused", "timed_out")
    assert not psutil.wait_procs([stuck], timeout=10)[1]
    assert pool.solve(read_problem("x^2=25")).text == "x = −5 or x = 5"


def test_pools_share_a_server(host: SolverHost) -> None:
    """Two pools at one address have a worker each, and neither starts a server of its own."""
    with SolverPool(address=host.address) as first, SolverPool(address=host.address) as second:
        assert first.solve(read_problem("x=1")).text == second.solve(read_problem("x=1")).text == "x = 1"
        parents = {psutil.Process(_worker(pool)).ppid() for pool in (first, second)}
        assert len(parents) == 1
        assert _worker(first) != _worker(second)


def test_a_closed_server_leaves_nothing() -> None:
    """Closing the host ends its workers and removes the socket."""
    with SolverHost() as host, SolverPool(address=host.address) as pool:
        host.wait_until_ready()
        pool.solve(read_problem("x=1"))
        worker = psutil.Process(_worker(pool))
        host.close()
    assert not psutil.wait_procs([worker], timeout=10)[1]
    assert not Path(host.address).parent.exists()


def test_every_rehearsal_can_be_solved() -> None:
    """The server rehearses with problems that it understands."""
    assert [text for text in REHEARSALS if solve(read_problem(text)).kind == "refused"] == []


def test_too_large_a_problem_never_reaches_the_worker() -> None:
    """What is capped is refused before a worker is even started."""
    pool = SolverPool()
    assert pool.solve(from_row({"op": "expand", "input": "(x+1)^5000 + x^(10^10)"})).refusal == "too_large"
    assert pool.worker_pid is None
    pool.close()


def test_the_worker_ends_when_its_parent_does(tmp_path: Path) -> None:
    """Where no server is to be found a pool has one of its own; a parent that is killed leaves no worker behind."""
    script = (
        "import sys, time\n"
        "from tutor_cli.maths.solve import SolverPool, read_problem\n"
        "pool = SolverPool(address=sys.argv[1])\n"
        "print(pool.solve(read_problem('x=1')).text, flush=True)\n"
        "print(pool.worker_pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "gone")]
    parent = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    assert parent.stdout.readline() == "x = 1\n"
    worker = psutil.Process(int(parent.stdout.readline()))
    parent.kill()
    parent.wait()
    parent.stdout.close()
    gone, _ = psutil.wait_procs([worker], timeout=10)
    assert gone


def test_a_worker_is_renewed_before_it_grows_old(host: SolverHost, monkeypatch: pytest.MonkeyPatch) -> None:
    """After some hundred problems a fresh worker takes over, and no answer is lost."""
    monkeypatch.setattr("tutor_cli.maths.solve.worker.RENEWED_AFTER", 1)
    with SolverPool(address=host.address) as pool:
        assert pool.solve(read_problem("x=1")).text == "x = 1"
        first = _worker(pool)
        assert pool.solve(read_problem("x=2")).text == "x = 2"
        assert _worker(pool) != first


def test_the_worker_has_limits(host: SolverHost) -> None:
    """Memory of one GiB, no core dumps, a session of its own."""
    with SolverPool(address=host.address) as pool:
        pool.solve(read_problem("x=1"))
        worker = psutil.Process(_worker(pool))
        if sys.platform == "linux":
            assert worker.rlimit(psutil.RLIMIT_AS)[0] == 1 << 30
        assert os.getsid(worker.pid) == worker.pid
