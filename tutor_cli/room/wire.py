"""What arrives in a room, decoded to events: text streams, our maths stream and the agent's session messages.

Pure functions over untrusted input: a damaged message gives no event, never an exception.
"""

from __future__ import annotations

import re

from tutor_cli.errors import BadInputError
from tutor_cli.events import Event, Interrupted, ToolUsed, Trouble, from_dict
from tutor_cli.json_object import json_object

TRANSCRIPTION_TOPIC = "lk.transcription"
CHAT_TOPIC = "lk.chat"
SESSION_TOPIC = "lk.agent.session"
MATHS_TOPIC = "tutor.math"

SEGMENT_ATTRIBUTE = "lk.segment_id"
FINAL_ATTRIBUTE = "lk.transcription_final"
STATE_ATTRIBUTE = "lk.agent.state"

LONGEST_MESSAGE = 1_000_000
"""Characters or bytes; a peer that sends more in one message is broken or hostile."""
LONGEST_TRANSCRIPT = 10_000
"""Characters of one turn, a quarter of an hour of speech; every chunk is an event with all that came before it."""

_PROVIDER_ERROR = re.compile(r"\berror=(?P<cause>.+) recoverable=\w+$")
"""How livekit-agents writes an error of a realtime model, as `repr` of its fields."""


def maths_event(text: str, at_ms: int) -> Event | None:
    """Return the event in one message of the `tutor.math` topic, None where it is damaged."""
    data = json_object(text)
    board = data.get("whiteboard")
    # Our keys last: a peer must not name another event on a topic that is for maths.
    body = {**board, "event": "Whiteboard"} if isinstance(board, dict) else {**data, "event": "MathsFound"}
    try:
        return from_dict({**body, "at_ms": at_ms})
    except BadInputError:
        return None


def session_events(payload: bytes, at_ms: int) -> list[Event]:
    """Return the tools used and the interruptions told by one `AgentSessionMessage` of the `lk.agent.session` topic."""
    from google.protobuf.message import DecodeError
    from livekit.protocol.agent_pb import agent_session

    message = agent_session.AgentSessionMessage()
    try:
        message.ParseFromString(payload)
    except DecodeError:
        return []
    said = message.event.conversation_item_added.item.message
    if said.interrupted and said.role == agent_session.ASSISTANT:
        return [Interrupted(at_ms, "".join(part.text for part in said.content))]
    if message.event.HasField("error"):
        return [Trouble(at_ms, "model_error", f"The model failed: {_cause(message.event.error.message)}")]
    executed = message.event.function_tools_executed
    outputs = {output.call_id: output.output for output in executed.function_call_outputs}
    return [
        ToolUsed(at_ms, call.name, call.arguments, outputs.get(call.call_id, "")) for call in executed.function_calls
    ]


def _cause(message: str) -> str:
    """Return what failed, of the words of an error that repeats every field of its own."""
    found = _PROVIDER_ERROR.search(message)
    return found["cause"] if found else message
