"""Step-by-step solving over SymPy: every step says why, and every answer is checked by a second way.

    read_problem("solve x^2 = 4")     what was asked, from typed maths, LaTeX or words
    solve(problem)                    the worked solution, in this process
    SolverPool().solve(problem)       the same in a worker process with limits, as the tutor does it
    check(problem, answer)            how a student's answer differs from the right one

Importing this package is light; SymPy is loaded when the first problem is solved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor_cli.maths.solve.host import SolverHost
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.solution import Rejected, Solution, Step
from tutor_cli.maths.solve.texts import reason
from tutor_cli.maths.solve.worker import SolverPool

if TYPE_CHECKING:
    from tutor_cli.maths.expr import Expr
    from tutor_cli.maths.solve.verdict import Verdict

__all__ = [
    "Problem",
    "Rejected",
    "Solution",
    "SolverHost",
    "SolverPool",
    "Step",
    "check",
    "equivalent",
    "read_problem",
    "reason",
    "solve",
]


def solve(problem: Problem) -> Solution:
    """Return the worked solution; what is too large or not known is a solution of kind `refused`."""
    from tutor_cli.maths.solve.engine import solve as in_process

    return in_process(problem)


def read_problem(text: str, language: str = "auto") -> Problem:
    """Return what a student asks, typed or said in English, Hindi or Hinglish; raise MathsError where it is unclear."""
    from tutor_cli.maths.solve.reading import read_problem as read

    problem: Problem = read(text, language)
    return problem


def check(problem: Problem, answer: Expr | str) -> Verdict:
    """Return how an answer compares with the right one."""
    from tutor_cli.maths.solve.verdict import check as compare

    return compare(problem, answer)


def equivalent(first: Expr, second: Expr) -> bool:
    """Tell whether two formulas mean the same."""
    from tutor_cli.maths.solve.equivalence import equivalent as compare

    return compare(first, second)
