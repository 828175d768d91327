"""Questions about the working in hand: where a number is from, without what it goes, how a step was done."""

from __future__ import annotations

import re

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.handlers import METHODS
from tutor_cli.local_model.mind.moves import Turn
from tutor_cli.local_model.mind.telling import asking, explaining, facts, origins, questions, reasons, ruling
from tutor_cli.local_model.mind.utterance.intent import Utterance

_WHY = re.compile(r"\bwhy\b|\bhow come\b|(?<!\w)(?:kyu|kyun|kyon|क्यों|क्यूँ)(?!\w)", re.IGNORECASE)
_WITHOUT = re.compile(r"\bwithout\b|\bnot using\b|\bbina\b|बिना", re.IGNORECASE)
_ONE_UNKNOWN = re.compile(
    r"\b(?:one|single|only x|only y)\b.*\b(?:variable|unknown|letter)"
    r"|\bek (?:hi )?(?:char|chara|variable|agyat|unknown)|एक (?:ही )?(?:चर|अज्ञात|वेरिएबल)",
    re.IGNORECASE,
)
_HOW = re.compile(r"\W*(?:(?:but|and|so|ok)\W+)*how\b|.*\b(?:kaise|kese)\b|.*कैसे", re.IGNORECASE)


def turn(c: Conversation, u: Utterance) -> Turn | None:
    """Return the turn that answers a question about the working in hand, or None where it is none."""
    if c.worked is None or c.exercise is not None or c.focus == "nothing":
        return None
    if origins.asks(u.text):
        return in_language(c, origins.tell(c, u.text))
    if _WHY.search(u.text) and (question := questions.asked_in(u.text, c.worked)):
        return facts.tell(c, question)
    if rule := ruling.turn(c, u.text):
        return in_language(c, rule)
    method = u.match(*METHODS)
    if _WITHOUT.search(u.text) and (method or ruling.names_rule(u.text)):
        return asking.without(c, u.text, METHODS[method.name] if method else "")
    if _ONE_UNKNOWN.search(u.text) and asking.has_system(c):
        return asking.one_unknown(c)
    asked = u.match("all_steps") and _HOW.match(u.text)
    return in_language(c, reasons.how(c, u.text)) if asked and reasons.names_how(c, u.text) else None


def in_language(c: Conversation, turn: Turn) -> Turn:
    """Speak of the solution in the language spoken now."""
    yield from explaining.in_language(c)
    yield from turn
