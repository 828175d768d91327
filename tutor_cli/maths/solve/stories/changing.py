"""A story told again with other numbers or another question, by the quantities its numbers are."""

from __future__ import annotations

import re
from functools import lru_cache

from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.solve.stories import asked
from tutor_cli.maths.solve.stories.frames import Quantity
from tutor_cli.maths.solve.stories.measures import Measure, measures
from tutor_cli.maths.solve.stories.reader import Given, nearest, understood

_NAME = re.compile(r"\b(?!(?:The|If|What|How|In|And|An|Find|When|Then|Suppose)\b)[A-Z][a-z]*\b")
_ORDER = re.compile(r"\b(?:first|second|third|other|another|train|platform|bridge|stream|boat)\b")
_BEFORE = re.compile(r"\b(?:for|in|at|of|after|is|to)\s+(?:the )?(?:rate of )?$", re.IGNORECASE)


def changed(text: str, source: str) -> str:
    """Return a story with the numbers of a follow-up at their places: "and if he sells it for 1100?"; or nothing."""
    story = told(source)
    found = understood(story)
    follow_up = told(text)
    numbers = measures(follow_up)
    if found is None or not numbers:
        return ""
    places: dict[str, Measure] = {}
    known = {item.quantity.letter: item for item in found[1]}
    for number in numbers:
        named = nearest(follow_up, number, list(found[0].quantities), numbers)
        if named is not None and named.letter not in known:
            return ""
        quantity = nearest(follow_up, number, [item.quantity for item in known.values()], numbers)
        quantity = quantity or _of_same_owner(follow_up, number, story, found[1])
        if quantity is None or quantity.letter in places:
            return ""
        places[quantity.letter] = number
    return _rewritten(story, [(known[letter], number) for letter, number in places.items()], follow_up)


def tells_quantity(word: str, source: str) -> bool:
    """Tell whether a word may stand beside one of the numbers given in a story: "cost" where it says "bought for"."""
    return any(
        item.names[0].startswith(word) or item.before.search(f" {word} ") or item.after.search(f" {word} ")
        for item in _given_in(source)
    )


@lru_cache(maxsize=64)
def _given_in(source: str) -> tuple[Quantity, ...]:
    found = understood(told(source))
    return tuple(item.quantity for item in found[1]) if found else ()


def in_frame(source: str) -> bool:
    """Tell whether the numbers of a text are the quantities of a frame."""
    return understood(told(source)) is not None


def is_of_other_frame(text: str, source: str) -> bool:
    """Tell whether two texts tell different kinds of stories."""
    one, other = understood(told(text)), understood(told(source))
    return one is not None and other is not None and one[0] is not other[0]


def place_of_quantity(name: str, source: str) -> tuple[int, int] | None:
    """Return where in a story, as told, the number of the quantity of this name stands, or None."""
    found = understood(source)
    given = [] if found is None else found[1]
    words = f" {name} "
    named = [
        item.measure
        for item in given
        if item.quantity.names[0] == name or item.quantity.before.search(words) or item.quantity.after.search(words)
    ]
    return (named[0].start, named[0].end) if len(named) == 1 else None


def _of_same_owner(text: str, number: Measure, story: str, given: list[Given]) -> Quantity | None:
    """Return the quantity beside whose number the story has the same names: "what if B takes 20 days"."""
    names = _names(text[: number.start])
    starts = [0, *(item.measure.end for item in sorted(given, key=lambda item: item.measure.start))]
    owned = [
        item.quantity
        for start, item in zip(starts, sorted(given, key=lambda item: item.measure.start), strict=False)
        if number.kind == item.measure.kind and names & _names(story[start : item.measure.start])
    ]
    return owned[0] if len(owned) == 1 else None


def _names(text: str) -> set[str]:
    return set(_NAME.findall(text)) | set(_ORDER.findall(text.lower()))


def asked_anew(text: str, source: str) -> str:
    """Return a story without the number that a follow-up asks for: "in how many years will it double?"; or nothing.

    What the follow-up gives is a quantity that the story does not give: "at 60 km/h, how long will the journey take?".
    """
    story, plain = told(source), told(text)
    found = understood(story)
    if found is None:
        return ""
    frame, given = found
    others = [item for item in frame.quantities if item not in [known.quantity for known in given]]
    numbers = measures(plain)
    if not all(nearest(plain, number, others, numbers) for number in numbers):
        return ""
    first = asked.first(frame, told(text))
    item = next((item for item in given if first and item.quantity.letter == first.letter), None)
    if item is None:
        return ""
    before = _BEFORE.sub("", story[: item.measure.start])
    return f"{before}{story[item.measure.end :]}".strip(" ?.!") + f". {text}"


def _rewritten(story: str, places: list[tuple[Given, Measure]], follow_up: str) -> str:
    for item, number in sorted(places, key=lambda pair: -pair[0].measure.start):
        old = item.measure
        said = story[old.start : old.end]
        same = number.unit in ("", old.unit) or old.per != ""
        said = (
            said.replace(said.split()[0].split("%")[0], number.value, 1)
            if same
            else follow_up[number.start : number.end]
        )
        story = story[: old.start] + said + story[old.end :]
    return story
