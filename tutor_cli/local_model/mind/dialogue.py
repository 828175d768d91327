"""What to do about an utterance: which handler takes the turn, given what was said and where we are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from tutor_cli.local_model.mind import (
    chatting,
    comparing,
    handlers,
    history,
    inquiring,
    remembering,
    replying,
    solving,
    talking,
    unread,
)
from tutor_cli.local_model.mind.conversation import UNANSWERED, Conversation, Exercise
from tutor_cli.local_model.mind.handlers import (
    ABOUT_A_SOLUTION,
    LANGUAGES,
    METHODS,
    PRACTICE,
    SETTING,
    Handler,
)
from tutor_cli.local_model.mind.moves import Asking, Turn, first_answer, say, without_offers
from tutor_cli.local_model.mind.practice import attempting, checking, claims, method, named, practising
from tutor_cli.local_model.mind.subject import amounts, inhand, memory, premise, situations
from tutor_cli.local_model.mind.subject.completing import problem_in
from tutor_cli.local_model.mind.telling import (
    asking,
    changing,
    contrasting,
    deriving,
    explaining,
    facts,
    generalising,
    proving,
    reasons,
    uses,
)
from tutor_cli.local_model.mind.utterance import doubts
from tutor_cli.local_model.mind.utterance.in_english import in_english
from tutor_cli.local_model.mind.utterance.intent import Utterance, understand
from tutor_cli.local_model.mind.utterance.mathematics import has_formula, has_own_maths
from tutor_cli.local_model.mind.utterance.requests import in_degrees
from tutor_cli.maths.solve.asked.reader import asked_problem
from tutor_cli.maths.solve.framing import unframed
from tutor_cli.maths.solve.reading import rounded_problem
from tutor_cli.maths.solve.stories.reader import frame_problem

Choose = Callable[[Conversation, Utterance], Turn | None]

_SPEAKS_OF_ANSWER = re.compile(
    r"answer|check|correct|right(?! (?:angle|triangle))|uttar|jawab|sahi|उत्तर|जवाब|सही", re.IGNORECASE
)
# "why did you multiply by 9?" is about the working, whatever numbers are in it.
_ABOUT_A_STEP = re.compile(r"\bwhy (?:(?:did|do|are|have|must) )?(?:you|we|i)\b", re.IGNORECASE)


def respond(c: Conversation, u: Utterance) -> Turn:
    """Return the turn that answers the utterance, or what was told before together with it."""
    c.heard = u.text
    problem = premise.asked_of(c, u)
    return solving.solve(c, problem) if problem else first_answer(_attempts(c, u), UNANSWERED)


def _attempts(c: Conversation, u: Utterance) -> Iterator[Turn]:
    """Yield the turns for what was said, for its English words, and for a story whose question is still to come."""
    yield _respond(c, u)
    if english := in_english(u.text, c.problem_in_hand.source if c.problem_in_hand is not None else ""):
        yield _respond(c, understand(english))
    if premise.tells(c, u.text):
        yield premise.keep(c, u.text)


def _respond(c: Conversation, u: Utterance, tried: tuple[Choose, ...] = ()) -> Turn:
    """Return the first turn that fits, from the most to the least specific; those `tried` before were no answer."""
    for choose in (
        *(
            talking.unusable,
            talking.opening,
            partial(replying.turn, respond=respond),
            attempting.turn,
            inquiring.origin,
            inhand.of_data,
            _remembered,
            _version,
            solving.effect_of_edit,
            solving.supposed_effect,
            _of_figures,
            generalising.turn,
            contrasting.turn,
            changing.turn,
            _named_claim,
            proving.turn,
            solving.further_question,
            _two_results,
            inhand.of_altered_list,
            solving.edited_problem,
            _earlier,
            unread.turn,
            claims.factors,
            deriving.turn,
            uses.turn,
            amounts.turn,
            inquiring.turn,
            inhand.turn,
            solving.operation,
            generalising.unknown,
            talking.claim,
            talking.named_topic,
            _whole,
            method.of_kind,
            talking.concept,
            talking.limit,
            _language,
            _worded,
        ),
        talking.working,
        *(
            talking.practice,
            talking.practice_topic,
            _on_topic,
            solving.unclear_edit,
            solving.maths,
            _other_intent,
            talking.off_topic,
            talking.topic,
        ),
    ):
        if choose not in tried and (turn := choose(c, u)):
            return turn if c.exercise is None else _with_ours(c, turn, c.exercise)
    if c.exercise is not None:
        return method.guess(c, u.text)
    if c.mode != "explain" and c.focus == "nothing" and not u.has_maths:
        return practising.begin(c)
    return talking.line("story_unreadable") if doubts.is_story(u.text) else chatting.not_understood(c)


def _two_results(c: Conversation, u: Utterance) -> Turn | None:
    """Compare two results or put them together, where what is named turns out to be known."""
    attempt = comparing.attempt(c, u, respond)
    return None if attempt is None else _or_else(c, u, attempt, _named_claim, _two_results)


def _named_claim(c: Conversation, u: Utterance) -> Turn | None:
    """Judge what is claimed of a quantity called by its name, where that can be found."""
    attempt = named.attempt(c, u, respond)
    return None if attempt is None else _or_else(c, u, attempt, _named_claim)


def _or_else(c: Conversation, u: Utterance, attempt: Asking[bool], *tried: Choose) -> Turn:
    """Make an attempt at an answer; where it comes to nothing, answer as if it had not been made."""
    if not (yield from attempt):
        yield from _respond(c, u, tried)


def _with_ours(c: Conversation, turn: Turn, exercise: Exercise) -> Turn:
    """Answer, and in a quiz come back to the problem that is set where the answer was about something else."""
    yield from turn
    if c.exercise is exercise and c.focus == "fact" and c.mode == "quiz":
        yield say("back_to_ours")
        yield from asking.problem_again(c)


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


def _of_figures(c: Conversation, u: Utterance) -> Turn | None:
    """Answer what is asked further of the figures of a problem."""
    posed = situations.question_about(c, u.text)
    return solving.solve(c, posed) if posed else None


def _whole(c: Conversation, u: Utterance) -> Turn | None:
    """Do what the whole utterance asks for."""
    return _by_intent(c, u.whole) if u.whole and u.whole not in ("first", "second", "step_number") else None


def _worded(c: Conversation, u: Utterance) -> Turn | None:
    """Work out a whole problem in words."""
    question = unframed(u.text)
    if question != u.text and c.exercise is None and problem_in(question):
        return solving.solve(c, question)
    if c.exercise is not None or claims.is_definition(u.text) or u.match("why", "hint", *SETTING):
        return None
    if heard := doubts.doubtful_number(u.text):
        return talking.told(say("doubt_number", formula=heard))
    if statement := doubts.to_prove(u.text):
        return checking.check_elsewhere(c, *statement)
    text = memory.with_names(c, u.text) or u.text
    if asked_problem(text) or frame_problem(text) or rounded_problem(text):
        return solving.solve(c, text)
    if (each := doubts.each_asked(u.text)) and all(map(problem_in, each)):
        return _one_by_one(c, *each)
    if problem_in(text):
        return solving.solve(c, in_degrees(text))
    both = doubts.both_questions(u.text)
    return _one_by_one(c, *both) if both else None


def _language(c: Conversation, u: Utterance) -> Turn | None:
    """Change the language; what is said beside that is answered in it."""
    match = u.match(*LANGUAGES)
    if match is None or all(u.match(wish) for wish in LANGUAGES):
        return None
    chatting.choose_language(c, LANGUAGES[match.name])
    rest = understand(match.rest)
    asks = rest.match(*PRACTICE, *ABOUT_A_SOLUTION) or facts.asked_for(match.rest) or asking.names_step(c, match.rest)
    asks = asks or contrasting.asks(match.rest)
    if rest.has_maths or asks:
        return respond(c, rest)
    return _restated(c)


def _on_topic(c: Conversation, u: Utterance) -> Turn | None:
    """Go on about what we are talking about."""
    if u.match("step_number") and not u.match("back") and c.worked is not None:
        c.slow = c.slow or u.match("dont_understand", "slowly", "why") is not None
        return inquiring.in_language(c, explaining.numbered_step(c, u.text))
    if method := u.match(*METHODS):
        name = METHODS[method.name]
        if u.has_maths and has_own_maths(method.rest):
            return solving.solve(c, u.text, name)
        if c.worked is not None and not facts.is_question(u.text):
            return asking.another_way(c, name)
    meanings = handlers.of(c)
    match = u.match(*meanings)
    if match is None or (u.has_maths and not _is_about_working(c, u, match.name)):
        return None
    if c.focus == "nothing" or (facts.asked_for(u.text) and match.name not in ("why", "verify")):
        return None
    of_working = meanings[match.name] is reasons.why or (match.name == "why" and asking.names_step(c, u.text))
    turn = reasons.why(c, u.text) if of_working else meanings[match.name](c)
    return inquiring.in_language(c, turn)


def _is_about_working(c: Conversation, u: Utterance, intent: str) -> bool:
    """Tell whether "why did you subtract 3?" speaks of the solution we are on and poses no problem of its own."""
    numbers = re.findall(r"\d+", u.text)
    known = c.worked is not None and all(c.worked.mentions(number) for number in numbers)
    if intent in ("why", "dont_understand") and _ABOUT_A_STEP.search(u.text):
        return True
    if intent in ("why", "verify") and c.worked is not None and not has_formula(u.text):
        return True
    return intent == "question_was" or (intent in ("why", "all_steps", "slip", "origin") and known)


def _other_intent(c: Conversation, u: Utterance) -> Turn | None:
    meant = (match for match in u.matches if not talking.is_of_problem(c, u, match))
    names = [match.name for match in meant if match.name != "check" or _SPEAKS_OF_ANSWER.search(u.text)]
    if c.mode == "explain" and c.exercise is None and u.whole != "how_many_left":
        names = [name for name in names if name != "how_many_left"]
    return _by_intent(c, names[0]) if names else None


def _by_intent(c: Conversation, intent: str) -> Turn:
    meanings: Mapping[str, Handler] = {**PRACTICE, **handlers.of(c), "greet": chatting.greet}
    if handler := meanings.get(intent):
        return inquiring.in_language(c, handler(c)) if intent in ABOUT_A_SOLUTION else handler(c)
    if intent in chatting.REPLIES:
        return chatting.reply(intent)
    if intent in LANGUAGES:
        chatting.choose_language(c, LANGUAGES[intent])
        return _restated(c)
    if intent in METHODS:
        return asking.another_way(c, METHODS[intent])
    if intent == "again":
        return talking.line("no_problem_yet")
    if intent == "check":
        if c.focus == "nothing":
            return talking.line("no_problem_yet")
        return inquiring.in_language(c, proving.show(c)) if c.focus == "solution" else talking.line("tell_answer")
    return chatting.not_understood(c)


def _restated(c: Conversation) -> Turn:
    return facts.tell(c, c.fact) if c.focus == "fact" else asking.in_language(c)


def _one_by_one(c: Conversation, first: str, *more: str) -> Turn:
    """Answer the questions of one utterance after each other."""
    yield say("one_at_a_time")
    yield from without_offers(respond(c, understand(first)))
    for question in more:
        yield say("and_now")
        yield from without_offers(respond(c, understand(question)))
