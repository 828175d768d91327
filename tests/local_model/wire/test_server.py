"""Server frames: what is encoded is what google-genai reads."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.local_model.client import read
from tutor_cli.local_model.thought import CallTool
from tutor_cli.local_model.wire.server import (
    Audio,
    GenerationComplete,
    GoAway,
    InputTranscription,
    Interrupted,
    OutputTranscription,
    ResumptionUpdate,
    ServerMessage,
    SetupComplete,
    Text,
    ToolCall,
    ToolCallCancellation,
    TurnComplete,
    Usage,
    encode,
)

texts = st.text(max_size=20)
calls = st.builds(CallTool, texts, texts, st.dictionaries(texts, texts | st.integers(), max_size=3))
messages = st.one_of(
    st.builds(SetupComplete, texts),
    st.builds(InputTranscription, texts),
    st.builds(OutputTranscription, texts),
    st.builds(Audio, st.binary(max_size=40)),
    st.builds(Text, texts),
    st.just(Interrupted()),
    st.just(GenerationComplete()),
    st.just(TurnComplete()),
    st.builds(ToolCall, st.lists(calls, min_size=1, max_size=3).map(tuple)),
    st.builds(ToolCallCancellation, st.lists(texts, max_size=3).map(tuple)),
    st.builds(GoAway, st.integers(0, 60_000)),
    st.builds(ResumptionUpdate, texts),
    st.builds(Usage, st.integers(0, 1000), st.integers(0, 1000)),
)


@given(messages)
def test_round_trip(message: ServerMessage) -> None:
    """Every message can be read back from its frame."""
    assert read(encode(message)) == [message]


@pytest.mark.parametrize(
    ("message", "body"),
    [
        (SetupComplete(), {"setupComplete": {}}),
        (Interrupted(), {"serverContent": {"interrupted": True}}),
        (TurnComplete(), {"serverContent": {"turnComplete": True}}),
        (GoAway(2500), {"goAway": {"timeLeft": "2.5s"}}),
        (ResumptionUpdate("h"), {"sessionResumptionUpdate": {"newHandle": "h", "resumable": True}}),
        (
            ToolCall((CallTool("1", "solve", {"x": 1}),)),
            {"toolCall": {"functionCalls": [{"id": "1", "name": "solve", "args": {"x": 1}}]}},
        ),
        (
            Audio(b"\1\2"),
            {
                "serverContent": {
                    "modelTurn": {
                        "role": "model",
                        "parts": [
                            {
                                "inlineData": {
                                    "mimeType": "audio/pcm;rate=24000",
                                    "data": base64.b64encode(b"\1\2").decode(),
                                }
                            }
                        ],
                    }
                }
            },
        ),
    ],
)
def test_frames(message: ServerMessage, body: dict[str, Any]) -> None:
    """The frames have the service's field names."""
    assert json.loads(encode(message)) == body
