"""How a problem is put back to the pupil: in his own words where it was a story, else as a formula."""

from __future__ import annotations

import re
from collections import Counter

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
    numbers, known = _NUMBER.findall(worked.source), problem_in(worked.source)
    for said in (c.wordings.get(worked.source, ""), *reversed(c.wordings.values())):
        if len(_NUMBER.findall(said)) != len(numbers):
            continue
        others = iter(numbers)
        told = _NUMBER.sub(lambda _: next(others), said)  # noqa: B023 (used at once)
        if told == worked.source or (known is not None and problem_in(told) == known):
            return told
    return worked.source


def loses_number(worked: Worked) -> bool:
    """Tell whether the formula of a problem lacks a number that was said, as the place where a slope is asked for."""
    said, written = (Counter(_NUMBER.findall(text)) for text in (worked.source, worked.problem))
    return not said <= written


def is_story(c: Conversation, worked: Worked) -> bool:
    """Tell whether the problem is a story, or words that its numbers alone do not stand for."""
    said = as_said(c, worked)
    told = bool(worked.steps) and worked.steps[0].id.startswith(_TOLD_IN_WORDS)
    return told and len(tokens(said)) >= _FEWEST_WORDS and not _SIGNS.search(said)
