"""Maths found and whiteboards go to the room's topic in the contract's form; nothing else does."""

from __future__ import annotations

import json

from tutor_cli.agent.publish import message
from tutor_cli.events import AgentState, MathsFound, Span, Step, Whiteboard
from tutor_cli.room.wire import maths_event

FOUND = MathsFound(7, "s1", "tutor", "So $x = 4$.", (Span(3, 10, "x = 4"),))
BOARD = Whiteboard(7, "2x = 8", (Step("divide", "2x = 8", "x = 4", "Divide both sides by 2."),), "x = 4", True)


def test_forms() -> None:
    """A transcript's maths is flat, a worked solution is under `whiteboard`."""
    assert json.loads(message(FOUND) or "") == {
        "segment_id": "s1",
        "speaker": "tutor",
        "text": "So $x = 4$.",
        "spans": [{"start": 3, "end": 10, "latex": "x = 4"}],
    }
    assert json.loads(message(BOARD) or "")["whiteboard"]["answer"] == "x = 4"
    assert message(AgentState(7, "listening")) is None


def test_the_client_reads_what_the_agent_writes() -> None:
    """Both forms come out of the wire as the events that went in."""
    assert maths_event(message(FOUND) or "", 7) == FOUND
    assert maths_event(message(BOARD) or "", 7) == BOARD
