"""The solver of an agent's process, asked without blocking the event loop."""

from __future__ import annotations

import asyncio
import os
from dataclasses import replace
from types import TracebackType
from typing import Self

from tutor_cli.errors import MathsError
from tutor_cli.maths.solve import Solution, SolverPool, read_problem, refusal
from tutor_cli.maths.solve.common_logs import as_answered
from tutor_cli.maths.solve.verdict import Verdict, check

SOLVER_ADDRESS = "TUTOR_SOLVER"
"""Names the solver server of the worker, so that its jobs need not load SymPy each for itself."""

# Problems that between them come past every reader: each loads its tables when the first such text comes.
_REHEARSED = (
    "what is x if two x plus five equals nine",
    "What is the square root of 144?",
    "Solve x squared plus five x plus six equals zero.",
    "24 aur 36 ka HCF nikalo",
)


def rehearse_reading() -> None:
    """Load what reading a problem takes."""
    for problem in _REHEARSED:
        read_problem(problem)


class Solver:
    """Solves and checks in a worker process, made ready at once and ended by `close`; `rehearse` as in `SolverHost`."""

    def __init__(self, *, rehearse: bool = True) -> None:
        self._pool = SolverPool(address=os.environ.get(SOLVER_ADDRESS, ""), rehearse=rehearse)
        self._pool.warm_up()

    def wait_until_ready(self) -> None:
        """Wait until the worker process can answer; may block for a second."""
        self._pool.wait_until_ready()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the worker processes."""
        self._pool.close()

    async def solve(self, text: str, method: str = "") -> Solution:
        """Return the solution of a problem in typed maths, LaTeX or words; a refusal where it cannot be read."""
        return await asyncio.to_thread(self._solve, text, method)

    def _solve(self, text: str, method: str) -> Solution:
        try:
            problem = read_problem(text)
        except MathsError as error:
            return refusal.unreadable(error, text)
        return self._pool.solve(replace(problem, method=method or problem.method))

    async def check(self, problem: str, answer: str, language: str) -> tuple[Verdict, Solution | None]:
        """Return how a pupil's answer compares with the right one, and the solution; None of what cannot be read."""
        return await asyncio.to_thread(self._check, problem, answer, language)

    def _check(self, text: str, answer: str, language: str) -> tuple[Verdict, Solution | None]:
        try:
            problem = read_problem(text)
        except MathsError as error:
            return Verdict("not_understood", error.message), None
        problem = as_answered(problem, answer)
        solution = self._pool.solve(problem)
        return check(problem, answer, solution, language), solution
