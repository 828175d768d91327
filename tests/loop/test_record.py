"""`tutor devices` and `tutor record` with a virtual microphone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loop.command import RECORDINGS, tutor
from tests.loop.sound_server import VirtualDevices
from tests.loop.terminal import Terminal
from tutor_cli.audio.decode import decode_frames
from tutor_cli.audio.levels import level_dbfs

pytestmark = [pytest.mark.device, pytest.mark.timeout(60)]


def test_devices(devices: VirtualDevices, monkeypatch: pytest.MonkeyPatch) -> None:
    """The default microphone and speaker are marked."""
    for name, value in devices.environment().items():
        monkeypatch.setenv(name, value)
    found = tutor("devices", "--json").data["devices"]

    assert [device["name"] for device in found if device["is_default_input"]] == ["default"]
    assert "microphone" in tutor("devices").stdout


def test_record_until_ctrl_c(devices: VirtualDevices, tmp_path: Path) -> None:
    """What the microphone heard is in the file, its level was on the screen, and Ctrl-C is no failure."""
    path = tmp_path / "out.wav"
    with Terminal("record", str(path), environment=devices.environment()) as terminal:
        terminal.wait_for("dBFS", 20)
        devices.play(RECORDINGS / "difference_allison.wav")
        terminal.type("\x03")
        assert terminal.wait(10) == 0

    assert "█" in terminal.shown
    assert "loudest" in terminal.shown
    recorded = b"".join(decode_frames(path))
    assert len(recorded) > 32_000
    assert level_dbfs(recorded) > -50
