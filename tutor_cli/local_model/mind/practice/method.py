"""Questions about how to go about the problem that is set: "do I need a common denominator?", "I just added them"."""

from __future__ import annotations

import re

from tutor_cli.local_model.mind import chatting
from tutor_cli.local_model.mind.conversation import Conversation, Exercise
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.practice import practising
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.utterance.words import Token, is_function_word, tokens

_NEEDED = re.compile(
    r"\b(?:i|we|you) (?:have|need) to\b"
    r"|\b(?:do|should|must|shall|can|may|don'?t|shouldn'?t) (?:i|we|you)\b|\b(?:right|correct|na|isn'?t it)\?*$"
    r"|\bis it (?:about|with|by)\b"
    r"|\b(?:karna|karni|lena|lagana|nikalna|jodna|ghatana) (?:hai|hoga|padega|chahiye)\b|करना|लेना",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:i|we|you) (?:just |only |first |then )*"
    r"(?:add|subtract|multipl|divid|took|take|put|mov|cancel|squar|differentiat|integrat|us|chang|count|did|tri|halv)\w*"
    r"|\bmaine\b|मैंने|\bis (?:that|it|this) (?:ok|okay|allowed|fine)\b|\b(?:rule|formula|method|way)\b",
    re.IGNORECASE,
)
_FORMULA_ASKED = re.compile(
    r"\b(?:what|which|tell|give|remember|forgot|kya|kaun|konsa|batao|lagega)\b.*\b(?:formula|sutra|rule)\b"
    r"|(?:formula|sutra|सूत्र|फॉर्मूला)\W*(?:kya|batao|क्या|बताओ|कौन)",
    re.IGNORECASE,
)
_OR = re.compile(r"\b(?:or|ya)\b|या", re.IGNORECASE)
_SHORTEST = 5


def turn(c: Conversation, text: str) -> Turn | None:
    """Return the turn that answers such a question, or None where the text is none."""
    if c.exercise is None or not (_NEEDED.search(text) or _DONE.search(text)):
        return None
    return _told(c, c.exercise, text)


def guess(c: Conversation, text: str) -> Turn:
    """Take what is not understood for talk about the method, where it speaks of what is to be done."""
    exercise = c.exercise
    worked = None if exercise is None else (yield from practising.worked_of(c, exercise))
    if exercise is not None and worked is not None and _speaks_of(text, exercise, worked):
        yield say("method_like_this")
        yield from practising.hint(c)
    else:
        yield from chatting.not_understood(c)


def _told(c: Conversation, exercise: Exercise, text: str) -> Turn:
    worked = yield from practising.worked_of(c, exercise)
    if worked is None:
        return
    if _FORMULA_ASKED.search(text) and (formula := practising.formula_of(worked)):
        yield formula
        yield say("your_turn")
        return
    agrees = _speaks_of(text, exercise, worked) and _NEEDED.search(text) and not _OR.search(text)
    yield say("method_yes" if agrees else "method_like_this")
    yield from practising.hint(c)


def _speaks_of(text: str, exercise: Exercise, worked: Worked) -> bool:
    asked = {_stem(word) for word in tokens(text) if _tells(word)}
    told = [*exercise.tip.values(), *(step.reason for step in worked.steps)]
    return any(asked & {_stem(word) for word in tokens(reason) if _tells(word)} for reason in told)


def _tells(word: Token) -> bool:
    return len(word.plain) >= _SHORTEST and not is_function_word(word)


def _stem(word: Token) -> str:
    return word.sound[:5]
