"""Microphone and speaker over a card that makes no sound, in virtual time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.sounds import pcm16, tone
from tests.virtual_time import run_in_virtual_time
from tutor_cli.audio.card import FakeCard
from tutor_cli.audio.duplex import MOST_CAPTURED_FRAMES, SILENCE, DuplexAudio
from tutor_cli.audio.levels import AUDIBLE_DBFS, level_dbfs
from tutor_cli.background import in_background
from tutor_cli.errors import MissingComponentError
from tutor_cli.transport import FRAME_MS, TUTOR_RATE_HZ, frame_bytes

BLOCK = pcm16(tone(FRAME_MS / 1000, 48_000))


@asynccontextmanager
async def _opened(card: FakeCard, notes: list[str]) -> AsyncIterator[DuplexAudio]:
    """Open a card whose microphone hears a tone, and whose speaker asks for sound, every 10 ms."""

    async def call_back() -> None:
        while True:
            card.hear(BLOCK)
            card.play(len(BLOCK))
            await asyncio.sleep(FRAME_MS / 1000)

    async with DuplexAudio(card, processing=False, notify=notes.append) as duplex, in_background(call_back()):
        yield duplex


async def _frames(duplex: DuplexAudio, seconds: float) -> list[bytes]:
    """Return what the microphone yields in this time."""
    frames: list[bytes] = []

    async def collect() -> None:
        async for frame in duplex.microphone():
            frames.append(frame)  # noqa: PERF401  # a comprehension that is cancelled keeps nothing

    async with in_background(collect()):
        await asyncio.sleep(seconds)
    return frames


def test_the_microphone_is_heard() -> None:
    """Blocks of the device's rate come out as 10 ms frames at 16 kHz, at the device's pace."""

    async def session() -> list[bytes]:
        async with _opened(FakeCard(), []) as duplex:
            return await _frames(duplex, 1)

    frames = run_in_virtual_time(session())

    assert 95 <= len(frames) <= 101
    assert {len(frame) for frame in frames} == {len(SILENCE)}
    assert all(level_dbfs(frame) > AUDIBLE_DBFS for frame in frames[1:])


def test_muted() -> None:
    """While muted, the pace stays and nothing of the microphone gets out; then it is heard again."""

    async def session() -> tuple[list[bytes], list[bytes]]:
        async with _opened(FakeCard(), []) as duplex:
            duplex.muted = True
            muted = await _frames(duplex, 1)
            duplex.muted = False
            return muted, await _frames(duplex, 1)

    muted, heard = run_in_virtual_time(session())

    assert len(muted) > 95
    assert set(muted) == {SILENCE}
    assert SILENCE not in heard[1:]


def test_speech_that_waited_too_long_is_dropped() -> None:
    """After ten seconds in which nobody took the frames, the last half second is left."""

    async def session() -> int:
        async with _opened(FakeCard(), []) as duplex:
            await asyncio.sleep(10)
            return len(await _frames(duplex, 0.001))

    assert MOST_CAPTURED_FRAMES <= run_in_virtual_time(session()) <= MOST_CAPTURED_FRAMES + 1


def test_pauses_make_up_for_lag() -> None:
    """Once frames have piled up, silent ones are left out until none wait long."""

    async def session() -> tuple[int, int]:
        async with DuplexAudio(card := FakeCard(), processing=False, notify=lambda _text: None) as duplex:
            for _ in range(30):
                card.hear(BLOCK)
            for _ in range(30):
                card.hear(bytes(len(BLOCK)))
            frames = await _frames(duplex, 0.001)
            return len(frames), frames.count(SILENCE)

    count, silent = run_in_virtual_time(session())

    assert 28 <= count <= 31
    assert silent <= 1


def test_a_lost_device_is_found_again() -> None:
    """A pulled plug raises no error: silence goes on at the old pace, and the device is opened anew when it is back."""
    card, notes = FakeCard(), list[str]()

    async def session() -> tuple[list[bytes], list[bytes]]:
        async with _opened(card, notes) as duplex:
            await _frames(duplex, 1)
            card.plugged = False
            lost = await _frames(duplex, 10)
            card.plugged = True
            await _frames(duplex, 5)
            return lost, await _frames(duplex, 1)

    lost, found = run_in_virtual_time(session())

    assert set(lost[10:]) == {SILENCE}
    assert len(lost) > 950
    assert all(level_dbfs(frame) > AUDIBLE_DBFS for frame in found)
    assert notes == ["fake card stopped; looking for devices", "using fake card"]
    assert card.openings == 2


def test_a_speaker_that_stops_is_noticed() -> None:
    """The microphone alone does not keep the devices from being opened anew."""
    card, notes = FakeCard(), list[str]()

    async def session() -> None:
        async with DuplexAudio(card, processing=False, notify=notes.append):
            for _ in range(600):
                card.hear(BLOCK)
                await asyncio.sleep(FRAME_MS / 1000)

    run_in_virtual_time(session())

    assert notes[0] == "fake card stopped; looking for devices"


def test_a_device_may_wake_up_slowly() -> None:
    """Almost three seconds may pass before the first sound."""
    card, notes = FakeCard(), list[str]()

    async def session() -> None:
        async with DuplexAudio(card, processing=False, notify=notes.append):
            await asyncio.sleep(2.9)

    run_in_virtual_time(session())

    assert notes == []


def test_what_is_played_reaches_the_speaker() -> None:
    """Ten milliseconds at 24 kHz are as many at the device's rate."""
    card = FakeCard(TUTOR_RATE_HZ)
    frame = pcm16(tone(0.01, TUTOR_RATE_HZ))

    async def session() -> bytes:
        async with DuplexAudio(card, processing=True, notify=lambda _text: None) as duplex:
            duplex.play(frame)
            return card.play(frame_bytes(TUTOR_RATE_HZ))

    assert run_in_virtual_time(session()) == frame


def test_a_card_that_cannot_be_opened() -> None:
    """At the beginning that is an error rather than a wait."""
    card = FakeCard()
    card.plugged = False

    async def session() -> None:
        async with DuplexAudio(card, notify=lambda _text: None):
            pass

    with pytest.raises(MissingComponentError):
        run_in_virtual_time(session())


def test_nothing_is_called_after_the_end() -> None:
    """A closed card takes no more sound."""
    card = FakeCard()

    async def session() -> None:
        async with DuplexAudio(card, processing=False, notify=lambda _text: None):
            pass

    run_in_virtual_time(session())
    card.hear(BLOCK)

    assert card.play(len(BLOCK)) == b""
