"""Areas under curves and between them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import mpmath
import sympy as sp

from tutor_cli.maths.expr import Evaluated, Expr, Integral, Relation
from tutor_cli.maths.solve.asked.given import Trees, X, Y, equals, function_of, left_of_zero
from tutor_cli.maths.solve.integrals.engine import antiderivative
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.working import Working, joined
from tutor_cli.maths.solve.writing import to_tree


def _between(f: Any, g: Any, x: Any, ends: list[Any], work: Working) -> Answer:
    """Return the area between two curves, cut at the ends; where one dips below the other its size counts."""
    ends = sorted(ends, key=float)
    if len(ends) < 2:
        raise NoMethod
    total = sp.Integer(0)
    shown: list[Any] = []
    for low, high in pairwise(ends):
        height = f - g
        middle = height.subs(x, (low + high) / 2)
        if middle.is_real is not True or middle == 0:
            raise NoMethod
        height = sp.expand(height if middle > 0 else -height)
        part = _piece(height, x, low, high, work)
        total, shown = total + part, [*shown, part]
    total = sp.simplify(total)
    if len(shown) > 1:
        work.note("area.add_parts", equals("A", sp.Add(*shown, evaluate=False), total))
    difference = sp.lambdify(x, sp.Abs(f - g), "mpmath")
    measured = sum(mpmath.quad(difference, [float(a), float(b)]) for a, b in pairwise(ends))
    return Answer("value", total, verified=abs(float(total) - float(measured)) < 1e-6 * (1 + abs(float(total))))


def _piece(height: Any, x: Any, low: Any, high: Any, work: Working) -> Any:
    whole = antiderivative(height, x, Working())
    value = sp.simplify(whole.subs(x, high) - whole.subs(x, low))
    ends = (to_tree(low), to_tree(high))
    work.remark("area.integral", Integral(to_tree(height), (to_tree(x),), *ends), Evaluated(to_tree(whole), *ends))
    work.remark("area.put_in", Evaluated(to_tree(whole), *ends), to_tree(value), low=low, high=high)
    return value


def _crossings(height: Any, x: Any) -> list[Any]:
    """Return where a height is zero, as exact real numbers; raise NoMethod where these are not found."""
    roots = sp.solveset(height, x, sp.S.Reals)
    if not isinstance(roots, (sp.FiniteSet, type(sp.S.EmptySet))):
        raise NoMethod
    return list(roots)


def _to_axis(trees: Trees, work: Working) -> Answer:
    x, f = function_of(trees[0])
    ends = _crossings(f, x)
    work.note("area.meets_axis", joined([equals(to_tree(x), p) for p in sorted(ends, key=float)], "and"))
    return _between(f, sp.Integer(0), x, ends, work)


def _two_curves(trees: Trees, work: Working) -> Answer:
    """Return the area two curves enclose: both as y = ..., or y^2 = 4x with an upright line."""
    upright = [tree for tree in trees if isinstance(tree, Relation) and left_of_zero(tree).free_symbols == {X}]
    if len(upright) == 1:
        other = trees[1] if trees[0] == upright[0] else trees[0]
        return _up_to_line(other, sp.solve(left_of_zero(upright[0]), X)[0], work)
    f, g = map(_branch, trees)
    ends = _crossings(f - g, X)
    if len(ends) > 1:
        work.note("area.meet", joined([equals("x", p) for p in sorted(ends, key=float)], "and"))
    return _between(f, g, X, ends, work)


def _branch(tree: Expr) -> Any:
    """Return y as a function of x; of y^2 = 4x the upper branch."""
    if not isinstance(tree, Relation):
        return function_of(tree)[1]
    branches = sp.solve(left_of_zero(tree), Y)
    real = [b for b in branches if not b.has(sp.I)]
    if not real or len(branches) > 2:
        raise NoMethod
    return max(real, key=lambda b: float(b.subs(X, sp.Rational(1, 7)))) if len(real) > 1 else real[0]


def _up_to_line(curve: Expr, end: Any, work: Working) -> Answer:
    f = left_of_zero(curve)
    if sp.degree(f, Y) != 2 or f.coeff(Y, 1) != 0:
        raise NoMethod
    upper = sp.solve(f, Y)[-1]
    upper = upper if float(upper.subs(X, end).subs(X, 1)) > 0 else -upper
    start = _crossings(f.subs(Y, 0), X)
    work.note("area.both_branches", equals("y", upper))
    half = _between(upper, sp.Integer(0), X, [*start, end], work)
    value = 2 * half.value
    work.note("area.twice", equals("A", sp.Mul(2, half.value, evaluate=False), value))
    return Answer("value", value, verified=half.verified)


AREAS: dict[str, Callable[[Trees, Working], Answer]] = {
    "area to the axis": _to_axis,
    "area between curves": _two_curves,
}
