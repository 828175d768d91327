"""Properties of lists of numbers: largest, smallest, total, product, difference, order; the next term; other forms."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Add, Expr, Mul, Neg, Number, Postfix, Relation, Sequence, Symbol, Text
from tutor_cli.maths.solve.bridge import symbol, to_sympy
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.properties.subject import CONSTANTS, Trees, number_of, numbers_of
from tutor_cli.maths.solve.recipes.functions import yes_or_no
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import listed, to_tree

# Decimals that do not end are rounded to so many places.
_PLACES = 4
# So few terms do not show a progression.
_FEWEST = 3
# More terms than this are not read out.
_MOST_TERMS = 20
_PAIR = 2
# The letter of the turns in a general solution.
_TURNS = symbol("n")


def _of_list(name: str, work_out: Callable[[list[Any]], Any]) -> Callable[[Trees, Working], Answer]:
    """Return what works out one number from a list."""

    def answer(trees: Trees, work: Working) -> Answer:
        values = numbers_of(trees)
        if len(values) <= 1:
            raise Unknown("a list")
        found = sp.simplify(work_out(values))
        work.note(f"list.{name}", _shown(name, values, found))
        return Answer("value", found, verified=True)

    return answer


def _shown(name: str, values: list[Any], found: Any) -> Expr:
    """Return the line of working: the list in order, or the sum or product with its value."""
    trees = tuple(map(to_tree, values))
    if name == "total":
        return Relation((Add(trees), to_tree(found)), ("=",))
    if name == "product":
        return Relation((Mul(trees, "cross"), to_tree(found)), ("=",)) if _plain(values) else to_tree(found)
    if name == "difference":
        high, low = sorted(values, key=float, reverse=True)
        return (
            Relation((Add((to_tree(high), Neg(to_tree(low)))), to_tree(found)), ("=",))
            if _plain(values)
            else to_tree(found)
        )
    return listed(sorted(values, key=float))


def _plain(values: list[Any]) -> bool:
    return all(value.is_Rational and value >= 0 for value in values)


def _difference(values: list[Any]) -> Any:
    if len(values) != _PAIR:
        raise Unknown("two numbers")
    return max(values, key=float) - min(values, key=float)


def ordered(trees: Trees, work: Working) -> Answer:
    """Return a list in ascending order."""
    values = sorted(numbers_of(trees), key=float)
    work.note("list.ordered", listed(values))
    return Answer("value", None, listed(values), verified=True)


def count(trees: Trees, work: Working) -> Answer:
    """Return how many numbers a list has."""
    values = numbers_of(trees)
    work.note("list.count", listed(values))
    return Answer("value", sp.Integer(len(values)), verified=True)


# --- progressions --------------------------------------------------------------------------------------------------


def _progression(trees: Trees) -> tuple[list[Any], str, Any]:
    """Return the terms, what is the same from one to the next, and it; raise NoMethod where nothing is."""
    terms = numbers_of(trees)
    steps = {b - a for a, b in pairwise(terms)}
    ratios = {b / a for a, b in pairwise(terms)} if all(terms) else set()
    if len(terms) >= _FEWEST and len(steps) == 1:
        return terms, "difference", steps.pop()
    if len(terms) >= _FEWEST and len(ratios) == 1:
        return terms, "ratio", ratios.pop()
    raise NoMethod


def some_terms(trees: Trees, work: Working, *, following: bool) -> Answer:
    """Return as many terms of a progression as the first tree says, from its first or `following` its last."""
    wanted = number_of(trees[0])
    terms, same, step = _progression(trees[1:])
    if not wanted.is_Integer or not 0 < wanted <= _MOST_TERMS:
        raise Unknown("a few terms")
    work.note(f"sequence.common_{same}", listed(terms), **{same: step})
    start = len(terms) if following else 0
    places = range(start, start + int(wanted))
    found = [terms[0] + k * step if same == "difference" else terms[0] * step**k for k in places]
    return Answer("value", None, listed(found) if len(found) > 1 else to_tree(found[0]), verified=True)


def all_of_sign(trees: Trees, work: Working, *, positive: bool) -> Answer:
    """Tell whether all numbers of a list are positive, or negative."""
    values = sorted(numbers_of(trees), key=float)
    work.note("list.ordered", listed(values))
    return yes_or_no(all(value > 0 if positive else value < 0 for value in values))


def of_sign(trees: Trees, work: Working, *, positive: bool) -> Answer:
    """Return the positive, or the negative, numbers of a list."""
    values = sorted(numbers_of(trees), key=float)
    found = [value for value in values if (value > 0 if positive else value < 0)]
    work.note("list.ordered", listed(values))
    if not found:
        return Answer("value", None, Text("none of them"), verified=True)
    return Answer("value", found[0] if len(found) == 1 else None, listed(found), verified=True)


def next_term(trees: Trees, work: Working) -> Answer:
    """Return the term after the last of a progression."""
    terms, same, step = _progression(trees)
    work.note(f"sequence.common_{same}", listed(terms), **{same: step})
    found = terms[-1] + step if same == "difference" else terms[-1] * step
    work.note("list.next", to_tree(found), last=terms[-1])
    return Answer("value", found, verified=True)


def kind_of_progression(trees: Trees, work: Working) -> Answer:
    """Tell whether a list is an arithmetic or a geometric progression, or neither."""
    try:
        terms, same, step = _progression(trees)
    except NoMethod:
        work.note("list.no_progression", listed(numbers_of(trees)))
        return Answer("value", None, Text("no progression"), verified=True)
    work.note(f"sequence.common_{same}", listed(terms), **{same: step})
    return Answer("value", None, Text("an AP" if same == "difference" else "a GP"), verified=True)


# --- other forms ---------------------------------------------------------------------------------------------------


def in_degrees(trees: Trees, work: Working) -> Answer:
    """Return angles in radians as degrees."""
    values = [to_sympy(tree, CONSTANTS) for tree in _flat(trees)]
    found = [sp.expand(value * 180 / sp.pi) for value in values]
    if any(value.free_symbols - {_TURNS} for value in found):
        raise Unknown("angles")
    shown = _side_by_side([_degrees(value) for value in found])
    work.note("number.to_degrees", shown)
    return Answer("value", found[0] if len(found) == 1 else None, shown, verified=True)


def _degrees(value: Any) -> Expr:
    """Return an angle with its sign; of a general solution the angle and the turns."""
    if turns := value.coeff(_TURNS):
        rest = value.subs(_TURNS, 0)
        whole = Mul((Symbol("n"), Postfix(to_tree(turns), "°")), "cross")
        return Add((_degrees(rest), whole)) if rest else whole
    return Postfix(to_tree(value) if value.is_Rational else _written(value, 2), "°")


def _flat(trees: Trees) -> list[Expr]:
    return [item for tree in trees for item in (_flat(tree.items) if isinstance(tree, Sequence) else [tree])]


def in_radians(trees: Trees, work: Working) -> Answer:
    """Return an angle in degrees as radians."""
    tree = trees[0]
    found = number_of(tree.body if isinstance(tree, Postfix) else tree) * sp.pi / 180
    work.note("number.to_radians", to_tree(found))
    return Answer("value", found, verified=True)


def decimals(trees: Trees, work: Working) -> Answer:
    """Return numbers as decimals; those that do not end are rounded, and said to be."""
    values = numbers_of(trees)
    shown = _side_by_side([_decimal(value) for value in values])
    rounded = not all(map(_ends, values))
    work.note("number.rounded_decimal" if rounded else "number.exact_decimal", shown)
    return Answer("value", values[0] if len(values) == 1 else None, shown, verified=True)


def _ends(value: Any) -> bool:
    """Tell whether the decimal of a number ends."""
    return bool(value.is_Rational) and {2, 5}.issuperset(sp.primefactors(value.q))


def _decimal(value: Any) -> Expr:
    if _ends(value):
        return _written(value, 12)
    return Relation((to_tree(value), _written(value, _PLACES)), ("approx",))


def _written(value: Any, places: int) -> Expr:
    text = f"{sp.N(abs(value), 30):.{places}f}"
    digits = Number(text.rstrip("0").rstrip(".") if "." in text else text)
    return Neg(digits) if value < 0 else digits


def _side_by_side(trees: list[Expr]) -> Expr:
    return trees[0] if len(trees) == 1 else Sequence(tuple(trees))


LISTS: dict[str, Callable[[Trees, Working], Answer]] = {
    "largest": _of_list("largest", lambda values: max(values, key=float)),
    "smallest": _of_list("smallest", lambda values: min(values, key=float)),
    "total": _of_list("total", sum),
    "product": _of_list("product", lambda values: sp.expand(sp.prod(values))),
    "difference": _of_list("difference", _difference),
    "ascending": ordered,
    "count": count,
    "next term": next_term,
    "first terms": lambda trees, work: some_terms(trees, work, following=False),
    "next terms": lambda trees, work: some_terms(trees, work, following=True),
    "all positive": lambda trees, work: all_of_sign(trees, work, positive=True),
    "all negative": lambda trees, work: all_of_sign(trees, work, positive=False),
    "positive ones": lambda trees, work: of_sign(trees, work, positive=True),
    "negative ones": lambda trees, work: of_sign(trees, work, positive=False),
    "kind of progression": kind_of_progression,
    "degrees": in_degrees,
    "radians": in_radians,
    "decimals": decimals,
}
