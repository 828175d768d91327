"""The integers, natural numbers or whole numbers among the solutions of an inequality: all, how many, the ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Expr, Relation, Text
from tutor_cli.maths.solve import inequality
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer
from tutor_cli.maths.solve.properties.roots import only_letter
from tutor_cli.maths.solve.properties.subject import CONSTANTS, Trees
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import listed, to_tree

# Where the numbers of each kind are.
_HOMES: dict[str, Any] = {
    "integer": sp.S.Reals,
    "natural number": sp.Interval(1, sp.oo),
    "whole number": sp.Interval(0, sp.oo),
    "positive integer": sp.Interval(1, sp.oo),
    "negative integer": sp.Interval(-sp.oo, -1),
}
# More numbers than this are not listed.
_MOST = 30


def _solutions(tree: Expr, kind: str, work: Working) -> Any:
    """Return the solutions of an inequality where numbers of a kind can be."""
    if not isinstance(tree, Relation) or tree.signs == ("=",):
        raise Unknown("an inequality")
    found = inequality.solve(tree, str(only_letter(tree)), CONSTANTS, work, None).value
    return found.intersect(_HOMES[kind])


def _first(found: Any, *, largest: bool) -> Any:
    """Return the smallest or largest integer of a set, None where it goes on for ever."""
    end = found.sup if largest else found.inf
    if not end.is_finite:
        return None
    step = -1 if largest else 1
    value = sp.floor(end) if largest else sp.ceiling(end)
    beyond = sp.floor(found.inf) - 1 if largest else sp.ceiling(found.sup) + 1
    while found.contains(value) != sp.true and value != beyond:
        value += step
    return value if found.contains(value) == sp.true else sp.S.EmptySet


def _inside(found: Any) -> list[Any] | None:
    """Return the integers of a set, ascending, None where there is no end of them."""
    if found is sp.S.EmptySet:
        return []
    if not (found.inf.is_finite and found.sup.is_finite):
        return None
    every = range(int(sp.floor(found.inf)), int(sp.ceiling(found.sup)) + 1)
    return [sp.Integer(k) for k in every if found.contains(sp.Integer(k)) == sp.true]


def _end(kind: str, *, largest: bool) -> Callable[[Trees, Working], Answer]:
    def answer(trees: Trees, work: Working) -> Answer:
        found = _solutions(trees[0], kind, work)
        value = sp.S.EmptySet if found is sp.S.EmptySet else _first(found, largest=largest)
        if value is None:
            work.note("roots.no_end", trees[0])
            return Answer("value", None, Text("no largest number" if largest else "no smallest number"), verified=True)
        if value is sp.S.EmptySet:
            return Answer("value", None, Text("none of them"), verified=True)
        work.note("roots.last_number" if largest else "roots.first_number", to_tree(value), value=value)
        return Answer("value", value, verified=True)

    return answer


def _count(kind: str) -> Callable[[Trees, Working], Answer]:
    def answer(trees: Trees, work: Working) -> Answer:
        inside = _inside(_solutions(trees[0], kind, work))
        if inside is None:
            return Answer("value", None, Text("infinitely many"), verified=True)
        if 0 < len(inside) <= _MOST:
            work.note("roots.integers", listed(inside))
        return Answer("value", sp.Integer(len(inside)), verified=True)

    return answer


def _all(kind: str) -> Callable[[Trees, Working], Answer]:
    def answer(trees: Trees, work: Working) -> Answer:
        inside = _inside(_solutions(trees[0], kind, work))
        if inside is None or len(inside) > _MOST:
            work.note("roots.no_end", trees[0])
            return Answer("value", None, Text("infinitely many"), verified=True)
        shown = listed(inside) if inside else Text("none of them")
        return Answer("value", None, shown, verified=True)

    return answer


INTEGERS: dict[str, Callable[[Trees, Working], Answer]] = {
    name: work_out
    for kind in _HOMES
    for name, work_out in (
        (f"count of {kind}s", _count(kind)),
        (f"smallest {kind}", _end(kind, largest=False)),
        (f"largest {kind}", _end(kind, largest=True)),
        (f"all {kind}s", _all(kind)),
    )
}
