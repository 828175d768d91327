"""How a problem is put back to the pupil: in his own words where it was a story, else as a formula."""

from __future__ import annotations

import re
from collections import Counter

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.subject.completing import problem_in
from tutor_cli.local_model.mind.subject.edits.versions import first_of
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.utterance.words import is_function_word, language_of, tokens

_SIGNS = re.compile(r"[=^\\*√<>|{}\[\]$_]")
_FEWEST_WORDS = 3
_MOST_WORDINGS = 4
# "sin A = 3/5, cos A": no brackets are open before the comma.
_LISTED = re.compile(r"^[^(\[]*, ")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
# Steps of problems whose numbers alone do not say what was asked.
_TOLD_IN_WORDS = (
    "story.",
    *("recipe.", "quantity.", "statistics.", "number.", "line.", "probability.", "triangle.", "counting."),
    *("sequence.", "set.", "series.", "vector."),
)


def as_said(c: Conversation, worked: Worked) -> str:
    """Return the problem as the pupil put it, or the problem it changed with its numbers.

    Only words that read as the very problem are given back; else a problem that was changed is told with the changes.
    """
    before = first_of(worked.source, c.edited)
    wordings = (c.wordings.get(worked.source, ""), c.wordings.get(before, before), *reversed(c.wordings.values()))
    for said in dict.fromkeys(filter(None, wordings[:_MOST_WORDINGS])):
        told = _with_numbers(said, worked.source)
        if told == worked.source or (told and problem_in(told) == problem_in(worked.source) is not None):
            return told
    if worked.source not in c.edited or language_of(before) != "hi":
        return worked.source
    first = c.wordings.get(before, before).rstrip(" .।?")
    return f"{first}। {' '.join(_changes(c, worked.source))}"


def _with_numbers(said: str, source: str) -> str:
    """Return what was said with the numbers of the source in their order; nothing where there are more or fewer."""
    numbers = _NUMBER.findall(source)
    if len(_NUMBER.findall(said)) != len(numbers):
        return ""
    others = iter(numbers)
    return _NUMBER.sub(lambda _: next(others), said)


def _changes(c: Conversation, problem: str) -> list[str]:
    """Return the pupil's words for each change, the first one first."""
    said: list[str] = []
    while problem in c.edited and len(said) < _MOST_WORDINGS:
        said.insert(0, c.wordings.get(problem, ""))
        problem = c.edited[problem]
    return said


def loses_number(worked: Worked) -> bool:
    """Tell whether the formula of a problem lacks a number that was said, as the place where a slope is asked for."""
    said, written = (Counter(_NUMBER.findall(text)) for text in (worked.source, worked.problem))
    return not said <= written


def names_answer(worked: Worked | None, text: str) -> bool:
    """Tell whether a text names nothing but what the answer says it is: "is the sum 390?" of "The sum is 375"."""
    named = {word.sound for word in tokens(text) if not is_function_word(word) and not word.plain.isdecimal()}
    return worked is not None and bool(named) and named <= {word.sound for word in tokens(worked.told)}


def told_in_words(worked: Worked) -> bool:
    """Tell whether a problem is worked out as one in words is."""
    return bool(worked.steps) and worked.steps[0].id.startswith(_TOLD_IN_WORDS)


def is_story(c: Conversation, worked: Worked) -> bool:
    """Tell whether the problem is a story, or words that its numbers alone do not stand for."""
    said = as_said(c, worked)
    return told_in_words(worked) and len(tokens(said)) >= _FEWEST_WORDS and not _SIGNS.search(said)


def as_listed(c: Conversation, worked: Worked) -> str:
    """Return the pupil's words for a problem whose formula only lists what is given and what is asked, or nothing."""
    said = c.wordings.get(worked.source, "")
    listed = _LISTED.search(worked.problem) and "{cases}" not in worked.problem
    return said if listed and len(tokens(said)) >= _FEWEST_WORDS else ""
