"""Extreme values, tangents and normals of curves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Expr, Number, Prime, Relation, Symbol, Text
from tutor_cli.maths.solve import equation
from tutor_cli.maths.solve.asked.given import (
    CONSTANTS,
    Trees,
    X,
    Y,
    body_of,
    equals,
    function_of,
    left_of_zero,
    point_of,
    point_tree,
    told,
    value_of,
)
from tutor_cli.maths.solve.interval import to_set
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.substitution import substituted
from tutor_cli.maths.solve.working import Statement, Working, joined, line_tree
from tutor_cli.maths.solve.writing import to_tree

# f'', the second derivative.
_SECOND = Prime(Symbol("f"), 2)

# --- extreme values ------------------------------------------------------------------------------------------------


def _critical(f: Any, x: Any, work: Working) -> list[Any]:
    """Return where the derivative is zero, in order; raise NoMethod where these are not a few numbers."""
    slope = sp.factor(sp.diff(f, x))
    if slope.is_number:
        raise NoMethod
    work.note("curve.derivative_zero", Relation((to_tree(sp.expand(slope)), Number("0")), ("=",)))
    found = equation.solve(Relation((to_tree(slope), Number("0")), ("=",)), str(x), CONSTANTS, work)
    if not isinstance(found.value, (sp.FiniteSet, type(sp.S.EmptySet))):
        raise NoMethod
    return sorted(found.value, key=float)


def _bend(f: Any, x: Any, point: Any) -> int:
    """Return 1 where a curve has a minimum, -1 where it has a maximum, 0 where it has neither."""
    for order in range(2, 9):
        value = sp.simplify(sp.diff(f, x, order).subs(x, point))
        if value != 0:
            return 0 if order % 2 else (1 if value > 0 else -1)
    raise NoMethod


def _extremes(trees: Trees, work: Working, kinds: dict[int, str]) -> Answer:
    """Return the highest and lowest points of a curve that are asked for, each with its value."""
    tree = body_of(trees[0])
    x, f = function_of(trees[0])
    bends = [(point, _bend(f, x, point)) for point in _critical(f, x, work)]
    found: list[tuple[Any, Any, int]] = []
    for point, bend in bends:
        if bend in kinds:
            second = sp.simplify(sp.diff(f, x, 2).subs(x, point))
            work.note(
                "curve.is_maximum" if bend < 0 else "curve.is_minimum",
                equals(_SECOND, second),
                point=Statement(x, point),
            )
            value = sp.radsimp(sp.simplify(f.subs(x, point)))
            work.remark("curve.value_there", substituted(tree, str(x), point), to_tree(value))
            found.append((point, value, bend))
    if not found:
        work.note("curve.no_extreme", to_tree(f))
        missing = f"no {next(iter(kinds.values()))}" if len(kinds) == 1 else "no turning point"
        return Answer("value", None, Text(missing), verified=True)
    lines = [told(f"{kinds[bend]} ", value, " at ", line_tree(Statement(x, point))) for point, value, bend in found]
    near = all(_is_extreme(f, x, point, bend) for point, _, bend in found)
    values = [value for _, value, _ in found]
    return Answer("set", sp.FiniteSet(sp.Tuple(*values)), joined(lines, "and"), verified=near)


def _is_extreme(f: Any, x: Any, point: Any, bend: int) -> bool:
    here, near = float(f.subs(x, point)), 1e-3
    return all(bend * (float(f.subs(x, float(point) + d)) - here) >= 0 for d in (-near, near))


def _absolute(trees: Trees, work: Working) -> Answer:
    """Return the greatest and least value on a closed interval."""
    x, f = function_of(trees[0])
    home = to_set(trees[1], CONSTANTS)
    if not isinstance(home, sp.Interval) or not home.is_closed:
        raise NoMethod
    inside = [point for point in _critical(f, x, work) if home.contains(point) == sp.true]
    points = [home.start, *inside, home.end]
    values = {point: f.subs(x, point) for point in points}
    for point, value in values.items():
        work.note(
            "curve.value_at", equals(substituted(body_of(trees[0]), str(x), point), value), point=Statement(x, point)
        )
    top, bottom = max(points, key=lambda p: float(values[p])), min(points, key=lambda p: float(values[p]))
    tree = joined(
        [
            told(f"{name} ", values[p], " at ", line_tree(Statement(x, p)))
            for name, p in (("maximum", top), ("minimum", bottom))
        ],
        "and",
    )
    return Answer("set", sp.FiniteSet(sp.Tuple(values[top], values[bottom])), tree, verified=True)


def _critical_points(trees: Trees, work: Working) -> Answer:
    x, f = function_of(trees[0])
    points = _critical(f, x, work)
    return Answer("set", sp.FiniteSet(*points), line_tree([Statement(x, p) for p in points]), verified=True)


def _inflection(trees: Trees, work: Working) -> Answer:
    """Return the points where a curve changes the side to which it bends."""
    x, f = function_of(trees[0])
    bend = sp.factor(sp.diff(f, x, 2))
    work.note("curve.second_derivative", equals(_SECOND, sp.expand(bend)))
    if not bend.has(x):
        work.note("curve.no_inflection", to_tree(f))
        return Answer("value", None, Text("no point of inflection"), verified=True)
    found = equation.solve(Relation((to_tree(sp.expand(bend)), Number("0")), ("=",)), str(x), CONSTANTS, work)
    if not isinstance(found.value, (sp.FiniteSet, type(sp.S.EmptySet))):
        raise NoMethod
    places = [p for p in sorted(found.value, key=float) if _changes_sign(bend, x, p)]
    points = [(p, sp.simplify(f.subs(x, p))) for p in places]
    for p, value in points:
        work.remark("curve.value_there", substituted(body_of(trees[0]), str(x), p), to_tree(value))
    if not points:
        work.note("curve.no_inflection", to_tree(f))
        return Answer("value", None, Text("no point of inflection"), verified=True)
    tree = joined([point_tree(*point) for point in points], "and")
    return Answer("set", sp.FiniteSet(*(sp.Tuple(*point) for point in points)), tree, verified=found.verified)


def _changes_sign(f: Any, x: Any, place: Any) -> bool:
    """Tell whether a function has its first derivative of odd order at a zero, so that it changes its sign there."""
    for order in range(1, 9):
        if sp.simplify(sp.diff(f, x, order).subs(x, place)) != 0:
            return order % 2 == 1
    raise NoMethod


# --- tangents ------------------------------------------------------------------------------------------------------


def _contact(trees: Trees, work: Working) -> tuple[Any, Any, Any]:
    """Return the point of contact and the slope there, for y = f(x) and for curves such as x^2 + y^2 = 25."""
    place, curve = trees
    try:
        x, f = function_of(curve)
    except NoMethod:
        return _implicit_contact(curve, place, work)
    a = value_of(place) if isinstance(place, Relation) else point_of(place)[0]
    b = f.subs(x, a)
    if not isinstance(place, Relation) and sp.simplify(point_of(place)[1] - b) != 0:
        work.note("curve.not_on_it", place)
        raise NoMethod
    slope = sp.diff(f, x)
    if isinstance(place, Relation):
        work.remark("curve.point", substituted(body_of(curve), str(x), a), to_tree(b))
    work.note("curve.slope", equals("m", slope))
    there = sp.simplify(slope.subs(x, a))
    if there.is_finite is not True:
        raise NoMethod
    work.note("curve.slope_there", equals("m", there), point=Statement(x, a))
    return a, b, there


def _implicit_contact(curve: Expr, place: Expr, work: Working) -> tuple[Any, Any, Any]:
    f, (a, b) = left_of_zero(curve), point_of(place)
    if sp.simplify(f.subs({X: a, Y: b})) != 0:
        raise NoMethod
    slope = sp.simplify(-sp.diff(f, X) / sp.diff(f, Y))
    work.note("curve.implicit_slope", equals("m", slope))
    there = slope.subs({X: a, Y: b})
    if there.is_finite is not True:
        raise NoMethod
    work.note("curve.slope_there", equals("m", there), point=point_tree(a, b))
    return a, b, there


def line_through(a: Any, b: Any, slope: Any, work: Working) -> Answer:
    """Return the line with a slope through (a, b), as y = mx + c."""
    point_form = Statement(Y - b, sp.Mul(slope, X - a, evaluate=False))
    work.note("line.point_form", point_form)
    right = sp.expand(slope * (X - a) + b)
    work.step("equation.expand", point_form, Statement(Y, right))
    return Answer("expression", right, line_tree(Statement(Y, right)), verified=sp.simplify(right.subs(X, a) - b) == 0)


def _tangent(trees: Trees, work: Working) -> Answer:
    return line_through(*_contact(trees, work), work)


def _normal(trees: Trees, work: Working) -> Answer:
    a, b, slope = _contact(trees, work)
    if slope == 0:
        work.note("curve.normal_upright", line_tree(Statement(X, a)))
        return Answer("expression", X - a, line_tree(Statement(X, a)), verified=True)
    work.note("curve.normal_slope", equals("n", -1 / slope), slope=slope)
    return line_through(a, b, -1 / slope, work)


def _slope(trees: Trees, work: Working) -> Answer:
    return Answer("value", _contact(trees, work)[2], verified=True)


def _normal_slope(trees: Trees, work: Working) -> Answer:
    slope = _contact(trees, work)[2]
    if slope == 0:
        raise NoMethod
    work.note("curve.normal_slope", equals("n", -1 / slope), slope=slope)
    return Answer("value", -1 / slope, verified=True)


def _where_slope(trees: Trees, work: Working) -> Answer:
    """Return the points of a curve at which the tangent has a slope, 0 where none is given."""
    x, f = function_of(trees[0])
    wanted = value_of(trees[1]) if len(trees) > 1 else sp.Integer(0)
    relation = Relation((to_tree(sp.expand(sp.diff(f, x))), to_tree(wanted)), ("=",))
    work.note("curve.slope_is", relation, slope=wanted)
    found = equation.solve(relation, str(x), CONSTANTS, work)
    if not isinstance(found.value, sp.FiniteSet):
        raise NoMethod
    points = [(p, sp.simplify(f.subs(x, p))) for p in sorted(found.value, key=float)]
    for p, value in points:
        work.remark("curve.value_there", substituted(body_of(trees[0]), str(x), p), to_tree(value))
    tree = joined([point_tree(*point) for point in points], "and")
    return Answer("set", sp.FiniteSet(*(sp.Tuple(*point) for point in points)), tree, verified=found.verified)


CURVES: dict[str, Callable[[Trees, Working], Answer]] = {
    "extremes": lambda trees, work: _extremes(trees, work, {-1: "maximum", 1: "minimum"}),
    "maximum": lambda trees, work: _extremes(trees, work, {-1: "maximum"}),
    "minimum": lambda trees, work: _extremes(trees, work, {1: "minimum"}),
    "absolute extremes": _absolute,
    "critical points": _critical_points,
    "inflection": _inflection,
    "tangent": _tangent,
    "normal": _normal,
    "slope of tangent": _slope,
    "slope of normal": _normal_slope,
    "tangent with slope": _where_slope,
    "horizontal tangent": _where_slope,
}
