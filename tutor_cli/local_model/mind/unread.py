"""What is said about a question the tutor could not work out: "is it 63?", "why is it not half?", "roughly?".

The subject in hand is then that question, not the problem before it: nothing said of a bare "it" is answered from
there. Who names what he asks, "is it a right triangle?", asks of the problem that has such a thing.
"""

from __future__ import annotations

import re

from tutor_cli.local_model.mind import chatting, history
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.handlers import LEVELS, SETTING
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.practice import judging
from tutor_cli.local_model.mind.subject import substitution
from tutor_cli.local_model.mind.subject.askable import is_light
from tutor_cli.local_model.mind.subject.completing import problem_in
from tutor_cli.local_model.mind.subject.posing import names
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.telling import asking, facts, proving
from tutor_cli.local_model.mind.utterance.claimed import claim_in
from tutor_cli.local_model.mind.utterance.intent import Utterance
from tutor_cli.local_model.mind.utterance.mathematics import has_formula, has_own_maths, holds
from tutor_cli.local_model.mind.utterance.relations import relation_in
from tutor_cli.local_model.mind.utterance.slots import taken_apart
from tutor_cli.local_model.mind.utterance.words import Token, is_function_word, tokens
from tutor_cli.maths.spoken import with_digits

# What these ask is asked of an answer, and there is none.
_OF_AN_ANSWER = ("check", "give_up", "answer_was")
# These may be asked of the problem in hand, where the tutor has just said so.
_OF_WORKING = ("why", "verify", "slip", "origin")
# With these "it" is the talk itself: "say it again", "do it another way".
_OF_THE_TALK = ("again", "next", "another_way", "question_was", "slowly", "in_hindi", "in_english", "thanks", "bye")
# What is asked of the case that was not understood; "now" may also begin something else.
_OF_THE_CASE = re.compile(
    r"\bthen\W*$|\b(?:in (?:that|this) case|new)\b|(?<!\w)(?:tab|तब|नया|नये|नए|naya|naye)(?![\w\u0900-\u0963])",
    re.IGNORECASE,
)
# So a case is spoken of that is not there.
_SUPPOSED = re.compile(
    r"\bwould\b(?! you)|(?:hot[aei]|होत[ाीे])(?! (?:hai|hain|h|है|हैं)\b)\W*$|\bin that case\b", re.IGNORECASE
)
_OF_THE_CHANGE = re.compile(rf"{_OF_THE_CASE.pattern}|\b(?:now|ab)\b|(?<!\w)अब(?![\w\u0900-\u0963])", re.IGNORECASE)
# Words that say how much of an answer, or how nearly, and nothing of what it is of.
_VAGUE = frozenset((
    "half", "double", "twice", "roughly", "approximately", "nearly", "more", "less", "bigger", "smaller", "than", "not",
    "exactly", "true", "possible", "correct", "aadha", "dugna", "lagbhag", "zyada", "kam", "करीब", "लगभग",
))  # fmt: skip
_DIGIT, _NUMBER = re.compile(r"\d"), re.compile(r"\d+")
# Who says more tells a problem of his own.
_LONGEST = 9


def turn(c: Conversation, u: Utterance) -> Turn | None:
    """Say that the last question could not be worked out, where the utterance is about its answer; else None."""
    if not c.left_unanswered or c.exercise is not None or u.match(*SETTING, *LEVELS):
        return None
    known = c.problem_in_hand
    if u.whole == "back" and known is not None:
        return history.go_back(c, known)
    if known is not None and "edit_unclear" not in c.said_before:
        if _names_unknown(u.text, known):
            return None
        if u.whole in _OF_AN_ANSWER and not _brought_numbers(c.heard_before, known):
            return _of_problem_before(c, known, u.whole)
    claim = claim_in(u.text)
    if claim is not None and not claim.problem:
        return judging.judge(c, claim) if c.worked is not None else chatting.not_worked_out(c)
    return chatting.not_worked_out(c) if _is_about_it(c, u) else None


def _names_unknown(text: str, known: Worked) -> bool:
    """Tell whether a letter that the problem in hand leaves open is spoken of: "so what is x?"."""
    letters = {word.plain for word in tokens(text) if len(word.plain) == 1}
    return known.kind == "set" and not letters.isdisjoint(substitution.unknowns_of(known.problem))


def _brought_numbers(text: str, known: Worked) -> bool:
    """Tell whether what was not understood told numbers of its own: then another problem was meant."""
    return not all(map(known.mentions, _NUMBER.findall(with_digits(text))))


def _of_problem_before(c: Conversation, known: Worked, wish: str) -> Turn:
    """Answer of the problem in hand what may be asked of any, and say so."""
    c.worked, c.focus = known, "solution"
    yield say("unanswered_before", problem=known.problem)
    yield from proving.show(c) if wish == "check" else asking.answer_again(c)


def of_the_case(c: Conversation, u: Utterance) -> Turn | None:
    """Say that a change was not understood, where what it would come to is asked, or which of two cases has more."""
    if "edit_unclear" not in c.said_before or not c.left_unanswered or c.exercise is not None:
        return None
    relation = relation_in(u.text)
    of_two = relation is not None and (relation.both or relation.name == "other" or not relation.phrases)
    asks = _SUPPOSED.search(u.text) and len(tokens(u.text)) <= _LONGEST and not has_own_maths(u.text)
    return chatting.not_worked_out(c) if asks or of_two else None


def _is_about_it(c: Conversation, u: Utterance) -> bool:
    words = tokens(u.text)
    case = _OF_THE_CHANGE if "edit_unclear" in c.said_before else _OF_THE_CASE
    if case.search(u.text) and len(words) <= _LONGEST and not has_own_maths(u.text):
        return True
    if len(words) > _LONGEST or u.match(*_OF_THE_TALK) or facts.asked_for(u.text):
        return False
    if u.whole in _OF_WORKING:
        return "hint_solution" not in c.said_before
    if u.whole in _OF_AN_ANSWER:
        return True
    if any(slot.named for slot in taken_apart(u.text, names(c)).slots):
        return False
    poses = "=" in u.text or has_formula(u.text) or problem_in(u.text) is not None
    return not poses and holds(words, "it") and not _names_something(u.text, words)


def _names_something(text: str, words: list[Token]) -> bool:
    """Tell whether more is said than that something holds of "it": then it is asked of a thing of that kind."""
    says_little = (is_light(word.plain) or is_function_word(word) or word.plain in _VAGUE for word in words)
    return not _DIGIT.search(text) and not all(says_little)
