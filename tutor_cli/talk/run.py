"""A conversation with microphone and speaker."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace

from tutor_cli.audio.card import PortAudioCard
from tutor_cli.audio.duplex import DuplexAudio
from tutor_cli.background import in_background
from tutor_cli.events import AgentJoined, AgentLeft, AgentState, Event, SessionEnded, Trouble
from tutor_cli.line import lines, refuse_loss
from tutor_cli.maths.layout import Style
from tutor_cli.settings import Settings
from tutor_cli.talk.keyboard import keys
from tutor_cli.talk.view import View, note, show
from tutor_cli.transport import Transport

MUTE = "m"
QUIT = ("q", "\x04")
"""Ctrl-D, too."""

KEYS_HELP = "Speak. Keys: m mutes, q quits."

RETURN_S = 10.0
"""A worker that is started anew takes three seconds or so."""

Write = Callable[[str], None]


@dataclass(frozen=True)
class Screen:
    """Where the conversation is printed, and how: the signs of maths it has, and its width in cells at this moment."""

    write: Write
    style: Style
    width: Callable[[], int]


@dataclass(frozen=True)
class Devices:
    """Which devices to use, by index or part of the name; None for the default ones."""

    microphone: str | None = None
    speaker: str | None = None
    processing: bool = True


async def talk(settings: Settings, devices: Devices, room: str, screen: Screen, say: Write) -> None:
    """Talk with the tutor until the user quits or the tutor is gone for good.

    `screen` shows the conversation, `say` tells what is going on around it.
    """
    conversation = Conversation(screen)
    card = PortAudioCard(devices.microphone, devices.speaker)
    duplex = DuplexAudio(card, processing=devices.processing, notify=conversation.note)
    async with lines(settings, say, room=room) as opened, duplex, opened.open(duplex.play) as transport:
        say(KEYS_HELP)
        quitting = asyncio.Event()
        with keys(lambda key: _on_key(key, duplex, quitting, conversation.note)):
            async with in_background(_send(duplex, transport), show_all(transport, conversation, quitting)):
                await quitting.wait()


class Conversation:
    """What is printed of a conversation, event by event."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._view = View(screen.width(), screen.style)

    def show(self, event: Event) -> None:
        """Print what there is to see of an event."""
        # A terminal that gets wider in the middle of a sentence must not have it printed anew.
        if not self._view.speaking:
            self._view = replace(self._view, width=self._screen.width())
        self._view, text = show(self._view, event)
        self._screen.write(text)

    def note(self, text: str) -> None:
        """Print a remark on a line of its own."""
        self._view, line = note(self._view, text)
        self._screen.write(line)


def _on_key(key: str, duplex: DuplexAudio, quitting: asyncio.Event, note: Write) -> None:
    if key == MUTE:
        duplex.muted = not duplex.muted
        note("muted" if duplex.muted else "listening to you again")
    elif key in QUIT:
        quitting.set()


async def _send(duplex: DuplexAudio, transport: Transport) -> None:
    async for frame in duplex.microphone():
        await transport.send_frame(frame)


async def show_all(transport: Transport, conversation: Conversation, quitting: asyncio.Event) -> None:
    """Show what happens until the session has ended; raise the TutorError of a conversation that cannot go on.

    A tutor that left although its model works, as when its worker is started anew, has ten seconds to come back.
    """
    troubles: list[Event] = []
    while True:
        event = await transport.events.get()
        conversation.show(event)
        match event:
            case SessionEnded():
                quitting.set()
            case Trouble():
                troubles.append(event)
            case AgentState(state="speaking"):
                troubles.clear()
            case AgentLeft() if not troubles:
                await _wait_for_another(transport, conversation, event)
                continue
        refuse_loss(event, troubles)


async def _wait_for_another(transport: Transport, conversation: Conversation, left: AgentLeft) -> None:
    """Show what happens until a tutor joins; raise the error of the one that left where none does in time."""
    conversation.note(f"waiting {RETURN_S:.0f} s for a tutor")
    try:
        async with asyncio.timeout(RETURN_S):
            while True:
                event = await transport.events.get()
                conversation.show(event)
                if isinstance(event, AgentJoined):
                    return
                if not isinstance(event, AgentLeft):
                    refuse_loss(event)
    except TimeoutError:
        refuse_loss(left)
