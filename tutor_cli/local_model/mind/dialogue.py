"""What to do about an utterance: which handler takes the turn, given what was said and where we are."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from tutor_cli.local_model.mind import chatting, exercises, explaining, practising
from tutor_cli.local_model.mind.ambiguity import Reading, readings
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.intent import Utterance, understand
from tutor_cli.local_model.mind.mathematics import has_quantity, is_value, may_be_answer
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.reference import resolved
from tutor_cli.local_model.mind.words import Language
from tutor_cli.maths.spoken import find_spans

Handler = Callable[[Conversation], Turn]

METHODS: Mapping[str, str] = {
    "method_formula": "formula",
    "method_complete_square": "complete_square",
    "method_factor": "factor",
    "method_elimination": "elimination",
    "method_substitution": "substitution",
}
LANGUAGES: Mapping[str, Language] = {"in_hindi": "hi", "in_english": "en"}
# Said about the solution or exercise we are on; also beside a formula ("why did you subtract 3?").
ABOUT_THE_WORKING: Mapping[str, Handler] = {
    "why": explaining.why,
    "all_steps": explaining.all_steps,
    "question_was": explaining.problem_again,
    "first_step": explaining.first_step,
    "next": explaining.next_step,
    "back": explaining.previous_step,
    "slowly": explaining.slowly,
    "dont_understand": explaining.slowly,
    "another_way": explaining.another_way,
    "verify": explaining.sure,
}
PRACTICE: Mapping[str, Handler] = {
    "set_problem": practising.set_problem,
    "another": practising.another,
    "quiz": practising.quiz,
    "easier": practising.easier,
    "harder": practising.harder,
    "stop_practice": practising.stop,
    "score": practising.score,
    "hint": practising.hint,
    "give_up": practising.give_up,
}
HANDLERS: Mapping[str, Handler] = {**ABOUT_THE_WORKING, **PRACTICE, "greet": chatting.greet}
# With a topic named in the same breath ("quiz me on fractions").
SETTING = ("set_problem", "another", "quiz")
# Never lost among other words, unless there is maths beside them.
LIMITS = ("harmful", "injection", "insult", "personal")

# "I solved 2x + 3 = 11 and got 4": a problem, then an answer to it.
_PROBLEM_AND_ANSWER = re.compile(
    r"(?P<problem>.*\d.*?)[,;.]?\s+(?:(?:and|so|then|but)\s+)?"
    r"(?:i\s+(?:got|get|found|think)|my answer is|the answer is)\s+(?P<answer>.*\w.*)",
    re.IGNORECASE,
)


def respond(c: Conversation, u: Utterance) -> Turn:
    """Return the turn that answers the utterance; the first that fits, from the most to the least specific."""
    for choose in (_unusable, _reply_to_question, _whole, _limit, _language, _answer, _practice, _working, _maths):
        if turn := choose(c, u):
            return turn
    return _anything_else(c, u)


def _unusable(c: Conversation, u: Utterance) -> Turn | None:
    if not u.text:
        return _line("nothing_heard")
    return _line("too_long") if u.too_long else None


def _reply_to_question(c: Conversation, u: Utterance) -> Turn | None:
    """Take yes and no, or a choice, as the answer to what the tutor has just asked."""
    question, c.question = c.question, ""
    if question == "reading":
        chosen = _chosen_reading(c, u)
        return _solve(c, chosen.problem) if chosen else None
    if u.whole == "no":
        return _line("no_then") if question else _line("sorry_what")
    if u.whole != "yes" and not (question and u.matches and u.matches[0].name == "yes" and not u.has_maths):
        return None
    if question == "practise":
        return practising.set_problem(c, _topic_of_solution(c))
    if question == "more":
        return explaining.next_step(c)
    return _line("yes_then")


def _chosen_reading(c: Conversation, u: Utterance) -> Reading | None:
    first, second = c.readings
    if u.whole in ("first", "yes"):
        return first
    if u.whole in ("second", "no"):
        return second
    return next(
        (reading for reading in c.readings if any(span.latex == reading.formula for span in find_spans(u.text))), None
    )


def _whole(c: Conversation, u: Utterance) -> Turn | None:
    """Do what the whole utterance asks for."""
    return _by_intent(c, u.whole) if u.whole else None


def _limit(c: Conversation, u: Utterance) -> Turn | None:
    match = u.match(*LIMITS)
    return chatting.reply(match.name) if match and not u.has_maths else None


def _language(c: Conversation, u: Utterance) -> Turn | None:
    """Change the language; what is said beside that is answered in it."""
    match = u.match(*LANGUAGES)
    if match is None:
        return None
    chatting.choose_language(c, LANGUAGES[match.name])
    rest = understand(match.rest)
    if rest.has_maths or rest.match(*SETTING, *ABOUT_THE_WORKING):
        return respond(c, rest)
    return explaining.in_language(c)


def _answer(c: Conversation, u: Utterance) -> Turn | None:
    """Check an answer the pupil offers."""
    if both := _PROBLEM_AND_ANSWER.match(u.text):
        return practising.check_elsewhere(c, both["problem"], both["answer"])
    offered = u.match("check")
    on_something = c.exercise is not None or c.worked is not None
    if offered and on_something:
        return practising.check(c, offered.rest) if has_quantity(offered.rest) else _line("tell_answer")
    if c.exercise is not None and may_be_answer(u.text) and not u.match(*SETTING, *ABOUT_THE_WORKING):
        return practising.check(c, u.text)
    if c.worked is not None and is_value(u.text):
        return practising.check(c, u.text)
    return None


def _practice(c: Conversation, u: Utterance) -> Turn | None:
    """Set problems, give hints, tell answers and scores."""
    match = u.match(*PRACTICE)
    if match is None or (u.has_maths and match.length < 2):
        return None
    topic = exercises.topic_in(u.text)
    if match.name in SETTING and (topic or match.name != "another"):
        return practising.quiz(c, topic) if match.name == "quiz" else practising.set_problem(c, topic)
    if match.name == "hint" and u.has_maths:
        return _solve(c, u.text, coach=True)
    return None if u.has_maths else PRACTICE[match.name](c)


def _working(c: Conversation, u: Utterance) -> Turn | None:
    """Go on about the solution we are on."""
    if method := u.match(*METHODS):
        name = METHODS[method.name]
        return _solve(c, u.text, name) if u.has_maths else explaining.another_way(c, name) if c.worked else None
    match = u.match(*ABOUT_THE_WORKING)
    if match is None or c.worked is None:
        return None
    if u.has_maths and match.name not in ("why", "all_steps", "question_was"):
        return None
    return ABOUT_THE_WORKING[match.name](c)


def _maths(c: Conversation, u: Utterance) -> Turn | None:
    """Work out what is asked, or tell the fact that is asked for."""
    fact = chatting.fact_about(u.text)
    if fact and not chatting.asks_to_compute(fact, u.text):
        return chatting.tell_fact(c, fact)
    problem = resolved(u.text, c.worked)
    if problem and (unclear := readings(problem)):
        return _ask_back(c, unclear)
    return _solve(c, problem, fact=fact) if problem else None


def _ask_back(c: Conversation, unclear: tuple[Reading, ...]) -> Turn:
    c.question, c.readings = "reading", unclear
    yield say("which_reading", first=unclear[0].formula, second=unclear[1].formula)


def _anything_else(c: Conversation, u: Utterance) -> Turn:
    return _by_intent(c, u.matches[0].name) if u.matches else chatting.not_understood(c)


def _by_intent(c: Conversation, intent: str) -> Turn:
    if handler := HANDLERS.get(intent):
        return handler(c)
    if intent in chatting.REPLIES:
        return chatting.reply(intent)
    if intent in LANGUAGES:
        chatting.choose_language(c, LANGUAGES[intent])
        return explaining.in_language(c)
    if intent in METHODS:
        return explaining.another_way(c, METHODS[intent])
    return _line("tell_answer") if intent == "check" else chatting.not_understood(c)


def _solve(c: Conversation, problem: str, method: str = "", *, coach: bool = False, fact: str = "") -> Turn:
    """Work out a problem; when practising, the pupil works and the tutor hints."""
    worked = yield from explaining.work_out(c, problem, method, instead=chatting.tell_fact(c, fact) if fact else None)
    if worked is None:
        return
    if coach or (c.mode == "practise" and worked.steps):
        yield from practising.take_up(c, worked)
    else:
        yield from explaining.present(c, worked)


def _topic_of_solution(c: Conversation) -> str:
    return exercises.topic_in(c.worked.source) if c.worked and not c.topic else c.topic


def _line(key: str) -> Turn:
    yield say(key)
