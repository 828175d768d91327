"""Questions about how to go about the problem that is set: "do I need a common denominator?", "I just added them"."""

from __future__ import annotations

import re

from tutor_cli.local_model.mind import practising
from tutor_cli.local_model.mind.conversation import Conversation, Exercise
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.words import Token, is_function_word, tokens

_NEEDED = re.compile(
    r"\b(?:do|should|must|shall|can|may|don'?t|shouldn'?t) (?:i|we|you)\b|\bis it (?:about|with|by)\b"
    r"|\b(?:karna|karni|lena|lagana|nikalna|jodna|ghatana) (?:hai|hoga|padega|chahiye)\b|करना|लेना",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:i|we|you) (?:just |only |first |then )*"
    r"(?:add|subtract|multipl|divid|took|take|put|mov|cancel|squar|differentiat|integrat|us|chang|count|did|tri|halv)\w*"
    r"|\bmaine\b|मैंने|\bis (?:that|it|this) (?:ok|okay|allowed|fine)\b|\b(?:rule|formula|method|way)\b",
    re.IGNORECASE,
)
_OR = re.compile(r"\b(?:or|ya)\b|या", re.IGNORECASE)
_SHORTEST = 5


def turn(c: Conversation, text: str) -> Turn | None:
    """Return the turn that answers such a question, or None where the text is none."""
    exercise = c.exercise
    if exercise is None or not (_NEEDED.search(text) or _DONE.search(text)):
        return None
    return _told(c, exercise, text)


def _told(c: Conversation, exercise: Exercise, text: str) -> Turn:
    worked = yield from practising.worked_of(c, exercise)
    if worked is None:
        return
    asked = {_stem(word) for word in tokens(text) if _tells(word)}
    told = [*exercise.tip.values(), *(step.reason for step in worked.steps)]
    fits = any(asked & {_stem(word) for word in tokens(reason)} for reason in told)
    yield say("method_yes" if fits and _NEEDED.search(text) and not _OR.search(text) else "method_like_this")
    yield from practising.hint(c)


def _tells(word: Token) -> bool:
    return len(word.plain) >= _SHORTEST and not is_function_word(word)


def _stem(word: Token) -> str:
    return word.sound[:5]
