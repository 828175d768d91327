"""The last resort for an equation: SymPy's solution set, checked like any other, else decimals."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.solve import search
from tutor_cli.maths.solve.outcome import NoMethod, Outcome
from tutor_cli.maths.solve.working import Statement, Working, line_tree

_KNOWN = (sp.FiniteSet, sp.Interval, sp.Union, sp.ImageSet)


def solve(statement: Statement, x: Any, work: Working) -> Outcome:
    """Return the solution set, or decimal roots where there is no exact one; raise NoMethod where nothing is found."""
    try:
        solutions = sp.solveset(statement.difference, x, sp.S.Reals)
    except (NotImplementedError, ValueError, TypeError):
        solutions = None
    if solutions is sp.S.EmptySet or (isinstance(solutions, _KNOWN) and _plain(solutions)):
        work.step("equation.solution_set", statement, _shown(solutions, x))
        return Outcome(solutions)
    if statement.free_symbols != {x}:
        raise NoMethod
    roots = _decimals(statement, x)
    work.step("equation.numeric", statement, [Statement(x, root, "approx") for root in roots])
    return Outcome(sp.FiniteSet(*roots), exact=False)


def _plain(solutions: Any) -> bool:
    return not solutions.has(sp.ConditionSet, sp.Intersection, sp.Complement, sp.LambertW, sp.CRootOf)


def _shown(solutions: Any, x: Any) -> Any:
    from tutor_cli.maths.solve.sets import answer_tree

    return answer_tree(solutions, x)


def _decimals(statement: Statement, x: Any) -> list[Any]:
    found = search.roots_of(line_tree(statement), x.name, ("e", "pi"))
    return [sp.Float(str(_refined(statement, x, root)), 20) for root in found]


def _refined(statement: Statement, x: Any, root: float) -> Any:
    try:
        return sp.nsolve(statement.difference, x, root, prec=25)
    except (ValueError, ZeroDivisionError):
        return root
