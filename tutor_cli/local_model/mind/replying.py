"""Yes, no or a choice, said to what the tutor has just asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from tutor_cli.local_model.mind import handlers, history, inquiring, solving
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.handlers import Handler
from tutor_cli.local_model.mind.moves import Turn, saying
from tutor_cli.local_model.mind.practice import method, practising
from tutor_cli.local_model.mind.telling import exemplifying, explaining
from tutor_cli.local_model.mind.utterance.ambiguity import Reading
from tutor_cli.local_model.mind.utterance.intent import Utterance, understand
from tutor_cli.maths.spoken import find_spans

# With nothing offered it is a question.
_WHY_NOT = re.compile(r"\W*(?:(?:but|and|so)\W+)*why not\W*", re.IGNORECASE)


def turn(c: Conversation, u: Utterance, respond: Callable[[Conversation, Utterance], Turn]) -> Turn | None:
    """Take yes and no, or a choice, as the answer to what the tutor has just asked."""
    question, c.question = c.question, ""
    if question == "reading":
        chosen = _chosen_reading(c, u)
        return solving.solve(c, chosen.problem) if chosen else None
    if question == "practise" and u.whole == "next":
        return practising.another(c)
    if not question and c.focus != "nothing" and _WHY_NOT.fullmatch(u.text):
        return inquiring.in_language(c, handlers.of(c)["why"](c))
    if u.whole not in ("yes", "no") or (c.exercise is not None and method.asks(u)):
        return None
    if not question and c.exercise is not None:
        return saying("hint_exercise")
    if u.whole == "no":
        return saying("say_again" if question == "heard" else "no_then")
    if question == "heard":
        return respond(c, understand(c.unsure))
    replies: Mapping[str, Handler] = {
        "practise": practising.another,
        "more": explaining.next_step,
        "steps": explaining.first_step,
        "example": exemplifying.example,
        "easier": practising.easier,
        "harder": practising.harder,
        "before": history.resume,
    }
    return replies[question](c) if question else saying("yes_then")


def _chosen_reading(c: Conversation, u: Utterance) -> Reading | None:
    first, second = c.readings
    if u.whole in ("first", "yes"):
        return first
    if u.whole in ("second", "no"):
        return second
    said = {span.latex for span in find_spans(u.text)}
    return next((reading for reading in c.readings if reading.formula in said), None)
