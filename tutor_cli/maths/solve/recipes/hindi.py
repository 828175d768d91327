"""Problems told in Hindi or Hinglish, put into the English words the recipes look for; what else is said stays."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from tutor_cli.maths.sounds import is_devanagari, sound, spelling
from tutor_cli.maths.spoken import with_digits

_START, _END = r"(?<![\w\u0900-\u097f])", r"(?![\w\u0900-\u097f])"
_NUMBER = r"\d+(?:\.\d+)?(?:/\d+)?"
_UNIT = "years|months|days|hours|minutes|seconds"
_GAPS = {
    "n": rf"(?P<n>{_NUMBER})",
    "k": rf"(?P<k>{_NUMBER})",
    "m": rf"(?P<m>{_NUMBER}(?: ?: ?{_NUMBER})*)",
    "fraction": r"(?P<fraction>\d+/\d+)",
    "money": rf"(?P<money>{_NUMBER}(?: ?rupees)?)",
    "side": r"(?P<side>radius|diameter|height|length|breadth|base|sides|side)",
    "colour": r"(?P<colour>red|blue|green|white|black|yellow)",
    "x": r"(?P<x>[a-z]+)",
    "y": r"(?P<y>[a-z]+)",
    "fn": r"(?P<fn>sin|cos|tan|cot|sec|cosec)",
    "angle": r"(?P<angle>theta|alpha|beta|[a-z])",
    "value": r"(?P<value>√?\d+(?:/√?\d+)?)",
    "ratios": r"(?P<ratios>(?:sin|cos|tan|cot|sec|cosec) \w+(?:(?:,| and) (?:sin|cos|tan|cot|sec|cosec) \w+)*)",
    "gain": r"(?P<gain>profit|loss|discount)",
    "unit": rf"(?P<unit>{_UNIT}|men)",
    "thing": rf"(?P<thing>(?!ka\b|percent\b|rupees\b|{_UNIT})[^\s\d%°]+)",
    "per": r"(?P<per>km per hour|km/hr?|metres per second|m/s)",
    "a": rf"(?P<a>{_NUMBER} ?[^\s\d]+)",
}
_GAP = re.compile(r"(?<!P)<(\w+)>")
_HINDI = re.compile(
    r"[\u0900-\u097f]|\b(?:ka|ki|ke|ko|hai|hain|me|mein|se|par|kitn[aei]|batao|nikalo|aur|ek|kya|hoga|tha|thi|agar|ho|hua|hui|kar|kare|karna|ya|de|diya|gaya|liye|bhi|wal[aei]|kharee?d[aei]|bech[aei])\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(?:the|of|is|are|was|what|how|why|find|and|or|if|for|with|from|by|at|to|it|this|that|my|i|a|an|on|in)\b",
    re.IGNORECASE,
)
_DIGITS = str.maketrans("०१२३४५६७८९", "0123456789")
_MONEY = re.compile(r"(?:₹|\brs\.?) ?(\d[\d,]*(?:\.\d+)?)", re.IGNORECASE)
_PER_TIME = re.compile(r"\s?/\s?(?:(घंटा|घंटे|घण्टा|ghanta|ghante|hour|hr)|सेकंड|सेकेंड|second|sec)(?!\w)", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{2,3}(?!\d))")
# "Ek kitab" is a book; one thing is counted nowhere in these problems but in fractions.
_ARTICLE = re.compile(
    rf"{_START}(?:ek|एक)\s+(?!bat|upon|over|by|aur|sau|hazar|लाख|बटा|सौ|हज़ार|और|plus|minus)", re.IGNORECASE
)
_WORD = re.compile(r"(?<![\d/])[^\W\d_](?:[^\W\d_]|[\u0900-\u0963])*")
_GAP_BETWEEN = re.compile(r"[\s-]+")


@lru_cache(maxsize=512)
def in_english_words(text: str) -> str:
    """Return a problem told in Hindi in the words of the recipes, or nothing where it is not Hindi."""
    if not (_HINDI.search(text) or (not _ENGLISH.search(text) and _put(text, "words") != text)):
        return ""
    text = _PER_TIME.sub(lambda found: " per hour" if found[1] else " per second", text)
    told = _THOUSANDS.sub("", _MONEY.sub(r"\1 rupees", text.translate(_DIGITS).replace("।", ".")))
    told = with_digits(_ARTICLE.sub("a ", _put(told, "before_numbers")))
    told = re.sub(r"\s+", " ", _put(told, "particles", "words")).strip(" ?.!")
    of_ages = re.search(r"\bage", told) is not None
    for pattern, by in _turns():
        if of_ages or "the age" not in by:
            told = pattern.sub(by, told)
    return _measured(_romanised(told))


def _put(text: str, *tables: str) -> str:
    """Put the phrases of the tables into English, the longest at each place first."""
    words = list(_WORD.finditer(text))
    exact, phrases = _phrases(*tables)
    written, end, index = [], 0, 0
    while index < len(words):
        length, english = _phrase_at(text, words, index, exact, phrases)
        if length:
            written += [text[end : words[index].start()], english]
            end = words[index + length - 1].end()
        index += max(length, 1)
    return "".join((*written, text[end:]))


Phrases = Mapping[tuple[str, ...], str]


def _phrase_at(
    text: str, words: list[re.Match[str]], index: int, exact: Mapping[str, str], phrases: Phrases
) -> tuple[int, str]:
    """Return how many words from the index on are a phrase, and its English."""
    together = 1
    while index + together < len(words) and together < _longest(phrases):
        if not _GAP_BETWEEN.fullmatch(text[words[index + together - 1].end() : words[index + together].start()]):
            break
        together += 1
    sounds = tuple(sound(word.group().lower()) for word in words[index : index + together])
    for length in range(together, 0, -1):
        if length == 1 and words[index].group().lower() in exact:
            return 1, exact[words[index].group().lower()]
        if (english := phrases.get(sounds[:length])) is not None:
            return length, english
    return 0, ""


def _longest(phrases: Phrases) -> int:
    return max(map(len, phrases), default=1)


@cache
def _phrases(*tables: str) -> tuple[dict[str, str], dict[tuple[str, ...], str]]:
    """Return the words compared by their letters, and the phrases compared by their sounds."""
    exact: dict[str, str] = {}
    phrases: dict[tuple[str, ...], str] = {}
    for english, phrase in _entries(*tables):
        if phrase.startswith("="):
            exact[phrase[1:]] = english
        else:
            phrases.setdefault(tuple(map(sound, phrase.split())), english)
    return exact, phrases


def _entries(*tables: str) -> Iterator[tuple[str, str]]:
    for table in tables:
        for english, phrases in _data()[table].items():
            for phrase in phrases.split(","):
                yield english, phrase.strip()


def _measured(told: str) -> str:
    """Put in front what is to be found of a shape where the two stand apart."""
    asked = _data()["asked"]
    shape = next((name for name in asked["shapes"] if re.search(rf"\b{name}\b", told)), "")
    measure = next((name for name in asked["measures"] if re.search(rf"\bfind {name}\b|\b{name}$", told)), "")
    return f"{measure} of a {shape}, {told.replace(f'find {measure}', '')}" if shape and measure else told


def _romanised(told: str) -> str:
    """Write in Latin letters, spelt one way, what there is no entry for: the things a story is about."""
    return _WORD.sub(lambda found: spelling(found[0]) if is_devanagari(found[0]) else found[0], told)


@cache
def _turns() -> tuple[tuple[re.Pattern[str], str], ...]:
    gaps = {**_GAPS, "what": rf"(?P<what>{'|'.join(map(re.escape, _data()['asked']['what']))})"}
    return tuple(
        (_between(_GAP.sub(lambda gap: gaps[gap[1]], pattern)), _GAP.sub(r"\\g<\1>", english))
        for english, pattern in _data()["turns"]["entries"]
    )


def _between(pattern: str) -> re.Pattern[str]:
    return re.compile(f"{_START}(?:{pattern}){_END}", re.IGNORECASE)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "data" / "hindi.toml").read_text(encoding="utf-8"))
