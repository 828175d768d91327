"""One `tutor up` for all tests of a session that only need a warm tutor, and virtual devices."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.loop.sound_server import VirtualDevices, use_sound_server, virtual_devices, why_not
from tests.models import share_models

READY_S = 90


@pytest.fixture(name="warm_home", scope="session")
def _warm_home(tmp_path_factory: pytest.TempPathFactory, models: Path) -> Iterator[Path]:
    """Run `tutor up` as a user does and give out the home in which other commands find it."""
    home = tmp_path_factory.mktemp("up")
    share_models(home, models)
    environment = {**os.environ, "TUTOR_HOME": str(home), "HOME": str(home), "TUTOR_MODEL": "local"}
    command = [sys.executable, "-m", "tutor_cli", "up"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert process.stdout is not None
    with process.stdout:
        try:
            said = _wait_until_up(process)
            assert "The tutor is up" in said, said
            yield home
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(30) == 130


def _wait_until_up(process: subprocess.Popen[str]) -> str:
    """Return what the command said until it is up or over."""
    assert process.stdout is not None
    # A reader cannot be given a deadline, but the process can.
    deadline = threading.Timer(READY_S, process.kill)
    deadline.start()
    said = ""
    for line in process.stdout:
        said += line
        if "The tutor is up" in line:
            break
    deadline.cancel()
    return said


@pytest.fixture(name="warm")
def _warm(warm_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the commands of this test find the warm tutor."""
    monkeypatch.setenv("TUTOR_HOME", str(warm_home))


@pytest.fixture(name="devices")
def _devices(monkeypatch: pytest.MonkeyPatch) -> Iterator[VirtualDevices]:
    """Give a test a microphone and a speaker of its own, or skip it where there can be none."""
    if reason := why_not():
        pytest.skip(reason)
    use_sound_server(monkeypatch)
    with virtual_devices() as devices:
        yield devices
