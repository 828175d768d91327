"""Hinglish as it is typed in chats, spelt in full: "smjh nhi aaya, btado" is "samajh nahi aaya, bata do".

The sounds of words (`sounds.py`) do not tell these: letters are missing. Readers of pupils' words take a text through
here first.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from tutor_cli.maths.spoken.language import detected
from tutor_cli.tables import read_table

_WORD = re.compile(r"(?<![\w\\$^{}])[a-z]+(?![\w{}=^])", re.IGNORECASE)
_VOWELS = re.compile("[aeiou]+")
# A word as short as this may be a product of letters.
_SHORTEST = 3
# "kitna hota h", "ye kya h": anywhere else it is a letter.
_IS = re.compile(r"(?<=[a-z\u0900-\u097f]{2} )h(?=(?: kya| na| to| ki\b.*)?\W*$)", re.IGNORECASE)
# "2 by 3 ko 3 by 4 se divide karo": among Hindi words two numbers so joined are a fraction; of a matrix its order.
_FRACTION = re.compile(
    r"(?<![\d/.])(\d+) (?:by|upon|bata|बटा) (\d+)(?![\d/.])(?! (?:ki |ka |का |की )?(?:matrix|aavyuh|आव्यूह|order))",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)
def spelt_out(text: str) -> str:
    """Return the text with its Hindi words in full; English and formulas stay as they are."""
    spelt = _replaced(text, _full_spellings())
    if spelt == text and detected(text) == "en":
        return text
    return _FRACTION.sub(r"\1/\2", _IS.sub("hai", _replaced(spelt, _table()["among_hindi"])))


def _replaced(text: str, spellings: dict[str, str]) -> str:
    return _WORD.sub(lambda found: spellings.get(found[0].lower(), found[0]), text)


@cache
def _full_spellings() -> dict[str, str]:
    """Return the full spelling of every way to leave vowels out."""
    table = _table()
    return {short: word for word in (*table["words"].split(), *table["phrases"]) for short in _shortened(word)}


def _shortened(word: str) -> set[str]:
    """Return the word without some of its inner vowels and its gap, as far as it keeps letters enough."""
    begin, inner, end = re.findall("^([aeiou]*)(.*?)([aeiou]*)$", word)[0]
    forms = {begin}
    for piece in re.findall(r"[aeiou]+| |[^aeiou ]+", inner):
        kept = {form + piece for form in forms}
        forms = kept | forms if _VOWELS.fullmatch(piece) or piece == " " else kept
    return {form + end for form in forms if len(form + end) >= _SHORTEST and " " not in form} - {word}


@cache
def _table() -> dict[str, Any]:
    return read_table(__package__, "chat.toml")
