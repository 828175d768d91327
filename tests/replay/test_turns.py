"""Events become turns: what was heard, replied and done after each utterance, and how long it took."""

from __future__ import annotations

from tutor_cli.events import (
    MathsFound,
    Span,
    SpeechEnded,
    SpeechStarted,
    ToolUsed,
    Transcript,
)
from tutor_cli.replay.turns import turns

FIRST = [
    SpeechStarted(100, "student"),
    SpeechEnded(2000, "student", 1900, -20.0),
    Transcript(2300, "s1", "student", "two x", False),
    Transcript(2400, "s1", "student", "two x plus three equals eleven", True),
    MathsFound(2410, "s1", "student", "two x plus three equals eleven", (Span(0, 30, "2x + 3 = 11"),)),
    ToolUsed(2500, "solve_math", '{"problem": "2x+3=11"}', "not json"),
    SpeechStarted(2650, "tutor"),
    Transcript(2700, "t1", "tutor", "x equals four.", True),
    SpeechEnded(4000, "tutor", 1000, -20.0),
    SpeechEnded(6000, "tutor", 1000, -20.0),
]


def test_one_turn() -> None:
    """The last transcript of a segment counts, and the gap is measured between the two voices."""
    [turn] = turns(FIRST)

    assert turn.heard == "two x plus three equals eleven"
    assert turn.heard_math == ("2x + 3 = 11",)
    assert turn.reply == "x equals four."
    assert turn.gap_ms == 650
    assert (turn.reply_seconds, turn.reply_dbfs) == (2.0, -20.0)
    assert turn.to_dict()["tools"] == [
        {"name": "solve_math", "arguments": {"problem": "2x+3=11"}, "result": "not json"}
    ]


def test_a_second_question() -> None:
    """What follows the student's next utterance belongs to it."""
    events = [*FIRST, SpeechStarted(7000, "student"), SpeechEnded(8000, "student", 1000, -20.0)]

    first, second = turns(events)

    assert not first.interrupted
    assert (second.heard, second.reply, second.gap_ms, second.reply_seconds) == ("", "", None, 0)


def test_barge_in() -> None:
    """A reply the student broke off keeps its sound and its words, though both end after the student began."""
    events = [
        *FIRST[:7],
        SpeechStarted(3000, "student"),
        SpeechEnded(3400, "tutor", 750, -20.0),
        Transcript(3500, "t1", "tutor", "x equals", True),
        SpeechEnded(4000, "student", 1000, -20.0),
        Transcript(4300, "s2", "student", "wait", True),
        SpeechStarted(4600, "tutor"),
        SpeechEnded(5600, "tutor", 1000, -20.0),
    ]

    first, second = turns(events)

    assert (first.interrupted, first.reply, first.reply_seconds) == (True, "x equals", 0.75)
    assert (second.interrupted, second.heard, second.gap_ms, second.reply_seconds) == (False, "wait", 600, 1.0)


def test_a_tutor_that_talks_on_was_not_interrupted() -> None:
    """A cough that does not stop the tutor leaves the reply where it is."""
    events = [*FIRST[:7], SpeechStarted(3000, "student"), SpeechEnded(3100, "student", 100, -30.0)]
    events.append(SpeechEnded(6650, "tutor", 4000, -20.0))

    assert not turns(events)[0].interrupted


def test_nothing_said_gives_no_turn() -> None:
    """A greeting alone is no turn of the student."""
    assert turns([SpeechStarted(10, "tutor"), SpeechEnded(900, "tutor", 890, -20.0)]) == []
