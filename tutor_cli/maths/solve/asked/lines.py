"""Straight lines and points in the plane: slopes, distances, angles, equations of lines."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Expr, Infix, Number, Postfix, Relation
from tutor_cli.maths.solve import equation, system
from tutor_cli.maths.solve.asked.curves import line_through
from tutor_cli.maths.solve.asked.given import (
    CONSTANTS,
    Trees,
    X,
    Y,
    equals,
    line_of,
    point_of,
    point_tree,
    value_of,
)
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.functions import yes_or_no
from tutor_cli.maths.solve.working import Statement, Working, line_tree
from tutor_cli.maths.solve.writing import to_tree


def slope_of(line: tuple[Any, Any, Any], work: Working) -> Any:
    """Return the slope of ax + by + c = 0, told as y = mx + c; raise NoMethod for an upright line."""
    a, b, c = line
    if b == 0:
        raise NoMethod
    work.note("line.slope_form", Statement(Y, sp.expand((-a * X - c) / b)))
    return -a / b


def _perpendicular_slope(trees: Trees, work: Working) -> Answer:
    slope = slope_of(line_of(trees[0]), work)
    if slope == 0:
        raise NoMethod
    work.note("line.turned_slope", equals("m", -1 / slope), slope=slope)
    return Answer("value", -1 / slope, verified=True)


def _perpendicular_to_two(trees: Trees, work: Working) -> Answer:
    (a, b), (c, d) = map(point_of, trees)
    if a == c or b == d:
        raise NoMethod
    slope = (d - b) / (c - a)
    work.note("line.slope", equals("m", slope), slope=slope)
    work.note("line.turned_slope", equals("n", -1 / slope), slope=slope)
    return Answer("value", -1 / slope, verified=True)


# --- equations of lines --------------------------------------------------------------------------------------------


def _point_slope(trees: Trees, work: Working) -> Answer:
    a, b = point_of(trees[0])
    return line_through(a, b, value_of(trees[1]), work)


def _slope_intercept(trees: Trees, work: Working) -> Answer:
    slope, cut = map(value_of, trees)
    right = slope * X + cut
    work.note("line.slope_intercept", Statement(Y, right), slope=slope, cut=cut)
    return Answer("expression", right, line_tree(Statement(Y, right)), verified=True)


def _two_points(trees: Trees, work: Working) -> Answer:
    (a, b), (c, d) = map(point_of, trees)
    if a == c:
        if b == d:
            raise NoMethod
        work.note("line.vertical", line_tree(Statement(X, a)))
        return Answer("expression", X - a, line_tree(Statement(X, a)), verified=True)
    slope = (d - b) / (c - a)
    work.note("line.slope", equals("m", slope), slope=slope)
    answer = line_through(a, b, slope, work)
    answer.verified = answer.verified and sp.simplify(answer.value.subs(X, c) - d) == 0
    return answer


def _perpendicular_bisector(trees: Trees, work: Working) -> Answer:
    (a, b), (c, d) = map(point_of, trees)
    middle = ((a + c) / 2, (b + d) / 2)
    work.note("line.middle", point_tree(*middle))
    if (a, b) == (c, d):
        raise NoMethod
    if b == d:
        work.note("line.vertical", line_tree(Statement(X, middle[0])))
        return Answer("expression", X - middle[0], line_tree(Statement(X, middle[0])), verified=True)
    if a == c:
        return line_through(*middle, sp.Integer(0), work)
    slope = (d - b) / (c - a)
    work.note("line.slope", equals("m", slope), slope=slope)
    work.note("line.turned_slope", equals("n", -1 / slope), slope=slope)
    return line_through(*middle, -1 / slope, work)


# --- distances and angles ------------------------------------------------------------------------------------------


def _distance_to(point: tuple[Any, ...], line: tuple[Any, Any, Any], work: Working) -> Answer:
    (u, v), (a, b, c) = point, line
    inside = sp.Add(sp.Mul(a, u, evaluate=False), sp.Mul(b, v, evaluate=False), c, evaluate=False)
    root = sp.sqrt(sp.Add(sp.Pow(a, 2, evaluate=False), sp.Pow(b, 2, evaluate=False), evaluate=False), evaluate=False)
    value = sp.radsimp(sp.Abs(a * u + b * v + c) / sp.sqrt(a**2 + b**2))
    work.remark(
        "line.distance", line_tree(Statement(a * X + b * Y + c, sp.Integer(0))),
        equals("d", sp.Abs(inside, evaluate=False) / root, value),
    )  # fmt: skip
    foot = sp.solve([a * X + b * Y + c, b * (X - u) - a * (Y - v)], [X, Y])
    measured = sp.sqrt((foot[X] - u) ** 2 + (foot[Y] - v) ** 2)
    return Answer("value", value, verified=sp.simplify(measured - value) == 0)


def _distance_of_origin(trees: Trees, work: Working) -> Answer:
    return _distance_to((sp.Integer(0), sp.Integer(0)), line_of(trees[0]), work)


def _parallel_distance(trees: Trees, work: Working) -> Answer:
    (a, b, c), (p, q, r) = map(line_of, trees)
    if a * q - b * p != 0:
        work.note("line.not_parallel", trees[0])
        raise NoMethod
    factor = a / p if p != 0 else b / q
    r = r * factor
    value = sp.radsimp(sp.Abs(c - r) / sp.sqrt(a**2 + b**2))
    work.note("line.parallel_distance", equals("d", value), first=c, second=r)
    return Answer("value", value, verified=True)


def degrees(radians: Any) -> Expr:
    """Return an angle in degrees where that is exact; raise NoMethod where it is not."""
    turned = sp.nsimplify(sp.simplify(radians * 180 / sp.pi))
    if not turned.is_Rational:
        raise NoMethod
    return Postfix(to_tree(turned), "°")


def _angle(trees: Trees, work: Working) -> Answer:
    first, second = (slope_of(line_of(tree), work) for tree in trees)
    if first * second == -1:
        work.note("line.right_angle", equals(sp.Mul(first, second, evaluate=False), sp.Integer(-1)))
        return Answer("value", sp.pi / 2, Postfix(Number("90"), "°"), verified=True)
    tangent = sp.radsimp(sp.Abs((first - second) / (1 + first * second)))
    work.note("line.angle", Statement(sp.tan(sp.Symbol("theta")), tangent))
    angle = sp.atan(tangent)
    try:
        tree = degrees(angle)
    except NoMethod:
        tree = to_tree(angle)
    return Answer("value", angle, tree, verified=True)


def _meeting(trees: Trees, work: Working) -> Answer:
    answer = system.solve(Problem("solve", trees, constants=CONSTANTS), work)
    rows = list(answer.value) if isinstance(answer.value, sp.FiniteSet) else []
    if len(rows) != 1 or len(rows[0]) != 2 or rows[0].free_symbols:
        raise NoMethod
    return Answer("set", answer.value, point_tree(*rows[0]), verified=answer.verified)


# --- points --------------------------------------------------------------------------------------------------------


def _twice_area(trees: Trees, work: Working) -> Any:
    if len(trees) != 3:
        raise NoMethod
    (a, b), (c, d), (p, q) = map(point_of, trees)
    parts = [sp.Mul(a, d - q, evaluate=False), sp.Mul(c, q - b, evaluate=False), sp.Mul(p, b - d, evaluate=False)]
    value = sp.expand(a * (d - q) + c * (q - b) + p * (b - d))
    work.note("line.twice_area", equals(sp.Add(*parts, evaluate=False), value))
    return value


def _collinear(trees: Trees, work: Working) -> Answer:
    return yes_or_no(holds=_twice_area(trees, work) == 0)


def _from_intercepts(trees: Trees, work: Working) -> Answer:
    a, b = map(value_of, trees)
    if 0 in (a, b):
        raise NoMethod
    work.note("line.from_intercepts", line_tree(Statement(X / a + Y / b, sp.Integer(1))))
    scale = sp.ilcm(a.q * abs(a.p), b.q * abs(b.p)) if a.is_Rational and b.is_Rational else a * b
    left = sp.expand((X / a + Y / b) * scale)
    divisor = sp.gcd(sp.gcd(left.coeff(X), left.coeff(Y)), scale)
    statement = Statement(sp.expand(left / divisor), scale / divisor)
    return Answer("expression", statement.difference, line_tree(statement), verified=True)


def _unknown_for_collinear(trees: Trees, work: Working) -> Answer:
    value = _twice_area(trees, work)
    if len(value.free_symbols) != 1:
        raise NoMethod
    relation = Relation((to_tree(value), Number("0")), ("=",))
    work.note("line.area_is_zero", relation)
    return equation.solve(relation, str(next(iter(value.free_symbols))), CONSTANTS, work)


def _dividing_ratio(trees: Trees, work: Working) -> Answer:
    (x, y), (a, b), (c, d) = map(point_of, trees)
    above, below, last = (x - a, c - x, y - b) if c != a else (y - b, d - y, x - a)
    if below == 0 or above == 0:
        raise NoMethod
    k = above / below
    if sp.simplify((d - y) * k - (y - b)) != 0 or sp.simplify((c - x) * k - (x - a)) != 0:
        work.note("line.not_on_it", trees[0])
        return yes_or_no(holds=last is None)
    work.note("line.dividing_ratio", equals("k", sp.Mul(above, sp.Pow(below, -1), evaluate=False), k))
    tree = Infix("colon", (to_tree(abs(k.p)), to_tree(k.q)))
    if k < 0:
        work.note("line.divides_outside", tree)
    return Answer("value", abs(k), tree, verified=True)


def _other_end(trees: Trees, work: Working) -> Answer:
    (a, b), (u, v) = map(point_of, trees)
    end = (2 * u - a, 2 * v - b)
    work.note("line.other_end", equals("x", sp.Add(sp.Mul(2, u, evaluate=False), -a, evaluate=False), end[0]))
    work.note("line.other_end_too", equals("y", sp.Add(sp.Mul(2, v, evaluate=False), -b, evaluate=False), end[1]))
    return Answer("set", sp.FiniteSet(sp.Tuple(*end)), point_tree(*end), verified=(a + end[0]) / 2 == u)


def _foot(trees: Trees, work: Working) -> tuple[Any, Any]:
    """Return the point of a line that is nearest to another point."""
    (u, v), (a, b, c) = point_of(trees[0]), line_of(trees[1])
    across = Statement(b * (X - u) - a * (Y - v), sp.Integer(0))
    work.note("line.across", line_tree(across), point=trees[0])
    found = sp.solve([a * X + b * Y + c, across.left], [X, Y])
    work.note("line.foot", point_tree(found[X], found[Y]))
    return found[X], found[Y]


def _foot_of_perpendicular(trees: Trees, work: Working) -> Answer:
    foot = _foot(trees, work)
    return Answer("set", sp.FiniteSet(sp.Tuple(*foot)), point_tree(*foot), verified=True)


def _image(trees: Trees, work: Working) -> Answer:
    (u, v), (p, q) = point_of(trees[0]), _foot(trees, work)
    found = (2 * p - u, 2 * q - v)
    work.note("line.image", point_tree(*found))
    return Answer("set", sp.FiniteSet(sp.Tuple(*found)), point_tree(*found), verified=True)


def _ratio_of_axis(axis: int, trees: Trees, work: Working) -> Answer:
    """Return the ratio in which the x axis, 0, or the y axis, 1, divides the line joining two points."""
    one, other = (point_of(tree)[1 - axis] for tree in trees)
    if one * other >= 0:
        raise NoMethod
    k = -one / other
    equation_of = Statement((one + sp.Symbol("k") * other) / (sp.Symbol("k") + 1), sp.Integer(0))
    work.note("line.on_axis", line_tree(equation_of))
    return Answer("value", k, Infix("colon", (to_tree(k.p), to_tree(k.q))), verified=True)


LINES: dict[str, Callable[[Trees, Working], Answer]] = {
    "slope of a perpendicular": _perpendicular_slope,
    "slope of a perpendicular to two points": _perpendicular_to_two,
    "line with slope": _point_slope,
    "line with intercept": _slope_intercept,
    "line through two points": _two_points,
    "perpendicular bisector": _perpendicular_bisector,
    "distance of the origin from a line": _distance_of_origin,
    "distance of parallel lines": _parallel_distance,
    "angle between lines": _angle,
    "meeting point": _meeting,
    "unknown for collinear": _unknown_for_collinear,
    "dividing ratio": _dividing_ratio,
    "collinear points": _collinear,
    "line from intercepts": _from_intercepts,
    "other end": _other_end,
    "foot of perpendicular": _foot_of_perpendicular,
    "image in a line": _image,
    "ratio of x axis": partial(_ratio_of_axis, 0),
    "ratio of y axis": partial(_ratio_of_axis, 1),
}
