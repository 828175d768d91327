"""Recipes that are more than formulas: questions with yes or no, comparing, arranging letters, endless sums."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import BigOperator, Expr, Infix, Number, Quotient, Relation, Sequence, Symbol, Text
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer, NoMethod, Quantity
from tutor_cli.maths.solve.working import Statement, Working, line_tree
from tutor_cli.maths.solve.writing import listed, to_tree

YES, NO = Text("yes"), Text("no")


def yes_or_no(holds: object) -> Answer:
    """Return the answer to a question that is no number."""
    return Answer("value", None, YES if holds else NO, verified=True)


def _equation(letter: str, shown: Expr, value: Any) -> Relation:
    parts = tuple(dict.fromkeys((Symbol(letter), shown, to_tree(value))))
    return Relation(parts, ("=",) * (len(parts) - 1))


# --- progressions --------------------------------------------------------------------------------------------------


def _endless_sum(values: list[Any], work: Working) -> Answer:
    first, ratio = values
    work.note("sequence.common_ratio", listed([first, first * ratio, first * ratio**2]), ratio=ratio)
    if abs(ratio) >= 1:
        work.note("series.ratio_too_large", Statement(sp.Symbol("r"), ratio), ratio=ratio)
        return Answer("diverges", verified=True)
    k = sp.Symbol("k", integer=True)
    term = BigOperator("sum", to_tree(first * ratio**k), Relation((Symbol("k"), Number("0")), ("=",)), Symbol("infty"))
    value = first / (1 - ratio)
    shown = Quotient(to_tree(first), to_tree(sp.Add(1, -ratio, evaluate=False)))
    work.remark("series.geometric_infinite", term, _equation("S", shown, value), first=first, ratio=ratio)
    partial = sum(float(first) * float(ratio) ** n for n in range(3000))
    agrees = abs(partial - float(value)) < 1e-6 * (1 + abs(partial))
    return Answer("value", value, _equation("S", to_tree(value), value), verified=agrees or abs(ratio) > 0.99)


def _is_term(values: list[Any], work: Working) -> Answer:
    first, difference, wanted = values
    if difference == 0:
        raise NoMethod
    number = (wanted - first) / difference + 1
    work.note("sequence.common_difference", listed([first, first + difference]), difference=difference)
    left = sp.Add(first, sp.Mul(sp.Symbol("n") - 1, difference, evaluate=False), evaluate=False)
    work.remark("sequence.number_of_term", Statement(left, wanted), Statement(sp.Symbol("n"), number), value=wanted)
    fits = number.is_Integer and number > 0
    work.note("sequence.is_term" if fits else "sequence.is_no_term", Statement(sp.Symbol("n"), number), value=wanted)
    return yes_or_no(fits)


def _is_geometric_term(values: list[Any], work: Working) -> Answer:
    first, ratio, wanted = values
    if first == 0 or ratio <= 1 or wanted / first <= 0:
        raise NoMethod
    below = sp.floor(sp.log(wanted / first) / sp.log(ratio))
    near = [(number + 1, first * ratio**number) for number in (below, below + 1) if number >= 0]
    place = next((number for number, term in near if term == wanted), None)
    work.note("sequence.common_ratio", listed([first, first * ratio]), ratio=ratio)
    if place is not None:
        work.note("sequence.found_term", Statement(sp.Symbol("n"), place), value=wanted)
    else:
        work.note("sequence.between_terms", listed([term for _, term in near]), value=wanted)
    return yes_or_no(place is not None)


def _same_step(values: list[Any], work: Working, id: str, steps: list[Any]) -> Answer:
    if len(set(steps)) != 1:
        work.note(f"{id}_none", listed(values))
        return Answer("value", None, NO, verified=True)
    work.note(id, listed(values), **{"difference" if "difference" in id else "ratio": steps[0]})
    return Answer("value", steps[0], verified=True)


def _difference(values: list[Any], work: Working) -> Answer:
    return _same_step(values, work, "sequence.common_difference", [b - a for a, b in pairwise(values)])


def _ratio_of(values: list[Any], work: Working) -> Answer:
    if any(value == 0 for value in values):
        raise NoMethod
    return _same_step(values, work, "sequence.common_ratio", [b / a for a, b in pairwise(values)])


# --- comparing -----------------------------------------------------------------------------------------------------


def _ratio(values: list[Any], work: Working) -> Answer:
    a, b = values
    if not (a.is_Rational and b.is_Rational and a > 0 and b > 0):
        raise Unknown("a ratio")
    quotient = a / b
    before, after = (Infix("colon", tuple(map(to_tree, pair))) for pair in ((a, b), (quotient.p, quotient.q)))
    work.remark("number.ratio", before, after, factor=a / quotient.p)
    return Answer("value", quotient, after, verified=True)


def _compare(values: list[Any], work: Working) -> Answer:
    a, b = values
    if a.is_Rational and b.is_Rational and 1 not in (a.q, b.q) and a.q != b.q:
        common = sp.ilcm(a.q, b.q)
        pair = Sequence(tuple(Quotient(Number(str(int(v * common))), Number(str(common))) for v in values))
        if min(values) > 0:
            work.remark("arithmetic.common_denominator", listed(values), pair, denominator=common)
    return _ordered(a, b, work)


def _ordered(a: Any, b: Any, work: Working) -> Answer:
    sign = "=" if sp.simplify(a - b) == 0 else (">" if a > b else "<")
    tree = line_tree(Statement(a, b, sign))
    work.note("number.compare", tree)
    return Answer("value", None, tree, verified=(float(a) > float(b)) == (sign == ">"))


def _same(values: list[Any], work: Working) -> Answer:
    a, b = values
    equal = sp.simplify(a - b) == 0
    work.note("number.same" if equal else "number.not_same", line_tree(Statement(a, b, "=" if equal else "ne")))
    return yes_or_no(equal)


def _right_angled(values: list[Any], work: Working) -> Answer:
    a, b, c = sorted(values)
    squares = [sp.Pow(v, 2, evaluate=False) for v in (a, b, c)]
    holds = a**2 + b**2 == c**2
    work.note("triangle.longest", listed([a, b, c]), side=c)
    left = sp.Add(*squares[:2], evaluate=False)
    work.remark("triangle.sum_of_squares", left, to_tree(a**2 + b**2))
    work.remark("triangle.square_of_longest", squares[2], to_tree(c**2))
    work.note("triangle.right" if holds else "triangle.not_right", Statement(a**2 + b**2, c**2, "=" if holds else "ne"))
    return yes_or_no(holds)


# --- letters, digits ------------------------------------------------------------------------------------------------


def _letters(values: list[Any], work: Working) -> Answer:
    """Arrange letters: how many there are, and how often each that is repeated occurs."""
    return _counted(_orders(values, "N", "counting.letters", work))


def _letters_fixed(values: list[Any], work: Working) -> Answer:
    """Arrange the letters beside one that has its place."""
    return _counted(_orders(values, "N", "counting.letters_fixed", work))


def _letters_together(values: list[Any], work: Working) -> Answer:
    """Arrange letters of which some stay together: those count as one thing, and are arranged in it."""
    return _counted(_blocks(values, "N", work))


def _letters_apart(values: list[Any], work: Working) -> Answer:
    """Arrange letters of which some are never together: all the orders but those in which they are."""
    count, _, _, *repeated = values
    together = _blocks(values, "T", work)
    every = _orders([count, *repeated], "A", "counting.letters", work)
    shown = to_tree(sp.Add(every, -together, evaluate=False))
    work.note("counting.apart", _equation("N", shown, every - together))
    return _counted(every - together)


def _blocks(values: list[Any], letter: str, work: Working) -> Any:
    count, size, alike, *repeated = values
    outer = _orders([count - size + 1, *repeated[:alike]], "b", "counting.block", work)
    inner = _orders([size, *repeated[alike:]], "c", "counting.in_block", work)
    shown = to_tree(sp.Mul(outer, inner, evaluate=False))
    work.note("counting.both", _equation(letter, shown, outer * inner))
    return outer * inner


def _orders(values: list[Any], letter: str, id: str, work: Working) -> Any:
    """Note in how many orders things can stand of which some are alike, and return it."""
    count, *repeated = values
    value = sp.factorial(count) / sp.prod(map(sp.factorial, repeated))
    alike = sp.Mul(*(sp.factorial(r, evaluate=False) for r in repeated), evaluate=False) if repeated else sp.Integer(1)
    top = to_tree(sp.factorial(count, evaluate=False))
    shown = Quotient(top, to_tree(alike)) if repeated else top
    work.note(
        _ALL_DIFFERENT.get(id, id) if not repeated else id,
        _equation(letter, shown, value),
        count=count,
        orders=top,
        alike=to_tree(alike),
    )
    return value


def _counted(value: Any) -> Answer:
    return Answer("value", value, _equation("N", to_tree(value), value), verified=bool(value.is_Integer))


def _place_value(values: list[Any], work: Working) -> Answer:
    digit, number = values
    places = [k for k in range(-6, 10) if sp.floor(number * sp.Integer(10) ** -k) % 10 == digit]
    places = [k for k in places if (digit != 0 and number * sp.Integer(10) ** -k >= 1) or k < 0 <= number]
    if len(places) != 1 or not digit.is_Integer:
        raise Unknown("one digit of the number")
    place = sp.Integer(10) ** places[0]
    work.note("number.place", to_tree(number), digit=digit, place=place)
    return Answer("value", digit * place, verified=True)


# What is told of letters none of which are alike.
_ALL_DIFFERENT = {"counting.letters": "counting.all_different", "counting.letters_fixed": "counting.rest_different"}
FUNCTIONS: dict[str, Quantity] = {
    "geometric series": _endless_sum,
    "term of a progression": _is_term,
    "term of a geometric progression": _is_geometric_term,
    "common difference": _difference,
    "common ratio": _ratio_of,
    "ratio": _ratio,
    "compare": _compare,
    "same": _same,
    "right angled": _right_angled,
    "letters": _letters,
    "letters fixed": _letters_fixed,
    "letters together": _letters_together,
    "letters apart": _letters_apart,
    "place value": _place_value,
}
