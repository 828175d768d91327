"""A microphone and a speaker made of PulseAudio's null sinks.

What is played into one is heard by the microphone, and what the speaker plays is recorded from the other.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

RATE_HZ = 16_000
_DEADLINE_S = 20
_ALSA_TO_PULSEAUDIO = "pcm.!default { type pulse }\nctl.!default { type pulse }\n"


@dataclass(frozen=True)
class VirtualDevices:
    """The names of the sinks that stand for a microphone and a speaker."""

    microphone: str
    speaker: str

    def environment(self) -> dict[str, str]:
        """Return what makes a process use them as its default devices."""
        return {"PULSE_SOURCE": f"{self.microphone}.monitor", "PULSE_SINK": self.speaker}

    def play(self, recording: Path) -> None:
        """Play a recording into the microphone and wait for its end."""
        subprocess.run(["paplay", f"--device={self.microphone}", str(recording)], check=True, timeout=_DEADLINE_S)

    @contextmanager
    def recording(self, path: Path) -> Iterator[None]:
        """Record what the speaker plays, as PCM16 at 16 kHz, until the end of the block."""
        form = ["--format=s16le", f"--rate={RATE_HZ}", "--channels=1", "--latency-msec=20"]
        with path.open("wb") as target:
            command = ["parec", f"--device={self.speaker}.monitor", *form]
            with subprocess.Popen(command, stdout=target) as recorder:
                try:
                    yield
                finally:
                    recorder.terminate()


def samples(path: Path) -> npt.NDArray[np.int16]:
    """Return what `recording` wrote so far."""
    sound = path.read_bytes()
    return np.frombuffer(sound[: len(sound) // 2 * 2], dtype=np.int16)


def why_not() -> str:
    """Return what is missing for virtual devices on this machine, or nothing."""
    missing = [program for program in ("pactl", "paplay", "parec") if shutil.which(program) is None]
    if missing:
        return f"{', '.join(missing)} of PulseAudio is not installed"
    return "" if _server() else "no PulseAudio server is running"


def _server() -> str:
    """Return the address of the user's PulseAudio server, which is found through the user's real home."""
    home = pwd.getpwuid(os.getuid()).pw_dir
    told = subprocess.run(
        ["pactl", "info"], env={**os.environ, "HOME": home}, capture_output=True, text=True, timeout=_DEADLINE_S
    )
    lines = [line.partition(": ")[2] for line in told.stdout.splitlines() if line.startswith("Server String")]
    return lines[0] if lines else ""


def use_sound_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the programs of this test, whose home is empty, find the user's PulseAudio."""
    server, home = _server(), Path(pwd.getpwuid(os.getuid()).pw_dir)
    monkeypatch.setenv("PULSE_SERVER", server)
    monkeypatch.setenv("PULSE_COOKIE", str(home / ".config/pulse/cookie"))
    (Path.home() / ".asoundrc").write_text(_ALSA_TO_PULSEAUDIO)


def _pactl(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["pactl", *arguments], capture_output=True, text=True, timeout=_DEADLINE_S)


@contextmanager
def virtual_devices() -> Iterator[VirtualDevices]:
    """Make two null sinks and remove them in the end; the default devices stay what they are."""
    devices = VirtualDevices(f"tutor_test_mic_{os.getpid()}", f"tutor_test_spk_{os.getpid()}")
    with ExitStack() as stack:
        for name in (devices.microphone, devices.speaker):
            loaded = _pactl("load-module", "module-null-sink", f"sink_name={name}")
            loaded.check_returncode()
            stack.callback(_pactl, "unload-module", loaded.stdout.strip())
        yield devices
