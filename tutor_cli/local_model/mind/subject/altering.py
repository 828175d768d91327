"""A list in hand with each number changed, one more or one less, before something is asked of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import pairwise

from tutor_cli.local_model.mind.subject.told_things import Things

# So few numbers show no progression; more terms are not written out.
_FEWEST, _MOST = 3, 30
_EACH: Mapping[str, Callable[[Fraction, Fraction], Fraction]] = {
    "each_plus": lambda value, number: value + number,
    "each_minus": lambda value, number: value - number,
    "each_times": lambda value, number: value * number,
    "each_over": lambda value, number: value / number,
}


def altered(things: Things, change: str, number: str) -> Things:
    """Return the list of some things as a change of the table leaves it; nothing where it cannot be done."""
    try:
        values = [Fraction(item) for item in things["list"].split(", ")]
        by = Fraction(number)
    except (KeyError, ValueError, ZeroDivisionError):
        return {}
    if change in _EACH and not (change == "each_over" and by == 0):
        values = [_EACH[change](value, by) for value in values]
    elif change == "first_terms":
        return _first(values, by)
    elif change == "one_more":
        values.append(by)
    elif change == "one_less" and by in values:
        values.remove(by)
    else:
        return {}
    return {"list": ", ".join(map(str, values))}


def _first(values: list[Fraction], count: Fraction) -> Things:
    """Return so many first terms of the arithmetic progression that a list begins."""
    steps = {after - before for before, after in pairwise(values)}
    if len(steps) != 1 or len(values) < _FEWEST or count.denominator != 1 or not 0 < count <= _MOST:
        return {}
    return {"list": ", ".join(str(values[0] + k * next(iter(steps))) for k in range(int(count)))}
