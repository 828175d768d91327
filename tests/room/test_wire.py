"""What arrives in a room is decoded, and what is damaged is dropped without an exception."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from livekit.protocol.agent_pb import agent_session

from tutor_cli.events import Interrupted, ToolUsed, Trouble
from tutor_cli.room.wire import maths_event, session_events


@given(st.text())
def test_any_text_on_the_maths_topic(text: str) -> None:
    """Whatever a peer sends, the result is an event or nothing."""
    maths_event(text, 0)
    maths_event(json.dumps({"segment_id": text, "spans": [text]}), 0)
    maths_event(json.dumps({"whiteboard": text}), 0)


def test_no_other_event_on_the_maths_topic() -> None:
    """A peer that names another event in its message does not get it believed."""
    ended = {"event": "SessionEnded", "reason": "hacked"}

    assert maths_event(json.dumps(ended), 0) is None
    assert maths_event(json.dumps({"whiteboard": ended}), 0) is None


def test_nesting_bombs_are_dropped() -> None:
    """JSON nested deeper than any reader follows gives nothing."""
    assert maths_event("[" * 100_000, 0) is None


def test_tools_are_read_from_session_messages() -> None:
    """A call is joined with its output by its id."""
    message = agent_session.AgentSessionMessage()
    executed = message.event.function_tools_executed
    executed.function_calls.add(call_id="c1", name="solve_math", arguments="{}")
    executed.function_call_outputs.add(call_id="c1", name="solve_math", output="4")

    assert session_events(message.SerializeToString(), 9) == [ToolUsed(9, "solve_math", "{}", "4")]


def test_interruptions_are_read_from_session_messages() -> None:
    """A reply that was broken off is told with the words that were heard; a finished one is not."""
    message = agent_session.AgentSessionMessage()
    said = message.event.conversation_item_added.item.message
    said.role = agent_session.ASSISTANT
    said.content.add(text="x equals")
    finished = message.SerializeToString()
    said.interrupted = True

    assert session_events(finished, 9) == []
    assert session_events(message.SerializeToString(), 9) == [Interrupted(9, "x equals")]


def test_errors_are_read_from_session_messages() -> None:
    """What the agent's session tells of a failed model is trouble, in its words."""
    message = agent_session.AgentSessionMessage()
    message.event.error.message = "quota"

    assert session_events(message.SerializeToString(), 9) == [Trouble(9, "model_error", "The model failed: quota")]


def test_the_cause_of_a_model_that_failed() -> None:
    """Of a provider's error, told as all its fields, the cause is what a reader can use."""
    message = agent_session.AgentSessionMessage()
    message.event.error.message = (
        "type='realtime_model_error' timestamp=1.5 label='x' error=gaierror(-2, 'Name not known') recoverable=False"
    )

    (trouble,) = session_events(message.SerializeToString(), 9)

    assert trouble == Trouble(9, "model_error", "The model failed: gaierror(-2, 'Name not known')")


@given(st.binary(max_size=200))
def test_any_bytes_on_the_session_topic(payload: bytes) -> None:
    """Bytes that are no message, or another message, give nothing else and no exception."""
    assert all(isinstance(event, ToolUsed | Interrupted | Trouble) for event in session_events(payload, 0))
