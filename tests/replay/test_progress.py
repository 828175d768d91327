"""A replay is over when the tutor is done, or silent for too long."""

from __future__ import annotations

from functools import reduce as fold

from tutor_cli.events import AgentState, Event, SpeechEnded, SpeechStarted
from tutor_cli.replay.progress import SETTLE_MS, Progress, reduce

TIMEOUT_MS = 15_000


def _after(*events: Event) -> Progress:
    return fold(reduce, events, Progress())


ANSWERED = (
    SpeechStarted(100, "student"),
    SpeechEnded(2000, "student", 1900, -20.0),
    AgentState(2600, "speaking"),
    SpeechStarted(2700, "tutor"),
    SpeechEnded(5000, "tutor", 2300, -20.0),
    AgentState(5050, "listening"),
)


def test_over_once_answered_and_settled() -> None:
    """After the reply the conversation is over as soon as nothing happened for a moment."""
    progress = _after(*ANSWERED)

    assert not progress.is_over(5050 + SETTLE_MS, TIMEOUT_MS)
    assert progress.is_over(5051 + SETTLE_MS, TIMEOUT_MS)


def test_not_over_while_the_tutor_speaks_or_thinks() -> None:
    """A pause between two sentences, or a tool at work, is not the end."""
    speaking = _after(*ANSWERED[:4])
    thinking = _after(*ANSWERED, AgentState(5100, "thinking"))

    assert not speaking.is_over(10_000, TIMEOUT_MS)
    assert not thinking.is_over(10_000, TIMEOUT_MS)


def test_a_silent_tutor_is_given_up() -> None:
    """Without an answer the conversation ends after the response time-out, counted from the last sign of life."""
    progress = _after(*ANSWERED[:3])

    assert not progress.is_over(2600 + TIMEOUT_MS, TIMEOUT_MS)
    assert progress.is_over(2601 + TIMEOUT_MS, TIMEOUT_MS)


def test_a_second_question_needs_a_second_answer() -> None:
    """The reply to the first utterance does not answer the second."""
    progress = _after(*ANSWERED, SpeechStarted(6000, "student"), SpeechEnded(7000, "student", 1000, -20.0))

    assert not progress.answered
