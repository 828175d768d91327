"""Whether an utterance holds maths to work out; reading it exactly is left to the solver."""

from __future__ import annotations

import re
from functools import cache

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.words import Token, tokens

_DIGIT = re.compile(r"\d")
_SIGN = re.compile(r"[=+*/^√∫<>≤≥×÷%²³|]|\\[a-zA-Z]+|\d\s*[-−]\s*\d|[a-z0-9]\s*[-−]\s*[a-z0-9]\b", re.IGNORECASE)
# The letters people use for unknowns; "a" and "i" are words first.
_LETTERS = frozenset("xyzntpqrsuvkmbc")


def looks_like_maths(text: str) -> bool:
    """Tell whether there is a quantity and something that is to be done with it."""
    words = tokens(text)
    quantity = has_quantity(text)
    if _SIGN.search(text):
        return quantity
    return quantity and (_any(words, "commands") or _any(words, "joints"))


def has_quantity(text: str) -> bool:
    """Tell whether there is a digit, a number word, a function or a lone letter that stands for a number."""
    words = tokens(text)
    if _DIGIT.search(text) or any(word.plain in _LETTERS for word in words):
        return True
    return _any(words, "numbers") or _any(words, "quantities")


def _any(words: list[Token], kind: str) -> bool:
    english, sounds = _cues(kind)
    return any(word.plain in english or word.sound in sounds for word in words)


@cache
def _cues(kind: str) -> tuple[frozenset[str], frozenset[str]]:
    table = load("cues")[kind]
    return frozenset(table["en"]), frozenset(token.sound for entry in table["hi"] for token in tokens(entry))
