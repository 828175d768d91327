"""Coming back to a problem that was set before: the first one, the one before, one that was skipped or got wrong."""

from __future__ import annotations

import re

from tutor_cli.local_model.mind.conversation import Conversation, Exercise
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.telling import asking
from tutor_cli.local_model.mind.telling.explaining import step_number

_PROBLEM = r"(?:problem|question|one|sum|exercise|quiz|practi[cs]e|it|sawal|sawaal|सवाल|prashn|wala|wale|वाला|वाले)"
_RETURN = r"\b(?:back to|return to|resume|continue(?: with)?|carry on(?: with)?|go on with|wapas|vapas)\s+"
_BACK = re.compile(
    rf"(?:{_RETURN}|\b(?:try|redo|do|phir se|fir se)\b).*\b{_PROBLEM}\b"
    rf"|\b{_PROBLEM}\b.*(?:\b(?:wapas|vapas|par chal|par jao)|वापस|पर चल)",
    re.IGNORECASE,
)
_OURS = re.compile(rf"{_RETURN}(?:the|my|our|that|your|this)?\s*{_PROBLEM}\b", re.IGNORECASE)
_SKIPPED = re.compile(r"\b(?:skipped|left|missed|passed|chhod\w*|chod\w*)\b|छोड़", re.IGNORECASE)
_WRONG = re.compile(r"\b(?:got wrong|did wrong|was wrong|wrong one|galat)\b|गलत", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:last|previous|earlier|before|pichl\w+|pichhl\w+)\b|पिछल", re.IGNORECASE)
_NUMBERED = re.compile(r"\b(?:first|second|third|fourth|pehl\w+|pahl\w+|doosr\w+|dusr\w+)\b|पहल|दूसर", re.IGNORECASE)


def turn(c: Conversation, text: str) -> Turn | None:
    """Return the turn that sets an earlier problem once more, or goes on with the one that is set."""
    earlier = _meant(c, text) if _BACK.search(text) else None
    if earlier is not None:
        return _again(c, earlier)
    return _ours(c) if _OURS.search(text) and (c.exercise or c.parked) else None


def _meant(c: Conversation, text: str) -> Exercise | None:
    others = [exercise for exercise in c.problems_set if exercise is not c.exercise]
    if _SKIPPED.search(text):
        return next((exercise for exercise in reversed(others) if not exercise.attempts), None)
    if _WRONG.search(text) and (slip := c.last_slip):
        return next((exercise for exercise in others if exercise.problem == slip.problem), None)
    if _BEFORE.search(text):
        return others[-1] if others else None
    if c.exercise is not None and _NUMBERED.search(text) and step_number(text) <= len(c.problems_set):
        return c.problems_set[step_number(text) - 1]
    return None


def _again(c: Conversation, exercise: Exercise) -> Turn:
    c.exercise, c.focus, exercise.hints = exercise, "exercise", 0
    yield say("back_to")
    yield from asking.problem_again(c)


def _ours(c: Conversation) -> Turn:
    if c.exercise is None:
        c.exercise, c.parked = c.parked, None
    c.focus = "exercise"
    yield say("back_to")
    yield from asking.problem_again(c)
