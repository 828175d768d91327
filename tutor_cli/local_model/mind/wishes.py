"""What an utterance asks for by a phrase it has, wherever that stands: go on, in Hindi please, by another method."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from tutor_cli.local_model.mind import chatting, handlers, inquiring, solving, talking
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.handlers import ABOUT_A_SOLUTION, LANGUAGES, METHODS, PRACTICE, Handler
from tutor_cli.local_model.mind.moves import Turn, saying
from tutor_cli.local_model.mind.subject import letters
from tutor_cli.local_model.mind.telling import asking, contrasting, explaining, facts, proving, reasons
from tutor_cli.local_model.mind.utterance.intent import Utterance, understand
from tutor_cli.local_model.mind.utterance.mathematics import has_formula, has_own_maths

_SPEAKS_OF_ANSWER = re.compile(
    r"answer|check|correct|right(?! (?:angle|triangle))|uttar|jawab|sahi|उत्तर|जवाब|सही", re.IGNORECASE
)
# "why did you multiply by 9?" is about the working, whatever numbers are in it.
_ABOUT_A_STEP = re.compile(r"\bwhy (?:(?:did|do|are|have|must) )?(?:you|we|i)\b", re.IGNORECASE)


def whole(c: Conversation, u: Utterance) -> Turn | None:
    """Do what the whole utterance asks for."""
    if u.whole == "give_up" and letters.asks_for_another(c, u.text):
        return chatting.not_understood(c)
    return _by_intent(c, u.whole) if u.whole and u.whole not in ("first", "second", "step_number") else None


def language(c: Conversation, u: Utterance, respond: Callable[[Conversation, Utterance], Turn]) -> Turn | None:
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


def on_topic(c: Conversation, u: Utterance) -> Turn | None:
    """Go on about what we are talking about."""
    if u.match("why") and u.match("first_step") and c.worked is not None and c.worked.steps and c.exercise is None:
        return inquiring.in_language(c, reasons.of_step(c, c.worked, 0))
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
    if match is None or talking.only_in_passing(u, match) or (u.has_maths and not _is_about_working(c, u, match.name)):
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


def other(c: Conversation, u: Utterance) -> Turn | None:
    """Do what the first of the phrases asks for that are not part of the problem."""
    meant = (m for m in u.matches if not (talking.is_of_problem(c, u, m) or talking.only_in_passing(u, m)))
    names = [match.name for match in meant if match.name != "check" or _SPEAKS_OF_ANSWER.search(u.text)]
    if c.mode == "explain" and c.exercise is None and u.whole != "how_many_left":
        names = [name for name in names if name != "how_many_left"]
    return _by_intent(c, names[0]) if names else None


def _by_intent(c: Conversation, intent: str) -> Turn:
    meanings: Mapping[str, Handler] = {**PRACTICE, **handlers.of(c), "greet": chatting.greet}
    if handler := meanings.get(intent):
        return inquiring.in_language(c, handler(c)) if intent in ABOUT_A_SOLUTION else handler(c)
    if intent in chatting.REPLIES:
        return saying(intent)
    if intent in LANGUAGES:
        chatting.choose_language(c, LANGUAGES[intent])
        return _restated(c)
    if intent in METHODS:
        return asking.another_way(c, METHODS[intent])
    if intent == "again":
        return saying("no_problem_yet")
    if intent == "check":
        if c.focus == "nothing":
            return saying("no_problem_yet")
        return inquiring.in_language(c, proving.show(c)) if c.focus == "solution" else saying("tell_answer")
    return chatting.not_understood(c)


def _restated(c: Conversation) -> Turn:
    return facts.tell(c, c.fact) if c.focus == "fact" else asking.in_language(c)
