"""Arranging the letters of a word: all of them, some side by side or kept apart, one in the first or last place."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from tutor_cli.maths.expr import Number
from tutor_cli.maths.solve.problem import Problem

_LETTERS = re.compile(
    r"\b(?:[Hh]ow many|[Nn]umber of|[Ii]n how many|[Ff]ind)\b.*\b(?:words?|ways|arrangements?|permutations?|arranged?)\b.*\b(?:letters of|word)"
    r"(?P<quoted> the word| word)? [\"'“]?(?P<word>[A-Za-z]{3,15})[\"'”]?\b"
)
_VOWELS = "AEIOU"
# What the condition is about: vowels, consonants, or letters by name, "the two Ns", "M and S".
_WHICH = r"(?P<which>vowels|consonants|[A-Z](?:'?s)?(?:(?:,| and|, and) [A-Z])*)"
_STAY = r"(?: (?:are|is|must|always|should|have to|be|stay|come|comes|remain|occur|kept|placed|put|never|not|always))*"
_TOGETHER = re.compile(
    rf"\b(?:(?:the|all|2|3|two|three|both) )*{_WHICH}(?P<stay>{_STAY}) (?:together|side by side|next to each other)"
)
_APART = re.compile(r"\b(?:never|not|no two)\b")
_FIRST_OR_LAST = re.compile(
    r"\b(?P<first>[A-Z]) (?:comes|is|stands|stays|must be|always|in|at|occurs|be) ?(?:always )?(?:(?:in|at) )?(?:the )?(?:first|last|beginning|start|end|front)\b(?: place| position)?"
    r"|\b(?:begin|start|end)(?:s|ning|ing)? (?:with|in) (?:the letter )?(?P<ends>[A-Z])\b"
)
_CONDITION = re.compile(
    r"\b(?:if|so that|such that|in which|where|when|with|without|provided|never|always|together|begin|start|end|first|last|vowels?|consonants?|repetition|\d+)\b"
)
_JOINTS = re.compile(r"\b(?:if|so that|such that|in which|where|when|provided|with)\b")
_NO_WAY = re.compile(
    r"\b(?:never|always|no two|without (?:any )?repetition|all (?:the letters )?at a time"
    r"|with or without (?:a )?meaning|with (?:all )?(?:of )?the letters)\b"
)
# Some of the letters only: another problem.
_SOME = re.compile(r"\d[- ]?letter|\b(?:two|three|four|five|six)[- ]letter", re.IGNORECASE)
_FEWEST_TOGETHER = 2


def arrangement_problem(text: str) -> Problem | None:
    """Return the problem of arranging the letters of a word; None also where it sets a condition that is not read."""
    found = _LETTERS.search(text)
    if found is None or (not found["word"].isupper() and not found["quoted"]):
        return None
    if _SOME.search(text):
        return None
    word, rest = found["word"].upper(), f"{text[: found.start('word')]} {text[found.end() :]}"
    together, fixed = _TOGETHER.search(rest), _FIRST_OR_LAST.search(rest)
    condition = together or fixed
    besides = rest[: condition.start()] + rest[condition.end() :] if condition else rest
    if _CONDITION.search(_JOINTS.sub("", _NO_WAY.sub("", besides))):
        return None
    if together:
        return _together(word, _letters(word, together["which"]), apart=_APART.search(rest) is not None)
    if fixed:
        return _fixed(word, fixed["first"] or fixed["ends"])
    return _problem("letters", len(word), *_repeats(word))


def _letters(word: str, which: str) -> list[str]:
    """Return the letters of a word that the condition is about, each as often as it stands in the word."""
    if which in ("vowels", "consonants"):
        return [letter for letter in word if (letter in _VOWELS) == (which == "vowels")]
    names = set(re.findall(r"[A-Z]", which))
    return [letter for letter in word if letter in names]


def _together(word: str, block: list[str], *, apart: bool) -> Problem | None:
    """Count the block as one thing; in it its own letters are arranged."""
    if not _FEWEST_TOGETHER <= len(block) < len(word):
        return None
    others = [letter for letter in word if letter not in block]
    outer, inner = _repeats(others), _repeats(block)
    quantity = "letters apart" if apart else "letters together"
    return _problem(quantity, len(word), len(block), len(outer), *outer, *inner)


def _fixed(word: str, letter: str) -> Problem | None:
    if letter not in word:
        return None
    rest = word.replace(letter, "", 1)
    return _problem("letters fixed", len(rest), *_repeats(rest))


def _repeats(letters: Iterable[str]) -> list[int]:
    return sorted((count for count in Counter(letters).values() if count > 1), reverse=True)


def _problem(quantity: str, *numbers: int) -> Problem:
    return Problem("quantity", tuple(Number(str(number)) for number in numbers), quantity=quantity)
