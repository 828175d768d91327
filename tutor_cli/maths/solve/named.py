"""Quantities asked for by name, `the mean of 2, 4 and 9`: which one, and the numbers it is worked out from.

A text is read only where it is clear that it asks for the quantity of just these numbers; a story about a mean that is
given is none of these.
"""

from __future__ import annotations

import re
from itertools import pairwise

from tutor_cli.maths.expr import Expr, Sequence
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.heard import fraction_of_two, in_digits, percents_over_hundred, points_apart, signed
from tutor_cli.maths.solve.phrases import QUANTITIES
from tutor_cli.maths.solve.problem import Problem

_NUMBER = r"-?\d+(?:\.\d+)?(?:/\d+)?"
# "the mean is 154": the quantity is given, and something else is asked for.
_GIVEN = re.compile(
    r"\W*(?:of [a-z ]{1,30})?(?:is|are|was|=|equals|becomes?|hai|है)\s*(?:rs\.? ?|₹ ?)?-?\d", re.IGNORECASE
)
_ASKS_BACK = re.compile(
    r"\bof (?:it|that|this)\b|\b(?:difference|perpendicular|parallel|bisector)\b|"
    r"\bhow (?:many|long)\b|\bbecomes?\b|\b(?:find|what is|what's|at what|which)(?: the| its)? "
    r"(?:rate|time|principal|sum|radius|height|side|edge|other|length|breadth|width|base)\b|\bgeometric\b",
    re.IGNORECASE,
)
# How many numbers a quantity is worked out from, where it is not a list: one, or the coordinates of two points.
_COUNTS = {
    **dict.fromkeys(("fraction", "decimal", "percent"), 1),
    **dict.fromkeys(("distance_of", "slope_of", "midpoint_of", "line through two points"), 4),
}
# A list has so many numbers.
_FEWEST = 2
# Who tells of things to be seen gives no points.
_NO_POINTS = re.compile(r"\b(?:angles?|elevation|depression|tall|high|towers?|ships?|boats?|poles?)\b", re.IGNORECASE)
# What may stand between the numbers of a list.
_BETWEEN = re.compile(r"\s*(?:[,;&+]|\band\b|\baur\b|और|एवं|तथा)?\s*(?:and|aur|और)?\s*", re.IGNORECASE)


def named_quantity(text: str) -> Problem | None:
    """Return the problem that asks for a quantity by its name, or None."""
    for pattern, name in QUANTITIES:
        found = pattern.search(text)
        if found and not _GIVEN.match(text[found.end() :]) and not _ASKS_BACK.search(text):
            if name == "distance_of" and _NO_POINTS.search(text):
                continue
            values = _values(name, text[: found.start()] + " " + text[found.end() :])
            if values and name == "line through two points":
                values = (Sequence(values[:2], "("), Sequence(values[2:], "("))
            if values:
                return Problem("quantity", values, quantity=name)
    return None


def _values(name: str, text: str) -> tuple[Expr, ...]:
    """Return the numbers the quantity is worked out from, written or, where that is not enough, in words."""
    text, count = signed(text), _COUNTS.get(name)
    digits = in_digits(text)
    if count == 1:
        versions = (percents_over_hundred(digits), fraction_of_two(digits))
    else:
        versions = (text, digits, *((points_apart(digits),) if count else ()))
    for version in versions:
        values = _numbers(version, listed=count is None)
        if values and len(values) == (count or len(values)):
            return values
    return ()


def _numbers(text: str, *, listed: bool) -> tuple[Expr, ...]:
    """Return the numbers of a text; those of a list only where nothing but commas and "and" stands between them."""
    found = list(re.finditer(_NUMBER, text))
    gaps = (text[one.end() : other.start()] for one, other in pairwise(found))
    if listed and (len(found) < _FEWEST or not all(_BETWEEN.fullmatch(gap) for gap in gaps)):
        return ()
    return tuple(parse(number.group(), "typed") for number in found)
