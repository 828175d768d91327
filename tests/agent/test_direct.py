"""Without a room the tutor's sound plays at real pace, and stops at once when the pupil speaks."""

from __future__ import annotations

import asyncio

from livekit import rtc
from livekit.agents.voice.io import PlaybackFinishedEvent

from tests.sounds import pcm16, tone
from tests.virtual_time import run_in_virtual_time
from tutor_cli.agent.direct import FRAME_BYTES, PacedOutput, TranscriptOutput
from tutor_cli.events import Transcript
from tutor_cli.transport import TUTOR_RATE_HZ, EventQueue, SessionClock


def _second_of_sound() -> rtc.AudioFrame:
    return rtc.AudioFrame(pcm16(tone(1.0, TUTOR_RATE_HZ)), TUTOR_RATE_HZ, 1, TUTOR_RATE_HZ)


def test_sound_given_at_once_plays_at_real_pace() -> None:
    """A second of sound takes a second, comes in frames of 10 ms, and its end is told with its length."""
    frames: list[bytes] = []
    finished: list[PlaybackFinishedEvent] = []

    async def play() -> None:
        async with PacedOutput(frames.append) as output:
            output.on("playback_finished", finished.append)
            await output.capture_frame(_second_of_sound())
            output.flush()
            await asyncio.sleep(0.5)
            assert finished == []
            await asyncio.sleep(1.0)

    run_in_virtual_time(play())

    assert {len(frame) for frame in frames} == {FRAME_BYTES}
    assert sum(any(frame) for frame in frames) == 100
    assert [(event.playback_position, event.interrupted) for event in finished] == [(1.0, False)]


def test_interruption_drops_what_is_left() -> None:
    """After an interruption only silence plays, and what had been heard is told."""
    frames: list[bytes] = []
    finished: list[PlaybackFinishedEvent] = []

    async def play() -> None:
        async with PacedOutput(frames.append) as output:
            output.on("playback_finished", finished.append)
            await output.capture_frame(_second_of_sound())
            await asyncio.sleep(0.295)
            output.clear_buffer()
            await asyncio.sleep(0.5)

    run_in_virtual_time(play())

    assert sum(any(frame) for frame in frames) == 30
    assert [(event.playback_position, event.interrupted) for event in finished] == [(0.3, True)]


async def test_words_become_transcripts() -> None:
    """Words are told as they come, and a segment is closed once, with an id of its own."""
    events: EventQueue = EventQueue()
    words = TranscriptOutput(SessionClock(), events)

    for segment in (["So ", "x is 4."], [], ["Well done."]):
        for text in segment:
            await words.capture_text(text)
        words.flush()

    told = [events.get_nowait() for _ in range(events.qsize())]
    assert all(isinstance(event, Transcript) and event.speaker == "tutor" for event in told)
    finals = [event for event in told if isinstance(event, Transcript) and event.final]
    assert [event.text for event in finals] == ["So x is 4.", "Well done."]
    assert len({event.segment_id for event in finals}) == 2
