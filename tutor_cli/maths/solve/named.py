"""Quantities asked for by name, `the mean of 2, 4 and 9`: which one, and the numbers it is worked out from.

A text is read only where it is clear that it asks for the quantity of just these numbers; a story about a mean or an
area that is given is none of these.
"""

from __future__ import annotations

import re
from itertools import pairwise

from tutor_cli.maths.expr import Expr
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.heard import fraction_of_two, in_digits, percents_over_hundred, points_apart, signed
from tutor_cli.maths.solve.phrases import QUANTITIES
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.quantities import COUNTS, FORMULAS, WORDS
from tutor_cli.maths.solve.recipes.hindi.order import in_english_order
from tutor_cli.maths.solve.recipes.wording import names_another_solid

_NUMBER = r"-?\d+(?:\.\d+)?(?:/\d+)?"
# "the area is 154": the quantity is given, and something else is asked for.
_GIVEN = re.compile(
    r"\W*(?:of [a-z ]{1,30})?(?:is|are|was|=|equals|becomes?|hai|है)\s*(?:rs\.? ?|₹ ?)?-?\d", re.IGNORECASE
)
_ASKS_BACK = re.compile(
    r"\bof (?:it|that|this)\b|\b(?:difference|perpendicular|parallel|bisector)\b|"
    r"\bhow (?:many|long)\b|\bbecomes?\b|\b(?:find|what is|what's|at what|which)(?: the| its)? "
    r"(?:rate|time|principal|sum|radius|height|side|edge|other|length|breadth|width|base)\b|\bgeometric\b",
    re.IGNORECASE,
)
# Letters say which number is which, in whatever order they stand.
_LABELLED = re.compile(r"\b[PRT] = \d.*\b[PRT] = \d")
_WITHIN_YEAR = re.compile(r"half.?yearly|semi.?annual|quarterly|monthly", re.IGNORECASE)
# A list has so many numbers.
_FEWEST = 2
_OF_TWO_POINTS = 4
# Who tells of things to be seen gives no points.
_NO_POINTS = re.compile(r"\b(?:angles?|elevation|depression|tall|high|towers?|ships?|boats?|poles?)\b", re.IGNORECASE)
# What may stand between the numbers of a list.
_BETWEEN = re.compile(r"\s*(?:[,;&+]|\band\b|\baur\b|और|एवं|तथा)?\s*(?:and|aur|और)?\s*", re.IGNORECASE)


def named_quantity(text: str) -> Problem | None:
    """Return the problem that asks for a quantity by its name, or None."""
    if (
        names_another_solid(text, "")
        or _LABELLED.search(text)
        or _WITHIN_YEAR.search(f"{text} {in_english_order(text)}")
    ):
        return None
    for pattern, name in QUANTITIES:
        found = pattern.search(text)
        if found and not _GIVEN.match(text[found.end() :]) and not _ASKS_BACK.search(text):
            if name == "distance between two points" and _NO_POINTS.search(text):
                continue
            values = _values(name, text[: found.start()] + " " + text[found.end() :])
            if values:
                return Problem("quantity", values, quantity=name)
    return None


def _values(name: str, text: str) -> tuple[Expr, ...]:
    """Return the numbers the quantity is worked out from, written or, where that is not enough, in words."""
    text = signed(text)
    digits = in_digits(text)
    converts = COUNTS.get(name) == 1
    apart = (points_apart(digits),) if COUNTS.get(name) == _OF_TWO_POINTS else ()
    versions = (percents_over_hundred(digits), fraction_of_two(digits)) if converts else (text, digits, *apart)
    for version in versions:
        values = _inputs(name, version) if name in FORMULAS else _numbers(version, listed=name not in COUNTS)
        if values and len(values) == COUNTS.get(name, len(values)):
            return values
    return ()


def _inputs(name: str, text: str) -> tuple[Expr, ...]:
    """Return the numbers beside the words for the inputs, else the numbers in the order they come."""
    wanted = FORMULAS[name].inputs
    named = {}
    before = _number_first(text)
    for word, letter in WORDS.items():
        if letter in wanted and letter not in named and (value := _beside(word, text, before=before)):
            named[letter] = value
    if "diameter" in text or "vyas" in text or "व्यास" in text:
        given = wanted == ("r",) and any(_beside(word, text, before=before) for word in ("diameter", "vyas", "व्यास"))
        return _halved(text) if given else ()
    if set(named) == set(wanted):
        return tuple(parse(named[letter], "typed") for letter in wanted)
    numbers = re.findall(_NUMBER, text)
    return tuple(parse(number, "typed") for number in numbers) if len(numbers) == len(wanted) else ()


def _number_first(text: str) -> bool:
    """Tell whether the numbers stand before their words: "5 cm breadth", not "breadth 5 cm"."""
    number = re.search(_NUMBER, text)
    words = [found.start() for word in WORDS if (found := re.search(rf"{word}\b", text, re.IGNORECASE))]
    return number is not None and bool(words) and number.start() < min(words)


def _beside(word: str, text: str, *, before: bool) -> str:
    """Return the number next to a word, looked for on that side first."""
    patterns = (
        rf"({_NUMBER})\s*(?:cm|m|%|percent|years?|metres?|meters?)?\s*{word}\b",
        rf"{word}\b\D{{0,9}}?({_NUMBER})",
    )
    matches = (re.search(pattern, text, re.IGNORECASE) for pattern in (patterns if before else reversed(patterns)))
    return next((found[1] for found in matches if found), "")


def _halved(text: str) -> tuple[Expr, ...]:
    numbers = re.findall(_NUMBER, text)
    return (parse(f"{numbers[0]}/2", "typed"),) if len(numbers) == 1 else ()


def _numbers(text: str, *, listed: bool) -> tuple[Expr, ...]:
    """Return the numbers of a text; those of a list only where nothing but commas and "and" stands between them."""
    found = list(re.finditer(_NUMBER, text))
    gaps = (text[one.end() : other.start()] for one, other in pairwise(found))
    if listed and (len(found) < _FEWEST or not all(_BETWEEN.fullmatch(gap) for gap in gaps)):
        return ()
    return tuple(parse(number.group(), "typed") for number in found)
