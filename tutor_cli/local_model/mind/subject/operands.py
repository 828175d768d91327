"""What is asked of one of several things in hand, of each of them, or of the answer to a question beside it.

"Square the smaller root", "and the other one?", "are both prime?", "the area in litres".
"""

from __future__ import annotations

import re
from dataclasses import replace

from tutor_cli.local_model.mind import toolbox
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Turn, say, saying, without_offers
from tutor_cli.local_model.mind.subject.answering import answered
from tutor_cli.local_model.mind.subject.askable import Asked, asked_in, asked_of_answer, only_light, points_in
from tutor_cli.local_model.mind.subject.members import things_of
from tutor_cli.local_model.mind.subject.posing import Posed, in_hand, names, posed
from tutor_cli.local_model.mind.subject.referring import Picked, each_in, picked_in
from tutor_cli.local_model.mind.subject.told_things import Things
from tutor_cli.local_model.mind.telling import explaining
from tutor_cli.local_model.mind.utterance.naming import Slot
from tutor_cli.local_model.mind.utterance.requests import in_solvers_words
from tutor_cli.local_model.mind.utterance.slots import Said, taken_apart
from tutor_cli.local_model.mind.utterance.words import language_of

WHICH = re.compile(r"\b(?:which|who|what)\b|(?<!\w)(?:kaun|konsa|कौन)", re.IGNORECASE)
"""With such a word it is asked which one it is, not something of it."""


def turn(c: Conversation, text: str, said: Said) -> Turn | None:
    """Answer what is asked of one of several things or of an answer, or return None."""
    return _of_one(c, text) or _of_answer(c, said, hindi=language_of(text) != "en") or _through_point(c, said)


def _of_one(c: Conversation, text: str) -> Turn | None:
    """Answer what is asked of one of several things in hand: "square the smaller root", "and the other one?"."""
    picked = picked_in(text, (things for _, things in in_hand(c)))
    things = things_of(picked.thing) if picked is not None else {}
    turn = _asked_of(c, picked, things) if picked is not None and things else None
    if turn is not None:
        c.noted.append((len(c.history), things))
    return turn


def asks_of_other(c: Conversation, text: str) -> bool:
    """Tell whether an utterance merely names one of several things of which more is asked: "aur chhote wale ka?"."""
    picked = picked_in(text, (things for _, things in in_hand(c)))
    if picked is None or not picked.called or c.asked is None:
        return False
    rest = taken_apart(picked.rest, names(c))
    return only_light(rest.words) and WHICH.search(text) is None


def _asked_of(c: Conversation, picked: Picked, things: Things) -> Turn | None:
    """Ask of what was picked what the rest asks; what was asked last where the rest asks nothing."""
    rest = taken_apart(picked.rest, names(c))
    merely = only_light(rest.words) and not rest.slots
    if merely and c.asked is not None and [slot.kind for slot in c.asked.slots] == ["at"]:
        there = replace(c.asked, slots=(replace(c.asked.slots[0], text=picked.thing),))
        if same := list(posed(c, there)):
            return answered(c, there, same)
    if merely:
        questions = [c.asked] if c.asked is not None else []
    else:
        questions = asked_in(rest) or asked_in(Said(rest.words, (*rest.slots, Slot("at", picked.thing, 0, 0))))
    for asked in (replace(question, own=things) for question in questions):
        if same := list(posed(c, asked)):
            return answered(c, asked, same)
    if problem := in_solvers_words(picked.rest, picked.thing):
        return _computed(c, problem)
    return saying("it_is", thing=picked.thing) if merely else None


def of_each(c: Conversation, text: str, said: Said) -> Turn | None:
    """Answer what is asked of each of several things in hand: "are both prime?", "dono ka varg"."""
    several = each_in(text, (things for _, things in in_hand(c)))
    for asked in asked_in(said) if several else ():
        problems = [next(posed(c, replace(asked, own=things_of(thing))), None) for thing in several]
        if all(problems):
            return _each_answered(c, several, [found.problem for found in problems if found is not None])
    return None


def _each_answered(c: Conversation, several: list[str], problems: list[str]) -> Turn:
    for thing, problem in zip(several, problems, strict=True):
        worked = yield from toolbox.solve(problem, c.language)
        yield say("about", thing=thing)
        yield explaining.answer_line(worked) if worked.solved else say("refused")


def _computed(c: Conversation, problem: str) -> Turn:
    worked = yield from toolbox.solve(problem, c.language)
    yield from explaining.present(c, replace(worked, gives="value")) if worked.solved else saying("refused")


def _of_answer(c: Conversation, said: Said, *, hindi: bool) -> Turn | None:
    """Answer what is asked of the answer to a question beside it: "the area in litres", "the root of its value"."""
    for outer, questions in asked_of_answer(said, hindi=hindi):
        for asked in questions:
            candidates = list(posed(c, asked))
            if candidates and candidates[0].problem:
                same = [found for found in candidates if found.source == candidates[0].source]
                return _in_turn(c, asked, same, outer)
    return None


def _through_point(c: Conversation, said: Said) -> Turn | None:
    """Answer a question that names its point by what it is: "the line perpendicular to it through the midpoint"."""
    for point, rest in points_in(said):
        found = next(posed(c, point), None)
        known = Said(rest.words, (*rest.slots, Slot("point", "(0, 0)", 0, 0)))
        if found is not None and any(next(posed(c, asked), None) is not None for asked in asked_in(known)):
            return _at_point(c, found, rest)
    return None


def _at_point(c: Conversation, found: Posed, rest: Said) -> Turn:
    worked = yield from toolbox.solve(found.problem, c.language)
    if not worked.solved:
        yield say("refused")
        return
    for asked in asked_in(Said(rest.words, (*rest.slots, Slot("point", worked.answer, 0, 0)))):
        if same := list(posed(c, asked)):
            yield from answered(c, asked, same)
            return


def _in_turn(c: Conversation, asked: Asked, candidates: list[Posed], outer: Asked) -> Turn:
    """Answer a question, and then what is asked of its answer."""
    yield from without_offers(answered(c, asked, candidates))
    if c.worked is not None and r"\approx" in c.worked.answer:
        return
    answer = ("solved", len(c.history))
    if found := [question for question in posed(c, outer) if question.source == answer]:
        yield from answered(c, outer, found[:1])
    else:
        yield say("not_in_that_form")
