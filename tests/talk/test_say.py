"""The answer to a typed turn is put together from its events."""

from __future__ import annotations

from tutor_cli.events import MathsFound, Span, ToolUsed, Transcript, Whiteboard
from tutor_cli.talk.say import answer


def test_answer() -> None:
    """Segments of the tutor are joined, the last whiteboard counts, and the student's echo is left out."""
    events = [
        Transcript(1, "s", "student", "two x equals eight", True),
        ToolUsed(2, "solve_math", "{}", "{}"),
        Whiteboard(3, "2x = 8", (), "x = 4", True),
        Transcript(4, "t1", "tutor", "Divide", False),
        Transcript(5, "t1", "tutor", "Divide by 2.", True),
        Transcript(6, "t2", "tutor", "So $x = 4$.", True),
        MathsFound(7, "t2", "tutor", "So $x = 4$.", (Span(3, 10, "x = 4"),)),
    ]

    row = answer("two x equals eight", events).to_dict()

    assert row == {
        "heard": "two x equals eight",
        "reply": "Divide by 2. So $x = 4$.",
        "reply_math": ["x = 4"],
        "whiteboard": {"problem": "2x = 8", "steps": [], "answer": "x = 4", "verified": True},
        "tools": ["solve_math"],
    }
