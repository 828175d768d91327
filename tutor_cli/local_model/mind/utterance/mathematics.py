"""What an utterance holds of maths: quantities, commands, formulas; reading a problem is left to the solver."""

from __future__ import annotations

import re
from functools import cache

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.utterance.keys import is_among, of_entry
from tutor_cli.local_model.mind.utterance.words import Token, is_filler, language_of, tokens
from tutor_cli.maths.spoken import find_spans

_DIGIT = re.compile(r"\d")
_SIGN = re.compile(
    r"[=+*/^√∫<>≤≥×÷%²³|]|\\[a-zA-Z]+|[a-z0-9)]\s*[-−]\s*[a-z0-9(]|^\s*[-−]\s*\d|\d\s?[CP]\s?\d|\d\s?x\s?\d",
    re.IGNORECASE,
)
# The letters people use for unknowns; "a" and "i" are words first.
_LETTERS = frozenset("xyzntpqrsuvkmbce")
# "do" is two and give, "bata" is over and tell.
_GIVE, _TELL = frozenset(("do", "दो")), frozenset(("bata", "बता"))
# Reading formulas costs time; nobody says a formula behind so many characters.
_LONGEST_READ = 400


def looks_like_maths(text: str) -> bool:
    """Tell whether there is a quantity and something that is to be done with it."""
    if not has_quantity(text):
        return False
    return has_joint(text) or has_command(text) or has_formula(text)


def has_formula(text: str) -> bool:
    """Tell whether the text holds a formula, written or spoken."""
    return bool(find_spans(text[:_LONGEST_READ]))


def has_quantity(text: str) -> bool:
    """Tell whether there is a digit, a number word, a function or a lone letter that stands for a number."""
    return _DIGIT.search(text) is not None or bool(quantities(text))


def has_own_maths(text: str) -> bool:
    """Tell whether the text gives numbers or a formula, and does not just name an unknown ("what was x?")."""
    return _DIGIT.search(text) is not None or has_formula(text)


def has_number_word(text: str) -> bool:
    """Tell whether the text holds a number in words."""
    return holds(said_words(text), "numbers")


def has_command(text: str) -> bool:
    """Tell whether the text names something to work out."""
    return holds(said_words(text), "commands")


def commands(text: str) -> list[Token]:
    """Return the words that name something to work out."""
    return [word for word in said_words(text) if holds([word], "commands")]


def quantities_named(text: str) -> list[Token]:
    """Return the words that name a quantity to work out; "nikalo" and "find" only ask."""
    return [word for word in commands(text) if not only_asks(word)]


def only_asks(word: Token) -> bool:
    """Tell whether a word asks for something without naming it."""
    return holds([word], "asking")


def quantities(text: str) -> list[Token]:
    """Return the words that are numbers, unknowns or functions."""
    return [word for word in said_words(text) if is_quantity(word)]


def has_joint(text: str) -> bool:
    """Tell whether the text joins quantities in words or signs."""
    return _SIGN.search(text) is not None or holds(said_words(text), "joints")


def said_words(text: str) -> list[Token]:
    """Return the words without those of asking: in "bas bata do" they are neither "over" nor "two"."""
    words = tokens(text)
    if language_of(text) == "en":
        return [word for word in words if word.plain not in _GIVE]
    asking: set[int] = set()
    for index, word in enumerate(words[1:], 1):
        before = words[index - 1]
        if word.plain not in _GIVE:
            continue
        if before.plain in _TELL and not (index > 1 and is_quantity(words[index - 2])):
            asking |= {index - 1, index}
        elif all(map(is_filler, words[index + 1 :])) and not _computes(before):
            asking.add(index)
    return [word for index, word in enumerate(words) if index not in asking]


def _computes(word: Token) -> bool:
    return is_quantity(word) or holds([word], "joints")


def is_quantity(word: Token) -> bool:
    """Tell whether the word is a number, an unknown or a function."""
    if _DIGIT.search(word.plain) or word.plain in _LETTERS:
        return True
    return holds([word], "numbers") or holds([word], "quantities")


def holds(words: list[Token], kind: str) -> bool:
    """Tell whether one of the words is in the table of cues of this kind."""
    return any(is_among(word, _cues(kind)) for word in words)


@cache
def _cues(kind: str) -> frozenset[str]:
    return of_entry(load("cues")[kind])
