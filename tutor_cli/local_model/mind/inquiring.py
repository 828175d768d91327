"""Questions about the working in hand: where a number is from, without what it goes, how a step was done."""

from __future__ import annotations

import re

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.handlers import METHODS
from tutor_cli.local_model.mind.moves import Turn
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.telling import (
    asking,
    becoming,
    changing,
    deriving,
    explaining,
    facts,
    linking,
    origins,
    questions,
    reasons,
    ruling,
)
from tutor_cli.local_model.mind.utterance.intent import Utterance

_WHY = re.compile(r"\bwhy\b|\bhow come\b|(?<!\w)(?:kyu|kyun|kyon|क्यों|क्यूँ)(?!\w)", re.IGNORECASE)
_WITHOUT = re.compile(r"\bwithout\b|\bnot using\b|\bbina\b|बिना", re.IGNORECASE)
_ONE_UNKNOWN = re.compile(
    r"\b(?:one|single|only x|only y)\b.*\b(?:variable|unknown|letter)"
    r"|\bek (?:hi )?(?:char|chara|variable|agyat|unknown)|एक (?:ही )?(?:चर|अज्ञात|वेरिएबल)",
    re.IGNORECASE,
)
# "how do you know there is a right angle?"; whether an answer is right is checked.
_KNOWN = re.compile(
    r"\bhow (?:do|did|can|could) (?:you|we|i) (?:know|tell|see|say|be sure)\b"
    r"(?P<what>(?!.*\b(?:correct|true|right(?! angle)|sure)\b).+)"
    r"|(?:kaise|kese|कैसे) (?:pata|maloom|pata chala|पता|मालूम)(?P<fact>(?!.*(?:sahi|सही)).+)"
    r"|(?P<said>(?!.*(?:sahi|सही)).+?) (?:kaise|kese|कैसे) (?:pata|maloom|पता|मालूम)(?: (?:chala|hai|चला|है))?\W*$",
    re.IGNORECASE,
)
# "explain the middle term splitting part"
_EXPLAIN = re.compile(r"\bexplain\b|\bgo over\b|\bhow (?:do|did|does|is)\b|\bsamjh|समझा", re.IGNORECASE)
# "do only the x part first"
_PART_OF = re.compile(r"\b(?P<letter>[a-z]) (?:(?:part|terms?|bit|wal[aei])\b|वाल)")
_HOW = re.compile(r"\W*(?:(?:but|and|so|ok)\W+)*how\b|.*\b(?:kaise|kese)\b|.*कैसे", re.IGNORECASE)


def origin(c: Conversation, u: Utterance) -> Turn | None:
    """Return the turn that tells where a number or a formula comes from or goes, or None where that is not asked."""
    if c.worked is None or c.exercise is not None or c.focus == "nothing":
        return None
    if became := becoming.turn(c, c.worked, u.text):
        return in_language(c, became)
    if not origins.asks(u.text) or u.match("slip"):
        return None
    return deriving.turn(c, u) or in_language(c, origins.tell(c, u.text))


def turn(c: Conversation, u: Utterance) -> Turn | None:
    """Return the turn that answers a question about the working in hand, or None where it is none."""
    if c.worked is None or c.exercise is not None or c.focus == "nothing":
        return None
    if _WHY.search(u.text) and (question := questions.asked_in(u.text, c.worked)):
        return facts.tell(c, question)
    if (why := changing.why(c, u.text)) or (why := _of_step(c, c.worked, u.text)):
        return in_language(c, why)
    if rule := ruling.turn(c, u.text):
        return in_language(c, rule)
    if way := asking.by_name(c, u.text):
        return in_language(c, way)
    method = u.match(*METHODS)
    if _WITHOUT.search(u.text) and (method or ruling.names_rule(u.text) or asking.names_means(u.text)):
        return asking.without(c, u.text, METHODS[method.name] if method else "")
    if _ONE_UNKNOWN.search(u.text) and asking.has_system(c):
        return asking.one_unknown(c)
    if (index := _on_letter(c.worked, u.text)) is not None:
        return in_language(c, origins.step(c, c.worked, index))
    if _EXPLAIN.search(u.text) and (index := linking.by_words(c.worked, u.text)) is not None:
        return in_language(c, origins.step(c, c.worked, index))
    asked = u.match("all_steps") and _HOW.match(u.text)
    return in_language(c, reasons.how(c, u.text)) if asked and reasons.names_how(c, u.text) else None


def _on_letter(worked: Worked, text: str) -> int | None:
    """Return the step whose reason says that it works on the letter a text names, "now the y part"; else None."""
    found = _PART_OF.search(text.lower())
    steps = enumerate(worked.steps) if found else ()
    return next((index for index, step in steps if found and f"${found['letter']}$" in step.reason), None)


def _of_step(c: Conversation, worked: Worked, text: str) -> Turn | None:
    """Tell the step by which one knows something, or where a number comes from that no step names."""
    if known := _KNOWN.search(text):
        said = next(filter(None, known.groups()))
        if re.search(r"\d", said):
            return origins.tell(c, said)
        position = linking.linked(worked, said, c.position)
        return origins.step(c, worked, position) if position is not None else None
    compared = linking.COMPARED.search(text)
    asks_number = _WHY.search(text) and re.search(r"\d", text) and not (compared or facts.asked_for(text))
    nameless = asks_number and linking.linked(worked, text, c.position) is None
    return origins.tell(c, text) if nameless else None


def in_language(c: Conversation, turn: Turn) -> Turn:
    """Speak of the solution in the language spoken now."""
    yield from explaining.in_language(c)
    yield from turn
