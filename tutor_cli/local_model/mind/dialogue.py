"""What to do about an utterance: which handler takes the turn, given what was said and where we are."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tutor_cli.local_model.mind import chatting, explaining
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.intent import Utterance
from tutor_cli.local_model.mind.moves import Turn, say

Handler = Callable[[Conversation], Turn]

# What is said about the solution we are on.
ABOUT_THE_SOLUTION: Mapping[str, Handler] = {
    "next": explaining.next_step,
    "back": explaining.previous_step,
    "first_step": explaining.first_step,
    "all_steps": explaining.all_steps,
    "slowly": explaining.slowly,
    "why": explaining.why,
    "another_way": explaining.another_way,
    "question_was": explaining.problem_again,
    "give_up": explaining.answer_again,
    "verify": explaining.sure,
    "dont_understand": explaining.slowly,
}
METHODS = {
    "method_formula": "formula",
    "method_complete_square": "complete_square",
    "method_factor": "factor",
    "method_elimination": "elimination",
    "method_substitution": "substitution",
}


def respond(c: Conversation, u: Utterance) -> Turn:
    """Return the turn that answers the utterance."""
    if not u.text:
        return _line("nothing_heard")
    if u.too_long:
        return _line("too_long")
    if u.whole:
        return _by_intent(c, u.whole)
    if method := u.match(*METHODS):
        if u.has_maths:
            return explaining.solve(c, u.text, METHODS[method.name])
        return explaining.another_way(c, METHODS[method.name])
    if u.has_maths:
        return explaining.solve(c, u.text)
    if fact := chatting.fact_about(u.text):
        return chatting.tell_fact(c, fact)
    if u.matches:
        return _by_intent(c, u.matches[0].name)
    return chatting.not_understood(c)


def _by_intent(c: Conversation, intent: str) -> Turn:
    if handler := ABOUT_THE_SOLUTION.get(intent):
        return handler(c)
    if intent in chatting.REPLIES:
        return chatting.reply(intent)
    if intent in ("in_hindi", "in_english"):
        chatting.choose_language(c, "hi" if intent == "in_hindi" else "en")
        return explaining.in_language(c)
    if intent == "greet":
        return chatting.greet(c)
    if intent == "yes" and c.question == "more":
        return explaining.next_step(c)
    return chatting.not_understood(c)


def _line(key: str) -> Turn:
    yield say(key)
