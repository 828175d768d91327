"""Working out what the pupil asks: a problem of his own, a changed story, or a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor_cli.local_model.mind import chatting, comparing, toolbox
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.handlers import SETTING
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.practice import attempting, checking, claims, exercises, practising
from tutor_cli.local_model.mind.subject import inhand, posing, results, stating
from tutor_cli.local_model.mind.subject.askable import asks_of_value
from tutor_cli.local_model.mind.subject.completing import problem_in
from tutor_cli.local_model.mind.subject.edits.chaining import chained
from tutor_cli.local_model.mind.subject.edits.editing import Edited, asking, edited
from tutor_cli.local_model.mind.subject.edits.effects import effect_in
from tutor_cli.local_model.mind.subject.edits.said import in_english, said_in
from tutor_cli.local_model.mind.subject.edits.versions import chain_of, changes_again
from tutor_cli.local_model.mind.subject.joining import at_that_time, joined, with_answer
from tutor_cli.local_model.mind.subject.reference import lead_removed, resolved
from tutor_cli.local_model.mind.subject.substitution import sides_of_statement
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.telling import divisors, explaining, facts
from tutor_cli.local_model.mind.utterance import doubts
from tutor_cli.local_model.mind.utterance.ambiguity import Reading, readings
from tutor_cli.local_model.mind.utterance.intent import Utterance
from tutor_cli.local_model.mind.utterance.mathematics import has_formula
from tutor_cli.local_model.mind.utterance.requests import on_it
from tutor_cli.maths.solve.asked.reader import AND

_ASKS = re.compile(
    r"^\W*(?:and|aur|और|number of|only|just|sirf|keval)\b|\b(?:what|how|which|find|when|calculate)\b"
    r"|(?<!\w)(?:kitn[aei]|ky?a|kaun\w*|kab|batao|कितन[ाेी]|क्या|कौन\w*|कब|बता\w*)(?!\w)",
    re.IGNORECASE,
)
# "When will he be twice as old?" asks for a time and changes nothing.
_WHEN = re.compile(
    r"^\W*(?:kab|कब)(?!\w)|(?<!\w)(?:kitn[ei] (?:saal|varsh|din)|कितने (?:साल|वर्ष|दिन)) (?:baad|pehle|बाद|पहले)(?!\w)",
    re.IGNORECASE,
)
# No quantity of the story is asked for.
_OF_A_RULE = re.compile(r"\bformulae?\b|\bsutra\b|सूत्र|फ़?ॉर्मूला", re.IGNORECASE)
_MOST_VERSIONS = 4
_RECENT = 5
# Steps that speak of numbers made of what was given: of the letters of a word, on a condition.
_SHOWS_NO_DATA = "counting."
_GIVEN = "story.given"
# Who says more tells a story of his own.
_LONGEST_EDIT = 16
# What is given beside a formula makes no one to be shown.
_SEVERAL = re.compile(r"^(?!\\begin)[^(\[{]*, ")


def further_question(c: Conversation, u: Utterance) -> Turn | None:
    """Work out another quantity of the story in hand, with what the question itself gives for it."""
    known = _known(c)
    if known is None or c.exercise is not None or not _ASKS.search(u.text) or facts.compared(u.text):
        return None
    if _OF_A_RULE.search(u.text) or chained(u.text, _versions(c, known)):
        return None
    problem = next(filter(None, (joined(u.text, source) for source in _asked_of(c, known.source))), "")
    change = edited(u.text, known) if problem else None
    if not problem and c.worked is not None and not any(said.supposes for said in said_in(u.text)):
        problem = next(filter(None, (with_answer(u.text, worked) for worked in reversed(c.history[-_RECENT:]))), "")
    if not problem or asks_of_value(u.text) or (change is not None and change.problem and change.supposes):
        return None
    if _asks_both(problem, known) and (turn := inhand.turn(c, u)):
        return turn
    _note_question(c, problem, known.source)
    return solve(c, problem)


def _asks_both(problem: str, known: Worked) -> bool:
    """Tell whether a problem still asks what the known one asked, and more besides."""
    now, before = problem_in(problem), problem_in(known.source)
    return now is not None and before is not None and AND in now.quantity and before.quantity in now.quantity.split(AND)


def _asked_of(c: Conversation, source: str) -> Iterator[str]:
    """Yield a problem and those it only asked something else about: with what the last question gave, and without."""
    yield source
    while source in c.asked_besides:
        source = c.edited[source]
        yield source


def effect_of_edit(c: Conversation, u: Utterance) -> Turn | None:
    """Say how an answer changed with the last edit: "does the volume double?", "what happens to the area?"."""
    known = _known(c)
    question = effect_in(in_english(u.text)) or effect_in(u.text)
    if (
        known is None
        or question is None
        or (question.how in ("changes", "same") and not question.what)
        or c.exercise is not None
        or u.match("why")
        or any(said.supposes for said in said_in(u.text))
    ):
        return None
    now = next((source for source in chain_of(known.source, c.edited) if source not in c.asked_besides), "")
    if now not in c.edited or (known.source != now and not question.what):
        return None
    both = [asking(f"find {question.what}" if question.what else "", source) for source in (c.edited[now], now)]
    return _both_worked_out(c, question.how, *both) if all(both) else None


def supposed_effect(c: Conversation, u: Utterance) -> Turn | None:
    """Say how an answer changes with a change that the utterance supposes: "what happens if the radius is halved?"."""
    known = _known(c)
    found = edited(u.text, known) if known is not None and c.exercise is None else None
    return _edit(c, known, found.problem, found) if known and found and found.problem and found.effect else None


def _both_worked_out(c: Conversation, how: str, source: str, other: str) -> Turn:
    before = yield from toolbox.solve(source, c.language)
    now = yield from toolbox.solve(other, c.language)
    if before.solved and now.solved:
        yield from comparing.effect(c, how, before, now)
    else:
        yield say("refused")


def edited_problem(c: Conversation, u: Utterance) -> Turn | None:
    """Work out the problem in hand with the part of it changed that the utterance names."""
    known = _known(c)
    if known is None or c.exercise is not None or u.whole in SETTING or _WHEN.search(u.text):
        return None
    versions = _versions(c, known)
    if next_problem := chained(u.text, versions):
        return _edit(c, known, next_problem)
    while len(versions) > 1 and changes_again(u.text, c.wordings.get(versions[0].source, "")):
        versions = versions[1:]
    for worked in versions:
        found = edited(u.text, worked)
        if found and found.problem and (found.supposes or worked is c.worked):
            return _edit(c, worked, found.problem, found)
    return None


def _known(c: Conversation) -> Worked | None:
    """Return the problem in hand, or the question in words that was asked of it last: with its data it is one."""
    known, asked = c.problem_in_hand, c.worked
    if known is None or asked is None or not stating.told_in_words(asked) or problem_in(asked.source) is None:
        return known
    if asked.source != known.source:
        _note_question(c, asked.source, known.source)
    return asked


def _changes_nothing(c: Conversation, worked: Worked) -> bool:
    """Tell whether a further question has new words, and the answer of the problem it was asked of: it was not read."""
    if worked.source not in c.asked_besides:
        return False
    known = next((past for past in reversed(c.history) if past.source == c.edited[worked.source]), None)
    if known is None or (known.answer, known.told) != (worked.answer, worked.told):
        return False
    return not results.keys_of(c.heard) <= results.keys_of(f"{known.source} {known.told}", light=True)


def _note_question(c: Conversation, problem: str, about: str) -> None:
    """Remember that a problem only asks something else about another one."""
    if problem not in c.edited and problem != about:
        c.edited[problem] = about
        c.asked_besides.add(problem)


def _versions(c: Conversation, known: Worked) -> list[Worked]:
    """Return the problem in hand and those it was made of by changes, the latest first."""
    made, problem = [known], known.source
    while (problem := c.edited.get(problem, "")) and len(made) < _MOST_VERSIONS:
        made += [worked for worked in c.history if worked.source == problem][-1:]
    return made


def _edit(c: Conversation, known: Worked, problem: str, found: Edited | None = None) -> Turn:
    if known is not c.worked and known is not c.problem_in_hand:
        yield explaining.problem_line(c, known)
    if problem != known.source and known.source not in chain_of(problem, c.edited):
        c.edited[problem] = known.source
    if found is not None and found.effect:
        yield from _effect(c, known, problem, found)
    yield from solve(c, problem, edit=True)


def _effect(c: Conversation, known: Worked, problem: str, found: Edited) -> Turn:
    """Say first whether and how the answer changes."""
    same = not found.before or problem_in(found.before) == problem_in(known.source)
    before = known if same else (yield from toolbox.solve(found.before, c.language))
    now = yield from toolbox.solve(problem, c.language)
    if before.solved and now.solved and (stating.told_in_words(now) or not stating.loses_number(now)):
        yield from comparing.effect(c, found.effect, before, now)


def _edited_line(c: Conversation, worked: Worked) -> Turn:
    """Say the problem as it is now, where its working does not show what was changed."""
    if worked.steps and worked.steps[0].id.startswith(_SHOWS_NO_DATA):
        yield say("edited_story", text=explaining.sentence(stating.as_said(c, worked)))
    elif not stating.is_story(c, worked) and not _SEVERAL.search(worked.problem):
        yield say("edited_is", problem=worked.problem)


def unclear_edit(c: Conversation, u: Utterance) -> Turn | None:
    """Say that a part is to be changed which is not to be found in the problem."""
    known = c.problem_in_hand
    if known is None or c.exercise is not None or not (edited(u.text, known) or _supposes(u.text)):
        return None
    return _ask_for_part(c, known)


def _supposes(text: str) -> bool:
    """Tell whether a text supposes something, and poses no problem of its own."""
    short = len(text.split()) <= _LONGEST_EDIT and not has_formula(text)
    return short and problem_in(text) is None and any(said.supposes for said in said_in(text))


def _ask_for_part(c: Conversation, known: Worked) -> Turn:
    """Say what can be changed: the problem, and the quantities that are given in it."""
    yield say("edit_unclear")
    yield explaining.problem_line(c, known)
    if known.steps and known.steps[0].id == _GIVEN:
        yield from explaining.step_lines(c, known, 0)


def operation(c: Conversation, u: Utterance) -> Turn | None:
    """Work out an operation on what was found: "double it", "uska aadha kitna hoga"."""
    if c.exercise is not None or c.worked is None or c.left_unanswered:
        return None
    problem = on_it(u.text, posing.referent(c, u.text))
    return solve(c, problem) if problem else None


def maths(c: Conversation, u: Utterance) -> Turn | None:
    """Work out what is asked, or tell the fact that is asked for."""
    fact = facts.asked_for(u.text)
    if fact and c.has_problem and not (facts.defines(fact, u.text) or facts.stated(fact, u.text)):
        fact = ""
    meant = facts.with_values(c, u.text)
    followed = claims.follow_up(c, at_that_time(u.text, c.worked))
    if followed and c.problem_in_hand is not None:
        _note_question(c, followed, c.problem_in_hand.source)
    problem = followed or resolved(u.text, c.worked, posing.referent(c)) or meant
    refers = bool(problem) and problem != u.text
    if fact and (number := facts.stated(fact, u.text)):
        return facts.judge(c, fact, number)
    if fact and not refers and not facts.gives_values(fact, u.text):
        return facts.tell(c, fact)
    if division := divisors.asks_if_divisible(problem):
        return divisors.is_divisible(c, *division)
    if number := divisors.asks_if_prime(problem):
        return divisors.is_prime(c, number)
    if problem and (unclear := doubts.side_by_side(u.text) or readings(problem)):
        return _ask_back(c, unclear)
    if problem:
        # Who gives values wants them worked out: a definition would pass over them.
        instead = "" if fact and facts.gives_values(fact, u.text) else fact
        return solve(c, problem, fact=instead, meant=meant)
    if c.fact and (named := lead_removed(u.text)) and (other := facts.related(named, c.fact)):
        return facts.tell(c, other)
    return None


def _ask_back(c: Conversation, unclear: tuple[Reading, ...]) -> Turn:
    c.question, c.readings = "reading", unclear
    yield say("which_reading", first=unclear[0].formula, second=unclear[1].formula)


def solve(
    c: Conversation,
    problem: str,
    method: str = "",
    *,
    coach: bool = False,
    fact: str = "",
    meant: str = "",
    edit: bool = False,
) -> Turn:
    """Work out a problem, an `edit` of another only if all its numbers are read; when practising, the tutor hints."""
    if c.exercise is not None and c.mode != "explain" and not coach:
        yield from attempting.aside(c, problem)
        return
    worked = yield from explaining.work_out(c, problem, method, facts.tell(c, fact) if fact else None, meant)
    if worked is None:
        return
    if worked.states_something and (sides := sides_of_statement(worked.problem)):
        yield from checking.check_elsewhere(c, *sides)
        return
    if _changes_nothing(c, worked):
        yield from chatting.not_understood(c)
        return
    if edit and not stating.told_in_words(worked) and stating.loses_number(worked):
        yield say("edit_unclear")
        return
    if problem in c.edited and problem not in c.asked_besides:
        yield from _edited_line(c, worked)
    topic = exercises.topic_of(worked)
    # What a follow-up was made into is no wording to set another problem in.
    if c.model is None or topic != c.topic or problem == c.heard:
        c.model = worked
    c.topic, c.wordings[problem] = topic, c.heard
    if coach or (c.mode == "practise" and worked.steps):
        yield from practising.take_up(c, worked)
    else:
        yield from explaining.present(c, worked)
