"""What a question asks of the unknowns of a story beside their values: what several make, by how much one is more."""

from __future__ import annotations

import re

from tutor_cli.maths.solve.problem import Line
from tutor_cli.maths.solve.stories.relations.cast import Cast
from tutor_cli.maths.solve.stories.relations.phrases import Marks, Value, minus, plus

# "How much older is the father than the son", of these two and no others.
_MORE = re.compile(r"[^⟨]*\bhow (?:much|many)\b[^⟨]*(⟨\d+⟩)[^⟨]*\bthan\b[^⟨]*(⟨\d+⟩)[^⟨]*", re.IGNORECASE)
_BORN = re.compile(r"[^⟨]*(⟨\d+⟩)[^⟨]*\bwhen\b[^⟨]*(⟨\d+⟩)[^⟨]*\bborn\b[^⟨]*", re.IGNORECASE)
_LESS = re.compile(r"\b(?:less|cheaper|younger|smaller|shorter|fewer|lighter|lower)\b", re.IGNORECASE)
# Each of them is asked for, or one besides the other.
_APART = re.compile(r"\b(?:each|every|respectively|both|one)\b|\bfind the (?:prices|costs)\b", re.IGNORECASE)
_BOUGHT = re.compile(r"\bhow many\b|\bnumber of\b", re.IGNORECASE)
# An unknown that is asked for so many times: a price of several.
_SEVERAL = re.compile(r"\d|\+")
_LETTER = re.compile("[a-z]")


def compared(body: str, marks: Marks) -> Value | None:
    """Return the difference of two that a question compares, or None where it asks for something else."""
    if born := _BORN.fullmatch(body):
        return minus(marks.value(born[1]), marks.value(born[2]))
    found = _MORE.fullmatch(body)
    if found is None:
        return None
    first, second = (marks.value(mark) for mark in found.groups())
    return minus(second, first) if _LESS.search(body) else minus(first, second)


def together(body: str, loose: list[Value], cast: Cast) -> list[Value]:
    """Return what a question asks for, where it may be what several things cost, or how many of one can be bought."""
    money = [value for value in loose if not _LETTER.search(value.typed)]
    things = [value for value in loose if value not in money]
    if not cast.bought or not things:
        return loose
    if len(money) == len(things) == 1 and _BOUGHT.search(body):
        return [Value(f"floor({money[0].typed}/{things[0].typed})")]
    if _APART.search(body) or not any(_SEVERAL.search(value.typed) for value in things):
        return loose
    total = things[0]
    for value in things[1:]:
        total = plus(total, value)
    return [total, *money]


def asked_lines(cast: Cast, asked: list[Value], letters: list[str]) -> tuple[list[Line], list[str]]:
    """Return the lines that work out what is asked, and their letters; all unknowns where nothing else is asked."""
    lines: list[Line] = []
    found: list[str] = []
    spare = iter(letter for letter in "NPQRST" if letter not in letters)
    for typed in dict.fromkeys([value.typed for value in asked] or cast.usual):
        if typed in letters:
            found.append(typed)
        elif letter := next(spare, ""):
            lines.append(Line(letter, typed, "story.bought" if typed.startswith("floor") else "story.asked"))
            found.append(letter)
    return lines, found or letters
