"""The numbers of a text with their units, as Indian school books and their pupils write and say them."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

# Each unit: its kind, how much of the first unit of its kind it is, and how it is written and said.
UNITS: dict[str, tuple[str, Fraction, str]] = {
    "rupees": ("money", Fraction(1), r"rupees?"),
    "paise": ("money", Fraction(1, 100), r"paise|paisa"),
    "%": ("percent", Fraction(1), r"%"),
    "°": ("angle", Fraction(1), r"°"),
    "km/h": ("speed", Fraction(1), r"km ?/ ?h(?:r|our)?s?|kmph|km ?ph|(?:km|kilomet(?:re|er)s?) (?:per|an|a|in an) hours?"),
    "m/s": ("speed", Fraction(18, 5), r"m ?/ ?s(?:ec)?|(?:m|met(?:re|er)s?) (?:per|a) sec(?:ond)?"),
    "km²": ("area", Fraction(10**6), r"(?:sq\.?|square) ?(?:km|kilomet(?:re|er)s?)|km²|km\^2"),
    "m²": ("area", Fraction(1), r"(?:sq\.?|square) ?(?:m|met(?:re|er)s?)|m²|m\^2|m2"),
    "cm²": ("area", Fraction(1, 10**4), r"(?:sq\.?|square) ?(?:cm|centimet(?:re|er)s?)|cm²|cm\^2|cm2"),
    "hectares": ("area", Fraction(10**4), r"hectares?"),
    "m³": ("volume", Fraction(1), r"(?:cu\.?|cubic) ?(?:m|met(?:re|er)s?)|m³|m\^3|m3"),
    "cm³": ("volume", Fraction(1, 10**6), r"(?:cu\.?|cubic) ?(?:cm|centimet(?:re|er)s?)|cm³|cm\^3|cm3|cc"),
    "litres": ("volume", Fraction(1, 1000), r"lit(?:re|er)s?|l"),
    "ml": ("volume", Fraction(1, 10**6), r"ml|millilit(?:re|er)s?"),
    "km": ("length", Fraction(1000), r"kms?|kilomet(?:re|er)s?"),
    "cm": ("length", Fraction(1, 100), r"cms?|centimet(?:re|er)s?"),
    "mm": ("length", Fraction(1, 1000), r"mm|millimet(?:re|er)s?"),
    "m": ("length", Fraction(1), r"m|met(?:re|er)s?"),
    "kg": ("mass", Fraction(1000), r"kgs?|kilo(?:gram)?s?"),
    "g": ("mass", Fraction(1), r"g|gms?|grams?"),
    "years": ("time", Fraction(365 * 24), r"years?|yrs?"),
    "months": ("time", Fraction(365 * 2), r"months?"),
    "weeks": ("time", Fraction(7 * 24), r"weeks?"),
    "days": ("time", Fraction(24), r"days?"),
    "hours": ("time", Fraction(1), r"hours?|hrs?|h"),
    "minutes": ("time", Fraction(1, 60), r"min(?:ute)?s?"),
    "seconds": ("time", Fraction(1, 3600), r"sec(?:ond)?s?|s"),
}  # fmt: skip
_UNIT = "|".join(f"(?P<u{index}>{pattern})" for index, (_, _, pattern) in enumerate(UNITS.values()))
_NAMES = list(UNITS)
_VALUE = r"(?<![\w.])\d+(?:\.\d+)?(?:/\d+)?"
_MEASURE = re.compile(rf"(?P<value>{_VALUE})(?:\s*-?\s*(?:{_UNIT})(?![a-z]))?", re.IGNORECASE)
# "12 rupees per metre", "40 rupees a kg", "20 rupees each".
_PER = re.compile(
    r"\s*(?:(?:for )?(?P<each>each|apiece|per (?:piece|head|person|item|child|student))\b|(?:/ ?|(?:per|for every|for each) (?:\d+ )?"
    r"|an? (?=kg|kilo|lit|metre|meter|square|dozen|piece|packet|gram))(?P<noun>[a-z²³]+(?: (?:m|met(?:re|er)s?|cm))?(?![a-z])))",
    re.IGNORECASE,
)  # fmt: skip
_NO_RATE = frozenset(("year", "month", "day", "week", "annum"))
# How many there are of these is told in passing: "2 cars start", "the 4 walls".
# Behind a number: "its length is 5 cm more than its breadth" gives no length.
COMPARED = re.compile(
    r"\s*(?:more|less|longer|shorter|greater|smaller|wider|taller|higher|bigger) than (?:its|the|their|that)\b",
    re.IGNORECASE,
)
_PASSING = re.compile(
    r"\s*(?:cars?|trains?|buses|walls|friends|persons|people|men|boys|girls|brothers|sisters|cyclists|towns|places|stations"
    r"|cities|numbers|taps?|pipes?|sides|partners|groups|sections|parts|clubs|shops|games|subjects|languages|equal|angles"
    r"|ships?|boats?|lines?|circles?|points?|poles?|towers?|parallel|objects?|persons?|houses?|tangents?|buildings?)\b",
    re.IGNORECASE,
)
_DOZEN = re.compile(r"\b(?:(?P<n>\d+) |an? |1 )?dozens?\b(?: of)?", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:and|,)?\s*")
_FINER = {
    "years": "months",
    "hours": "minutes",
    "minutes": "seconds",
    "rupees": "paise",
    "km": "m",
    "m": "cm",
    "kg": "g",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """A number of a text: its value as written, its kind (`count` without a unit), its unit, its place.

    Of a price `per` something the kind is `rate`, or `rate/length` and the like where that is a unit.
    """

    value: str
    kind: str
    unit: str
    start: int
    end: int
    per: str = ""

    @property
    def is_article(self) -> bool:
        """Whether it is the one of "one weighing 65 kg", which counts nothing."""
        return self.kind == "count" and self.value == "1"

    def into(self, unit: str) -> str:
        """Return the value in another unit of its kind."""
        if self.unit not in UNITS or UNITS[self.unit][0] != UNITS[unit][0]:
            return self.value
        return str(Fraction(self.value) * UNITS[self.unit][1] / UNITS[unit][1])


def measures(text: str) -> list[Measure]:
    """Return the measures of a text that `told` has put into digits, in their order; "2 years 6 months" are one."""
    joined: list[Measure] = []
    for measure in _each(text):
        last = joined[-1] if joined else None
        gap = text[last.end : measure.start] if last else ""
        if last and _FINER.get(last.unit) == measure.unit and not last.per and _JOINT.fullmatch(gap):
            joined[-1] = _sum(last, measure)
        else:
            joined.append(measure)
    return joined


def without_dozens(text: str) -> str:
    """Return a text in digits with its dozens as numbers: "24 eggs" for "2 dozen eggs"."""
    return _DOZEN.sub(lambda found: f"{12 * int(found['n'] or 1)}", text)


def in_passing(measure: Measure, text: str) -> bool:
    """Tell whether a number may be left out: a small count of what the story is about, or the one of "a new one"."""
    small = measure.kind == "count" and measure.value in ("1", "2", "3", "4")
    return measure.is_article or (small and _PASSING.match(text, measure.end) is not None)


def unit_named(text: str) -> str:
    """Return the unit a word names, or nothing."""
    found = _MEASURE.fullmatch(f"1 {text}")
    return _unit(found) if found else ""


def _each(text: str) -> Iterator[Measure]:
    for found in _MEASURE.finditer(text):
        unit = _unit(found)
        kind = UNITS[unit][0] if unit else "count"
        measure = Measure(found["value"], kind, unit, found.start(), found.end())
        yield _rate(measure, text) if kind == "money" else measure


def _rate(measure: Measure, text: str) -> Measure:
    found = _PER.match(text, measure.end)
    noun = (found["noun"] or "each").lower() if found else ""
    if found is None or noun in _NO_RATE:
        return measure
    unit = unit_named(noun)
    return replace(measure, kind=f"rate/{UNITS[unit][0]}" if unit else "rate", per=unit or noun, end=found.end())


def _unit(found: re.Match[str]) -> str:
    return next((name for index, name in enumerate(_NAMES) if found[f"u{index}"]), "")


def _sum(coarse: Measure, fine: Measure) -> Measure:
    both = Fraction(coarse.value) + Fraction(fine.into(coarse.unit))
    if coarse.unit == "years":
        both = Fraction(coarse.value) + Fraction(fine.value) / 12
    return replace(coarse, value=str(both), end=fine.end)
