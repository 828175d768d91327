"""What to do about an utterance: which handler takes the turn, given what was said and where we are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from tutor_cli.local_model.mind import (
    chatting,
    comparing,
    history,
    inquiring,
    remembering,
    replying,
    solving,
    talking,
    unread,
    wishes,
)
from tutor_cli.local_model.mind.conversation import UNANSWERED, Conversation, Exercise
from tutor_cli.local_model.mind.handlers import SETTING
from tutor_cli.local_model.mind.moves import Asking, Turn, first_answer, say, saying, without_offers
from tutor_cli.local_model.mind.practice import (
    attempting,
    brought,
    claims,
    fitting,
    lines,
    method,
    named,
    practising,
)
from tutor_cli.local_model.mind.subject import altering, amounts, inhand, memory, premise, situations
from tutor_cli.local_model.mind.subject.completing import problem_in
from tutor_cli.local_model.mind.telling import (
    asking,
    changing,
    contrasting,
    deriving,
    generalising,
    proving,
    unrolling,
    uses,
)
from tutor_cli.local_model.mind.utterance import doubts
from tutor_cli.local_model.mind.utterance.in_english import in_english
from tutor_cli.local_model.mind.utterance.intent import Utterance, understand
from tutor_cli.maths.solve.asked.reader import asked_problem
from tutor_cli.maths.solve.framing import unframed
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.reading import rounded_problem
from tutor_cli.maths.solve.stories.reader import frame_problem

# A turn may turn out to answer nothing once things have been looked up: then its result is False.
Trying = Turn | Asking[bool]
Choose = Callable[[Conversation, Utterance], Trying | None]


def respond(c: Conversation, u: Utterance) -> Turn:
    """Return the turn that answers the utterance, or what was told before together with it."""
    c.heard = u.text
    problem = premise.asked_of(c, u)
    return solving.solve(c, problem) if problem else first_answer(_attempts(c, u), UNANSWERED)


def _attempts(c: Conversation, u: Utterance) -> Iterator[Trying]:
    """Yield the turns for what was said and for its English words, and for a story whose question is still to come.

    Those that know what is asked come first, in either language, before those to whom some of the words are enough.
    """
    english = in_english(u.text, c.problem_in_hand.source if c.problem_in_hand is not None else "")
    taken: list[Utterance] = []
    both = (u, understand(english)) if english and not u.whole else (u,)
    for choosers in (_FIRM, _WHOLE, _LOOSE):
        for said in both:
            if said not in taken:
                yield _taking(c, said, choosers, taken)
    if premise.tells(c, u.text):
        yield premise.keep(c, u.text)
    yield _otherwise(c, u)


def _taking(c: Conversation, u: Utterance, choosers: tuple[Choose, ...], taken: list[Utterance]) -> Asking[bool]:
    """Answer an utterance, and note that it was `taken` up, even where that comes to no answer."""
    taken.append(u)
    found = yield from _respond(c, u, choosers)
    if not found:
        taken.remove(u)
    return found


def _respond(c: Conversation, u: Utterance, choosers: tuple[Choose, ...]) -> Asking[bool]:
    """Play the first turn that fits and tell whether there was one."""
    for choose in choosers:
        turn = choose(c, u)
        if turn and (yield from turn if c.exercise is None else _with_ours(c, turn, c.exercise)) is not False:
            return True
    return False


def _otherwise(c: Conversation, u: Utterance) -> Turn:
    """Return the turn for what nobody takes up."""
    if c.exercise is not None:
        return method.guess(c, u.text)
    if c.mode != "explain" and c.focus == "nothing" and not u.has_maths:
        return practising.begin(c)
    return saying("story_unreadable") if doubts.is_story(u.text) else chatting.not_understood(c)


def _two_results(c: Conversation, u: Utterance) -> Asking[bool] | None:
    """Compare two results or put them together, where what is named turns out to be known."""
    return comparing.attempt(c, u, respond)


def _named_claim(c: Conversation, u: Utterance) -> Asking[bool] | None:
    """Judge what is claimed of a quantity called by its name, where that can be found."""
    return named.attempt(c, u, respond)


def _with_ours(c: Conversation, turn: Trying, exercise: Exercise) -> Asking[bool | None]:
    """Answer, and in a quiz come back to the problem that is set where the answer was about something else."""
    answered = yield from turn
    if c.exercise is exercise and c.focus == "fact" and c.mode == "quiz":
        yield say("back_to_ours")
        yield from asking.problem_again(c)
    return answered


def _own_problem(c: Conversation, u: Utterance) -> Asking[bool] | None:
    """Take up a problem the pupil brings to work on himself, where it can be worked out and is no answer."""
    problem = "" if c.to_himself else brought.problem_in(u.text)
    if not problem or attempting.answer_of(understand(problem)):
        return None
    return practising.bring(c, problem)


def _remembered(c: Conversation, u: Utterance) -> Turn | None:
    """Tell of earlier work."""
    question = None if u.has_maths else remembering.asked_for(u.text)
    return remembering.tell(c, question) if question else None


def _version(c: Conversation, u: Utterance) -> Turn | None:
    """Go back to another version of the problem in hand, and answer what is asked of it."""
    back = history.version(c, u.text)
    return history.tell(c, back, respond) if back is not None else None


def _earlier(c: Conversation, u: Utterance) -> Turn | None:
    """Answer what is asked of an earlier problem, or take it up again."""
    back = history.recalled(c, u)
    return history.tell(c, back, respond) if back is not None else None


def _identity(c: Conversation, u: Utterance) -> Turn | None:
    """Prove an identity or show where it fails; of one that others are proved with, tell where it comes from."""
    if c.exercise is not None:
        return None
    if deriving.states(u.text) and (derived := deriving.turn(c, u)):
        return derived
    problem = asked_problem(u.text)
    return solving.solve(c, u.text) if problem is not None and problem.quantity == "identity" else None


def _of_figures(c: Conversation, u: Utterance) -> Turn | None:
    """Answer what is asked further of the figures of a problem."""
    posed = situations.question_about(c, u.text)
    return solving.solve(c, posed) if posed else None


def _worded(c: Conversation, u: Utterance) -> Turn | None:
    """Work out a whole problem in words."""
    question = unframed(u.text)
    if question != u.text and c.exercise is None and problem_in(question):
        return solving.solve(c, question)
    if c.exercise is not None or claims.is_definition(u.text) or u.match("why", "hint", *SETTING):
        return None
    if heard := doubts.doubtful_number(u.text):
        return saying("doubt_number", formula=heard)
    text = memory.with_names(c, u.text) or u.text
    if (more := doubts.one_more_asked(text)) and problem_in(more[0]) and not _asks_for_two(problem_in(text)):
        return _one_by_one(c, *more)
    if asked_problem(text) or frame_problem(text) or rounded_problem(text):
        return solving.solve(c, text)
    # One that cannot be read is said to be so, not passed over.
    if (each := doubts.each_asked(u.text)) and any(map(problem_in, each)):
        return _one_by_one(c, *each)
    if problem_in(text):
        return solving.solve(c, text)
    both = doubts.both_questions(u.text)
    return _one_by_one(c, *both) if both else None


def _two_questions(c: Conversation, u: Utterance) -> Turn | None:
    """Answer two questions about the problem in hand one after the other."""
    asked = doubts.two_asked(u.text) if c.has_problem and c.exercise is None and not problem_in(u.text) else None
    return _one_by_one(c, *asked) if asked else None


def _asks_for_two(problem: Problem | None) -> bool:
    return problem is not None and problem.story is not None and len(problem.story.asked) > 1


def _one_by_one(c: Conversation, first: str, *more: str) -> Turn:
    """Answer the questions of one utterance after each other."""
    yield say("one_at_a_time")
    yield from without_offers(respond(c, understand(first)))
    for question in more:
        if "edit_unclear" in c.said:
            return
        yield say("and_now")
        yield from without_offers(respond(c, understand(question)))


_FIRM: tuple[Choose, ...] = (
    # Where the lesson stands comes first: nothing to answer, a lesson to begin, the tutor's own question, his problem.
    talking.unusable,
    talking.opening,
    partial(replying.turn, respond=respond),
    lines.turn,
    _own_problem,
    attempting.turn,
    _two_questions,
    # What a number or word of the problem in hand is; its numbers pose no problem of their own.
    inquiring.origin,
    inhand.of_data,
    # What was worked out before, by name or by place.
    _remembered,
    _version,
    # What a change comes to that was not understood.
    unread.of_the_case,
    # "What happens if ...?": how the answer goes, before the change itself is worked out further down.
    solving.effect_of_edit,
    solving.supposed_effect,
    _of_figures,
    _identity,
    # What holds in general, and how ideas differ: words that would else be taken for a claim or a question of values.
    generalising.turn,
    contrasting.turn,
    changing.turn,
    unrolling.turn,
    # What is said to be so of the problem in hand: judged before it is taken for data.
    fitting.attempt,
    _named_claim,
    proving.turn,
    # The problem in hand posed anew: another quantity, its results put together, its text changed.
    solving.further_question,
    _two_results,
    altering.turn,
    solving.edited_problem,
    _earlier,
    # Nothing below may answer from an older problem what is asked of one that was not understood.
    unread.turn,
    # What is said beside the problem, and questions about formulas, amounts, the working and the things found.
    claims.factors,
    deriving.turn,
    uses.turn,
    amounts.turn,
    inquiring.turn,
    inhand.turn,
    solving.operation,
    # What names an idea without asking anything of the problem.
    generalising.unknown,
    talking.claim,
    talking.named_topic,
)
_WHOLE: tuple[Choose, ...] = (
    # An utterance that as a whole is one wish or one idea.
    wishes.whole,
    method.of_kind,
    talking.concept,
    talking.limit,
    partial(wishes.language, respond=respond),
    # A whole problem in words, before single words of it are taken for wishes or formulas.
    _worded,
)
_LOOSE: tuple[Choose, ...] = (
    talking.working,
    talking.practice,
    talking.practice_topic,
    wishes.on_topic,
    # What is left: a change that fits nowhere, a formula, any wish among other words, a topic that is merely named.
    solving.unclear_edit,
    solving.maths,
    wishes.other,
    talking.off_topic,
    talking.topic,
)
