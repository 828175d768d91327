"""The answer to a typed turn is put together from its events, and its failure is told as what it is."""

from __future__ import annotations

import pytest

from tests.replay.test_player import SlowTransport
from tests.virtual_time import run_in_virtual_time
from tutor_cli.errors import AgentError, ModelError, TutorError
from tutor_cli.events import AgentLeft, Event, MathsFound, Span, ToolUsed, Transcript, Trouble, Whiteboard
from tutor_cli.talk.say import answer, say

LEFT = AgentLeft(1, "error")
TROUBLE = Trouble(1, "model_error", "The model failed: quota")


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


@pytest.mark.parametrize(
    ("before", "error"),
    [
        ([TROUBLE, LEFT], ModelError),
        ([LEFT], AgentError),
    ],
)
def test_a_tutor_that_is_gone_already(before: list[Event], error: type[TutorError]) -> None:
    """What ended the conversation before the turn is told at once, as what it is."""
    transport = SlowTransport()
    for event in before:
        transport.events.put_nowait(event)

    with pytest.raises(error):
        run_in_virtual_time(say(transport, "hello"))


def test_a_model_that_failed_before_the_turn() -> None:
    """A tutor that leaves during the turn because its model had failed before it is an error of the model."""

    class FailingTransport(SlowTransport):
        async def send_text(self, text: str) -> None:
            self.events.put_nowait(LEFT)

    transport = FailingTransport()
    transport.events.put_nowait(TROUBLE)

    with pytest.raises(ModelError, match="quota"):
        run_in_virtual_time(say(transport, "hello"))
