"""One recording through one conversation, from the first frame to the tutor's last word."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

from tutor_cli.audio.decode import decode_frames
from tutor_cli.audio.speech import Scan, SpeechMeter
from tutor_cli.audio.speech_events import SpeechEvents
from tutor_cli.background import in_background
from tutor_cli.events import Event
from tutor_cli.line import OpenLine, refuse_loss
from tutor_cli.replay.player import Pacing, Player
from tutor_cli.replay.progress import Progress, reduce
from tutor_cli.transport import Transport

RESPONSE_TIMEOUT_S = 15.0
CHECK_INTERVAL_S = 0.05


@dataclass(frozen=True)
class Played:
    """What came of playing a recording."""

    events: tuple[Event, ...]
    pacing: Pacing


class TutorSound:
    """Takes the tutor's frames before and during a conversation and tells them as events once it has begun.

    A transport wants its sink before it has a clock, so the two are joined by `attach`.
    """

    def __init__(self) -> None:
        self._speech: SpeechEvents | None = None

    def __call__(self, frame: bytes) -> None:
        """Take 10 ms of the tutor's sound."""
        if self._speech:
            self._speech.push(frame)

    def attach(self, transport: Transport) -> None:
        """Tell the sound from now on as events of this transport."""
        self._speech = SpeechEvents("tutor", transport.clock.now_ms, transport.events.put_nowait, SpeechMeter())

    def close(self) -> None:
        """End an utterance that is still under way."""
        if self._speech:
            self._speech.close()


async def play_recording(
    open_line: OpenLine, path: Path, scan: Scan, response_timeout_s: float = RESPONSE_TIMEOUT_S
) -> Played:
    """Open a line, play the recording, wait until the tutor is done and return everything that happened."""
    sound = TutorSound()
    async with open_line(sound) as transport:
        sound.attach(transport)
        student = SpeechEvents(
            "student", transport.clock.now_ms, transport.events.put_nowait, SpeechMeter(scan.audible_dbfs)
        )
        player = Player(transport, student)
        events = await _play_until_over(transport, player, path, round(response_timeout_s * 1000))
        sound.close()
    events += _drain(transport)
    return Played(tuple(events), player.pacing)


async def _play_until_over(transport: Transport, player: Player, path: Path, timeout_ms: int) -> list[Event]:
    events: list[Event] = []
    progress = Progress()
    async with in_background(player.play(decode_frames(path))):
        while not (player.recording_over and progress.is_over(transport.clock.now_ms(), timeout_ms)):
            await asyncio.sleep(CHECK_INTERVAL_S)
            for event in _drain(transport):
                refuse_loss(event, events)
                events.append(event)
                progress = reduce(progress, event)
    return events


def _drain(transport: Transport) -> list[Event]:
    events = []
    while not transport.events.empty():
        events.append(transport.events.get_nowait())
    return events
