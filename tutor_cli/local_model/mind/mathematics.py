"""What an utterance holds of maths: a problem, an answer or a bare value; reading it exactly is left to the solver."""

from __future__ import annotations

import re
from functools import cache

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.words import Token, tokens, without_fillers

_DIGIT = re.compile(r"\d")
_SIGN = re.compile(r"[=+*/^√∫<>≤≥×÷%²³|]|\\[a-zA-Z]+|[a-z0-9)]\s*[-−]\s*[a-z0-9(]|^\s*[-−]\s*\d", re.IGNORECASE)
# The letters people use for unknowns; "a" and "i" are words first.
_LETTERS = frozenset("xyzntpqrsuvkmbc")
_LONGEST_ANSWER = 12


def looks_like_maths(text: str) -> bool:
    """Tell whether there is a quantity and something that is to be done with it."""
    if not has_quantity(text):
        return False
    return _SIGN.search(text) is not None or has_command(text) or _holds(tokens(text), "joints")


def has_quantity(text: str) -> bool:
    """Tell whether there is a digit, a number word, a function or a lone letter that stands for a number."""
    words = tokens(text)
    if _DIGIT.search(text) or any(word.plain in _LETTERS for word in words):
        return True
    return _holds(words, "numbers") or _holds(words, "quantities")


def has_command(text: str) -> bool:
    """Tell whether the text names something to work out."""
    return _holds(tokens(text), "commands")


def has_joint(text: str) -> bool:
    """Tell whether the text joins quantities in words or signs."""
    return _SIGN.search(text) is not None or _holds(tokens(text), "joints")


def is_request(text: str) -> bool:
    """Tell whether the text asks for something rather than answers."""
    words = without_fillers(tokens(text))
    english, sounds = _cues("requests")
    return bool(words) and (words[0].plain in english or any(word.sound in sounds for word in words))


def may_be_answer(text: str) -> bool:
    """Tell whether the text could be a pupil's answer: short, with a quantity, and not a request."""
    return has_quantity(text) and not is_request(text) and len(tokens(text)) <= _LONGEST_ANSWER


def is_value(text: str) -> bool:
    """Tell whether the text is a value and nothing else: "4", "x = 4", "three or minus two"."""
    words = tokens(text)
    if not has_quantity(text) or not (_DIGIT.search(text) or _holds(words, "numbers")):
        return False
    if re.search(r"[+*^√∫<>×]|\d\s*[-−]", text):
        return False
    return all(
        _DIGIT.search(word.plain) or _holds([word], "numbers") or _holds([word], "answer_words") for word in words
    )


def _holds(words: list[Token], kind: str) -> bool:
    english, sounds = _cues(kind)
    return any(word.plain in english or word.sound in sounds for word in words)


@cache
def _cues(kind: str) -> tuple[frozenset[str], frozenset[str]]:
    table = load("cues")[kind]
    return frozenset(table["en"]), frozenset(token.sound for entry in table["hi"] for token in tokens(entry))
