"""In which units the numbers of one story are worked with, and how units are said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from tutor_cli.maths.solve.stories.frames import Quantity
from tutor_cli.maths.solve.stories.measures import UNITS, Measure

_OF_SPEED = {"km/h": ("km", "hours"), "m/s": ("m", "seconds")}
_AREAS = {"km": "km²", "m": "m²", "cm": "cm²", "mm": "mm²"}
_VOLUMES = {"m": "m³", "cm": "cm³", "mm": "mm³"}
_LENGTHS = {
    **{area: length for length, area in _AREAS.items()},
    **{volume: length for length, volume in _VOLUMES.items()},
}

# How units are said, in English and Hindi; the others are said as they are written.
WORDS: dict[str, tuple[str, str]] = {
    "rupees": ("rupees", "रुपये"), "paise": ("paise", "पैसे"), "km/h": ("km per hour", "किमी प्रति घंटा"),
    "m/s": ("metres per second", "मीटर प्रति सेकंड"), "km²": ("square km", "वर्ग किमी"),
    "m²": ("square metres", "वर्ग मीटर"), "cm²": ("square cm", "वर्ग सेमी"), "hectares": ("hectares", "हेक्टेयर"),
    "mm²": ("square mm", "वर्ग मिमी"), "mm³": ("cubic mm", "घन मिमी"), "mm": ("mm", "मिमी"),
    "m³": ("cubic metres", "घन मीटर"), "cm³": ("cubic cm", "घन सेमी"), "litres": ("litres", "लीटर"),
    "km": ("km", "किमी"), "cm": ("cm", "सेमी"), "m": ("metres", "मीटर"), "kg": ("kg", "किलो"), "g": ("grams", "ग्राम"),
    "years": ("years", "वर्ष"), "months": ("months", "महीने"), "weeks": ("weeks", "सप्ताह"), "days": ("days", "दिन"),
    "hours": ("hours", "घंटे"), "minutes": ("minutes", "मिनट"), "seconds": ("seconds", "सेकंड"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Base:
    """The units of one story: of lengths, times, masses; `others` has those of further kinds."""

    length: str
    time: str
    others: dict[str, str]

    def unit(self, kind: str) -> str:
        """Return the unit of a kind of quantity, or nothing."""
        known = {"length": self.length, "time": self.time, "money": "rupees", "percent": "%", "angle": "°"}
        known |= {"area": _AREAS.get(self.length, ""), "volume": _VOLUMES.get(self.length, "")}
        speed = next((name for name, pair in _OF_SPEED.items() if pair == (self.length, self.time)), "")
        return known.get(kind) or (speed if kind == "speed" and speed else self.others.get(kind, ""))


def base(measures: Iterable[Measure], wanted: tuple[str, ...] = (), *, moves: bool = False) -> Base:
    """Return the units that fit the measures together: those wanted, else of a speed or rate, else the first."""
    first: dict[str, str] = {}
    pers = []
    for measure in measures:
        pers += [measure.per] if measure.per in UNITS else []
        if measure.unit:
            first.setdefault(measure.kind, measure.unit)
    length, time = wanted or _OF_SPEED.get(first.get("speed", ""), ("", ""))
    for unit in (*pers, first.get("area", ""), first.get("volume", "")):
        length = length or _LENGTHS.get(unit, unit if unit in UNITS and UNITS[unit][0] == "length" else "")
    length, time = length or first.get("length", ""), time or first.get("time", "")
    if moves and (length, time) not in _OF_SPEED.values():
        time = dict(_OF_SPEED.values()).get(length, time)
    return Base(length, time, first)


def of_speed(unit: str) -> tuple[str, ...]:
    """Return the units of length and time that a unit of speed is made of; nothing for another unit."""
    return _OF_SPEED.get(unit, ())


# As school books reckon interest.
_IN_A_YEAR = {"months": 12, "weeks": 52, "days": 365}


def value(measure: Measure, base: Base, wanted: str = "") -> str:
    """Return the value of a measure in the unit its quantity is wanted in, else in the units of its story."""
    if wanted == "years" and measure.unit in _IN_A_YEAR:
        return str(Fraction(measure.value) / _IN_A_YEAR[measure.unit])
    unit = "rupees" if measure.unit == "paise" else base.unit(measure.kind)
    return measure.into(unit) if unit else measure.value


def of(quantity: Quantity, base: Base) -> str:
    """Return the unit of a quantity, or nothing."""
    if quantity.unit or len(quantity.kinds) == 1:
        return quantity.unit or base.unit(*quantity.kinds)
    return next((base.unit(kind) for kind in base.others if kind in quantity.kinds), "")


def factor(unit: str, other: str) -> str:
    """Return how many of another unit one unit is; nothing where it is the same or of another kind."""
    if unit == other or unit not in UNITS or other not in UNITS or UNITS[unit][0] != UNITS[other][0]:
        return ""
    return str(Fraction(UNITS[unit][1]) / UNITS[other][1])


def said(unit: str, language: str, *, one: bool = False) -> str:
    """Return a unit in words; of `one` in the singular."""
    english, hindi = WORDS.get(unit, (unit, unit))
    if language == "hi":
        return hindi
    return english.removesuffix("s") if one and not english.endswith("ss") and english != "paise" else english
