"""Properties of lines and points: slope, intercepts, perpendiculars, parallels, whether a point is on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Relation, Text
from tutor_cli.maths.solve.bridge import symbol, to_sympy
from tutor_cli.maths.solve.exact import Undefined
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer
from tutor_cli.maths.solve.properties import graphs
from tutor_cli.maths.solve.properties.graphs import point
from tutor_cli.maths.solve.properties.subject import CONSTANTS, Trees, line_of, point_of
from tutor_cli.maths.solve.recipes.functions import yes_or_no
from tutor_cli.maths.solve.working import Statement, Working, joined, line_tree
from tutor_cli.maths.solve.writing import to_tree

_X, _Y, _M = symbol("x"), symbol("y"), symbol("m")


def _slope(line: tuple[Any, Any, Any], work: Working) -> Any:
    """Return the slope of a line, None of a vertical one."""
    a, b, c = line
    if b == 0:
        work.note("line.vertical", Statement(_X, -c / a))
        return None
    work.note("line.slope_form", Statement(_Y, -a / b * _X - c / b))
    work.note("line.slope", Statement(_M, -a / b), slope=-a / b)
    return -a / b


def slope(trees: Trees, work: Working) -> Answer:
    """Return the slope of a line from its equation."""
    value = _slope(line_of(trees[0]), work)
    if value is None:
        raise Undefined("the slope of a vertical line")
    return Answer("value", value, to_tree(value), verified=True)


def perpendicular_slope(trees: Trees, work: Working) -> Answer:
    """Return the slope of the lines perpendicular to a line."""
    a, b, c = line_of(trees[0])
    _slope((a, b, c), work)
    if a == 0:
        raise Undefined("the slope of a vertical line")
    work.note("line.perpendicular_slope", Statement(_M, b / a))
    return Answer("value", b / a, to_tree(b / a), verified=True)


def intercepts(trees: Trees, work: Working) -> Answer:
    """Return the points in which a line meets the axes."""
    a, b, c = line_of(trees[0])
    found = []
    if a != 0:
        found.append((-c / a, sp.Integer(0)))
        work.note("line.x_intercept", point(*found[-1]))
    if b != 0 and (a == 0 or c != 0):
        found.append((sp.Integer(0), -c / b))
        work.note("line.y_intercept", point(*found[-1]))
    return Answer(
        "set", sp.FiniteSet(*(sp.Tuple(*p) for p in found)), joined([point(*p) for p in found], "and"), verified=True
    )


def axis_point(trees: Trees, work: Working, *, across: bool) -> Answer:
    """Return where a line or curve meets the x axis (`across`) or the y axis."""
    try:
        a, b, c = line_of(trees[0])
    except Unknown:
        return graphs.x_intercepts(trees, work) if across else graphs.y_intercept(trees, work)
    if (a if across else b) == 0:
        return Answer("value", None, Text("no x intercept" if across else "no y intercept"), verified=True)
    found = (-c / a, sp.Integer(0)) if across else (sp.Integer(0), -c / b)
    work.note("line.x_intercept" if across else "line.y_intercept", point(*found))
    return Answer("set", sp.FiniteSet(sp.Tuple(*found)), point(*found), verified=True)


def through(trees: Trees, work: Working, *, perpendicular: bool) -> Answer:
    """Return the line through a point that is perpendicular, or parallel, to a line."""
    (p, q), (a, b, c) = point_of(trees[0]), line_of(trees[1])
    known = _slope((a, b, c), work)
    a, b = (b, -a) if perpendicular else (a, b)
    if known is not None:
        name = "line.perpendicular_slope" if perpendicular else "line.parallel_slope"
        work.note(name, to_tree(-a / b) if b != 0 else Text("vertical"))
    value = Statement(_X, p) if b == 0 else Statement(_Y, sp.expand(-a / b * (_X - p) + q))
    verified = value.difference.subs({_X: p, _Y: q}) == 0
    work.note("line.through_point", line_tree(value), point=point(p, q))
    return Answer("expression", value.difference, line_tree(value), verified=verified)


def on_curve(trees: Trees, work: Working) -> Answer:
    """Tell whether a point is on a line or curve in x and y, by putting it in."""
    (p, q), relation = point_of(trees[0]), trees[1]
    if not isinstance(relation, Relation) or relation.signs != ("=",):
        raise Unknown("the equation of a curve")
    left, right = (to_sympy(side, CONSTANTS) for side in relation.operands)
    if not (left.free_symbols | right.free_symbols) <= {_X, _Y}:
        raise Unknown("the equation of a curve")
    sides = [sp.simplify(side.subs({_X: p, _Y: q})) for side in (left, right)]
    holds = sp.simplify(sides[0] - sides[1]) == 0
    shown = Relation((to_tree(sides[0]), to_tree(sides[1])), ("=",) if holds else ("ne",))
    work.note("line.on" if holds else "line.not_on", shown, point=point(p, q))
    return yes_or_no(holds)


def distance(trees: Trees, work: Working) -> Answer:
    """Return how far a point is from a line."""
    (p, q), (a, b, c) = point_of(trees[0]), line_of(trees[1])
    value = abs(a * p + b * q + c) / sp.sqrt(a**2 + b**2)
    work.note("line.distance", to_tree(sp.radsimp(value)), a=a, b=b, c=c)
    foot = sp.Matrix([p, q]) - (a * p + b * q + c) / (a**2 + b**2) * sp.Matrix([a, b])
    verified = sp.simplify(sp.sqrt((foot[0] - p) ** 2 + (foot[1] - q) ** 2) - value) == 0
    return Answer("value", sp.radsimp(value), verified=bool(verified))


def compared(trees: Trees, work: Working, *, perpendicular: bool) -> Answer:
    """Tell whether two lines are perpendicular, or parallel."""
    one, other = map(line_of, trees)
    _slope(one, work)
    _slope(other, work)
    if perpendicular:
        holds = one[0] * other[0] + one[1] * other[1] == 0
        work.note("line.perpendicular" if holds else "line.not_perpendicular", trees[0])
    else:
        holds = one[0] * other[1] - one[1] * other[0] == 0
        work.note("line.parallel" if holds else "line.not_parallel", trees[0])
    return yes_or_no(holds)


def apart(trees: Trees, work: Working) -> Answer:
    """Return how far two lines are apart: zero where they meet."""
    (a, b, c), (p, q, r) = map(line_of, trees)
    _slope((a, b, c), work)
    _slope((p, q, r), work)
    if a * q - b * p != 0:
        work.note("line.not_parallel", trees[0])
        return Answer("value", sp.Integer(0), verified=True)
    factor = p / a if a != 0 else q / b
    value = sp.radsimp(abs(c - r / factor) / sp.sqrt(a**2 + b**2))
    work.note("line.parallel", trees[0])
    work.note("line.apart", to_tree(value))
    return Answer("value", value, verified=True)


LINES: dict[str, Callable[[Trees, Working], Answer]] = {
    "slope of line": slope,
    "perpendicular slope": perpendicular_slope,
    "intercepts": intercepts,
    "x intercepts": lambda trees, work: axis_point(trees, work, across=True),
    "y intercept": lambda trees, work: axis_point(trees, work, across=False),
    "perpendicular through": lambda trees, work: through(trees, work, perpendicular=True),
    "parallel through": lambda trees, work: through(trees, work, perpendicular=False),
    "on curve": on_curve,
    "distance from line": distance,
    "perpendicular": lambda trees, work: compared(trees, work, perpendicular=True),
    "parallel": lambda trees, work: compared(trees, work, perpendicular=False),
    "distance of lines": apart,
}
