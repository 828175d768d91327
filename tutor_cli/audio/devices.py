"""Audio devices: which there are, and which one a user means."""

from __future__ import annotations

import contextlib
import functools
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Literal

from tutor_cli.errors import MissingComponentError, UsageError

Direction = Literal["input", "output"]

_INSTALL = {
    "linux": "Install PortAudio: `sudo apt install libportaudio2`, or `sudo dnf install portaudio`.",
    "darwin": "Install PortAudio: `brew install portaudio`.",
}


@dataclass(frozen=True)
class Device:
    """An audio device; a rate of Hz and latencies of ms are what the system offers by default."""

    index: int
    name: str
    input_channels: int
    output_channels: int
    default_rate_hz: int
    is_default_input: bool
    is_default_output: bool

    def channels(self, direction: Direction) -> int:
        """Return the number of channels in a direction."""
        return self.input_channels if direction == "input" else self.output_channels


def portaudio() -> ModuleType:
    """Import sounddevice; raise MissingComponentError where the PortAudio library is missing."""
    try:
        import sounddevice
    except OSError as error:
        hint = _INSTALL.get(sys.platform, "Install PortAudio.") + " `tutor replay` and `tutor say` need none."
        raise MissingComponentError("no_portaudio", f"Audio devices cannot be used: {error}.", hint) from error
    _silence_alsa()
    module: ModuleType = sounddevice
    return module


@functools.cache
def _silence_alsa() -> object:
    """Keep ALSA's library from writing of every underrun to our terminal; the handler has to be kept alive."""
    if sys.platform != "linux":
        return None
    import ctypes

    handler_type = ctypes.CFUNCTYPE(None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p)
    handler = handler_type(lambda *_: None)
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(handler)
    return handler


def list_devices() -> list[Device]:
    """Return the devices of the system; raise MissingComponentError where PortAudio is missing or fails."""
    sounddevice = portaudio()
    try:
        default_input, default_output = sounddevice.default.device
        rows: list[dict[str, Any]] = list(sounddevice.query_devices())
    except sounddevice.PortAudioError as error:
        raise _failed(error) from error
    return [_device(row, default_input, default_output) for row in rows]


def look_again() -> None:
    """Let PortAudio learn of new and vanished devices, which takes a new start; closes what is open.

    Raises MissingComponentError where it does not start, as while a sound server is away; it may be tried again.
    """
    sounddevice = portaudio()
    # After a start that failed there is nothing to terminate.
    with contextlib.suppress(sounddevice.PortAudioError):
        sounddevice._terminate()
    try:
        sounddevice._initialize()
    except sounddevice.PortAudioError as error:
        raise _failed(error) from error


def _device(row: dict[str, Any], default_input: int, default_output: int) -> Device:
    return Device(
        index=row["index"],
        name=row["name"],
        input_channels=row["max_input_channels"],
        output_channels=row["max_output_channels"],
        default_rate_hz=round(row["default_samplerate"]),
        is_default_input=row["index"] == default_input,
        is_default_output=row["index"] == default_output,
    )


def _failed(error: Exception) -> MissingComponentError:
    return MissingComponentError("audio_failed", f"The audio system failed: {error}.", "See `tutor devices`.")


def choose_device(devices: Sequence[Device], direction: Direction, wanted: str | None) -> Device:
    """Return the device a user named by index or by part of its name, or the default one where none is named.

    Raises UsageError where no device or several fit, MissingComponentError where there is none to choose from.
    """
    usable = [device for device in devices if device.channels(direction)]
    if not usable:
        hint = "Plug one in and look with `tutor devices`; `tutor say` needs none."
        raise MissingComponentError("no_device", f"There is no audio {direction} device.", hint)
    if wanted is None:
        return next((device for device in usable if _is_default(device, direction)), usable[0])
    return _named(usable, direction, wanted)


def _is_default(device: Device, direction: Direction) -> bool:
    return device.is_default_input if direction == "input" else device.is_default_output


def _named(usable: Sequence[Device], direction: Direction, wanted: str) -> Device:
    fits = [device for device in usable if wanted == str(device.index) or wanted == device.name]
    fits = fits or [device for device in usable if wanted.casefold() in device.name.casefold()]
    if len(fits) == 1:
        return fits[0]
    problem = "Several" if fits else "No"
    names = ", ".join(f"{device.index}: {device.name}" for device in fits or usable)
    raise UsageError("device_unclear", f"{problem} {direction} devices fit {wanted!r}.", f"There are {names}.")
