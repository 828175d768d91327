"""What cannot work fails at once, with the right exit code, one line for the cause and one for the fix."""

from __future__ import annotations

import socket
import time
from functools import partial
from pathlib import Path

import pytest

from tests.livekit_server import RunningServer
from tests.loop.command import RECORDINGS, Finished, tutor, tutor_here
from tests.sounds import silence, tone, write_sound
from tutor_cli.room import participant
from tutor_cli.room.token import Claims, join_grants, mint
from tutor_cli.settings import LiveKitServer
from tutor_cli.stack import health

CLIP = RECORDINGS / "linear_heart.wav"


def _is_told(finished: Finished, exit_code: int, cause: str) -> None:
    assert finished.exit_code == exit_code, finished.stderr
    assert cause in finished.stderr
    assert "fix: " in finished.stderr
    assert "Traceback" not in finished.stderr


def test_missing_recording() -> None:
    """A path without a file is bad input."""
    _is_told(tutor("replay", "absent.wav"), 4, "There is no file absent.wav")


def test_damaged_recordings(tmp_path: Path) -> None:
    """A file that is no sound, and one that is silent, are bad input before anything is started."""
    (tmp_path / "text.wav").write_text("this is no sound")
    write_sound(tmp_path / "silent.wav", silence(1.0))

    _is_told(tutor_here("replay", tmp_path / "text.wav"), 4, "cannot be used as a recording")
    _is_told(tutor_here("replay", tmp_path / "silent.wav"), 4, "is silent")


def test_damaged_expectations(tmp_path: Path) -> None:
    """An expectation nobody knows is named, not ignored."""
    clip = write_sound(tmp_path / "a.wav", tone(0.5))
    (tmp_path / "a.expect.yaml").write_text("turns:\n  - colour: red\n")

    _is_told(tutor_here("replay", clip), 4, "turn 1 expects 'colour'")


def test_errors_are_json_where_asked() -> None:
    """With --json the failure is an envelope on stdout."""
    finished = tutor_here("replay", "absent.wav", "--json")

    assert finished.exit_code == 4
    assert finished.document["exit_code"] == 4
    assert [problem["code"] for problem in finished.document["problems"]] == ["audio_missing"]


def _closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _set_server(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("LIVEKIT_URL", url)
    monkeypatch.setenv("LIVEKIT_API_KEY", "key")
    monkeypatch.setenv("LIVEKIT_API_SECRET", "a secret of more than thirty-two bytes")
    # Gemini is asked for nothing before there is a room, and a local model would be loaded in vain.
    monkeypatch.setenv("GOOGLE_API_KEY", "key")


def test_closed_port(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that is not there is told within seconds, before a model or worker is waited for."""
    _set_server(monkeypatch, f"ws://127.0.0.1:{_closed_port()}")

    finished = tutor_here("replay", CLIP)

    assert finished.exit_code == 6
    assert "127.0.0.1" in finished.stderr


def test_black_hole(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that accepts connections and never answers is given up in time."""
    monkeypatch.setattr(health, "REQUEST_DEADLINE_S", 0.2)
    with socket.socket() as hole:
        hole.bind(("127.0.0.1", 0))
        hole.listen()
        _set_server(monkeypatch, f"ws://127.0.0.1:{hole.getsockname()[1]}")

        finished = tutor_here("replay", CLIP)

    assert finished.exit_code == 6


def test_no_server_to_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    """A named livekit-server that does not exist is a missing component, and the way without one is told."""
    monkeypatch.setenv("TUTOR_LIVEKIT_SERVER", "/nowhere/livekit-server")

    finished = tutor_here("replay", CLIP)

    assert finished.exit_code == 5
    assert "--transport direct" in finished.stderr


@pytest.fixture(name="joining")
def _joining(livekit_server: RunningServer, monkeypatch: pytest.MonkeyPatch) -> LiveKitServer:
    """Set the address of a real server, as for someone who was only given a token."""
    monkeypatch.setenv("LIVEKIT_URL", livekit_server.credentials.url)
    return livekit_server.credentials


@pytest.mark.room
def test_agent_that_never_joins(joining: LiveKitServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """A room in which no tutor appears is given up, and how to get one is told."""
    monkeypatch.setenv("LIVEKIT_TOKEN", mint(joining, Claims("student", join_grants("lonely"))))
    monkeypatch.setattr(participant, "Participant", partial(participant.Participant, agent_timeout_s=0.5))

    _is_told(tutor_here("replay", CLIP), 7, "did not join")


@pytest.mark.room
def test_expired_token(joining: LiveKitServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """A token that is over is a matter of credentials, named as such and not shown."""
    token = mint(joining, Claims("student", join_grants("late")), valid_for_s=60, now=time.time() - 3600)
    monkeypatch.setenv("LIVEKIT_TOKEN", token)

    finished = tutor_here("replay", CLIP)

    assert finished.exit_code == 3
    assert "expired" in finished.stderr
    assert token not in finished.stderr


def test_token_without_a_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """A token alone does not say where to go."""
    monkeypatch.setenv("LIVEKIT_TOKEN", "a.b.c")

    _is_told(tutor_here("replay", CLIP), 3, "no server to join")
