"""Everything beside the maths itself: greetings, what the tutor is and cannot do, languages, facts."""

from __future__ import annotations

import re
from functools import cache

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.phrases import PhraseTable
from tutor_cli.local_model.mind.words import Language

# Intents whose whole answer is the text of the same name.
REPLIES = frozenset(
    (
        *("thanks", "bye", "how_are_you", "who", "help", "wait", "praise", "worried"),
        *("draw", "other_subject", "personal", "harmful", "injection", "insult"),
    )
)


def reply(intent: str) -> Turn:
    """Say the text for the intent."""
    yield say(intent)


def greet(c: Conversation) -> Turn:
    """Greet, and say what the lesson is where the client chose one."""
    yield say("greet")
    yield say(f"greet_{c.mode}")


def not_understood(c: Conversation) -> Turn:
    """Say so, with a hint that fits what is going on."""
    yield say("not_understood")
    if c.exercise is not None:
        yield say("hint_exercise")
    elif c.worked is not None:
        yield say("hint_solution")
    else:
        yield say("hint_start")


def fact_about(text: str) -> str:
    """Return the key of the fact the text asks for, or nothing."""
    matches = _facts().matches(text)
    return matches[0].name if matches else ""


def asks_to_compute(key: str, text: str) -> bool:
    """Tell whether a text that names the fact gives values to compute with, other than the fact's own."""
    own = load("facts")[key].get("value", "")
    return any(number != own for number in re.findall(r"\d+(?:\.\d+)?", text))


def tell_fact(c: Conversation, key: str) -> Turn:
    """Tell a definition or formula."""
    c.fact, c.focus = key, "fact"
    yield say("quote", text=load("facts")[key][c.language])


def choose_language(c: Conversation, language: Language) -> None:
    """Speak this language until told otherwise."""
    c.language, c.chosen_language = language, True


@cache
def _facts() -> PhraseTable:
    return PhraseTable.of_names(load("facts"))
