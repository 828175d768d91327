"""Which problem the pupil asks for: topic, class, easier or harder, one more, a quiz."""

from __future__ import annotations

import re

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.handlers import LEVELS, PRACTICE, SETTING
from tutor_cli.local_model.mind.moves import Turn, say, saying
from tutor_cli.local_model.mind.practice import exercises, practising
from tutor_cli.local_model.mind.telling import asking
from tutor_cli.local_model.mind.utterance import doubts
from tutor_cli.local_model.mind.utterance.intent import Utterance
from tutor_cli.local_model.mind.utterance.phrases import Match

_ANEW = re.compile(
    r"\b(?:new|another|start|restart|begin|again|fresh|naya|nayi|phir|fir|shuru)\b|नया|नयी|शुरू", re.IGNORECASE
)

_NOT = re.compile(
    r"\b(?:don'?t|do not|not|without|mat)\b.*\b(?:answer|tell|show|uttar|jawab|bata\w*)|मत", re.IGNORECASE
)

# "The same with fractions" asks for these in the problem.
_SIGNS = {"fractions": r"\frac", "decimals": "."}


def wish(u: Utterance) -> Match | None:
    """Return what the pupil wishes of practice; how hard it is to be comes before that it is to be one more."""
    match = None if doubts.tells_data(u.text) else u.match(*PRACTICE)
    if match is not None and match.name == "hint" and u.match("give_up") and not _NOT.search(u.text):
        return u.match("give_up")
    if u.match("why") and u.match("first_step"):
        return None
    if match is not None and match.name in ("hint", "give_up") and (begins := u.match("first_step", "last_step")):
        return begins
    level = u.match(*LEVELS)
    return level if match is not None and match.name in SETTING and level is not None else match


def set_as_asked(c: Conversation, u: Utterance, intent: str) -> Turn:
    """Set the problem asked for, or go on with the quiz that has begun."""
    practising.take_level(c, u.text)
    topic, kind = exercises.kind_in(u.text)
    if not topic and exercises.names_unknown_topic(u.text):
        return saying("no_topic")
    if intent == "another" and c.topic and (sign := _SIGNS.get(topic)):
        featured = exercises.with_sign(c.topic, sign, len(c.problems_set), c.options.seed)
        if featured is not None or topic != c.topic:
            return practising.place(c, featured) if featured is not None else _without(c, topic)
    if intent in LEVELS:
        return _other_level(c, topic, kind, intent)
    if intent == "quiz":
        goes_on = c.mode == "quiz" and c.exercise is not None and not topic and not _ANEW.search(u.text)
        return _going_on(c) if goes_on else practising.quiz(c, topic or c.topic)
    if topic:
        c.model = None
        return practising.set_problem(c, topic, kind)
    outgrown = practising.names_class(u.text) and not exercises.is_of_class(c.topic, c.level)
    return practising.other_topic(c) if intent == "other_topic" or outgrown else practising.another(c)


def _other_level(c: Conversation, topic: str, kind: int | None, intent: str) -> Turn:
    if topic and (topic != c.topic or kind is not None):
        c.model, c.topic, c.difficulty = None, topic, int(intent == "harder")
        return practising.set_problem(c, topic, kind)
    return PRACTICE[intent](c)


def _without(c: Conversation, feature: str) -> Turn:
    yield say("kind_without", topic=exercises.title(feature, c.language))
    yield from practising.another(c)


def _going_on(c: Conversation) -> Turn:
    yield say("back_to_ours")
    yield from asking.problem_again(c)
