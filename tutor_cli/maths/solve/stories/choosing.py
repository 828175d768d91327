"""Teams of two kinds of people, and letters chosen from a word that has no letter twice."""

from __future__ import annotations

import re

from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.wording import told

_LONGEST = 300
_KIND = r"(?P<{0}>[a-z]+(?: (?:balls|books|players))?)"
_ALL = re.compile(rf"(?P<a>\d+) {_KIND.format('one')},? and (?P<b>\d+) {_KIND.format('two')}", re.IGNORECASE)
_CHOSEN = r"(?P<r>\d+) {0}s?\b(?: and|,)+ (?P<s>\d+) {1}s?\b"
_WAYS = re.compile(r"\b(?:ways|how many)\b", re.IGNORECASE)
_CHOICE = re.compile(
    r"\b(?:select\w*|choos\w*|chosen|form\w*|made|pick\w*|team|committee|group|consist\w*)\b", re.IGNORECASE
)
_NOT = re.compile(
    r"at least|at most|president|captain|probab|chance|arrang|particular|never|together|sits?\b|words", re.IGNORECASE
)
_LETTERS = re.compile(
    r"^(?:in )?(?:how many|number of) ways?(?: (?:can|are there|is it possible|do i have|of))?(?: (?:we|i|you|one))?"
    r"(?: to)?(?: (?:choose|select|pick|choosing|selecting))? (?P<r>\d+) (?:different )?letters?"
    r"(?: be (?:chosen|selected|picked))?"
    r" (?:from|out of|of) (?:the )?(?:letters of )?(?:the )?(?:word )?[\"'“]?(?P<word>[A-Za-z]{3,15})[\"'”]?[?. ]*$",
    re.IGNORECASE,
)


def choosing_problem(text: str) -> Problem | None:
    """Return the problem of choosing from two kinds, or from the letters of a word, or None."""
    plain = told(text[:_LONGEST])
    if _NOT.search(plain) or not _WAYS.search(plain):
        return None
    if found := _LETTERS.match(plain):
        return _of_word(found)
    return _of_two_kinds(plain) if _CHOICE.search(plain) else None


def _of_word(found: re.Match[str]) -> Problem | None:
    word = found["word"].upper()
    if len(set(word)) < len(word) or not 0 < int(found["r"]) <= len(word):
        return None
    return _recipe("choose", str(len(word)), found["r"])


def _of_two_kinds(text: str) -> Problem | None:
    """Return the problem where the text has so many of two kinds and asks for so many of each."""
    for held in _ALL.finditer(text):
        stems = [re.escape(held[name].lower().removesuffix("s")) for name in ("one", "two")]
        rest = f"{text[: held.start()]} , {text[held.end() :]}"
        chosen = re.search(_CHOSEN.format(*stems), rest, re.IGNORECASE)
        if chosen is None or re.search(r"\d", f"{rest[: chosen.start()]} {rest[chosen.end() :]}"):
            continue
        if int(chosen["r"]) <= int(held["a"]) and int(chosen["s"]) <= int(held["b"]):
            return _recipe("choose_two_kinds", held["a"], held["b"], chosen["r"], chosen["s"])
    return None


def _recipe(name: str, *numbers: str) -> Problem:
    return Problem("quantity", tuple(parse(number, "typed") for number in numbers), quantity=name)
