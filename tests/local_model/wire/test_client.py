"""Client frames: what google-genai sends is read, and nothing a client sends can crash the reader."""

from __future__ import annotations

import base64
import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor_cli.local_model.thought import Setup, Tool, ToolAnswer
from tutor_cli.local_model.wire.client import (
    ActivityEnd,
    ActivityStart,
    AudioInput,
    AudioStreamEnd,
    ClientContent,
    ClientMessage,
    ClientSetup,
    Content,
    TextInput,
    ToolAnswers,
    decode,
)
from tutor_cli.local_model.wire.fields import WireError

# As google-genai 3.4.0 sent it for livekit-plugins-google 1.8.9.
PLUGIN_SETUP: dict[str, Any] = {
    "setup": {
        "model": "models/gemini-3.8-live",
        "generationConfig": {"responseModalities": ["AUDIO"], "speechConfig": {"languageCode": "en-IN"}},
        "systemInstruction": {"parts": [{"text": "Be kind."}]},
        "tools": [
            {
                "functionDeclarations": [
                    {
                        "name": "solve",
                        "description": "Solves.",
                        "parameters": {"type": "OBJECT"},
                        "behavior": "BLOCKING",
                    }
                ]
            }
        ],
        "sessionResumption": {"handle": "h1"},
        "inputAudioTranscription": {},
        "outputAudioTranscription": {},
    }
}

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
field_names = st.sampled_from(
    [
        "setup",
        "realtimeInput",
        "realtime_input",
        "clientContent",
        "toolResponse",
        "audio",
        "data",
        "mimeType",
        "mime_type",
        "turns",
        "parts",
        "text",
        "role",
        "functionResponses",
        "response",
        "activityStart",
        "audioStreamEnd",
        "turnComplete",
        "generationConfig",
        "responseModalities",
        "tools",
        "functionDeclarations",
        "sessionResumption",
        "handle",
        "realtimeInputConfig",
        "automaticActivityDetection",
        "silenceDurationMs",
    ]
)
protocol_like = st.recursive(
    json_values,
    lambda inner: st.dictionaries(field_names, inner, max_size=4) | st.lists(inner, max_size=2),
    max_leaves=20,
)


def snake(data: Any) -> Any:
    """Spell every key of a frame in snake_case."""
    if isinstance(data, dict):
        return {re.sub(r"(?=[A-Z])", "_", key).lower(): snake(value) for key, value in data.items()}
    return [snake(item) for item in data] if isinstance(data, list) else data


@pytest.mark.parametrize("frame", [PLUGIN_SETUP, snake(PLUGIN_SETUP)], ids=["camel", "snake"])
def test_setup_of_the_plugin(frame: dict[str, Any]) -> None:
    """The setup the LiveKit plugin sends is read in both spellings."""
    expected = ClientSetup(
        Setup("Be kind.", (Tool("solve", "Solves.", {"type": "OBJECT"}),), "models/gemini-3.8-live", "en-IN"),
        transcribes_input=True,
        transcribes_output=True,
        resumable=True,
        resumption_handle="h1",
    )
    assert decode(json.dumps(frame)) == [expected]


def test_setup_with_manual_activity_and_text() -> None:
    """A client may detect speech itself, forbid interruptions and ask for text."""
    realtime = {"automaticActivityDetection": {"disabled": True}, "activityHandling": "NO_INTERRUPTION"}
    setup = {"realtimeInputConfig": realtime, "generationConfig": {"responseModalities": ["TEXT"]}}
    (message,) = decode(json.dumps({"setup": setup}))
    assert message == ClientSetup(Setup(), modality="TEXT", automatic_activity=False, interruptible=False)


@given(st.binary(max_size=64), st.sampled_from([8000, 16000, 24000, 48000]), st.booleans(), st.booleans())
def test_audio_round_trip(samples: bytes, rate: int, urlsafe: bool, in_snake: bool) -> None:
    """Audio survives both base64 alphabets and both spellings."""
    pcm = samples[: len(samples) // 2 * 2]
    encoded = (base64.urlsafe_b64encode if urlsafe else base64.b64encode)(pcm).decode()
    frame: Any = {"realtimeInput": {"audio": {"data": encoded, "mimeType": f"audio/pcm;rate={rate}"}}}
    assert decode(json.dumps(snake(frame) if in_snake else frame)) == [AudioInput(pcm, rate)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"realtime_input": {"text": "two plus two"}}, [TextInput("two plus two")]),
        ({"realtime_input": {"activity_start": {}}}, [ActivityStart()]),
        ({"realtimeInput": {"activityEnd": {}}}, [ActivityEnd()]),
        ({"realtime_input": {"audio_stream_end": True}}, [AudioStreamEnd()]),
        ({"realtime_input": {"media_chunks": [{"data": "AAA=", "mimeType": "audio/pcm"}]}}, [AudioInput(b"\0\0")]),
        ({"realtime_input": {"video": {"data": "", "mimeType": "image/jpeg"}}}, []),
        (
            {"client_content": {"turns": [{"role": "user", "parts": [{"text": "hi"}]}], "turn_complete": True}},
            [ClientContent((Content("user", "hi"),), turn_complete=True)],
        ),
        ({"clientContent": {"turnComplete": True}}, [ClientContent((), turn_complete=True)]),
        (
            {"tool_response": {"functionResponses": [{"id": "1", "name": "f", "response": {"output": "4"}}]}},
            [ToolAnswers((ToolAnswer("1", "f", {"output": "4"}),))],
        ),
    ],
)
def test_messages(body: dict[str, Any], expected: list[ClientMessage]) -> None:
    """Every kind of message a client sends is read."""
    assert decode(json.dumps(body)) == expected


@pytest.mark.parametrize(
    "frame",
    [
        "",
        "{",
        b"\xff\xfe",
        "[]",
        "1",
        "{}",
        '{"setup": 1}',
        '{"setup": {}, "clientContent": {}}',
        '{"clientContent": {"turns": "hi"}}',
        '{"clientContent": {"turnComplete": "yes"}}',
        '{"realtimeInput": {"audio": {"data": "*", "mimeType": "audio/pcm"}}}',
        '{"realtimeInput": {"audio": {"data": "AA==", "mimeType": "audio/pcm"}}}',
        '{"realtimeInput": {"audio": {"data": "", "mimeType": "audio/mpeg"}}}',
        '{"realtimeInput": {"audio": {"data": "", "mimeType": "audio/pcm;rate=1"}}}',
        '{"realtimeInput": {"audio": {"data": "", "mimeType": "audio/pcm;rate=99999999999"}}}',
        '{"a":' * 20_000,
    ],
)
def test_refused_frames(frame: str | bytes) -> None:
    """A frame the service would refuse is refused with its code and reason."""
    with pytest.raises(WireError) as error:
        decode(frame)
    assert (error.value.code, error.value.reason) == (1007, "Request contains an invalid argument.")


@given(st.text() | st.binary() | protocol_like.map(json.dumps))
def test_any_frame(frame: str | bytes) -> None:
    """Whatever arrives is either read or refused."""
    try:
        decode(frame)
    except WireError:
        return
