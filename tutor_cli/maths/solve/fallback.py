"""The last resort for an equation: a search with numbers, made exact where a simple exact number solves it."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.solve import search
from tutor_cli.maths.solve.numeric import PRECISE, Unknown
from tutor_cli.maths.solve.outcome import NoMethod, Outcome
from tutor_cli.maths.solve.truth import Truth
from tutor_cli.maths.solve.truth import statement as truth_of
from tutor_cli.maths.solve.working import Statement, Working, line_tree

# A decimal this near to a fraction with a small denominator is tried as that fraction.
NEARLY = sp.Rational(1, 10**6)
MAX_DENOMINATOR = 12
MANY = 8


def solve(statement: Statement, x: Any, work: Working) -> Outcome:
    """Return the roots a search finds, exact ones only if all are; raise NoMethod where other letters stand in it."""
    if statement.free_symbols != {x}:
        raise NoMethod
    try:
        found = search.roots_of(line_tree(statement), x.name, ("e", "pi"))
        holds = truth_of(line_tree(statement), PRECISE, ("e", "pi"))
    except Unknown as error:
        raise NoMethod from error
    if len(found) > MANY and _oscillates(statement, x):
        raise NoMethod
    exact = {root: _exact(root, holds, x) for root in found}
    if found and all(value is not None for value in exact.values()):
        roots = sorted(set(exact.values()), key=float)
        work.step("equation.by_inspection", statement, [Statement(x, root) for root in roots])
        return Outcome(sp.FiniteSet(*roots))
    decimals = sorted({_refined(statement, x, root) for root in found})
    work.step("equation.numeric", statement, [Statement(x, root, "approx") for root in decimals])
    return Outcome(sp.FiniteSet(*decimals), exact=False)


def _oscillates(statement: Statement, x: Any) -> bool:
    """Tell whether the roots may go on for ever, so that a list of them would not be all."""
    return any(node.has(x) for node in statement.difference.atoms(sp.sin, sp.cos, sp.tan))


def _exact(root: float, holds: Truth, x: Any) -> Any:
    """Return a fraction with a small denominator that solves the equation to 25 digits, or None."""
    fraction = sp.Rational(str(root)).limit_denominator(MAX_DENOMINATOR)
    if abs(fraction - sp.Rational(str(root))) > NEARLY:
        return None
    value = PRECISE.library.mpf(int(fraction.p)) / int(fraction.q)
    return fraction if holds({x.name: value}) else None


def _refined(statement: Statement, x: Any, root: float) -> Any:
    try:
        return sp.Float(sp.nsolve(statement.difference, x, root, prec=25), 20)
    except (ValueError, ZeroDivisionError):
        return sp.Float(str(root), 20)
