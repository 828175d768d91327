"""Microphone and speaker at once, with the speaker's echo taken out of the microphone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from typing import Self

from tutor_cli.audio.card import SoundCard
from tutor_cli.audio.playback import PlaybackQueue, adds_only_lag
from tutor_cli.audio.processing import STUDENT_FRAME_BYTES, MicrophoneProcessing, Reframer
from tutor_cli.background import in_background
from tutor_cli.errors import MissingComponentError
from tutor_cli.transport import FRAME_MS, STUDENT_RATE_HZ

SILENCE = bytes(STUDENT_FRAME_BYTES)

MOST_CAPTURED_FRAMES = 50
"""Speech that has waited longer than half a second, as while the room reconnects, would only come too late."""

LATE_S = 0.2
"""A microphone that is later than this is replaced by silence until it is back."""

STALL_S = 3.0
"""A device that has not called back for this long is gone: pulling a plug raises no error. PulseAudio, as measured,
calls no sooner than 2 s after the start, and then may fill a buffer of 2 s at once."""

RETRY_S = 2.0
"""How often a lost device is looked for."""


class DuplexAudio:
    """The user's microphone and speaker, open inside `async with`.

    `microphone()` yields 10 ms frames at 16 kHz; `play` takes 10 ms frames at 24 kHz. While `muted`, and while the
    devices are lost, the microphone yields silence, for a model that gets no sound at all never finds the end of a
    turn. The card's threads only pass bytes on; all processing happens in the event loop. `notify` is told when the
    devices are lost and found again. Raises MissingComponentError where they cannot be opened at first.
    """

    def __init__(self, card: SoundCard, *, processing: bool = True, notify: Callable[[str], None]) -> None:
        self._card = card
        self._processing_wanted = processing
        self._notify = notify
        self._captured: asyncio.Queue[bytes] = asyncio.Queue(MOST_CAPTURED_FRAMES)
        self._resources = AsyncExitStack()
        self.muted = False

    async def __aenter__(self) -> Self:
        """Open both devices and begin to watch them."""
        self._loop = asyncio.get_running_loop()
        self._open()
        self._resources.callback(self._card.close)
        await self._resources.enter_async_context(in_background(self._watch()))
        return self

    async def __aexit__(self, *error: object) -> None:
        """Close both devices."""
        await self._resources.aclose()

    def play(self, frame: bytes) -> None:
        """Queue 10 ms of mono PCM16 at 24 kHz for the speaker."""
        self._playback.push(frame)

    async def microphone(self) -> AsyncIterator[bytes]:
        """Yield the microphone's frames for ever."""
        patience_s = LATE_S
        while True:
            try:
                async with asyncio.timeout(patience_s):
                    frame = await self._captured.get()
                patience_s = LATE_S
            except TimeoutError:
                frame, patience_s = SILENCE, FRAME_MS / 1000
            yield SILENCE if self.muted else frame

    def _open(self) -> None:
        self._from_device = Reframer(self._card.input_rate_hz, STUDENT_RATE_HZ)
        self._playback = PlaybackQueue(self._card.output_rate_hz, self._on_played)
        self._card.open(self._on_captured, self._on_needed)
        self._processing = MicrophoneProcessing(enabled=self._processing_wanted, delay_ms=self._card.delay_ms)
        self._captured_at = self._needed_at = self._loop.time()
        self._card.start()

    def _on_captured(self, pcm: bytes) -> None:
        self._captured_at = self._loop.time()
        self._loop.call_soon_threadsafe(self._take, pcm)

    def _on_needed(self, size: int) -> bytes:
        self._needed_at = self._loop.time()
        return self._playback.take(size)

    def _on_played(self, frame: bytes) -> None:
        self._loop.call_soon_threadsafe(self._processing.played, frame)

    def _take(self, pcm: bytes) -> None:
        for frame in map(self._processing.clean, self._from_device.push(pcm)):
            if adds_only_lag(frame, self._captured.qsize()):
                continue
            if self._captured.full():
                self._captured.get_nowait()
            self._captured.put_nowait(frame)

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(STALL_S / 2)
            if self._loop.time() - min(self._captured_at, self._needed_at) > STALL_S:
                await self._recover()

    async def _recover(self) -> None:
        """Look for devices until there are some; the conversation goes on meanwhile."""
        self._notify(f"{self._card} stopped; looking for devices")
        self._card.close()
        while True:
            if self._reopened():
                break
            await asyncio.sleep(RETRY_S)
        self._notify(f"using {self._card}")

    def _reopened(self) -> bool:
        try:
            self._card.refresh()
            self._open()
        except MissingComponentError:
            return False
        return True
