"""Where a number lies between others: the whole numbers on both sides of it, which of two it is nearer to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Expr, Fence, Neg, Number, Relation
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer
from tutor_cli.maths.solve.properties.subject import Trees, number_of
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import to_tree


def whole_numbers_around(trees: Trees, work: Working) -> Answer:
    """Return the two whole numbers next to each other between which a number lies."""
    value = number_of(trees[0])
    low = sp.floor(value)
    if value == low:
        raise Unknown("a number between two whole ones")
    around = _chain(low, trees[0], low + 1)
    if value > 0 and (value**2).is_Integer:
        work.note("number.squares_around", _chain(low**2, to_tree(value**2), (low + 1) ** 2))
        work.note("number.roots_around", around)
    else:
        work.note("number.around", around, value=_decimal(value))
    return Answer("set", sp.FiniteSet(low, low + 1), around, verified=bool(low < value < low + 1))


def nearer(trees: Trees, work: Working) -> Answer:
    """Return which of two numbers a third one is nearer to; it may be given as standing between them."""
    match trees:
        case (Relation((low, middle, high), _),):
            one, other, value = number_of(low), number_of(high), number_of(middle)
        case _:
            value, one, other = map(number_of, trees)
    gaps = [abs(value - end) for end in (one, other)]
    if gaps[0] == gaps[1]:
        raise Unknown("a number nearer to one than to the other")
    for end, gap in zip((one, other), gaps, strict=True):
        work.note("number.gap", _gap(value, end, gap), end=end)
    found = one if gaps[0] < gaps[1] else other
    work.note("number.smaller_gap", to_tree(found))
    return Answer("value", found, verified=True)


def opposite(trees: Trees, work: Working) -> Answer:
    """Return the number with the other sign."""
    value = -number_of(trees[0])
    work.note("number.opposite", to_tree(value))
    return Answer("value", value, verified=True)


def _chain(low: Any, middle: Expr, high: Any) -> Relation:
    return Relation((to_tree(low), middle, to_tree(high)), ("<", "<"))


def _gap(value: Any, end: Any, gap: Any) -> Relation:
    distance = Fence(to_tree(sp.Add(value, -end, evaluate=False)), "abs")
    return Relation(
        (distance, to_tree(gap) if gap.is_Rational else _decimal(gap)), ("=" if gap.is_Rational else "approx",)
    )


def _decimal(value: Any) -> Expr:
    digits = Number(f"{abs(float(value)):.4f}")
    return Neg(digits) if value < 0 else digits


NEARNESS: dict[str, Callable[[Trees, Working], Answer]] = {
    "whole numbers around": whole_numbers_around,
    "nearer": nearer,
    "opposite": opposite,
}
