"""Recordings are played at real pace with absolute deadlines, followed by silence."""

from __future__ import annotations

import asyncio
from typing import Self

from tests.sounds import pcm16, tone
from tests.virtual_time import run_in_virtual_time
from tutor_cli.audio.speech import SpeechMeter
from tutor_cli.audio.speech_events import SpeechEvents
from tutor_cli.background import in_background
from tutor_cli.events import Event, SpeechEnded, SpeechStarted
from tutor_cli.replay.player import MOST_LATE_PER_1000, SILENCE, Pacing, Player
from tutor_cli.transport import EventQueue, SessionClock

TONE_FRAME = pcm16(tone(0.01))


class SlowTransport:
    """A transport that keeps what it is sent; the frames named in `slow` take 45 ms each."""

    def __init__(self, slow: frozenset[int] = frozenset()) -> None:
        self.clock = SessionClock()
        self.events: EventQueue = EventQueue()
        self.sent: list[bytes] = []
        self._slow = slow

    async def __aenter__(self) -> Self:
        """Open nothing."""
        return self

    async def __aexit__(self, *error: object) -> None:
        """Close nothing."""

    async def send_frame(self, frame: bytes) -> None:
        """Keep the frame."""
        if len(self.sent) in self._slow:
            await asyncio.sleep(0.045)
        self.sent.append(frame)

    async def send_text(self, text: str) -> None:
        """Take no text."""
        raise NotImplementedError


def _play(transport: SlowTransport, frames: int, duration_s: float) -> tuple[Player, list[Event]]:
    events: list[Event] = []

    async def play() -> Player:
        student = SpeechEvents("student", lambda: 10 * len(transport.sent), events.append, SpeechMeter())
        player = Player(transport, student)
        async with in_background(player.play(iter([TONE_FRAME] * frames))):
            await asyncio.sleep(duration_s)
        return player

    return run_in_virtual_time(play()), events


def test_silence_follows_the_recording() -> None:
    """A second of virtual time is a hundred frames: the recording's, then silence."""
    transport = SlowTransport()

    player, events = _play(transport, 30, 0.995)

    assert transport.sent == [TONE_FRAME] * 30 + [SILENCE] * 70
    assert player.recording_over
    assert [type(event) for event in events] == [SpeechStarted, SpeechEnded]


def test_a_late_frame_does_not_delay_the_others() -> None:
    """What a slow frame loses is caught up, so that the recording keeps its length; the lateness is counted."""
    transport = SlowTransport(slow=frozenset({10}))

    player, _ = _play(transport, 30, 0.995)

    assert len(transport.sent) == 100
    assert player.pacing.late_ticks == 2


def test_pacing_judges_a_run() -> None:
    """Ticks more than 20 ms late are counted, and too many make a measurement unreliable."""
    pacing = Pacing()
    for lateness_s in [0.0] * 98 + [0.03, 0.5]:
        pacing.record(lateness_s)

    assert pacing.late_per_1000 == MOST_LATE_PER_1000
    assert pacing.reliable

    pacing.record(0.03)
    assert not pacing.reliable
