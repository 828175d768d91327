"""Properties of a curve y = f(x): vertex, intercepts, turning points, tangents, where it rises, the area under it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Expr, Interval, Number, Relation, Sequence, Text
from tutor_cli.maths.solve import domain, equation, inequality, sets
from tutor_cli.maths.solve.integrals import answer as integral
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.properties.functions import is_simple_root
from tutor_cli.maths.solve.properties.subject import (
    CONSTANTS,
    Trees,
    body_of,
    function_of,
    number_of,
    quadratic_of,
)
from tutor_cli.maths.solve.recipes.functions import yes_or_no
from tutor_cli.maths.solve.working import Statement, Working, joined, line_tree
from tutor_cli.maths.solve.writing import to_tree

_Y = sp.Symbol("y", real=True)


def point(a: Any, b: Any) -> Expr:
    """Return a point as it is written."""
    return Sequence((to_tree(a), to_tree(b)), "(")


def vertex(trees: Trees, work: Working) -> Answer:
    """Return the vertex of a parabola."""
    x, value, (a, b, c) = quadratic_of(trees[0])
    across = -b / (2 * a)
    work.note("quadratic.coefficients", trees[0], a=a, b=b, c=c)
    work.note("graph.vertex_across", Statement(x, across))
    height = sp.expand(value.subs(x, across))
    work.note("graph.vertex_height", Statement(_Y, height), value=across)
    square = a * (x - across) ** 2 + height
    return Answer(
        "set", sp.FiniteSet(sp.Tuple(across, height)), point(across, height), verified=sp.expand(square - value) == 0
    )


def opens(trees: Trees, work: Working, *, up: bool) -> Answer:
    """Tell whether a parabola opens upwards, or downwards."""
    _, _, (a, _, _) = quadratic_of(trees[0])
    work.note("graph.opens", to_tree(a), value=a)
    return yes_or_no((a > 0) == up)


def axis(trees: Trees, work: Working) -> Answer:
    """Return the axis of symmetry of a parabola."""
    x, value, (a, b, c) = quadratic_of(trees[0])
    across = -b / (2 * a)
    work.note("quadratic.coefficients", trees[0], a=a, b=b, c=c)
    work.note("graph.axis", Statement(x, across))
    mirrored = sp.expand(value.subs(x, 2 * across - x) - value)
    return Answer("expression", x - across, line_tree(Statement(x, across)), verified=mirrored == 0)


def completed_square(trees: Trees, work: Working) -> Answer:
    """Write a quadratic as a square and a number."""
    x, value, (a, b, _) = quadratic_of(trees[0])
    half = b / (2 * a)
    rest = sp.expand(value - a * (x + half) ** 2)
    found = a * (x + half) ** 2 + rest
    work.note("graph.half_square", to_tree(value), half=half, square=half**2)
    work.remark("graph.completed", to_tree(value), to_tree(found))
    return Answer("expression", found, verified=sp.expand(found - value) == 0)


def y_intercept(trees: Trees, work: Working) -> Answer:
    """Return where a curve meets the y axis."""
    x, value = function_of(trees[0])
    height = value.subs(x, 0)
    if height.is_finite is not True:
        raise Unknown("a value at 0")
    work.note("graph.at_zero", Statement(_Y, height))
    return Answer("set", sp.FiniteSet(sp.Tuple(sp.Integer(0), height)), point(sp.Integer(0), height), verified=True)


def zeros(tree: Expr, work: Working) -> list[Any]:
    """Return the real zeros of a function, ascending; raise NoMethod where they are not a few numbers."""
    x, _ = function_of(tree)
    found = equation.solve(Relation((body_of(tree), Number("0")), ("=",)), str(x), CONSTANTS, work)
    if found.kind != "set" or not (found.value.is_FiniteSet or found.value is sp.S.EmptySet):
        raise NoMethod
    return sorted(found.value, key=float)


def x_intercepts(trees: Trees, work: Working) -> Answer:
    """Return where a curve meets the x axis."""
    found = zeros(trees[0], work)
    if not found:
        return Answer("value", None, Text("no x intercept"), verified=True)
    points = [point(value, sp.Integer(0)) for value in found]
    return Answer("set", sp.FiniteSet(*(sp.Tuple(v, 0) for v in found)), joined(points, "and"), verified=True)


def turning_points(trees: Trees, work: Working) -> Answer:
    """Return the points where a curve is highest or lowest around them, and which they are."""
    x, value = function_of(trees[0])
    slope, bend = sp.simplify(sp.diff(value, x)), sp.diff(value, x, 2)
    work.note("polynomial.derivative_zero", Statement(slope, sp.Integer(0)))
    found = zeros(to_tree(slope), work) if slope.has(x) else []
    turning = []
    for place in found:
        kind = int(sp.sign(bend.subs(x, place)))
        name = {-1: "graph.maximum", 1: "graph.minimum"}.get(kind)
        if name is None:
            raise NoMethod
        where = point(place, sp.simplify(value.subs(x, place)))
        work.note(name, where, value=bend.subs(x, place))
        turning.append(where)
    if not turning:
        return Answer("value", None, Text("no turning point"), verified=True)
    return Answer("set", sp.FiniteSet(*found), joined(turning, "and"), verified=True)


def rises(trees: Trees, work: Working, *, up: bool) -> Answer:
    """Tell whether a function is increasing, or decreasing, at a place."""
    x, value = function_of(trees[1])
    slope = sp.diff(value, x)
    there = sp.simplify(slope.subs(x, number_of(trees[0])))
    if there.is_finite is not True:
        raise Unknown("a derivative there")
    sign = int(sp.sign(there))
    work.note("graph.slope", to_tree(there), derivative=slope, value=there)
    work.note({1: "graph.rising", -1: "graph.falling", 0: "graph.level"}[sign], to_tree(there))
    return yes_or_no(sign == (1 if up else -1))


def rises_between(trees: Trees, work: Working, *, up: bool) -> Answer:
    """Tell whether a function is increasing, or decreasing, all the way between two places."""
    low, high = sorted(map(number_of, trees[:2]), key=float)
    x, value = function_of(trees[2])
    slope = sp.diff(value, x)
    turning = [zero for zero in (zeros(to_tree(slope), Working()) if slope.has(x) else []) if low < zero < high]
    work.note("graph.derivative", to_tree(slope), derivative=slope)
    ends = [low, *turning, high]
    signs = {int(sp.sign(slope.subs(x, (a + b) / 2))) for a, b in pairwise(ends)}
    name = (
        "graph.rising_between" if signs == {1} else "graph.falling_between" if signs == {-1} else "graph.mixed_between"
    )
    work.note(name, to_tree(slope))
    return yes_or_no(signs == {1 if up else -1})


def _inside(tree: Expr, x: Any) -> Any:
    """Return a number at which a function has a value and a slope."""
    home = domain.allowed(domain.constraints(body_of(tree), {str(x)}, CONSTANTS), x)
    return next(sp.Integer(k) for k in (*range(100), *range(-99, 0)) if sp.Integer(k) in home.interior)


def rising_where(trees: Trees, work: Working, *, up: bool) -> Answer:
    """Return where a function is increasing, or decreasing."""
    x, value = function_of(trees[0])
    slope = sp.factor(sp.diff(value, x))
    work.note("graph.derivative", to_tree(slope), derivative=slope)
    if not slope.has(x) or is_simple_root(value, x):
        sample = slope.subs(x, _inside(trees[0], x)) if slope.has(x) else slope
        return Answer(
            "value", None, Text("everywhere" if (sample > 0) == up and sample != 0 else "nowhere"), verified=True
        )
    if not slope.is_rational_function(x):
        raise NoMethod
    relation = Relation((to_tree(slope), Number("0")), (">" if up else "<",))
    found = inequality.solve(relation, str(x), CONSTANTS, work)
    if found.value is sp.S.Reals or found.value is sp.S.EmptySet:
        return Answer("value", None, Text("nowhere" if found.value is sp.S.EmptySet else "everywhere"), verified=True)
    return Answer("set", found.value, sets.answer_tree(found.value, x), verified=found.verified)


def _zeros_between(tree: Expr, low: Any, high: Any) -> list[Any]:
    """Return the zeros of a function between two places, ascending."""
    x, value = function_of(tree)
    if value.is_polynomial(x) and low.is_Rational and high.is_Rational and _keeps_its_sign(value, x, low, high):
        return []
    relation = Relation((body_of(tree), Number("0")), ("=",))
    found = equation.solve(relation, str(x), CONSTANTS, Working(), home=sp.Interval.open(low, high))
    if found.kind != "set" or not (found.value.is_FiniteSet or found.value is sp.S.EmptySet):
        raise NoMethod
    return sorted(found.value, key=float)


def _keeps_its_sign(value: Any, x: Any, low: Any, high: Any) -> bool:
    """Tell whether a polynomial has no zero between two places, nor at them."""
    poly = sp.Poly(value, x)
    return all(number.is_Rational for number in poly.all_coeffs()) and poly.count_roots(low, high) == 0


def area(trees: Trees, work: Working) -> Answer:
    """Return the area between a curve and the x axis from one place to another, where it runs below counted too."""
    low, high = sorted(map(number_of, trees[:2]), key=float)
    x, _ = function_of(trees[2])
    inner = _zeros_between(trees[2], low, high)
    ends = [low, *inner, high]
    total, verified = sp.Integer(0), True
    for a, b in pairwise(ends):
        if inner:
            work.note("graph.piece", point(a, b), start=a, end=b)
        part = integral.definite(
            body_of(trees[2]), str(x), Interval(to_tree(a), to_tree(b), True, True), CONSTANTS, work
        )
        if part.value is None:
            raise NoMethod
        if part.value < 0:
            work.note("graph.below", to_tree(part.value))
        total, verified = total + abs(part.value), verified and part.verified
    return Answer("value", sp.simplify(total), verified=verified)


GRAPHS: dict[str, Callable[[Trees, Working], Answer]] = {
    "vertex": vertex,
    "opens up": lambda trees, work: opens(trees, work, up=True),
    "opens down": lambda trees, work: opens(trees, work, up=False),
    "axis of symmetry": axis,
    "completed square": completed_square,
    "turning points": turning_points,
    "increasing at": lambda trees, work: rises(trees, work, up=True),
    "decreasing at": lambda trees, work: rises(trees, work, up=False),
    "increasing between": lambda trees, work: rises_between(trees, work, up=True),
    "decreasing between": lambda trees, work: rises_between(trees, work, up=False),
    "increasing where": lambda trees, work: rising_where(trees, work, up=True),
    "decreasing where": lambda trees, work: rising_where(trees, work, up=False),
    "area under": area,
}
