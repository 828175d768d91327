"""Problems told in Hindi or Hinglish, put into the English words the recipes look for; what else is said stays."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tutor_cli.maths.solve.recipes.hindi import tables
from tutor_cli.maths.solve.recipes.hindi.phrases import WORD, Phrases
from tutor_cli.maths.sounds import is_devanagari, spelling
from tutor_cli.maths.spoken import with_digits
from tutor_cli.maths.spoken.language import detected

_START, _END = r"(?<![\w\u0900-\u097f])", r"(?![\w\u0900-\u097f])"
_NUMBER = r"\d+(?:\.\d+)?(?:/\d+)?"
_UNIT = "years|months|days|hours|minutes|seconds"
_GAPS = {
    "n": rf"(?P<n>{_NUMBER})",
    "k": rf"(?P<k>{_NUMBER})",
    "m": rf"(?P<m>{_NUMBER}(?: ?: ?{_NUMBER})*)",
    "fraction": r"(?P<fraction>\d+/\d+)",
    "money": rf"(?P<money>{_NUMBER}(?: ?rupees)?)",
    "x": r"(?P<x>[a-z]+)",
    "y": r"(?P<y>[a-z]+)",
    "unit": rf"(?P<unit>{_UNIT}|men)",
    "thing": rf"(?P<thing>(?!ka\b|percent\b|rupees\b|{_UNIT})[^\s\d%°]+)",
}
_GAP = re.compile(r"(?<!P)<(\w+)>")
_HINDI = re.compile(
    r"[\u0900-\u097f]|\b(?:ka|ki|ke|ko|hai|hain|me|mein|se|par|kitn[aei]|kaun|kaise|kyu|kyun|kyon|kahan|nahi|mujhe|maine|matlab|batao|nikalo|aur|ek|kya|hoga|tha|thi|agar|ho|hua|hui|kar|kare|karna|ya|de|diya|gaya|liye|bhi|[iu]s(?:me|mein|ko|ka|ki|ke|se)|jodo|ghatao|karo|kijiye|dijiye|wal[aei]|kharee?d[aei]|bech[aei])\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(?:the|of|is|are|was|what|how|why|find|and|or|if|for|with|from|by|at|to|it|this|that|my|i|a|an|on|in)\b",
    re.IGNORECASE,
)
_DIGITS = str.maketrans("०१२३४५६७८९", "0123456789")
_MONEY = re.compile(r"(?:₹|\brs\.?) ?(\d[\d,]*(?:\.\d+)?)", re.IGNORECASE)
_PER_TIME = re.compile(r"\s?/\s?(?:(घंटा|घंटे|घण्टा|ghanta|ghante|hour|hr)|सेकंड|सेकेंड|second|sec)(?!\w)", re.IGNORECASE)
# म.स. and ल.स.
_ABBREVIATION = re.compile(
    r"(?<![\u0900-\u097f])[\u0900-\u0963]{1,2}\. ?[\u0900-\u0963]{1,2}(?:\.|(?![\u0900-\u097f]))"
)
_ORDINAL = re.compile(r"(?<=\d) ?(?:va|wa|van|wan|vaan|vi|vin|ve|वाँ|वां|वा|वें|वीं|वे)(?![\w\u0900-\u097f])", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{2,3}(?!\d))")
# "Ek kitab" is a book; one thing is counted nowhere in these problems but in fractions.
ARTICLE = re.compile(
    rf"{_START}(?:ek|एक)\s+(?!bat|upon|over|by|aur|sau|hazar|लाख|बटा|सौ|हज़ार|और|plus|minus)", re.IGNORECASE
)


@lru_cache(maxsize=512)
def in_english_words(text: str) -> str:
    """Return a problem told in Hindi in the words of the recipes, or nothing where it is not Hindi."""
    if not (is_hindi(text) or (not _ENGLISH.search(text) and _put(text, "words") != text)):
        return ""
    told = with_digits(ARTICLE.sub("a ", _put(with_plain_numbers(text), "before_numbers")))
    told = re.sub(r"\s+", " ", _put(told, "particles", "words")).strip(" ?.!")
    of_ages = re.search(r"\bage", told) is not None
    for pattern, by in _turns():
        if of_ages or "the age" not in by:
            told = pattern.sub(by, told)
    return _measured(romanised(told))


def is_hindi(text: str) -> bool:
    """Tell whether a text is Hindi in either script."""
    return _HINDI.search(text) is not None or detected(text) != "en"


def change_in_english(text: str) -> str:
    """Return what is said in Hindi to change in a problem, in English words: "radius doubled then"."""
    english = romanised(with_digits(_put(with_plain_numbers(text), "changes", "particles", "words")))
    return re.sub(r"\s+", " ", english).strip()


def with_plain_numbers(text: str) -> str:
    """Return a text with its digits, amounts of money and abbreviations written one way."""
    text = _PER_TIME.sub(lambda found: " per hour" if found[1] else " per second", text)
    told = _THOUSANDS.sub("", _MONEY.sub(r"\1 rupees", text.translate(_DIGITS).replace("।", ".")))
    told = _ORDINAL.sub("th", told)
    return _ABBREVIATION.sub(lambda found: found.group().replace(".", ""), told)


def _put(text: str, *names: str) -> str:
    """Put the phrases of the tables into English."""
    return _phrases(*names).put(text)


@cache
def _phrases(*names: str) -> Phrases:
    return Phrases.of(entry for name in names for entry in tables.entries(tables.words()[name]))


def _measured(told: str) -> str:
    """Put in front what is to be found of a shape where the two stand apart."""
    asked = tables.words()["asked"]
    shape = next((name for name in asked["shapes"] if re.search(rf"\b{name}\b", told)), "")
    measure = next((name for name in asked["measures"] if re.search(rf"\bfind {name}\b|\b{name}$", told)), "")
    return f"{measure} of a {shape}, {told.replace(f'find {measure}', '')}" if shape and measure else told


def romanised(told: str) -> str:
    """Write in Latin letters, spelt one way, what there is no entry for: the things a story is about."""
    return WORD.sub(lambda found: spelling(found[0]) if is_devanagari(found[0]) else found[0], told)


@cache
def _turns() -> tuple[tuple[re.Pattern[str], str], ...]:
    gaps = {**_GAPS, "what": rf"(?P<what>{'|'.join(map(re.escape, tables.words()['asked']['what']))})"}
    return tuple(
        (_between(_GAP.sub(lambda gap: gaps[gap[1]], pattern)), _GAP.sub(r"\\g<\1>", english))
        for english, pattern in tables.words()["turns"]["entries"]
    )


def _between(pattern: str) -> re.Pattern[str]:
    return re.compile(f"{_START}(?:{pattern}){_END}", re.IGNORECASE)
