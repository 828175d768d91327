"""A microphone and a speaker as devices: the port, PortAudio behind it, and a stand-in that makes no sound."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any, Protocol

from tutor_cli.audio.devices import Device, choose_device, list_devices, look_again, portaudio
from tutor_cli.errors import MissingComponentError, UsageError
from tutor_cli.transport import FRAME_MS

LATENCY_S = 0.04
"""What is asked of a device each way: less makes sound servers drop out."""

Captured = Callable[[bytes], None]
Needed = Callable[[int], bytes]


class SoundCard(Protocol):
    """A microphone and a speaker, mono PCM16 at rates of their own.

    Once started it calls back, from threads of its own, about every 10 ms: `captured` with sound of the microphone,
    `needed` for this many bytes to play. A card that was pulled out just stops calling.
    """

    input_rate_hz: int
    output_rate_hz: int
    delay_ms: int
    """From playing a sound to hearing it; known once the card is open."""

    def open(self, captured: Captured, needed: Needed) -> None:
        """Prepare both devices; raise MissingComponentError where one cannot be opened."""

    def start(self) -> None:
        """Begin to call back."""

    def close(self) -> None:
        """Release both devices, which may be gone already."""

    def refresh(self) -> None:
        """Choose anew among the devices there are now; raise MissingComponentError where none is left."""

    def __str__(self) -> str:
        """Return the names of the devices."""


class PortAudioCard:
    """The devices a user named, or the default ones, through PortAudio."""

    def __init__(self, microphone: str | None, speaker: str | None) -> None:
        """Raise UsageError for a name that fits none or several, MissingComponentError where there is no device."""
        self._wanted = (microphone, speaker)
        devices = list_devices()
        self._use(choose_device(devices, "input", microphone), choose_device(devices, "output", speaker))

    def _use(self, microphone: Device, speaker: Device) -> None:
        self._microphone, self._speaker = microphone, speaker
        self.input_rate_hz, self.output_rate_hz = microphone.default_rate_hz, speaker.default_rate_hz
        self.delay_ms = 0
        self._streams: list[Any] = []

    def __str__(self) -> str:
        """Return the names of the devices."""
        return f"microphone {self._microphone.name!r} and speaker {self._speaker.name!r}"

    def open(self, captured: Captured, needed: Needed) -> None:
        """Prepare both devices."""

        def on_input(data: Any, _frames: int, _time: object, _status: object) -> None:
            captured(bytes(data))

        def on_output(out: Any, _frames: int, _time: object, _status: object) -> None:
            out[:] = needed(len(out))

        sounddevice = portaudio()
        try:
            streams = self._streams
            streams.append(sounddevice.RawInputStream(callback=on_input, **stream_options(self._microphone)))
            streams.append(sounddevice.RawOutputStream(callback=on_output, **stream_options(self._speaker)))
        except sounddevice.PortAudioError as error:
            self.close()
            raise self._failure(error) from error
        self.delay_ms = round(1000 * sum(stream.latency for stream in self._streams))

    def start(self) -> None:
        """Begin to call back."""
        sounddevice = portaudio()
        try:
            for stream in self._streams:
                stream.start()
        except sounddevice.PortAudioError as error:
            self.close()
            raise self._failure(error) from error

    def _failure(self, error: Exception) -> MissingComponentError:
        hint = "See `tutor devices`, and choose with --input-device and --output-device."
        return MissingComponentError("device_failed", f"The {self} cannot be opened: {error}.", hint)

    def close(self) -> None:
        """Release both devices."""
        failed = portaudio().PortAudioError
        for stream in self._streams:
            with contextlib.suppress(failed):
                stream.abort()
                stream.close()
        self._streams.clear()

    def refresh(self) -> None:
        """Take the devices that were asked for, where they are back, else the default ones."""
        look_again()
        devices = list_devices()
        microphone, speaker = self._wanted
        try:
            self._use(choose_device(devices, "input", microphone), choose_device(devices, "output", speaker))
        except UsageError:
            self._use(choose_device(devices, "input", None), choose_device(devices, "output", None))


def stream_options(device: Device) -> dict[str, Any]:
    """Return how a stream of a device is opened: mono PCM16 in blocks of 10 ms, at the rate it likes best."""
    return {
        "device": device.index,
        "samplerate": device.default_rate_hz,
        "channels": 1,
        "dtype": "int16",
        "blocksize": device.default_rate_hz * FRAME_MS // 1000,
        "latency": LATENCY_S,
    }


class FakeCard:
    """A sound card for tests: `hear` is its microphone, `play` its speaker, and `plugged` its cable.

    `openings` counts how often it was opened. While it is not plugged in it calls nobody, and cannot be opened.
    """

    def __init__(self, rate_hz: int = 48_000) -> None:
        self.input_rate_hz = self.output_rate_hz = rate_hz
        self.delay_ms = 0
        self.plugged = True
        self.openings = 0
        self._started = False

    def __str__(self) -> str:
        """Return a name."""
        return "fake card"

    def open(self, captured: Captured, needed: Needed) -> None:
        """Remember whom to call."""
        self.refresh()
        self._captured, self._needed = captured, needed
        self.openings += 1

    def start(self) -> None:
        """Let `hear` and `play` call back."""
        self._started = True

    def close(self) -> None:
        """Call nobody any more."""
        self._started = False

    def refresh(self) -> None:
        """Refuse while the cable is out."""
        if not self.plugged:
            raise MissingComponentError("no_device", "The fake card is not plugged in.")

    def hear(self, pcm: bytes) -> None:
        """Let the microphone hear this."""
        if self._started and self.plugged:
            self._captured(pcm)

    def play(self, size: int) -> bytes:
        """Return what the speaker plays in this many bytes; nothing where it plays no more."""
        return self._needed(size) if self._started and self.plugged else b""
