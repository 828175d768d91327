"""Microphone and speaker at once, with the speaker's echo taken out of the microphone."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from types import ModuleType
from typing import Any, Self

from tutor_cli.audio.devices import Device, choose_device, list_devices, portaudio
from tutor_cli.audio.levels import AUDIBLE_DBFS, level_dbfs
from tutor_cli.audio.processing import STUDENT_FRAME_BYTES, MicrophoneProcessing, Reframer
from tutor_cli.errors import MissingComponentError
from tutor_cli.transport import FRAME_MS, STUDENT_RATE_HZ, TUTOR_RATE_HZ

SILENCE = bytes(STUDENT_FRAME_BYTES)

MOST_QUEUED_FRAMES = 30
"""Sound waiting to be played beyond this is lag, and the oldest silence is dropped."""

STALL_S = 0.5
"""A device that has not called back for this long is gone: pulling a plug raises no error."""

WAKE_UP_S = 3.0
"""A device that was asleep may take this long to its first callback."""

LATENCY_S = 0.04
"""What is asked of the device each way: less makes sound servers drop out."""


class DuplexAudio:
    """The user's microphone and speaker, open inside `async with`.

    `microphone()` yields 10 ms frames at 16 kHz; `play` takes 10 ms frames at 24 kHz. While `muted`, the microphone
    yields silence, for a model that gets no sound at all never finds the end of a turn. Device callbacks run in
    threads of PortAudio and only pass bytes on; all processing happens in the event loop. `notify` is told when a
    device is lost and found again. Raises MissingComponentError where a device cannot be opened.
    """

    def __init__(
        self, microphone: str | None, speaker: str | None, *, processing: bool = True, notify: Callable[[str], None]
    ) -> None:
        devices = list_devices()
        self._input = choose_device(devices, "input", microphone)
        self._output = choose_device(devices, "output", speaker)
        self._processing_wanted = processing
        self._notify = notify
        self._captured: asyncio.Queue[bytes] = asyncio.Queue()
        self._queued: deque[bytes] = deque()
        self.muted = False

    async def __aenter__(self) -> Self:
        """Open both devices."""
        self._loop = asyncio.get_running_loop()
        self._open()
        return self

    async def __aexit__(self, *error: object) -> None:
        """Close both devices."""
        self._close()

    def play(self, frame: bytes) -> None:
        """Queue 10 ms of mono PCM16 at 24 kHz for the speaker."""
        if len(self._queued) >= MOST_QUEUED_FRAMES:
            self._drop_silence()
        self._queued.append(frame)

    def _drop_silence(self) -> None:
        quiet = next((frame for frame in self._queued if level_dbfs(frame) < AUDIBLE_DBFS), self._queued[0])
        self._queued.remove(quiet)

    async def microphone(self) -> AsyncIterator[bytes]:
        """Yield the microphone's frames for ever; a lost device yields silence until it is back."""
        patience_s = WAKE_UP_S
        while True:
            try:
                async with asyncio.timeout(patience_s):
                    frame = await self._captured.get()
                patience_s = STALL_S
            except TimeoutError:
                self._reopen()
                frame, patience_s = SILENCE, WAKE_UP_S
            yield SILENCE if self.muted else frame

    def _open(self) -> None:
        sounddevice = portaudio()
        try:
            self._microphone = self._open_microphone(sounddevice)
            self._speaker = self._open_speaker(sounddevice)
            delay_ms = round(1000 * (self._microphone.latency + self._speaker.latency))
            self._processing = MicrophoneProcessing(enabled=self._processing_wanted, delay_ms=delay_ms)
            self._microphone.start()
            self._speaker.start()
        except sounddevice.PortAudioError as error:
            names = f"{self._input.name!r} and {self._output.name!r}"
            hint = "See `tutor devices`, and choose with --input-device and --output-device."
            raise MissingComponentError("device_failed", f"{names} cannot be opened: {error}.", hint) from error

    def _open_microphone(self, sounddevice: ModuleType) -> Any:
        self._from_device = Reframer(self._input.default_rate_hz, STUDENT_RATE_HZ)
        return sounddevice.RawInputStream(callback=self._on_captured, **_stream_options(self._input))

    def _open_speaker(self, sounddevice: ModuleType) -> Any:
        self._to_device = Reframer(TUTOR_RATE_HZ, self._output.default_rate_hz)
        self._ready = bytearray()
        return sounddevice.RawOutputStream(callback=self._on_needed, **_stream_options(self._output))

    def _on_captured(self, data: Any, _frames: int, _time: object, _status: object) -> None:
        self._loop.call_soon_threadsafe(self._take, bytes(data))

    def _take(self, pcm: bytes) -> None:
        for frame in self._from_device.push(pcm):
            self._captured.put_nowait(self._processing.clean(frame))

    def _on_needed(self, out: Any, _frames: int, _time: object, _status: object) -> None:
        wanted = len(out)
        while len(self._ready) < wanted and self._queued:
            frame = self._queued.popleft()
            self._loop.call_soon_threadsafe(self._processing.played, frame)
            for part in self._to_device.push(frame):
                self._ready += part
        out[:] = bytes(self._ready[:wanted]).ljust(wanted, b"\0")
        del self._ready[:wanted]

    def _close(self) -> None:
        for stream in (self._microphone, self._speaker):
            stream.abort()
            stream.close()

    def _reopen(self) -> None:
        self._notify(f"{self._input.name} stopped; trying the default devices.")
        sounddevice = portaudio()
        self._close()
        # PortAudio learns of new and vanished devices only when it is started anew.
        sounddevice._terminate()
        sounddevice._initialize()
        devices = list_devices()
        self._input = choose_device(devices, "input", None)
        self._output = choose_device(devices, "output", None)
        self._open()
        self._notify(f"Listening to {self._input.name}, playing on {self._output.name}.")


def _stream_options(device: Device) -> dict[str, Any]:
    return {
        "device": device.index,
        "samplerate": device.default_rate_hz,
        "channels": 1,
        "dtype": "int16",
        "blocksize": device.default_rate_hz * FRAME_MS // 1000,
        "latency": LATENCY_S,
    }
