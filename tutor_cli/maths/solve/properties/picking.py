"""How many of a list are more or less than a number, and the chance to pick one of these."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Quotient, Relation
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer
from tutor_cli.maths.solve.properties.subject import Trees, number_of, numbers_of
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import listed, to_tree

_HOLDS: dict[str, Callable[[Any, Any], Any]] = {
    "more than": lambda value, bound: value > bound,
    "less than": lambda value, bound: value < bound,
    "at least": lambda value, bound: value >= bound,
    "at most": lambda value, bound: value <= bound,
    "equal to": lambda value, bound: value == bound,
}


def _chosen(trees: Trees, name: str, work: Working) -> tuple[int, int]:
    """Return how many of the list are wanted and how many there are; list the wanted ones."""
    bound, values = number_of(trees[0]), numbers_of(trees[1:])
    if len(values) <= 1:
        raise Unknown("a list")
    wanted = [value for value in values if bool(_HOLDS[name](value, bound))]
    if wanted:
        work.note("picking.wanted", listed(wanted), count=sp.Integer(len(wanted)))
    else:
        work.note("picking.none", listed(values))
    return len(wanted), len(values)


def _count(name: str) -> Callable[[Trees, Working], Answer]:
    def answer(trees: Trees, work: Working) -> Answer:
        return Answer("value", sp.Integer(_chosen(trees, name, work)[0]), verified=True)

    return answer


def _chance(name: str) -> Callable[[Trees, Working], Answer]:
    def answer(trees: Trees, work: Working) -> Answer:
        wanted, total = _chosen(trees, name, work)
        counts = Quotient(to_tree(sp.Integer(wanted)), to_tree(sp.Integer(total)))
        value = sp.Rational(wanted, total)
        parts = (counts,) if to_tree(value) == counts else (counts, to_tree(value))
        work.note("picking.chance", Relation(parts, ("=",)) if len(parts) > 1 else counts, total=sp.Integer(total))
        return Answer("value", value, verified=True)

    return answer


PICKING: dict[str, Callable[[Trees, Working], Answer]] = {
    **{f"count {name}": _count(name) for name in _HOLDS},
    **{f"chance {name}": _chance(name) for name in _HOLDS},
}
