"""What a story asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor_cli.maths.solve.stories.frames import Frame, Quantity
from tutor_cli.maths.solve.stories.measures import unit_named

_SENTENCE = re.compile(r"(?<=[.?!;])\s+|,\s+(?=(?:then |and )?(?:find|what|how|calculate)\b)", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(?:what(?! if\b)|whats|find|how|calculate|determine|which|who|when|work out|tell me|compute|get)\b",
    re.IGNORECASE,
)
# "Volume of a cube of side 4": nothing is said about the quantity, so it is asked for.
_NOUN_FIRST = re.compile(
    r"(?:the )?[a-z ]{3,30}? of (?:an? |the )?[a-z]+\b(?! (?:[a-z]+ )?(?:is|are|was|=))", re.IGNORECASE
)
# What follows is given again: "find the profit if he sells it for 90".
_CONDITION = re.compile(r"(?<=.{8})\b(?:if|when|given|such that|who|which|whose|where)\b.*", re.IGNORECASE)
_JOIN = re.compile(r"\s*(?:,|and|&|as well as)\s*(?:also |the |its |his |her |their )*", re.IGNORECASE)
_UNIT = re.compile(
    r"\b(?:how many|in|into|number of) (?P<unit>(?:(?:square|cubic|sq\.?) )?[a-z]+(?:²|³|/[a-z]+| per [a-z]+)?)",
    re.IGNORECASE,
)

# What only a story that speaks of it answers: "what is the average?" of two ages is another question.
_OPERATION = re.compile(
    r"\b(?:area|perimeter|volume|average(?! speed)|mean|median|ratio|probability|chance"
    r"|what (?:percent(?:age)?|%|fraction)|left|remain\w*|radius|squares|cubes|reciprocals|in all|altogether|total)\b",
    re.IGNORECASE,
)
_ADDS = re.compile(r"\b(?:in all|altogether|total)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\bhow many (?:more |less |fewer |of |such |small |square )?"
    r"(?!(?:do|does|did|are|is|will|were|years?|days?|hours?|minutes?|ways?"
    r"|students?|people|persons?|terms?|more|rupees?|times|kilos?|kgs?|litres?|dozens?)\b)(?P<noun>[a-z]+?)(?:es|s)?\b",
    re.IGNORECASE,
)


def question(text: str) -> str:
    """Return the part of a text that asks, its last sentence where that gives nothing, or nothing."""
    sentences = [part for part in _SENTENCE.split(text) if part.strip()]
    if not sentences:
        return ""
    asking = [part[found.start() :] for part in sentences if (found := _ASKS.search(part))]
    if asking:
        return _CONDITION.sub("", asking[-1])
    if len(sentences) == 1 and (noun := _NOUN_FIRST.match(text)):
        return noun.group()
    return "" if re.search(r"\d", sentences[-1]) else sentences[-1]


def asks_for_something_else(text: str, names: str) -> bool:
    """Tell whether a question names what neither the story before it nor the `names` of the answer speak of."""
    asks = question(text)
    known = f"{text.replace(asks, ' ')} {names}".lower()
    if not asks or asks == text:
        return False
    named = [found.group().lower().removeprefix("what ")[:6] for found in _OPERATION.finditer(asks)]
    named += [found["noun"].lower() for found in _COUNTED.finditer(asks)]
    sums = "sum" in known or "total" in known
    return any(word not in known and not (sums and _ADDS.match(word)) for word in named)


def wanted(frame: Frame, text: str, given: set[str]) -> Iterator[tuple[str, ...]]:
    """Yield the letters that may be asked for, the likeliest first; several where they are asked at once."""
    asks = question(text)
    named = sorted(
        (match.start(), -match.end(), index, item)
        for index, item in enumerate(frame.quantities)
        if item.letter not in given and (match := item.ask.search(asks))
    ) if asks else []  # fmt: skip
    for _, end, _, item in named:
        yield from _with_others(asks[-end:], (item.letter,), frame, given)
        yield (item.letter,)


def first(frame: Frame, text: str) -> Quantity | None:
    """Return the quantity that a text asks for first, or None."""
    asks = question(text)
    named = [
        (match.start(), -match.end(), index, item)
        for index, item in enumerate(frame.quantities)
        if (match := item.ask.search(asks))
    ]
    return min(named, key=lambda pair: pair[:3])[3] if named else None


def _with_others(rest: str, taken: tuple[str, ...], frame: Frame, given: set[str]) -> Iterator[tuple[str, ...]]:
    """Yield what is asked for with the quantities that are named behind it, the longest list first."""
    joint = _JOIN.match(rest)
    for item in frame.quantities if joint and joint.group().strip() else ():
        if joint and item.letter not in (*taken, *given) and (found := item.ask.match(rest, joint.end())):
            more = (*taken, item.letter)
            yield from _with_others(rest[found.end() :], more, frame, given)
            yield more


def unit(text: str) -> str:
    """Return the unit an answer is asked in, or nothing."""
    found = _UNIT.finditer(question(text))
    return next(filter(None, (unit_named(match["unit"]) for match in found)), "")
