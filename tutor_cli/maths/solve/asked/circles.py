"""The equations of circles in the plane."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Expr, Relation
from tutor_cli.maths.solve.asked.given import Trees, X, Y, equals, point_of, point_tree, value_of
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import to_tree


def _equation(a: Any, b: Any, square: Any) -> Expr:
    left = sp.Add(sp.Pow(X - a, 2, evaluate=False), sp.Pow(Y - b, 2, evaluate=False), evaluate=False)
    return Relation((to_tree(left), to_tree(square)), ("=",))


def _around(a: Any, b: Any, square: Any, work: Working) -> Answer:
    tree = _equation(a, b, square)
    work.note("circle.equation", tree)
    return Answer("expression", (X - a) ** 2 + (Y - b) ** 2 - square, tree, verified=True)


def _circle(trees: Trees, work: Working) -> Answer:
    a, b = point_of(trees[0])
    return _around(a, b, value_of(trees[1]) ** 2, work)


def _at_origin(trees: Trees, work: Working) -> Answer:
    return _around(sp.Integer(0), sp.Integer(0), value_of(trees[0]) ** 2, work)


def _through(trees: Trees, work: Working) -> Answer:
    (a, b), (c, d) = map(point_of, trees)
    square = (c - a) ** 2 + (d - b) ** 2
    work.note("circle.radius_to_point", equals("r", sp.sqrt(square)))
    return _around(a, b, square, work)


def _on_diameter(trees: Trees, work: Working) -> Answer:
    (a, b), (c, d) = map(point_of, trees)
    middle = ((a + c) / 2, (b + d) / 2)
    square = ((c - a) ** 2 + (d - b) ** 2) / 4
    if square == 0:
        raise NoMethod
    work.note("circle.middle_of_diameter", point_tree(*middle))
    work.note("circle.half_the_diameter", equals("r", sp.sqrt(square)))
    return _around(*middle, square, work)


CIRCLES: dict[str, Callable[[Trees, Working], Answer]] = {
    "circle": _circle,
    "circle at the origin": _at_origin,
    "circle through a point": _through,
    "circle on a diameter": _on_diameter,
}
