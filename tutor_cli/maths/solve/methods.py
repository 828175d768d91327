"""Which method solves an equation in one unknown: the first whose test the equation passes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.solve import (
    absolute,
    arcs,
    exponential,
    fallback,
    families,
    logarithmic,
    polynomial,
    radical,
    rational,
    trigonometric,
)
from tutor_cli.maths.solve.outcome import NoMethod, Outcome
from tutor_cli.maths.solve.working import Statement, Working

Test = Callable[[Any, Any], bool]
Method = Callable[[Statement, Any, Working, str], Outcome]


def _is_polynomial(f: Any, x: Any) -> bool:
    return bool(f.is_polynomial(x))


def _is_rational(f: Any, x: Any) -> bool:
    return bool(f.is_rational_function(x))


def _has_bars(f: Any, x: Any) -> bool:
    return any(node.has(x) for node in f.atoms(sp.Abs))


def _has_roots(f: Any, x: Any) -> bool:
    return bool(radical.roots_in(f, x)) and not _has(f, x, *_TRANSCENDENTAL)


def _has_powers(f: Any, x: Any) -> bool:
    return bool(exponential.powers_in(f, x)) and not _has(f, x, sp.log, *_TRIGONOMETRIC)


def _has_logarithms(f: Any, x: Any) -> bool:
    return _has(f, x, sp.log) and not _has(f, x, sp.exp, *_TRIGONOMETRIC)


def _has_angles(f: Any, x: Any) -> bool:
    return _has(f, x, *_TRIGONOMETRIC)


_TRIGONOMETRIC = (sp.sin, sp.cos, sp.tan, sp.cot, sp.sec, sp.csc)
_TRANSCENDENTAL = (sp.log, sp.exp, *_TRIGONOMETRIC)


def _has(f: Any, x: Any, *kinds: Any) -> bool:
    return any(node.has(x) for node in f.atoms(*kinds))


def _is_product(f: Any, x: Any) -> bool:
    factors = sp.factor(f).args if sp.factor(f).is_Mul else ()
    return sum(factor.has(x) for factor in factors) > 1 and not f.is_rational_function(x)


def _product(statement: Statement, x: Any, work: Working, method: str) -> Outcome:
    """Solve a product that is 0 factor by factor."""
    product = Statement(sp.factor(statement.difference), sp.Integer(0))
    work.step("equation.factor", statement, product)
    cases = [Statement(factor, sp.Integer(0)) for factor in product.left.args if factor.has(x)]
    work.step("equation.zero_product", product, cases, may_add=True)
    parts = [solve(case, x, work, method) for case in cases]
    if not all(part.exact for part in parts):
        raise NoMethod
    return Outcome(_union([part.solutions for part in parts]))


def _union(parts: list[Any]) -> Any:
    """Join finite sets, or families with the single points they hold already."""
    repeating = [item for part in parts for item in families.from_set(part) or []]
    points = {point for part in parts if part.is_FiniteSet for point in part}
    if not repeating:
        return sp.FiniteSet(*points)
    if not all(any(item.holds(point) for item in repeating) for point in points):
        raise NoMethod
    return families.as_set(families.merged(repeating))


def _has_arcs(f: Any, x: Any) -> bool:
    return _has(f, x, *arcs.RANGES)


METHODS: list[tuple[Test, Method]] = [
    (_is_polynomial, polynomial.solve),
    (_is_rational, rational.solve),
    (_has_arcs, arcs.solve),
    (_has_bars, absolute.solve),
    (_has_roots, radical.solve),
    (_has_powers, exponential.solve),
    (_has_logarithms, logarithmic.solve),
    (_has_angles, trigonometric.solve),
    (_is_product, _product),
]


def solve(statement: Statement, x: Any, work: Working, method: str = "") -> Outcome:
    """Solve with the first method that applies; what a method that gives up had written is taken back."""
    difference = statement.difference
    for applies, attempt in METHODS:
        if applies(difference, x):
            written = len(work.steps)
            try:
                return attempt(statement, x, work, method)
            except NoMethod:
                del work.steps[written:]
    return fallback.solve(statement, x, work)
