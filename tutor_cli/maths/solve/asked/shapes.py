"""Triangles and quadrilaterals by their corners: what kind they are, and how long the way round is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Text
from tutor_cli.maths.solve.asked.given import Trees, point_of
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.recipes.functions import yes_or_no
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import listed, to_tree

_TRIANGLE, _QUADRILATERAL = 3, 4
# What a figure is called, by what holds of it, the most particular first.
_NAMES = (
    ("equilateral", "an equilateral triangle"),
    ("right isosceles", "a right-angled isosceles triangle"),
    ("right angled", "a right-angled triangle"),
    ("isosceles", "an isosceles triangle"),
    ("scalene", "a scalene triangle"),
    ("square", "a square"),
    ("rectangle", "a rectangle"),
    ("rhombus", "a rhombus"),
    ("parallelogram", "a parallelogram"),
    ("other", "a quadrilateral of no special kind"),
)
KINDS = tuple(kind for kind, _ in _NAMES)
"""The kinds of figures that can be asked for: "is it a rectangle?"."""


def _squares(corners: list[tuple[Any, Any]]) -> list[Any]:
    """Return the squares of the sides, in order round the figure."""
    pairs = zip(corners, corners[1:] + corners[:1], strict=True)
    return [sp.expand((c - a) ** 2 + (d - b) ** 2) for (a, b), (c, d) in pairs]


def _kinds(trees: Trees, work: Working) -> set[str]:
    corners = [point_of(tree) for tree in trees]
    sides = _squares(corners)
    work.note("shape.sides", listed([sp.sqrt(side) for side in sides]))
    if len(corners) == _TRIANGLE:
        return _of_triangle(sides)
    if len(corners) != _QUADRILATERAL:
        raise NoMethod
    (a, b), (c, d), (p, q), (u, v) = corners
    work.note("shape.diagonals", listed([sp.sqrt(sp.expand((p - a) ** 2 + (q - b) ** 2)),
                                         sp.sqrt(sp.expand((u - c) ** 2 + (v - d) ** 2))]))  # fmt: skip
    if (a + p, b + q) != (c + u, d + v):
        return {"other"}
    even = sides[0] == sides[1]
    straight = sp.expand((p - a) ** 2 + (q - b) ** 2 - (u - c) ** 2 - (v - d) ** 2) == 0
    found = {"parallelogram"} | ({"rhombus"} if even else set()) | ({"rectangle"} if straight else set())
    return found | ({"square"} if even and straight else set())


def _of_triangle(sides: list[Any]) -> set[str]:
    low, middle, high = sorted(sides)
    found = {"scalene"} if low != middle != high else {"isosceles"}
    found |= {"equilateral"} if low == high else set()
    if low + middle == high:
        found |= {"right angled"} | ({"right isosceles"} if "isosceles" in found else set())
    return found


def _kind(trees: Trees, work: Working) -> Answer:
    kinds = _kinds(trees, work)
    name = next(name for kind, name in _NAMES if kind in kinds)
    return Answer("value", sp.Symbol(name), Text(name), verified=True)


def _is(kind: str, trees: Trees, work: Working) -> Answer:
    return yes_or_no(holds=kind in _kinds(trees, work))


def _perimeter(trees: Trees, work: Working) -> Answer:
    sides = [sp.sqrt(side) for side in _squares([point_of(tree) for tree in trees])]
    work.note("shape.sides", listed(sides))
    total = sp.Add(*sides)
    return Answer("value", total, to_tree(total), verified=True)


SHAPES: dict[str, Callable[[Trees, Working], Answer]] = {
    "kind of figure": _kind,
    "perimeter of figure": _perimeter,
    **{f"is {kind}": partial(_is, kind) for kind in KINDS},
}
