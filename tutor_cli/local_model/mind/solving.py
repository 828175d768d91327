"""Working out what the pupil asks: a problem of his own, a changed story, or a fact."""

from __future__ import annotations

import re

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.practice import attempting, checking, claims, exercises, practising
from tutor_cli.local_model.mind.subject import posing, stating
from tutor_cli.local_model.mind.subject.completing import changed, names_quantity
from tutor_cli.local_model.mind.subject.reference import lead_removed, resolved
from tutor_cli.local_model.mind.subject.substitution import sides_of_statement
from tutor_cli.local_model.mind.telling import explaining, facts
from tutor_cli.local_model.mind.utterance import doubts
from tutor_cli.local_model.mind.utterance.ambiguity import Reading, readings
from tutor_cli.local_model.mind.utterance.intent import Utterance

_SUPPOSES = re.compile(r"\W*(?:(?:and|aur|और)\W+)?(?:what if|if|agar|yadi|अगर|यदि)(?!\w)", re.IGNORECASE)


def changed_story(c: Conversation, u: Utterance) -> Turn | None:
    """Tell the story talked about with other numbers: "agar kon 60 degree ho to" asks no value of a function."""
    worked = c.worked
    if worked is None or c.exercise is not None or not _SUPPOSES.match(u.text) or not stating.is_story(c, worked):
        return None
    other = "" if names_quantity(u.text) else changed(u.text, worked.source)
    return solve(c, other) if other else None


def maths(c: Conversation, u: Utterance) -> Turn | None:
    """Work out what is asked, or tell the fact that is asked for."""
    fact = facts.asked_for(u.text)
    meant = facts.with_values(c, u.text)
    problem = claims.follow_up(c, u.text) or resolved(u.text, c.worked, c.problem_in_hand, posing.referent(c)) or meant
    refers = bool(problem) and problem != u.text
    if fact and (number := facts.stated(fact, u.text)):
        return facts.judge(c, fact, number)
    if fact and not refers and not facts.gives_values(fact, u.text):
        return facts.tell(c, fact)
    if division := facts.asks_if_divisible(problem):
        return facts.is_divisible(c, *division)
    if number := facts.asks_if_prime(problem):
        return facts.is_prime(c, number)
    if problem and (unclear := doubts.side_by_side(u.text) or readings(problem)):
        return _ask_back(c, unclear)
    if problem:
        return solve(c, problem, fact=fact, meant=meant)
    if c.fact and (named := lead_removed(u.text)) and (other := facts.related(named, c.fact)):
        return facts.tell(c, other)
    return None


def _ask_back(c: Conversation, unclear: tuple[Reading, ...]) -> Turn:
    c.question, c.readings = "reading", unclear
    yield say("which_reading", first=unclear[0].formula, second=unclear[1].formula)


def solve(
    c: Conversation, problem: str, method: str = "", *, coach: bool = False, fact: str = "", meant: str = ""
) -> Turn:
    """Work out a problem; when practising, the pupil works and the tutor hints."""
    if c.exercise is not None and c.mode != "explain" and not coach:
        yield from attempting.aside(c, problem)
        return
    worked = yield from explaining.work_out(c, problem, method, facts.tell(c, fact) if fact else None, meant)
    if worked is None:
        return
    if worked.states_something and (sides := sides_of_statement(worked.problem)):
        yield from checking.check_elsewhere(c, *sides)
        return
    c.topic, c.model, c.wordings[problem] = exercises.topic_of(worked), worked, c.heard
    if coach or (c.mode == "practise" and worked.steps):
        yield from practising.take_up(c, worked)
    else:
        yield from explaining.present(c, worked)
