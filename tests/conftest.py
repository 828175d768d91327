"""What every test starts from: no settings of whoever runs it, and a home of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.livekit_server import RunningServer, running_server
from tests.models import share_models

# How fast the machine is decides about no test.
settings.register_profile("tutor", deadline=None)
settings.load_profile("tutor")

# The tests start processes by the dozen, and each would compile the package anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

ROOT = Path(__file__).parent.parent
_OURS = ("LIVEKIT_", "GOOGLE_", "GEMINI_", "TUTOR_", "FRONTEND_WEBHOOK_URL", "NO_COLOR")
_KEPT = {"TUTOR_LIVEKIT_SERVER"}


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test none of the shell's settings; child processes find the package wherever they start."""
    for name in os.environ:
        if name.startswith(_OURS) and name not in _KEPT:
            monkeypatch.delenv(name)
    monkeypatch.setenv("PYTHONPATH", str(ROOT), prepend=os.pathsep)


@pytest.fixture(name="models", scope="session")
def _models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where weights that come in parts are joined, once for all tests that load them."""
    return tmp_path_factory.mktemp("models")


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, models: Path) -> None:
    """Give each test an empty home and working directory; only the models in it are everybody's.

    The working directory moves because `.env` files are looked for from it upwards.
    """
    home = tmp_path / "home"
    home.mkdir()
    if request.node.get_closest_marker("speech"):
        share_models(home / "tutor", models)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("TUTOR_HOME", str(home / "tutor"))
    monkeypatch.chdir(home)


@pytest.fixture(name="livekit_server", scope="session")
def _livekit_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """Run one livekit-server for the whole session; mark tests that use it `room`."""
    with running_server(tmp_path_factory.mktemp("livekit") / "server.log") as server:
        yield server
