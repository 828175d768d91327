"""Everything beside the maths itself: greetings, what the tutor is and cannot do, languages, facts."""

from __future__ import annotations

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.utterance.words import Language

# Intents whose whole answer is the text of the same name.
REPLIES = frozenset(
    (
        *("thanks", "bye", "how_are_you", "who", "help", "wait", "praise", "how_many_left"),
        *("draw", "other_subject", "personal", "harmful", "injection", "insult", "misheard", "joke", "louder"),
    )
)


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


def not_worked_out(c: Conversation) -> Turn:
    """Say that the last question has no answer to speak of, and offer the problem before."""
    yield say("unread")
    if c.problem_in_hand is not None:
        yield say("unread_offer")
        c.question = "before"


def choose_language(c: Conversation, language: Language) -> None:
    """Speak this language until told otherwise."""
    c.language, c.chosen_language = language, True
