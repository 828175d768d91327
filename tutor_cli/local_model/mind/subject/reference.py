"""Problems that refer to what was worked out before: "add 5 to it", "what about cos x?"."""

from __future__ import annotations

import re
from functools import cache

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.utterance.mathematics import (
    commands,
    has_command,
    has_quantity,
    holds,
    looks_like_maths,
    only_asks,
    quantities,
    quantities_named,
)
from tutor_cli.local_model.mind.utterance.requests import in_solvers_words
from tutor_cli.local_model.mind.utterance.words import Token, is_function_word, language_of, tokens
from tutor_cli.maths.spoken import find_spans

_NUMBER = r"-?\d+(?:\.\d+)?"
# "radius 14", "radius is 14", "x = 3", "14 percent": a value and what it is the value of.
_NAMED = re.compile(rf"(?P<name>[^\W\d]+)\s*(?:is|was|were|be|=|ko|को)?\s*(?P<value>{_NUMBER})$", re.IGNORECASE)
_POWERS = frozenset(("square", "cube", "root"))
# Longer problems are stories, no operation on one thing.
_LONGEST_OPERATION = 12
# No name of a quantity has more words.
_LONGEST_NAME = 2
_PI = re.compile(r"(?P<fraction>\b22 ?(?:/|by|over|upon) ?7\b)|\b3\.14\b", re.IGNORECASE)
# Words before a number that say nothing about what it is.
_NO_NAMES = frozenset(("for", "of", "to", "by", "at", "in", "with", "from"))
_COUNTED = re.compile(rf"(?P<value>{_NUMBER})\s*(?P<name>[^\W\d]+|%)$", re.IGNORECASE)


def resolved(text: str, worked: Worked | None, it: str = "") -> str:
    """Return the problem the text poses on its own, given what was worked out last; empty where it poses none.

    `it` is the thing that pronouns stand for.
    """
    if worded := in_solvers_words(text, it):
        return worded
    own = text if looks_like_maths(text) else ""
    if worked is None:
        return own
    return _with_value_of_pi(text, worked) or _same_question(text, worked, it) or own


def lead_removed(text: str) -> str:
    """Return what follows "what about" or the like, or nothing without such a beginning."""
    found = _phrase("leads").match(text)
    return text[found.end() :].strip(" ,?.!") if found else ""


def _with_value_of_pi(text: str, worked: Worked) -> str:
    """Put a number for π into what was found: "use 22 by 7"."""
    found = _PI.search(text)
    if found is None or r"\pi" not in worked.answer:
        return ""
    value = r"\frac{22}{7}" if found["fraction"] else "3.14"
    return worked.target.replace(r"\pi", rf" \times {value}").strip().removeprefix(r"\times")


def _same_question(text: str, worked: Worked, it: str) -> str:
    """Ask the earlier question about something else: "what about 12 and 30?", "and the median?"."""
    rest = lead_removed(text) or (text if _only_names_a_quantity(text) else "")
    if not rest:
        return ""
    if worded := in_solvers_words(rest, it):
        return worded
    if not has_quantity(rest):
        return _other_question(rest, worked.source)
    if value := _other_value(rest, worked.source):
        return value
    return rest if has_command(rest) or "=" in rest else _other_operand(rest, worked.source)


def _only_names_a_quantity(text: str) -> bool:
    """Tell whether nothing but a quantity to work out is said: "median?", "perimeter kitna hoga", "परिधि भी बताओ"."""
    if language_of(text) == "en" or _phrase("defining").search(text):
        return False
    words = [word for word in tokens(text) if not (is_function_word(word) or only_asks(word))]
    return 0 < len(words) <= _LONGEST_NAME and all(holds([word], "commands") for word in words)


def _in_a_formula(word: Token, source: str) -> bool:
    """Tell whether a word is part of a formula, as "square" in "x square minus 9"."""
    return word.plain in _POWERS and any(span.start <= word.start < span.end for span in find_spans(source))


def _other_question(rest: str, source: str) -> str:
    """Ask something else of the same operand."""
    asked, before = quantities_named(rest) or commands(rest), quantities_named(source) or commands(source)
    if not asked or not before or _phrase("changes").search(rest) or _in_a_formula(before[-1], source):
        return ""
    if re.match(rf"\W*(?:(?:is|hai|=)\W*)?{_NUMBER}", source[before[-1].end :]):
        return ""
    return source[: before[-1].start] + rest[asked[0].start : asked[-1].end] + source[before[-1].end :]


def _other_value(rest: str, source: str) -> str:
    """Give another value to what the rest names, or to the last number of the source."""
    if len(re.findall(_NUMBER, rest)) != 1:
        return ""
    if (named := _NAMED.search(rest)) and named["name"].lower() not in _NO_NAMES:
        earlier = re.compile(rf"(\b{re.escape(named['name'])}\W{{0,3}}(?:is\s|of\s)?\s*){_NUMBER}", re.IGNORECASE)
        return (
            earlier.sub(lambda match: match.group(1) + named["value"], source, count=1)
            if earlier.search(source)
            else ""
        )
    if counted := _COUNTED.fullmatch(rest):
        earlier = re.compile(rf"{_NUMBER}(\s*{re.escape(counted['name'])})", re.IGNORECASE)
        return earlier.sub(rf"{counted['value']}\1", source, count=1) if earlier.search(source) else ""
    if re.fullmatch(_NUMBER, rest) and (numbers := list(re.finditer(_NUMBER, source))):
        return source[: numbers[-1].start()] + rest + source[numbers[-1].end() :]
    return ""


def _other_operand(rest: str, source: str) -> str:
    """Put the rest in the place of everything the source computes with."""
    operands = quantities(source)
    if not operands or not commands(source) or len(source.split()) > _LONGEST_OPERATION:
        return rest
    opening = source[: operands[0].start].rstrip("([{\\-")
    rest = _trailing().sub("", rest)
    return f"{opening} {rest} {source[operands[-1].end :].lstrip(')]}°')}".strip()


@cache
def _phrase(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives(name)})(?!\w)", re.IGNORECASE)


@cache
def _trailing() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+(?:{_alternatives('trailing')}))+$", re.IGNORECASE)


def _alternatives(name: str) -> str:
    entry = load("cues")[name]
    return "|".join(map(re.escape, sorted((*entry["en"], *entry["hi"]), key=len, reverse=True)))
