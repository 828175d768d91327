"""Events become turns: what was heard, replied and done after each utterance, and how long it took."""

from __future__ import annotations

from tutor_cli.events import (
    Interrupted,
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


def test_second_utterance_starts_a_turn() -> None:
    """What follows the student's next utterance belongs to it, also where it cut the tutor short."""
    events = [
        *FIRST,
        SpeechStarted(7000, "student"),
        Interrupted(7200, "x equ"),
        SpeechEnded(8000, "student", 1, -20.0),
    ]

    first, second = turns(events)

    assert not first.interrupted
    assert second.interrupted
    assert second.gap_ms is None
    assert second.reply_seconds == 0


def test_nothing_said_gives_no_turn() -> None:
    """A greeting alone is no turn of the student."""
    assert turns([SpeechStarted(10, "tutor"), SpeechEnded(900, "tutor", 890, -20.0)]) == []
