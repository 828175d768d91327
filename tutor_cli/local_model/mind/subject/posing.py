"""The things in hand, the latest first, and the problem that a question about one of them poses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from tutor_cli.local_model.mind.conversation import Conversation, Source
from tutor_cli.local_model.mind.subject.askable import Asked, answers_named
from tutor_cli.local_model.mind.subject.askable_table import class_of
from tutor_cli.local_model.mind.subject.members import members
from tutor_cli.local_model.mind.subject.substitution import expression_at
from tutor_cli.local_model.mind.subject.things import letter_of, things_in
from tutor_cli.local_model.mind.subject.told_things import Things
from tutor_cli.local_model.mind.subject.worked import fraction_of
from tutor_cli.local_model.mind.utterance.keys import with_sounds
from tutor_cli.local_model.mind.utterance.naming import Slot
from tutor_cli.local_model.mind.utterance.words import tokens
from tutor_cli.local_model.mind.wording import filled
from tutor_cli.maths.solve.asked.named_things import VECTOR
from tutor_cli.maths.solve.stories.measures import UNITS

# The words of a formula that problems in words have without the sign of LaTeX.
_FUNCTION_NAME = re.compile(r"\\(?=(?:sin|cos|tan|cot|sec|csc|cosec|theta)\b)")
_LONE_LETTER = re.compile(r"(?<![\\A-Za-z])[A-Za-z](?![A-Za-z])")
_ANGLE = re.compile(r"(?<![\\A-Za-z])[A-Za-z](?![A-Za-z])|\\[a-z]*(?:theta|alpha|beta|phi)")
_LETTER_SAID = re.compile(r"([a-z])\b")
# Such a formula says itself what its letter runs over.
_BINDS_ITS_LETTER = re.compile(r"\\(?:lim|int|sum|prod)(?![a-z])")
# What is told of as its quantities, "P = 8000, R = 5": they fill gaps of their own.
_TOLD_ABOUT = (
    "programme",
    "region",
    "shares", "two shares", "quantities", "simple interest", "compound interest", "half-yearly interest",
    "round", "solid", "measure", "term",
)  # fmt: skip
# "Is tan 90 defined?" asks of no place where something else is.
_OF_AN_ANGLE = re.compile(r"\\(?:sin|cos|tan|cot|sec|csc|cosec)\b")
_QUANTITY = re.compile(r"(?:^|, )([^=,]+?) = (.+?)(?=, [^=,]+ = |$)")
_PAIR_GAP = re.compile("<(first|second)>")
_GAP = re.compile(r"<[^<>]+>")
# "It" is the matrix that was given: what was found of it has to be named.
_ONLY_NAMED = ("inverse", "transpose", "adjoint", "two answers")
# Only the latest answer says which term or place is meant.
_OF_THE_MOMENT = ("term", "place")
# Of several bags only the last is meant: what was changed is no other bag.
_BAGS = {"bag", "bag without"}
# What is computed with before what was given.
_FOUND = ("value", "matrix", "second derivative", "derivative", "antiderivative", "function", "equation")
NAMED: Source = ("named", 0)
"""What is named in the question itself."""


@dataclass(frozen=True, slots=True)
class Posed:
    """A question as a problem for the solver: `about` which thing, from which `source`, and what its answer `gives`.

    `gaps` are what the sentence that tells the answer is filled with. An empty problem without such a sentence is a
    question that is left to others.
    """

    problem: str
    about: str
    source: Source
    gives: str
    gaps: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""


def in_hand(c: Conversation) -> Iterator[tuple[Source, Things]]:
    """Yield what can be asked about, the latest first."""
    for count in range(len(c.history), -1, -1):
        for index in range(len(c.noted) - 1, -1, -1):
            if c.noted[index][0] == count:
                yield ("noted", index), c.noted[index][1]
        if count and (things := things_in(c.history[count - 1])):
            yield ("solved", count), things


def referent(c: Conversation, text: str = "") -> str:
    """Return what "it" is where something is done with it: what the text calls by its name, else what came last."""
    called = answers_named(text)
    by_name = (things for source, things in in_hand(c) if called and _is_called(c, source, called))
    things = next((things for things in by_name if "value" in things), None) or next((t for _, t in in_hand(c)), {})
    return next((things[kind] for kind in _FOUND if kind in things), next(iter(things.values()), ""))


def latest_place(c: Conversation) -> Slot | None:
    """Return where the point is that was found last: "there"."""
    things = next((things for _, things in in_hand(c)), {})
    across = things["place"].rpartition("= ")[2] if "place" in things else ""
    if "point" in things:
        across = members(things["point"].strip("()"))[0]
    return Slot("at", across, 0, 0) if across else None


def latest_point(c: Conversation) -> Slot | None:
    """Return the point that was found last: "that point"."""
    things = next((things for _, things in in_hand(c)), {})
    return Slot("point", things["point"], 0, 0) if "point" in things else None


def owners(c: Conversation) -> dict[str, str]:
    """Return what each has of those who share something in the latest problem about sharers, by name."""
    shares = next((things["shares"] for _, things in in_hand(c) if "shares" in things), "")
    return {name: value for name, value in _QUANTITY.findall(shares) if name != "unit"}


def names(c: Conversation) -> dict[str, str]:
    """Return what letters stand for; f is the function in hand where nothing else was called so."""
    corners = ((things["corners"], things["points"]) for _, things in in_hand(c) if "corners" in things)
    letters, points = next(corners, ("", ""))
    source = c.problem_in_hand.source if c.problem_in_hand is not None else ""
    vectors = {found["name"]: found["value"] for found in VECTOR.finditer(source)}
    known = vectors | dict(zip(letters, members(points), strict=False)) | c.named
    if "f" in c.named:
        return known
    function = next((things["function"] for _, things in in_hand(c) if "function" in things), "")
    return known | ({"f": f"{letter_of(function)}|{function}"} if function else {})


def quantities(c: Conversation) -> dict[str, str]:
    """Return the quantities of the latest story that can be compared, by name; of two also the bigger one."""
    things = next((things for _, things in in_hand(c) if "quantities" in things), {})
    named = {name: value for name, value in _QUANTITY.findall(things.get("quantities", "")) if name != "unit"}
    pair = sorted(things.get("pair", "").split(", "), key=lambda value: fraction_of(value) or 0)
    if len(pair) > 1:
        for value, words in zip((pair[0], pair[-1]), map(class_of, ("small", "big")), strict=True):
            named |= dict.fromkeys(words, value)
    return named


def posed(c: Conversation, asked: Asked) -> Iterator[Posed]:
    """Yield the problems that the question can be, the one most likely meant first."""
    if "nothing" in asked.property.of:
        if asked.names or (asked.kinds is not None and asked.kinds.issubset(_ONLY_NAMED)):
            return
        yield Posed(filled(asked.property.poses["nothing"], _given(asked.slots)), "", NAMED, asked.property.gives)
    elif asked.own is not None and not asked.names:
        yield from posed_of(asked, NAMED, asked.own)
    else:
        latest = next((source for source, _ in in_hand(c)), None)
        lines: list[str] = []
        values: list[str] = []
        bags: set[str] = set()
        for source, things in in_hand(c):
            if asked.original and source[0] == "solved" and c.history[source[1] - 1].gives:
                continue
            if not _is_called(c, source, asked.names):
                continue
            if source != latest:
                things = {kind: text for kind, text in things.items() if kind not in (*_OF_THE_MOMENT, *bags)}
            bags |= _BAGS & things.keys()
            yield from posed_of(asked, source, things)
            lines += [line for kind, line in things.items() if kind.startswith("line") and line not in lines]
            values += [things["value"]] if "value" in things else []
            posed_itself = source[0] == "solved" and not c.history[source[1] - 1].gives
            if len(lines) > 1 and _allowed(asked, "two line"):
                yield _of_two(asked, source, lines)
                return
            if len(values) > 1 and posed_itself and _allowed(asked, "two answers"):
                yield from posed_of(asked, source, {"two answers": f"{values[1]}, {values[0]}"})
                return


def _is_called(c: Conversation, source: Source, names: tuple[frozenset[str], ...]) -> bool:
    """Tell whether a solution calls its answer by all these names: "the sum" is the answer of a problem on a sum."""
    if not names or source[0] != "solved":
        return not names
    worked = c.history[source[1] - 1]
    text = " ".join((worked.source, worked.told, *(item.name for item in worked.amounts if item.asked)))
    keys = with_sounds(word.plain for word in tokens(text))
    return all(name & keys for name in names)


def posed_of(asked: Asked, source: Source, things: Things) -> Iterator[Posed]:
    """Yield the problems that the question poses about some things, by their kinds."""
    for kind in asked.property.of:
        if kind in things and _allowed(asked, kind):
            gaps = _gaps(asked, kind, things[kind])
            problem = None if gaps is None else _problem(asked, kind, things[kind], gaps)
            if gaps is not None and problem is not None:
                about = "" if kind in (*_TOLD_ABOUT, "bag", "bag without") else things[kind]
                yield Posed(problem, about, source, asked.property.gives, gaps, kind)


def _of_two(asked: Asked, source: Source, lines: list[str]) -> Posed:
    problem = filled(asked.property.poses["two line"], {"it": lines[0], "other": lines[1]})
    return Posed(problem, "", source, asked.property.gives)


def _allowed(asked: Asked, kind: str) -> bool:
    if kind in _ONLY_NAMED and asked.kinds is None:
        return False
    return kind in asked.property.poses and (asked.kinds is None or kind in asked.kinds)


def _gaps(asked: Asked, kind: str, thing: str) -> dict[str, str] | None:
    """Return what fills the gaps of a question, by name; None where the thing does not have what is needed."""
    gaps = _given(asked.slots)
    gaps |= {"it": thing, "x": letter_of(thing), **dict(zip(("first", "second"), members(thing), strict=False))}
    if kind.startswith("bag"):
        missing = any(slot.kind == "colour" and slot.text not in thing for slot in asked.slots)
        if missing != (kind == "bag without"):
            return None
        gaps["counts"] = ", ".join(re.findall(r"\d+", thing))
        gaps |= _extremes(thing) | _counts(thing, asked.slots)
    if kind == "list":
        gaps["mean"] = rf"\frac{{{' + '.join(thing.split(', '))}}}{{{len(thing.split(', '))}}}"
    if kind not in _TOLD_ABOUT:
        return gaps
    quantities = dict(_QUANTITY.findall(thing))
    gaps |= quantities
    if kind.endswith("shares"):
        values = [value for name, value in quantities.items() if name != "unit"]
        gaps |= {"it": ", ".join(values), "whole": str(sum(map(Fraction, values)))}
    if "unit" in (slot.kind for slot in asked.slots):
        old, new = UNITS[quantities["unit"]], UNITS[gaps["unit of slot"]]
        if old[0] != new[0]:
            return None
        gaps["factor"] = str(old[1] / new[1])
    return gaps


def _counts(bag: str, slots: tuple[Slot, ...]) -> dict[str, str]:
    """Return how many of the two colours spoken of are in a bag."""
    counts = {colour: count for count, colour in re.findall(r"(\d+) (\w+)", bag)}
    spoken_of = [counts[slot.text] for slot in slots if slot.text in counts]
    return dict(zip(("count", "count2"), spoken_of, strict=False))


def _extremes(bag: str) -> dict[str, str]:
    """Return of which colour a bag has the fewest and the most, where that is one colour alone."""
    counts = {colour: int(count) for count, colour in re.findall(r"(\d+) (\w+)", bag)}
    ends = {"least": min(counts.values()), "most": max(counts.values())}
    found = {name: [colour for colour, count in counts.items() if count == end] for name, end in ends.items()}
    return {name: colours[0] for name, colours in found.items() if len(colours) == 1}


def _problem(asked: Asked, kind: str, thing: str, gaps: dict[str, str]) -> str | None:
    """Return the problem with its gaps filled; None where the thing does not have what is needed."""
    template = asked.property.poses[kind]
    if _BINDS_ITS_LETTER.search(gaps.get("f", "")):
        return None
    if "<x> = <at>" in template and (_OF_AN_ANGLE.match(gaps["at"]) or not _at_own_letter(asked.slots, thing)):
        return None
    if kind == "ratio" and not _same_angle(gaps.get("f", thing), thing):
        return None
    if "<f at it>" in template:
        return _at_known(gaps["f"], thing)
    if not gaps.keys() >= set(_PAIR_GAP.findall(template)):
        return None
    problem = filled(template, gaps)
    if kind in (*_TOLD_ABOUT, "bag") and _GAP.search(problem):
        return None
    return _FUNCTION_NAME.sub(" ", problem) if kind == "ratio" else problem


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
        if slot.kind == "who":
            gaps["name" if "name" not in gaps else "name2"] = slot.said
    gaps |= {"m": gaps.get("n2", ""), "places": " and ".join(slot.said for slot in slots if slot.kind == "at")}
    if "unit" in gaps:
        gaps["unit of slot"] = gaps.pop("unit")
    return gaps | {"at": gaps.get("at") or gaps.get("n", "")}


def _at_known(formula: str, letters: str) -> str | None:
    """Return a formula with what its letters were found to be put in; None where another letter is in it."""
    for known in letters.split(", "):
        letter, _, value = known.partition(" = ")
        formula = expression_at(formula, letter, value) or formula
    return None if _LONE_LETTER.search(formula) else formula
