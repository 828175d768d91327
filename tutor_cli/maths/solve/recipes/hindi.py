"""Problems told in Hindi or Hinglish, put into the English words the recipes look for; what else is said stays."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from tutor_cli.maths.spoken import with_digits
from tutor_cli.tables import read_table

_START, _END = r"(?<![\w\u0900-\u097f])", r"(?![\w\u0900-\u097f])"
_NUMBER = r"\d+(?:\.\d+)?(?:/\d+)?"
_GAPS = {
    "n": rf"(?P<n>{_NUMBER})",
    "m": rf"(?P<m>{_NUMBER}(?: ?: ?{_NUMBER})*)",
    "money": rf"(?P<money>{_NUMBER}(?: ?(?:rupees|rs\.?|₹))?)",
    "side": r"(?P<side>radius|diameter|height|length|breadth|base|sides)",
    "colour": r"(?P<colour>red|blue|green|white|black)",
    "a": rf"(?P<a>{_NUMBER} ?[^\s\d]+)",
}
_GAP = re.compile(r"<(\w+)>")
_HINDI = re.compile(
    r"[\u0900-\u097f]|\b(?:ka|ki|ke|ko|hai|hain|me|mein|se|par|kitn[aei]|batao|nikalo|aur|ek|kya|hoga|tha|thi)\b",
    re.IGNORECASE,
)
_DIGITS = str.maketrans("०१२३४५६७८९", "0123456789")
# "Ek kitab" is a book; one thing is counted nowhere in these problems but in fractions.
_ARTICLE = re.compile(
    rf"{_START}(?:ek|एक)\s+(?!bat|upon|over|by|aur|sau|hazar|लाख|बटा|सौ|हज़ार|और|plus|minus)", re.IGNORECASE
)
_UNKNOWN = re.compile(r"[\u0900-\u097f]+")


def in_english_words(text: str) -> str:
    """Return a problem told in Hindi in the words of the recipes, or nothing where it is not Hindi."""
    if not _HINDI.search(text):
        return ""
    told = with_digits(_ARTICLE.sub("a ", text.translate(_DIGITS)))
    told = re.sub(r"\s+", " ", told.strip(" ?.!।"))
    for pattern, by in (*_words(), *_turns()):
        told = pattern.sub(by, told)
    return _named(_measured(told))


def _measured(told: str) -> str:
    """Put in front what is to be found of a shape where the two stand apart."""
    data = _data()
    shape = next((name for name in data["shapes"] if re.search(rf"\b{name}\b", told)), "")
    measure = next((name for name in data["measures"] if re.search(rf"\bfind {name}\b|\b{name}$", told)), "")
    return f"{measure} of a {shape}, {told}" if shape and measure else told


def _named(told: str) -> str:
    """Give the things a story is about, for which there is no entry, a name in Latin letters."""
    names: dict[str, str] = {}
    return _UNKNOWN.sub(lambda found: names.setdefault(found[0], f"thing{'abcdefghijklmnop'[len(names) % 16]}"), told)


@cache
def _words() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((_between(pattern), english) for english, pattern in _data()["words"])


@cache
def _turns() -> tuple[tuple[re.Pattern[str], str], ...]:
    asked = "|".join(map(re.escape, _data()["asked"]))
    gaps = {**_GAPS, "what": rf"(?P<what>{asked})"}
    return tuple(
        (_between(_GAP.sub(lambda gap: gaps[gap[1]], pattern)), _GAP.sub(r"\\g<\1>", english))
        for english, pattern in _data()["turns"]
    )


def _between(pattern: str) -> re.Pattern[str]:
    return re.compile(f"{_START}(?:{pattern}){_END}", re.IGNORECASE)


@cache
def _data() -> dict[str, Any]:
    return read_table(__package__, "data", "hindi.toml")
