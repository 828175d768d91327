"""A microphone recorded into a WAV file that is whole at every moment."""

from __future__ import annotations

import queue
import wave
from collections.abc import Generator
from pathlib import Path
from typing import Any, Self

from tutor_cli.audio.card import stream_options
from tutor_cli.audio.devices import Device, portaudio
from tutor_cli.audio.levels import SILENT_DBFS, level_dbfs
from tutor_cli.audio.processing import Reframer
from tutor_cli.errors import BadInputError, MissingComponentError
from tutor_cli.transport import FRAME_MS, STUDENT_RATE_HZ

STALL_S = 3.0
"""A microphone that is silent even to its driver for this long is gone."""


def microphone_frames(device: Device) -> Generator[bytes]:
    """Yield the microphone's sound for ever, as 10 ms frames of mono PCM16 at 16 kHz, as it is.

    Raises MissingComponentError where the device cannot be opened or is lost.
    """
    sounddevice = portaudio()
    reframer = Reframer(device.default_rate_hz, STUDENT_RATE_HZ)
    captured: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def on_input(data: Any, _frames: int, _time: object, _status: object) -> None:
        captured.put(bytes(data))

    try:
        with sounddevice.RawInputStream(callback=on_input, **stream_options(device)):
            while True:
                yield from reframer.push(captured.get(timeout=STALL_S))
    except sounddevice.PortAudioError as error:
        message = f"The microphone {device.name!r} cannot be opened: {error}."
        raise MissingComponentError("device_failed", message, "See `tutor devices`, choose one of them.") from error
    except queue.Empty:
        message = f"The microphone {device.name!r} gives no sound."
        raise MissingComponentError("device_lost", message, "Plug it in again, or choose another one.") from None


class Recording:
    """A WAV file of mono PCM16 at 16 kHz, open inside `with`; its header is right after every `write`.

    Raises BadInputError where the file cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.frames = 0
        self.loudest_dbfs = SILENT_DBFS

    @property
    def seconds(self) -> float:
        """The length so far."""
        return self.frames * FRAME_MS / 1000

    def __enter__(self) -> Self:
        """Create the file."""
        try:
            # Unbuffered, so that what was written is in the file even when this process is killed.
            self._file = self._path.open("wb", buffering=0)
        except OSError as error:
            raise self._unwritable(error) from error
        self._wave = wave.open(self._file, "wb")
        self._wave.setnchannels(1)
        self._wave.setsampwidth(2)
        self._wave.setframerate(STUDENT_RATE_HZ)
        return self

    def __exit__(self, *error: object) -> None:
        """Close the file, and remove it where nothing was recorded."""
        self._wave.close()
        self._file.close()
        if not self.frames:
            self._path.unlink(missing_ok=True)

    def write(self, frame: bytes) -> float:
        """Add 10 ms and return their level in dBFS."""
        try:
            self._wave.writeframes(frame)
        except OSError as error:
            raise self._unwritable(error) from error
        self.frames += 1
        level = level_dbfs(frame)
        self.loudest_dbfs = max(self.loudest_dbfs, level)
        return level

    def _unwritable(self, error: OSError) -> BadInputError:
        return BadInputError("unwritable", f"{self._path} cannot be written: {error.strerror}.", "Name another file.")
