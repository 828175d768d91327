"""What a client sends: JSON frames decoded into frozen values.

Both spellings of every protocol field are read, because google-genai mixes them (`realtime_input` around `mimeType`).
"""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass
from typing import Any, Literal

from tutor_cli.local_model.thought import Setup, Tool, ToolAnswer
from tutor_cli.local_model.wire.fields import Fields, WireError

Modality = Literal["AUDIO", "TEXT"]

# https://ai.google.dev/gemini-api/docs/live-guide: "input audio is natively 16 kHz, but any rate is resampled".
DEFAULT_INPUT_RATE_HZ = 16_000
LOWEST_RATE_HZ, HIGHEST_RATE_HZ = 8_000, 192_000


@dataclass(frozen=True)
class ClientSetup:
    """The first message: what the mind needs, and how the two sides talk.

    `silence_ms` is the client's own end-of-turn rule, None where it leaves that to us. `resumption_handle` names an
    earlier conversation to go on with.
    """

    setup: Setup
    modality: Modality = "AUDIO"
    transcribes_input: bool = False
    transcribes_output: bool = False
    automatic_activity: bool = True
    interruptible: bool = True
    silence_ms: int | None = None
    resumable: bool = False
    resumption_handle: str = ""


@dataclass(frozen=True)
class AudioInput:
    """A piece of the student's microphone: mono PCM16, little endian."""

    pcm: bytes
    rate_hz: int = DEFAULT_INPUT_RATE_HZ


@dataclass(frozen=True)
class TextInput:
    """Text typed into the running conversation; it is answered like an utterance."""

    text: str


@dataclass(frozen=True)
class ActivityStart:
    """The client says the student begins to speak (automatic detection is off)."""


@dataclass(frozen=True)
class ActivityEnd:
    """The client says the student has finished (automatic detection is off)."""


@dataclass(frozen=True)
class AudioStreamEnd:
    """The microphone was closed; what was said so far is the whole utterance."""


@dataclass(frozen=True)
class Content:
    """One turn of history: `user` or `model`, and its text."""

    role: str
    text: str


@dataclass(frozen=True)
class ClientContent:
    """History added to the conversation; with `turn_complete` the model answers."""

    turns: tuple[Content, ...] = ()
    turn_complete: bool = False


@dataclass(frozen=True)
class ToolAnswers:
    """The client's answers to tool calls."""

    answers: tuple[ToolAnswer, ...]


ClientMessage = (
    ClientSetup | AudioInput | TextInput | ActivityStart | ActivityEnd | AudioStreamEnd | ClientContent | ToolAnswers
)


def decode(frame: str | bytes) -> list[ClientMessage]:
    """Return the messages of one frame, in order; raise WireError for a frame the service would refuse."""
    try:
        data = Fields(json.loads(frame))
    except (ValueError, RecursionError) as error:
        raise WireError from error
    kinds = [name for name in _DECODERS if data.has(name)]
    if len(kinds) != 1:
        raise WireError
    return _DECODERS[kinds[0]](data.object(kinds[0]))


def _decode_setup(data: Fields) -> list[ClientMessage]:
    generation = data.object("generationConfig")
    realtime = data.object("realtimeInputConfig")
    detection = realtime.object("automaticActivityDetection")
    resumption = data.object("sessionResumption")
    modalities = generation.items("responseModalities")
    setup = Setup(
        instructions=_text_of(data.object("systemInstruction")),
        tools=tuple(_decode_tools(data.items("tools"))),
        model=data.text("model"),
        language=generation.object("speechConfig").text("languageCode"),
    )
    return [
        ClientSetup(
            setup,
            modality="TEXT" if modalities == ["TEXT"] else "AUDIO",
            transcribes_input=data.has("inputAudioTranscription"),
            transcribes_output=data.has("outputAudioTranscription"),
            automatic_activity=not detection.flag("disabled"),
            interruptible=realtime.text("activityHandling") != "NO_INTERRUPTION",
            silence_ms=detection.number("silenceDurationMs"),
            resumable=data.has("sessionResumption"),
            resumption_handle=resumption.text("handle"),
        )
    ]


def _decode_tools(tools: list[Any]) -> list[Tool]:
    declarations = [Fields(item) for tool in tools for item in Fields(tool).items("functionDeclarations")]
    return [
        Tool(
            declaration.text("name"),
            declaration.text("description"),
            declaration.mapping("parametersJsonSchema") or declaration.mapping("parameters"),
        )
        for declaration in declarations
    ]


def _decode_realtime_input(data: Fields) -> list[ClientMessage]:
    messages: list[ClientMessage] = []
    if data.has("activityStart"):
        messages.append(ActivityStart())
    messages += [_decode_audio(Fields(chunk)) for chunk in data.items("mediaChunks")]
    if data.has("audio"):
        messages.append(_decode_audio(data.object("audio")))
    if data.has("text"):
        messages.append(TextInput(data.text("text")))
    if data.has("activityEnd"):
        messages.append(ActivityEnd())
    if data.flag("audioStreamEnd"):
        messages.append(AudioStreamEnd())
    return messages


def _decode_audio(blob: Fields) -> AudioInput:
    kind, *parameters = blob.text("mimeType", "audio/pcm").replace(" ", "").split(";")
    pcm = _decode_base64(blob.text("data"))
    if kind != "audio/pcm" or len(pcm) % 2:
        raise WireError
    return AudioInput(pcm, _decode_rate(parameters))


def _decode_rate(parameters: list[str]) -> int:
    rates = [value for name, _, value in (item.partition("=") for item in parameters) if name == "rate"]
    if not rates:
        return DEFAULT_INPUT_RATE_HZ
    if not (rates[0].isascii() and rates[0].isdigit() and LOWEST_RATE_HZ <= int(rates[0][:9]) <= HIGHEST_RATE_HZ):
        raise WireError
    return int(rates[0])


def _decode_base64(text: str) -> bytes:
    """Read standard or URL-safe base64, padded or not, as protobuf's JSON form allows."""
    standard = text.translate(str.maketrans("-_", "+/")).rstrip("=")
    try:
        return base64.b64decode(standard + "=" * (-len(standard) % 4), validate=True)
    except (binascii.Error, ValueError) as error:
        raise WireError from error


def _decode_content(data: Fields) -> list[ClientMessage]:
    turns = [Fields(turn) for turn in data.items("turns")]
    contents = tuple(Content(turn.text("role", "user"), _text_of(turn)) for turn in turns)
    return [ClientContent(contents, data.flag("turnComplete"))]


def _decode_tool_response(data: Fields) -> list[ClientMessage]:
    responses = [Fields(response) for response in data.items("functionResponses")]
    answers = [ToolAnswer(item.text("id"), item.text("name"), item.mapping("response")) for item in responses]
    return [ToolAnswers(tuple(answers))]


def _text_of(content: Fields) -> str:
    return "".join(Fields(part).text("text") for part in content.items("parts"))


_DECODERS = {
    "setup": _decode_setup,
    "realtimeInput": _decode_realtime_input,
    "clientContent": _decode_content,
    "toolResponse": _decode_tool_response,
}
