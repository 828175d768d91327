"""The things in hand, the latest first, and the problem that a question about one of them poses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tutor_cli.local_model.mind.conversation import Conversation, Source
from tutor_cli.local_model.mind.subject.askable import Asked
from tutor_cli.local_model.mind.subject.substitution import expression_at
from tutor_cli.local_model.mind.subject.things import Things, letter_of, things_in
from tutor_cli.local_model.mind.utterance.slots import Slot
from tutor_cli.local_model.mind.wording import filled

# The words of a formula that problems in words have without the sign of LaTeX.
_FUNCTION_NAME = re.compile(r"\\(?=(?:sin|cos|tan|cot|sec|csc|cosec|theta)\b)")
_LONE_LETTER = re.compile(r"(?<![\\A-Za-z])[A-Za-z](?![A-Za-z])")
_ANGLE = re.compile(r"(?<![\\A-Za-z])[A-Za-z](?![A-Za-z])|\\[a-z]*(?:theta|alpha|beta|phi)")
_LETTER_SAID = re.compile(r"([a-z])\b")
# Such a formula says itself what its letter runs over.
_BINDS_ITS_LETTER = re.compile(r"\\(?:lim|int|sum|prod)(?![a-z])")
# What is computed with before what was given.
_FOUND = ("value", "matrix", "second derivative", "derivative", "antiderivative", "function", "equation")
NAMED: Source = ("named", 0)
"""What is named in the question itself."""


@dataclass(frozen=True, slots=True)
class Posed:
    """A question as a problem for the solver: `about` which thing, from which `source`, and what its answer `gives`.

    An empty problem is a question that is left to others.
    """

    problem: str
    about: str
    source: Source
    gives: str


def in_hand(c: Conversation) -> Iterator[tuple[Source, Things]]:
    """Yield what can be asked about, the latest first."""
    for count in range(len(c.history), -1, -1):
        for index in range(len(c.noted) - 1, -1, -1):
            if c.noted[index][0] == count:
                yield ("noted", index), c.noted[index][1]
        if count and (things := things_in(c.history[count - 1])):
            yield ("solved", count), things


def referent(c: Conversation) -> str:
    """Return what "it" is where something is to be done with it: what was found last, else the last thing."""
    things = next((things for _, things in in_hand(c)), {})
    return next((things[kind] for kind in _FOUND if kind in things), next(iter(things.values()), ""))


def posed(c: Conversation, asked: Asked) -> Iterator[Posed]:
    """Yield the problems that the question can be, the one most likely meant first."""
    if "nothing" in asked.property.of:
        yield Posed(filled(asked.property.poses["nothing"], _given(asked.slots)), "", NAMED, asked.property.gives)
    elif asked.own is not None:
        yield from _of(asked, NAMED, {asked.own.named: asked.own.text})
    else:
        lines: list[str] = []
        for source, things in in_hand(c):
            if asked.original and source[0] == "solved" and c.history[source[1] - 1].gives:
                continue
            yield from _of(asked, source, things)
            lines += [line for kind, line in things.items() if kind.startswith("line") and line not in lines]
            if len(lines) > 1 and _allowed(asked, "two line"):
                yield _of_two(asked, source, lines)
                return


def _of(asked: Asked, source: Source, things: Things) -> Iterator[Posed]:
    for kind in asked.property.of:
        if kind in things and _allowed(asked, kind):
            problem = _problem(asked, kind, things[kind])
            if problem is not None:
                yield Posed(problem, things[kind], source, asked.property.gives)


def _of_two(asked: Asked, source: Source, lines: list[str]) -> Posed:
    problem = filled(asked.property.poses["two line"], {"it": lines[0], "other": lines[1]})
    return Posed(problem, "", source, asked.property.gives)


def _allowed(asked: Asked, kind: str) -> bool:
    return kind in asked.property.poses and (asked.kinds is None or kind in asked.kinds)


def _problem(asked: Asked, kind: str, thing: str) -> str | None:
    """Return the problem with its gaps filled; None where the thing does not have what is needed."""
    template, gaps = asked.property.poses[kind], _given(asked.slots)
    if _BINDS_ITS_LETTER.search(gaps.get("f", "")):
        return None
    if "<x> = <at>" in template and not _at_own_letter(asked.slots, thing):
        return None
    if kind == "ratio" and not _same_angle(gaps.get("f", thing), thing):
        return None
    if "<f at it>" in template:
        return _at_known(gaps["f"], thing)
    gaps |= {"it": thing, "x": letter_of(thing), **dict(zip(("first", "second"), thing.split(", "), strict=False))}
    problem = filled(template, gaps)
    return _FUNCTION_NAME.sub("", problem) if kind == "ratio" else problem


def _at_own_letter(slots: tuple[Slot, ...], thing: str) -> bool:
    """Tell whether a place is one of the thing's own letter: "if a is 2" is no place of a formula in x."""
    said = (_LETTER_SAID.match(slot.said) for slot in slots if slot.kind == "at")
    return all(found is None or found[1] == letter_of(thing) for found in said)


def _same_angle(formula: str, ratio: str) -> bool:
    """Tell whether a formula speaks of the angle whose ratio is known."""
    return not set(_ANGLE.findall(ratio)).isdisjoint(_ANGLE.findall(formula))


def _given(slots: tuple[Slot, ...]) -> dict[str, str]:
    """Return what was given, by the names of the gaps."""
    gaps: dict[str, str] = {}
    for slot in slots:
        gaps[f"{slot.kind}2" if slot.kind in gaps else slot.kind] = slot.text
    gaps["m"] = gaps.get("n2", "")
    return gaps | {"at": gaps.get("at") or gaps.get("n", "")}


def _at_known(formula: str, letters: str) -> str | None:
    """Return a formula with what its letters were found to be put in; None where another letter is in it."""
    for known in letters.split(", "):
        letter, _, value = known.partition(" = ")
        formula = expression_at(formula, letter, value) or formula
    return None if _LONE_LETTER.search(formula) else formula
