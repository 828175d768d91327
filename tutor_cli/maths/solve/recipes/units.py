"""How many of one unit are in another."""

from __future__ import annotations

from fractions import Fraction

# Each unit by its names: what it measures, and how much of the first unit of that kind it is.
_UNITS: dict[str, tuple[str, str]] = {
    "mm millimetre millimeter": ("length", "1/1000"),
    "cm centimetre centimeter": ("length", "1/100"),
    "m metre meter": ("length", "1"),
    "km kilometre kilometer kms": ("length", "1000"),
    "mg milligram": ("mass", "1/1000"),
    "g gram gm": ("mass", "1"),
    "kg kilogram kilo": ("mass", "1000"),
    "quintal": ("mass", "100000"),
    "tonne ton": ("mass", "1000000"),
    "s sec second": ("time", "1"),
    "min minute": ("time", "60"),
    "h hr hour": ("time", "3600"),
    "day": ("time", "86400"),
    "week": ("time", "604800"),
    "ml millilitre milliliter cm³ cubiccm cubiccentimetre cubiccentimeter cc": ("volume", "1/1000"),
    "l litre liter": ("volume", "1"),
    "m³ cubicm cubicmetre cubicmeter": ("volume", "1000"),
    "cm² squarecm sqcm squarecentimetre squarecentimeter": ("area", "1/10000"),
    "m² squarem sqm squaremetre squaremeter": ("area", "1"),
    "hectare": ("area", "10000"),
    "km² squarekm sqkm squarekilometre squarekilometer": ("area", "1000000"),
    "km/h km/hr km/hour kmph kilometre/hour kilometer/hour kmhr": ("speed", "5/18"),
    "m/s m/sec m/second metre/second meter/second": ("speed", "1"),
    "paisa paise": ("money", "1/100"),
    "rupee": ("money", "1"),
}
_BY_NAME = {name: unit for names, unit in _UNITS.items() for name in names.split()}


def factor(one: str, other: str) -> str:
    """Return how many of the other unit one unit is; raise KeyError or ValueError where they do not belong together."""
    (kind, size), (other_kind, other_size) = _unit(one), _unit(other)
    if kind != other_kind:
        raise ValueError("units of different kinds")
    return str(Fraction(size) / Fraction(other_size))


def _unit(text: str) -> tuple[str, str]:
    name = text.strip().casefold().replace(" per ", "/").replace(" an ", "/").replace(" ", "")
    singular = name.replace("s/", "/", 1)
    for spelling in (name, name.removesuffix("s"), singular, singular.removesuffix("s")):
        if spelling in _BY_NAME:
            return _BY_NAME[spelling]
    raise KeyError(name)
