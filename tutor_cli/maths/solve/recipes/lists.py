"""What recipes need of the lists and points in a text: first term and difference, coordinates, counts."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise

from tutor_cli.maths.expr import Expr
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.recipes import units
from tutor_cli.maths.solve.recipes.table import NUMBER

_NUMBER = re.compile(NUMBER)
Found = dict[str, str]
Given = tuple[str, ...]
# So few terms do not show a progression.
_FEWEST = 2


def numbers(text: str) -> list[str]:
    """Return the numbers of a list, as they are written."""
    return [found.group().strip() for found in _NUMBER.finditer(text)]


def _in_order(found: Found, given: Given) -> tuple[Expr, ...]:
    return tuple(parse(found[letter], "typed") for letter in given)


def _three_terms(found: Found, given: Given) -> tuple[Expr, ...]:
    """Three terms told one after another: "100 in the first month, 150 in the second, 200 in the third"."""
    terms = [Fraction(found[letter]) for letter in "abc"]
    gaps = {b - a for a, b in pairwise(terms)}
    if len(gaps) != 1:
        raise ValueError("no arithmetic progression")
    return _in_order({**found, "a": str(terms[0]), "d": str(gaps.pop())}, given)


def _listed(found: Found, given: Given) -> tuple[Expr, ...]:
    """All the numbers of the list, after the other numbers the recipe needs."""
    items = [parse(item, "typed") for item in numbers(found["LIST"])]
    if len(items) < _FEWEST:
        raise ValueError("no list")
    return (*_in_order(found, given), *items)


def _points(found: Found, given: Given) -> tuple[Expr, ...]:
    """The coordinates of the points, in order, by the letters the recipe has for them; the rest by name."""
    coordinates = numbers(found.get("POINTS", "") + found.get("POINT", ""))
    places = [letter for letter in given if letter not in found]
    if len(coordinates) != len(places):
        raise ValueError("other points than wanted")
    return _in_order({**found, **dict(zip(places, coordinates, strict=True))}, given)


def _units(found: Found, given: Given) -> tuple[Expr, ...]:
    return _in_order({**found, "k": units.factor(found["from"], found["to"])}, given)


DERIVED: dict[str, Callable[[Found, Given], tuple[Expr, ...]]] = {
    "three terms": _three_terms,
    "listed": _listed,
    "points": _points,
    "units": _units,
}
