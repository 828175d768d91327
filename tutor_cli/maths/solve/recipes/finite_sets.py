"""Finite sets: union, intersection, difference, subsets."""

from __future__ import annotations

from collections.abc import Callable

import sympy as sp

from tutor_cli.maths.expr import Expr, Infix, Number, Power, Relation, SetOf, Symbol
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer
from tutor_cli.maths.solve.recipes.functions import yes_or_no
from tutor_cli.maths.solve.working import Working

_SIGNS = {"union": "cup", "intersection": "cap", "set difference": "setminus"}
Items = tuple[Expr, ...]


def _items(tree: Expr) -> Items:
    if isinstance(tree, SetOf) and tree.condition is None:
        return tuple(dict.fromkeys(tree.items))
    if tree == Symbol("emptyset"):
        return ()
    raise Unknown("a set in braces")


def _chosen(name: str, a: Items, b: Items) -> Items:
    if name == "union":
        return tuple(dict.fromkeys((*a, *b)))
    return tuple(item for item in a if (item in b) == (name == "intersection"))


def _combined(name: str) -> Callable[[tuple[Expr, ...], Working], Answer]:
    def work_out(trees: tuple[Expr, ...], work: Working) -> Answer:
        a, b = map(_items, trees)
        found = _chosen(name, a, b)
        tree: Expr = SetOf(found) if found else Symbol("emptyset")
        id = f"set.{name.replace('set ', '')}"
        work.remark(id, Infix(_SIGNS[name], trees), tree)
        expected = {"union": set(a) | set(b), "intersection": set(a) & set(b), "set difference": set(a) - set(b)}
        return Answer("value", None, tree, verified=set(found) == expected[name])

    return work_out


def _subsets(trees: tuple[Expr, ...], work: Working) -> Answer:
    count = len(_items(trees[0]))
    value = sp.Integer(2) ** count
    line = Relation((Power(Number("2"), Number(str(count))), Number(str(value))), ("=",))
    work.remark("set.subsets", trees[0], line, count=sp.Integer(count))
    return Answer("value", value, verified=True)


def _elements(trees: tuple[Expr, ...], work: Working) -> Answer:
    value = sp.Integer(len(_items(trees[0])))
    work.note("set.elements", trees[0], count=value)
    return Answer("value", value, verified=True)


def _is_subset(trees: tuple[Expr, ...], work: Working) -> Answer:
    a, b = map(_items, trees)
    holds = set(a) <= set(b)
    work.note("set.is_subset" if holds else "set.is_no_subset", trees[0])
    return yes_or_no(holds)


SETS: dict[str, Callable[[tuple[Expr, ...], Working], Answer]] = {
    **{name: _combined(name) for name in _SIGNS},
    "subsets": _subsets,
    "elements": _elements,
    "is subset": _is_subset,
}
