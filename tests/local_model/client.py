"""A small client of the protocol for tests: frames of the server read back into values."""

from __future__ import annotations

import base64
import json
from typing import Any

from tutor_cli.local_model.thought import CallTool
from tutor_cli.local_model.wire import server


def read(frame: str | bytes) -> list[server.ServerMessage]:
    """Return the messages in a server frame."""
    return [message for kind, value in json.loads(frame).items() for message in _read(kind, value)]


def _read(kind: str, value: Any) -> list[server.ServerMessage]:
    match kind:
        case "setupComplete":
            return [server.SetupComplete(value.get("sessionId", ""))]
        case "toolCall":
            return [server.ToolCall(tuple(CallTool(c["id"], c["name"], c["args"]) for c in value["functionCalls"]))]
        case "toolCallCancellation":
            return [server.ToolCallCancellation(tuple(value["ids"]))]
        case "goAway":
            return [server.GoAway(round(float(value["timeLeft"].removesuffix("s")) * 1000))]
        case "sessionResumptionUpdate":
            return [server.ResumptionUpdate(value["newHandle"])]
        case "usageMetadata":
            return [server.Usage(value["promptTokenCount"], value["responseTokenCount"])]
        case _:
            return [message for part, inner in value.items() for message in _read_content(part, inner)]


def _read_content(kind: str, value: Any) -> list[server.ServerMessage]:
    match kind:
        case "inputTranscription":
            return [server.InputTranscription(value["text"])]
        case "outputTranscription":
            return [server.OutputTranscription(value["text"])]
        case "modelTurn":
            return [_read_part(part) for part in value["parts"]]
        case "interrupted":
            return [server.Interrupted()]
        case "generationComplete":
            return [server.GenerationComplete()]
        case _:
            return [server.TurnComplete()]


def _read_part(part: Any) -> server.ServerMessage:
    if "text" in part:
        return server.Text(part["text"])
    return server.Audio(base64.b64decode(part["inlineData"]["data"]))
