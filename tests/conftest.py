"""What every test starts from: no settings of whoever runs it, and a home of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.livekit_server import RunningServer, running_server

# How fast the machine is decides about no test.
settings.register_profile("tutor", deadline=None)
settings.load_profile("tutor")

ROOT = Path(__file__).parent.parent
_OURS = ("LIVEKIT_", "GOOGLE_", "GEMINI_", "TUTOR_", "FRONTEND_WEBHOOK_URL", "NO_COLOR")
_KEPT = {"TUTOR_LIVEKIT_SERVER"}


@pytest.fixture(autouse=True)
def _own_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test an empty home and working directory, and none of the shell's settings.

    The working directory moves because `.env` files are looked for from it upwards; child processes still find the
    package.
    """
    for name in os.environ:
        if name.startswith(_OURS) and name not in _KEPT:
            monkeypatch.delenv(name)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("TUTOR_HOME", str(home / "tutor"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT), prepend=os.pathsep)
    monkeypatch.chdir(home)


@pytest.fixture(name="livekit_server", scope="session")
def _livekit_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """Run one livekit-server for the whole session; mark tests that use it `room`."""
    with running_server(tmp_path_factory.mktemp("livekit") / "server.log") as server:
        yield server
