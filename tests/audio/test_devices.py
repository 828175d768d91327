"""A device is chosen by number, by name or by default, and an unclear wish is answered with what there is."""

from __future__ import annotations

import pytest

from tutor_cli.audio import devices
from tutor_cli.audio.devices import Device, choose_device
from tutor_cli.errors import MissingComponentError, UsageError

MICROPHONE = Device(0, "USB Microphone", 1, 0, 48_000, False, False)
HEADSET = Device(1, "USB Headset", 1, 2, 44_100, True, True)
SPEAKER = Device(2, "Speaker", 0, 2, 48_000, False, False)
DEVICES = (MICROPHONE, HEADSET, SPEAKER)


@pytest.mark.parametrize(
    ("wanted", "device"), [(None, HEADSET), ("0", MICROPHONE), ("microphone", MICROPHONE), ("USB Headset", HEADSET)]
)
def test_choice(wanted: str | None, device: Device) -> None:
    """A number, a part of the name in any case, or nothing names one device."""
    assert choose_device(DEVICES, "input", wanted) == device


@pytest.mark.parametrize("wanted", ["usb", "Speaker", "7"])
def test_unclear_wishes(wanted: str) -> None:
    """Several devices, one of the other direction, or none at all: the message lists what could be meant."""
    with pytest.raises(UsageError) as caught:
        choose_device(DEVICES, "input", wanted)

    assert "USB Microphone" in caught.value.hint


def test_no_device() -> None:
    """Without any device the command cannot go on."""
    with pytest.raises(MissingComponentError):
        choose_device([SPEAKER], "input", None)


class _FailingPortAudio:
    """What sounddevice has for starting PortAudio anew, failing while the sound server is away."""

    class PortAudioError(Exception):
        """As sounddevice's."""

    def __init__(self) -> None:
        self.away = True
        self.running = True

    def _terminate(self) -> None:
        if not self.running:
            raise self.PortAudioError("PortAudio not initialized")
        self.running = False

    def _initialize(self) -> None:
        if self.away:
            raise self.PortAudioError("Unanticipated host error")
        self.running = True


def test_looking_again_may_fail_and_be_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sound system that does not start is a missing component until it is back."""
    system = _FailingPortAudio()
    monkeypatch.setattr(devices, "portaudio", lambda: system)

    for _ in range(2):
        with pytest.raises(MissingComponentError, match="host error"):
            devices.look_again()
    system.away = False
    devices.look_again()

    assert system.running
