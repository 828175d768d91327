"""What the service sends: frozen values encoded into JSON frames, in the camelCase of protobuf's JSON form."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor_cli.local_model.thought import CallTool

# https://ai.google.dev/gemini-api/docs/live-guide: "output audio always uses a sample rate of 24 kHz".
OUTPUT_RATE_HZ = 24_000


@dataclass(frozen=True)
class SetupComplete:
    """The session is open; only now may the client send anything else."""

    session_id: str = ""


@dataclass(frozen=True)
class InputTranscription:
    """A piece of what the student said; pieces of a turn are joined by the client."""

    text: str


@dataclass(frozen=True)
class OutputTranscription:
    """A piece of what the tutor says, sent with its audio."""

    text: str


@dataclass(frozen=True)
class Audio:
    """A piece of the tutor's voice: mono PCM16 at 24 kHz."""

    pcm: bytes


@dataclass(frozen=True)
class Text:
    """A piece of a written reply, where the client asked for text instead of audio."""

    text: str


@dataclass(frozen=True)
class Interrupted:
    """The student spoke over the reply: the client must stop playing it."""


@dataclass(frozen=True)
class GenerationComplete:
    """Everything of this reply was sent."""


@dataclass(frozen=True)
class TurnComplete:
    """The tutor's turn is over."""


@dataclass(frozen=True)
class ToolCall:
    """Tools the client is to run."""

    calls: tuple[CallTool, ...]


@dataclass(frozen=True)
class ToolCallCancellation:
    """Calls whose answers are no longer wanted."""

    ids: tuple[str, ...]


@dataclass(frozen=True)
class GoAway:
    """The service will close the connection in `time_left_ms` milliseconds."""

    time_left_ms: int


@dataclass(frozen=True)
class ResumptionUpdate:
    """The handle with which a new connection goes on with this conversation."""

    handle: str


@dataclass(frozen=True)
class Usage:
    """Tokens of the turn, as the service counts them."""

    prompt_tokens: int
    response_tokens: int


ServerMessage = (
    SetupComplete
    | InputTranscription
    | OutputTranscription
    | Audio
    | Text
    | Interrupted
    | GenerationComplete
    | TurnComplete
    | ToolCall
    | ToolCallCancellation
    | GoAway
    | ResumptionUpdate
    | Usage
)


def encode(message: ServerMessage) -> str:
    """Return the message as one JSON frame."""
    return json.dumps(_body(message), ensure_ascii=False)


def _body(message: ServerMessage) -> dict[str, Any]:
    match message:
        case SetupComplete(session_id):
            return {"setupComplete": {"sessionId": session_id} if session_id else {}}
        case ToolCall(calls):
            return {"toolCall": {"functionCalls": [_call(call) for call in calls]}}
        case ToolCallCancellation(ids):
            return {"toolCallCancellation": {"ids": list(ids)}}
        case GoAway(time_left_ms):
            return {"goAway": {"timeLeft": f"{time_left_ms / 1000:g}s"}}
        case ResumptionUpdate(handle):
            return {"sessionResumptionUpdate": {"newHandle": handle, "resumable": True}}
        case Usage(prompt, response):
            counts = {"promptTokenCount": prompt, "responseTokenCount": response, "totalTokenCount": prompt + response}
            return {"usageMetadata": counts}
        case _:
            return {"serverContent": _content(message)}


def _content(message: ServerMessage) -> dict[str, Any]:
    match message:
        case InputTranscription(text):
            return {"inputTranscription": {"text": text}}
        case OutputTranscription(text):
            return {"outputTranscription": {"text": text}}
        case Audio(pcm):
            blob = {"mimeType": f"audio/pcm;rate={OUTPUT_RATE_HZ}", "data": base64.b64encode(pcm).decode()}
            return {"modelTurn": {"role": "model", "parts": [{"inlineData": blob}]}}
        case Text(text):
            return {"modelTurn": {"role": "model", "parts": [{"text": text}]}}
        case Interrupted():
            return {"interrupted": True}
        case GenerationComplete():
            return {"generationComplete": True}
        case TurnComplete():
            return {"turnComplete": True}
        case _:
            raise TypeError(f"{message!r} is not server content")


def _call(call: CallTool) -> dict[str, Any]:
    return {"id": call.id, "name": call.name, "args": call.arguments}
