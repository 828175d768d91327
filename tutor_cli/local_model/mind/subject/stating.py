"""How a problem is put back to the pupil: in his own words where it was a story, else as a formula."""

from __future__ import annotations

import re

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.subject.completing import problem_in
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.utterance.words import tokens

_SIGNS = re.compile(r"[=^\\*√<>|{}\[\]$_]")
_FEWEST_WORDS = 3
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
# Steps of problems whose numbers alone do not say what was asked.
_TOLD_IN_WORDS = (
    "story.",
    *("recipe.", "quantity.", "statistics.", "number.", "line.", "probability.", "triangle.", "counting."),
    *("sequence.", "set.", "series.", "vector."),
)


def as_said(c: Conversation, worked: Worked) -> str:
    """Return the problem as the pupil put it, or the problem it changed with its numbers."""
    numbers = _NUMBER.findall(worked.source)
    for said in (c.wordings.get(worked.source, ""), *reversed(c.wordings.values())):
        if said != worked.source and not problem_in(said):
            continue
        if len(_NUMBER.findall(said)) == len(numbers):
            others = iter(numbers)
            return _NUMBER.sub(lambda _: next(others), said)  # noqa: B023 (used at once)
    return worked.source


def is_story(c: Conversation, worked: Worked) -> bool:
    """Tell whether the problem is a story, or words that its numbers alone do not stand for."""
    said = as_said(c, worked)
    told = bool(worked.steps) and worked.steps[0].id.startswith(_TOLD_IN_WORDS)
    return told and len(tokens(said)) >= _FEWEST_WORDS and not _SIGNS.search(said)
