"""People in two groups that overlap: 30 like cricket, 25 football, 10 both; how many only one, neither, in percent."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.solve.stories.asked import question
from tutor_cli.maths.solve.stories.frames import Frame, frames
from tutor_cli.maths.solve.stories.making import Found, Known, problem
from tutor_cli.maths.solve.stories.measures import Measure, measures
from tutor_cli.maths.solve.stories.reader import leading_to
from tutor_cli.tables import read_table

_LONGEST = 400
_WORD = re.compile(r"[a-z]+")
_ENDS = re.compile(r"[.,;?!]|\b(?:and|but|while)\s*$|\b(?:but|while|find|how many)\b", re.IGNORECASE)
_CONDITION = re.compile(r"\b(?:if|when|given)\b.*", re.IGNORECASE)
_ALL_IN_PERCENT = "100"
# The letters of the groups, and of those in one of them only, or not in it.
_ONLY, _NOT = {"a": "p", "b": "q"}, {"a": "c", "b": "d"}


@dataclass
class _Told:
    """What is told: the names of the groups by letter, and the numbers known."""

    groups: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = read_table("tutor_cli.maths.solve.stories", "data", "two_sets.toml")["patterns"]
    return {name: re.compile(rf"(?<![a-z])(?:{pattern})(?![a-z])", re.IGNORECASE) for name, pattern in table.items()}


@cache
def _nameless() -> frozenset[str]:
    table = read_table("tutor_cli.maths.solve.stories", "data", "two_sets.toml")
    return frozenset((*table["people"], *table["verbs"], *table["fillers"]))


@cache
def frame() -> Frame:
    """Return the frame that holds the formulas of two groups."""
    return next(item for item in frames() if item.name == "two_sets")


def sets_problem(text: str) -> Problem | None:
    """Return the problem of two overlapping groups and the part of them that is asked for, or None."""
    plain = told(text[:_LONGEST])
    asks = question(plain)
    if not asks or not _is("about", plain) or _is("unless", plain):
        return None
    start = plain.rfind(asks)
    asks = _CONDITION.sub("", plain[start:])
    given = measures(plain[:start])
    if not {item.unit for item in given} <= {"", "%"} or len({item.unit for item in given}) > 1:
        return None
    known = _told(plain[:start], given)
    if known is None or (wanted := _wanted(asks.lower(), known)) is None:
        return None
    if given[0].unit:
        known.values.setdefault("N", _ALL_IN_PERCENT)
    return _problem(known, wanted, asks, given[0].unit)


def _is(name: str, text: str) -> bool:
    return _patterns()[name].search(text) is not None


def _told(text: str, given: list[Measure]) -> _Told | None:
    """Return what the numbers of a story are; None where one is none of its parts."""
    known = _Told()
    for index, number in enumerate(given):
        before = text[given[index - 1].end if index else 0 : number.start]
        after = text[number.end : given[index + 1].start if index + 1 < len(given) else len(text)]
        letter = _role(re.split(r"[.,;]", before)[-1], _ENDS.split(after)[0] if after.strip() else "", known)
        if not letter or letter in known.values:
            return None
        known.values[letter] = number.value
    return known if len(known.groups) == len(_ONLY) else None


def _role(before: str, after: str, known: _Told) -> str:
    """Return the letter of what a number is, by the words around it; a name that is new is a group."""
    around = f"{before} {after}"
    names = _names(after) or _names(before)
    if _is("neither", around):
        return "z"
    if _is("both", around) or len({_group(name, known) for name in names} - {""}) > 1:
        return "k"
    if not names:
        return "N"
    letter = _group(names[0], known) or next((free for free in _ONLY if free not in known.groups), "")
    known.groups.setdefault(letter, names[0])
    return _ONLY.get(letter, "") if _is("only", after) else letter


def _names(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.lower()) if word not in _nameless()]


def _group(name: str, known: _Told) -> str:
    """Return the letter of the group with this name, or nothing."""
    return next((letter for letter, own in known.groups.items() if _stem(own) == _stem(name)), "")


def _stem(word: str) -> str:
    return word.removesuffix("s")


def _wanted(asks: str, known: _Told) -> str | None:
    """Return the letter of the part that is asked for, or None where a question asks for another."""
    named = list(dict.fromkeys(filter(None, (_group(word, known) for word in _WORD.findall(asks)))))
    for part, letter in (("one", "e"), ("neither", "z"), ("either", "u"), ("both", "k")):
        if _is(part, asks):
            return letter
    if len(named) > 1:
        return _ONLY[named[0]] if _is("denies", asks) else {True: "u", False: "k"}[" or " in asks]
    if named and _is("only", asks):
        return _ONLY[named[0]]
    if named:
        return _NOT[named[0]] if _is("denies", asks) else named[0]
    return "N" if _is("all", asks) and not _is("denies", asks) else None


def _problem(known: _Told, wanted: str, asks: str, unit: str) -> Problem | None:
    chain = leading_to(frame(), known.values, (wanted,))
    if not chain and wanted not in known.values:
        return None
    names = _called(known)
    given = [Known(letter, value, *names[letter], unit) for letter, value in known.values.items()]
    lines = [Found(form.letter, form.typed, form.id, *names[form.letter], unit) for form in chain]
    share = next((name for name in ("percent", "fraction", "chance") if _is(name, asks)), "")
    if share and "N" not in known.values:
        return None
    if share == "percent" and not unit:
        lines.append(Found("R", f"100 {wanted}/N", "story.percent_of_all", "percentage", "प्रतिशत", "%"))
    elif share == "fraction":
        lines.append(Found("F", f"{wanted}/N", "story.fraction_of_all", "fraction", "भिन्न"))
    elif share == "chance":
        lines.append(Found("P", f"{wanted}/N", "probability.favourable_over_all", "probability", "प्रायिकता"))
    asked = lines[-1].letter if lines else ""
    return problem(given, lines, (asked,), fractions=share in ("fraction", "chance")) if asked else None


def _called(known: _Told) -> dict[str, tuple[str, str]]:
    """Return what every part is called, the groups by their own names."""
    names = {item.letter: item.names for item in frame().quantities}
    for letter, name in known.groups.items():
        names[letter] = (f"number for {name}", f"{name} की संख्या")
        names[_ONLY[letter]] = (f"number for {name} only", f"केवल {name} की संख्या")
        names[_NOT[letter]] = (f"number not for {name}", f"{name} के बिना संख्या")
    return names
