"""Questions about the list in hand with each number changed, one more or one less: "the mean if 5 is added to each"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Turn
from tutor_cli.local_model.mind.subject.answering import answered
from tutor_cli.local_model.mind.subject.askable import Asked, asked_in, asked_of_list, changes_in, only_light
from tutor_cli.local_model.mind.subject.edits.editing import edited
from tutor_cli.local_model.mind.subject.posing import in_hand, names, posed_of
from tutor_cli.local_model.mind.subject.told_things import Things
from tutor_cli.local_model.mind.utterance.intent import Utterance
from tutor_cli.local_model.mind.utterance.slots import taken_apart

# So few numbers show no progression; more terms are not written out.
_FEWEST, _MOST = 3, 30
# The number that is to be added is asked for, not given.
_ASKS_WHICH = re.compile(
    r"\b(?:which|what) (?:number|value)\b|(?<!\w)(?:k(?:au|ou|o)n ?s[aie]|कौन ?स[ाीे]|कौन-स[ाीे])(?![\w\u0900-\u0963])",
    re.IGNORECASE,
)
_EACH: Mapping[str, Callable[[Fraction, Fraction], Fraction]] = {
    "each_plus": lambda value, number: value + number,
    "each_minus": lambda value, number: value - number,
    "each_times": lambda value, number: value * number,
    "each_over": lambda value, number: value / number,
}

# With a value more or less it is other data, and the problem about these is another version of it.
_OTHER_DATA = ("one_more", "one_less")


def turn(c: Conversation, u: Utterance) -> Turn | None:
    """Answer a question about the list in hand with its numbers changed: "the mean if 5 is added to each"."""
    if c.exercise is not None or _ASKS_WHICH.search(u.text):
        return None
    known = c.problem_in_hand
    for change, number, question in changes_in(taken_apart(u.text, names(c))):
        if change in _OTHER_DATA and known and (found := edited(u.text, known)) and found.problem and found.supposes:
            return None
        last = [_of_the_list(c)] if only_light(question.words) and not question.slots else []
        for asked in (*asked_in(question), *filter(None, last)):
            for source, things in in_hand(c) if "list" in asked.property.of else ():
                if candidates := list(posed_of(asked, source, altered(things, change, number))):
                    return answered(c, asked, [replace(found, about="") for found in candidates])
    return None


def _of_the_list(c: Conversation) -> Asked | None:
    """Return what was last asked of a list, or what the problem with it asks."""
    if c.asked is not None and "list" in c.asked.property.of:
        return replace(c.asked, own=None)
    known = c.problem_in_hand
    if known is None or _ASKS_WHICH.search(known.source):
        return None
    return asked_of_list(taken_apart(known.source, {}))


def altered(things: Things, change: str, number: str) -> Things:
    """Return the list of some things as a change of the table leaves it; nothing where it cannot be done."""
    try:
        values = [Fraction(item) for item in things["list"].split(", ")]
        by = Fraction(number)
    except (KeyError, ValueError, ZeroDivisionError):
        return {}
    if change in _EACH and not (change == "each_over" and by == 0):
        values = [_EACH[change](value, by) for value in values]
    elif change == "first_terms":
        return _first(values, by)
    elif change == "one_more":
        values.append(by)
    elif change == "one_less" and by in values:
        values.remove(by)
    else:
        return {}
    return {"list": ", ".join(map(str, values))}


def _first(values: list[Fraction], count: Fraction) -> Things:
    """Return so many first terms of the arithmetic progression that a list begins."""
    steps = {after - before for before, after in pairwise(values)}
    if len(steps) != 1 or len(values) < _FEWEST or count.denominator != 1 or not 0 < count <= _MOST:
        return {}
    return {"list": ", ".join(str(values[0] + k * next(iter(steps))) for k in range(int(count)))}
