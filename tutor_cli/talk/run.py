"""A conversation with microphone and speaker."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from tutor_cli.audio.duplex import DuplexAudio
from tutor_cli.background import in_background
from tutor_cli.errors import AgentError, LiveKitError
from tutor_cli.events import AgentLeft, ConnectionChanged, Event, SessionEnded
from tutor_cli.line import lines
from tutor_cli.settings import Settings
from tutor_cli.talk.keyboard import keys
from tutor_cli.talk.view import View, show
from tutor_cli.transport import Transport

KEYS_HELP = "Speak. Keys: m mutes, q quits."

Write = Callable[[str], None]


@dataclass(frozen=True)
class Devices:
    """Which devices to use, by index or part of the name; None for the default ones."""

    microphone: str | None = None
    speaker: str | None = None
    processing: bool = True


async def talk(settings: Settings, devices: Devices, room: str, write: Write, say: Write) -> None:
    """Talk with the tutor until the user quits or the tutor is gone for good.

    `write` prints the conversation, `say` what is going on around it.
    """
    duplex = DuplexAudio(devices.microphone, devices.speaker, processing=devices.processing, notify=say)
    async with lines(settings, say, room=room) as opened, duplex, opened.open(duplex.play) as transport:
        say(KEYS_HELP)
        quitting = asyncio.Event()
        with keys(lambda key: _on_key(key, duplex, quitting, say)):
            async with in_background(_send(duplex, transport), _show_all(transport, write, quitting)):
                await quitting.wait()


def _on_key(key: str, duplex: DuplexAudio, quitting: asyncio.Event, say: Write) -> None:
    if key == "m":
        duplex.muted = not duplex.muted
        say("Muted." if duplex.muted else "Listening to you again.")
    elif key in ("q", "\x04"):
        quitting.set()


async def _send(duplex: DuplexAudio, transport: Transport) -> None:
    async for frame in duplex.microphone():
        await transport.send_frame(frame)


async def _show_all(transport: Transport, write: Write, quitting: asyncio.Event) -> None:
    view = View()
    while True:
        event = await transport.events.get()
        view, text = show(view, event)
        write(text)
        if isinstance(event, SessionEnded):
            quitting.set()
        _refuse_loss(event)


def _refuse_loss(event: Event) -> None:
    if isinstance(event, AgentLeft):
        raise AgentError("agent_left", f"The tutor is gone ({event.reason}).", "Start again with `tutor talk`.")
    if isinstance(event, ConnectionChanged) and event.state == "disconnected":
        message = f"The connection to the room ended ({event.reason})."
        raise LiveKitError("livekit_lost", message, "Is the server still running (`tutor server status`)?")
