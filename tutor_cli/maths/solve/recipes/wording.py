"""A problem in words as the recipes read it: numbers in digits, money and percentages marked alike."""

from __future__ import annotations

import re
from functools import lru_cache

from tutor_cli.maths.spoken import with_digits

_ORDINALS = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "fifteenth": 15, "twentieth": 20, "twenty-fifth": 25, "thirtieth": 30,
    "fiftieth": 50, "hundredth": 100,
}  # fmt: skip
# Before its amount; behind one, "1500 rupees 10%", it belongs to that.
_MONEY = r"(?<!\d )(?:₹|\brs\.?|\binr\b|\brupees)"
_REPLACEMENTS = tuple(
    (re.compile(pattern, re.IGNORECASE), by)
    for pattern, by in (
        (r"(?<=\d),(?=\d{2,3}(?:,\d{3})*\s*(?:rupees?|rs\b))", ""),
        (rf"({_MONEY})\s*(\d{{1,3}}),(\d{{2,3}}),(\d{{3}})\b", r"\1 \2\3\4"),
        (rf"({_MONEY})\s*(\d{{1,3}}),(\d{{3}})\b", r"\1 \2\3"),
        (rf"{_MONEY}\s*(\d+(?:\.\d+)?)", r"\1 rupees"),
        (r"(?<=\d)\s*(?:rs\b\.?|rupee\b|/-)", " rupees"),
        (r"(?<=\d)\s*(?:per ?cent(?:age)?\b|%)", "%"),
        (r"(?<=\d)\s*(?:degrees?\b|°)", "°"),
        (r"(?<=\d)(?:st|nd|rd)\b", "th"),
        (r"\b(number|it|age) minus (?=\d)", r"\1 decreased by "),
        (r"(?<![\d)a-z]) ?\b(?:minus|negative) (?=\d)", " -"),
        (r"−", "-"),
        (r"(\d+(?:\.\d+)?) and (?:a|1)/?2? ?half\b", r"\1.5"),
        (r"(\d/\d) (?:of )?an? (?=hour|year|km|kg|litre|metre|minute)", r"\1 "),
        (r"[’']", ""),
        (r"\b(profit|gain|loss|discount) (?:in|as a) per ?cent(?:age)?\b", r"\1 percent"),
        (r"\bto what (?:amount|sum) (?:do|does|will|would) (.+?) (?:grow|amount|rise)\b", r"what will \1 become"),
        (r"\s+", " "),
    )
)
# 2 3/4
_MIXED = re.compile(r"(?<![\d/.:,-])(\d+) (\d+)/(\d+)(?![\d/])")
_ORDINAL = re.compile(rf"\b({'|'.join(_ORDINALS)}) term\b", re.IGNORECASE)


_POLYGONS = {"pentagon": 5, "hexagon": 6, "heptagon": 7, "octagon": 8, "nonagon": 9, "decagon": 10}
# Words for numbers that count nothing where they stand, and points that are no decimal points.
_NO_NUMBERS = tuple(
    (re.compile(pattern, re.IGNORECASE), by)
    for pattern, by in (
        *((rf"\b{word} and a half\b", f"{count}.5") for count, word in enumerate(("one", "two", "three", "four"), 1)),
        (r"\b(a|the|this|that|some|any|from|given|external|outside|exterior) point\b", r"\1 place"),
        (r"(?<=[a-z]) one(?=\s*(?:[?.!,]|$|from\b|if\b|now\b))", " item"),
        (r"\ball (?:two|three|four|2|3|4)\b", "all"),
        (r"\bhalf.?yearly\b", "semi-annually"),
        (r"\ba third (?=(?:can|one|pipe|tap|man|person|is|pump|worker)\b)", "another "),
        (r"\bone (?=side|number|of|angle|is|way|more|another|leg|end)", "a "),
        (r"\bthe (?:second|third|fourth|other)(?: one)?(?= ?(?:[?.!,]|$|angle|side|number|term of))", "the other"),
        (r"\b(?:each|no) one\b", "each"),
        (
            r"\bone (?=[a-z]+ (?:is|was|are) (?:then )?(?:drawn|taken|chosen|picked|selected|removed|thrown|tossed))",
            "a ",
        ),
        *((rf"\b{name}\b", f"polygon with {sides} sides") for name, sides in _POLYGONS.items()),
    )
)


@lru_cache(maxsize=64)
def told(text: str) -> str:
    """Return the text with its numbers in digits, money as `5 rupees`, and percentages and angles with their sign."""
    plain = _ORDINAL.sub(lambda found: f"{_ORDINALS[found[1].lower()]}th term", text.replace("$", " "))
    for pattern, by in _NO_NUMBERS:
        plain = pattern.sub(by, plain)
    for pattern, by in _REPLACEMENTS[:6]:
        plain = pattern.sub(by, plain)
    plain = with_digits(plain)
    for pattern, by in _REPLACEMENTS:
        plain = pattern.sub(by, plain)
    return _MIXED.sub(_improper, plain).strip()


def _improper(found: re.Match[str]) -> str:
    whole, above, below = map(int, found.groups())
    return f"{whole * below + above}/{below}" if above < below else found.group()


_SOLIDS = re.compile(r"\b(?:hemi|con(?=e|ical)|cyl|(?:(?<=semi)|(?<!\w))spher|cub)", re.IGNORECASE)


def names_another_solid(text: str, known: str) -> bool:
    """Tell whether a text names a solid that is not among the `known` words: what is left out would be lost."""
    solids = {found.group().lower() for found in _SOLIDS.finditer(text)}
    return len(solids) > 1 and any(solid not in known.lower() for solid in solids)


_TEENS = (11, 12, 13)


def ordinal(number: int) -> str:
    """Return a number as an English ordinal: 1st, 12th."""
    ending = "th" if number % 100 in _TEENS else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
