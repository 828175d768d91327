"""A conversation on the screen goes on without its tutor for a while, and not for ever."""

from __future__ import annotations

import asyncio

import pytest

from tests.replay.test_player import SlowTransport
from tests.virtual_time import run_in_virtual_time
from tutor_cli.background import in_background
from tutor_cli.errors import AgentError, LiveKitError, ModelError, TutorError
from tutor_cli.events import AgentJoined, AgentLeft, AgentState, ConnectionChanged, Event, SessionEnded, Trouble
from tutor_cli.talk.run import RETURN_S, Conversation, Screen, show_all

LEFT = AgentLeft(1, "SIGNAL_CLOSE")
BACK = AgentJoined(2, "agent")
TROUBLE = Trouble(1, "model_error", "The model failed: quota")


def _shown(events: list[Event], later: Event, after_s: float) -> str:
    """Return what is on the screen when the session has ended, with one event that comes so long after the others."""
    screen: list[str] = []

    async def converse() -> None:
        transport = SlowTransport()
        for event in events:
            transport.events.put_nowait(event)
        quitting = asyncio.Event()
        conversation = Conversation(Screen(screen.append, "unicode", lambda: 80))
        async with in_background(show_all(transport, conversation, quitting)):
            await asyncio.sleep(after_s)
            transport.events.put_nowait(later)
            transport.events.put_nowait(SessionEnded(3, "left"))
            await quitting.wait()

    run_in_virtual_time(converse())
    return "".join(screen)


def test_a_tutor_that_comes_back() -> None:
    """A tutor that left is waited for, which the screen says, and the conversation goes on with the next one."""
    screen = _shown([LEFT], BACK, RETURN_S - 1)

    assert "the tutor left" in screen
    assert "waiting 10 s" in screen
    assert screen.index("waiting") < screen.index("the tutor is here") < screen.index("the session is over")


@pytest.mark.parametrize(
    ("events", "later", "error"),
    [
        ([LEFT], BACK, AgentError),
        ([TROUBLE, LEFT], BACK, ModelError),
        ([TROUBLE, AgentState(1, "speaking"), LEFT], BACK, AgentError),
        ([LEFT, ConnectionChanged(2, "disconnected")], BACK, LiveKitError),
    ],
)
def test_a_conversation_that_cannot_go_on(events: list[Event], later: Event, error: type[TutorError]) -> None:
    """A tutor that is away for too long, whose model failed, or whose room is gone ends the conversation."""
    with pytest.raises(error):
        _shown(events, later, RETURN_S + 1)
