"""Coming back to earlier problems: "back to the first one", "the car problem again"."""

from __future__ import annotations

import re

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.telling import explaining
from tutor_cli.local_model.mind.utterance.words import is_function_word, tokens

_BACK_TO = re.compile(
    r"\b(?:back to|return to|come back to|go to|again to|remember|about|wapas|vapas) (?:the |my |our |that )?"
    r"(?P<what>[\w ]*?) ?(?:problem|question|one|sum|equation|example|exercise|sawal)\b(?P<more>.*)",
    re.IGNORECASE,
)
_ORDINALS = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "fifth": 4}
_BEFORE = frozenset(("previous", "earlier", "other", "last", "before", "old"))
# So many letters tell a word whatever its ending.
_STEM = 4


def asked_for(c: Conversation, text: str) -> Worked | None:
    """Return the earlier solution that the text goes back to, or None."""
    found = _BACK_TO.search(text)
    if found is None or not c.history:
        return None
    names = [word.plain for word in tokens(found["what"]) if not is_function_word(word) or word.plain in _ORDINALS]
    return _named(c, names)


def go_back(c: Conversation, worked: Worked) -> Turn:
    """Take up an earlier solution again: the problem, the answer, and the first step on demand."""
    c.worked, c.position, c.focus, c.exercise = worked, 0, "solution", None
    yield say("back_to")
    yield explaining.problem_line(c, worked)
    yield explaining.answer_line(worked)
    if worked.steps:
        yield say("offer_steps")
        c.question = "steps"


def _named(c: Conversation, names: list[str]) -> Worked | None:
    if not names:
        return c.worked or c.history[-1]
    for name in names:
        if name in _ORDINALS and _ORDINALS[name] < len(c.history):
            return c.history[_ORDINALS[name]]
        if name in _BEFORE:
            return _before(c)
    return next((worked for worked in reversed(c.history) if _speaks_of(worked, names)), None)


def _before(c: Conversation) -> Worked:
    others = [worked for worked in c.history if worked is not c.worked]
    return others[-1] if others else c.history[-1]


def _speaks_of(worked: Worked, names: list[str]) -> bool:
    """Tell whether the problem's words, or the kind of its steps, have one of the names."""
    words = " ".join((worked.source, worked.method, *(step.id for step in worked.steps))).casefold()
    return any(len(name) >= _STEM - 1 and name[:_STEM] in words for name in names)
