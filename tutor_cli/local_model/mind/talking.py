"""What is said about the work itself: going back, ideas behind it, questions about the working, claims in passing."""

from __future__ import annotations

from tutor_cli.local_model.mind import claims, facts, history, letters
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.intent import Utterance
from tutor_cli.local_model.mind.moves import Turn


def back(c: Conversation, u: Utterance) -> Turn | None:
    """Take up an earlier problem again."""
    worked = history.asked_for(c, u.text)
    return history.go_back(c, worked) if worked else None


def concept(c: Conversation, u: Utterance) -> Turn | None:
    """Answer a question about the ideas themselves: "can a probability be more than 1?"."""
    question = facts.question_in(u.text, c.worked.source if c.worked else "")
    return facts.tell(c, question) if question else None


def working(c: Conversation, u: Utterance) -> Turn | None:
    """Answer a question about the working: a letter in it, a formula, a step."""
    return letters.answer(c, u.text)


def claim(c: Conversation, u: Utterance) -> Turn | None:
    """Judge what the pupil claims in passing."""
    return claims.answer(c, u.text)
