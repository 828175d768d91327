"""`tutor up`: its parts, told to others and started again."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

from tests.livekit_server import RunningServer
from tests.stack.processes import DEADLINE_S, kill, lives
from tutor_cli.errors import LiveKitError, UsageError
from tutor_cli.settings import Settings, load
from tutor_cli.stack import parts, up
from tutor_cli.stack.health import check_server
from tutor_cli.stack.running import running_stack
from tutor_cli.stack.state import Running, read_running, state_file
from tutor_cli.stack.up import BACK_OFF_S, RECOVERED_S, BackOff, Row


@pytest.fixture(name="settings")
def _settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings under which model and worker are stand-ins, and restarts and refusals come at once."""
    monkeypatch.setattr("tutor_cli.stack.state.LOCK_DEADLINE_S", 0.1)
    monkeypatch.setattr(parts, "python_module", lambda name: [sys.executable, "-m", "tests.stack.stand_in", name])
    monkeypatch.setattr(up, "BACK_OFF_S", (0.01,))
    monkeypatch.setenv("TUTOR_STAND_IN_NOTES", str(tmp_path / "notes"))
    return load()


def _ignore(row: Row) -> None:
    """Show nothing."""


def _running(settings: Settings) -> Running:
    running = read_running(settings.home.value)
    assert running is not None
    return running


async def _wait_for(rows: asyncio.Queue[Row], part: str, state: str) -> None:
    async with asyncio.timeout(DEADLINE_S):
        while True:
            row = await rows.get()
            if (row.part, row.state) == (part, state):
                return


@pytest.mark.room
async def test_other_commands_use_what_is_up(settings: Settings) -> None:
    """While it lives, another command finds every part and starts none; afterwards nothing is left.

    A second `tutor up` is refused and disturbs nothing.
    """
    rows: list[Row] = []
    async with up.up(settings, rows.append):
        with pytest.raises(UsageError, match="already running"):
            async with up.up(settings, _ignore):
                pass
        async with running_stack(settings, lambda line: None) as stack:
            assert not stack.owned
            assert stack.agent_name == "tutor"
            assert stack.engine == {"llm": "stand-in", "tts": None}
            await check_server(_running(settings).server)
        pids = _running(settings).pids

    assert {row.part for row in rows if row.state == "ready"} == {"livekit-server", "model", "worker"}
    del pids["up"]
    assert len(pids) == 3
    assert not any(map(lives, pids.values()))
    assert not state_file(settings.home.value).exists()


@pytest.mark.room
async def test_another_voice_is_another_model(settings: Settings) -> None:
    """A command that asks for a voice the warm model does not have gets a model with it, and a worker for that one.

    Only the command that has to wait for a model does what it does meanwhile.
    """
    waits: list[str] = []

    async def meanwhile() -> None:
        waits.append("for a model")

    async with up.up(settings, _ignore):
        async with running_stack(load({"voice": "Kore"}), lambda line: None, meanwhile=meanwhile) as stack:
            assert not stack.owned
            assert waits == []
        async with running_stack(load({"voice": "espeak"}), lambda line: None, meanwhile=meanwhile) as stack:
            assert waits == ["for a model"]
            assert stack.owned
            assert stack.url == _running(settings).url
            assert stack.engine["tts"] == "espeak"
            assert stack.agent_name != "tutor"


@pytest.mark.room
async def test_what_dies_is_started_again(settings: Settings, tmp_path: Path) -> None:
    """A killed part comes back; the server keeps its address and keys, and a worker learns of a new model."""
    rows: asyncio.Queue[Row] = asyncio.Queue()
    async with up.up(settings, rows.put_nowait) as everything, asyncio.TaskGroup() as tasks:
        keeping = tasks.create_task(everything.keep())
        for part, last in (("worker", "worker"), ("model", "worker"), ("livekit-server", "livekit-server")):
            before = _running(settings)
            kill(before.pids[part])
            await _wait_for(rows, part, "restarting")
            await _wait_for(rows, last, "ready")
            after = _running(settings)
            await check_server(after.server)
            assert after.server == before.server
            told = await asyncio.to_thread((tmp_path / "notes").read_text)
            assert told.split()[-1] == after.model_url
        keeping.cancel()


@pytest.mark.room
async def test_a_named_server_is_shared(settings: Settings, livekit_server: RunningServer) -> None:
    """On a server of others no second one is started, and the worker has a name of its own."""
    rows: list[Row] = []
    async with up.up(load({}, {**os.environ, **livekit_server.environ}), rows.append):
        running = _running(settings)
        assert running.url == livekit_server.url
        assert running.agent_name.startswith("tutor-")
        assert "livekit-server" not in running.pids

    assert Row("livekit-server", "used", f"{livekit_server.url} (environment LIVEKIT_URL)") in rows


@pytest.mark.room
async def test_a_taken_port(settings: Settings, livekit_server: RunningServer) -> None:
    """A port in use ends the start at once, and the model that was starting with it."""
    port = int(livekit_server.url.rpartition(":")[2])

    with pytest.raises(LiveKitError, match=str(port)):
        async with up.up(settings, _ignore, port):
            pass
    assert read_running(settings.home.value) is None


def test_pauses_grow_and_recover() -> None:
    """Each death of a part waits longer, up to a limit; after a long life the first pause applies again."""
    now = 0.0
    back_off = BackOff(lambda: now)

    assert [back_off.next_s("worker") for _ in range(len(BACK_OFF_S) + 1)] == [*BACK_OFF_S, BACK_OFF_S[-1]]
    assert back_off.next_s("model") == BACK_OFF_S[0]
    now += RECOVERED_S + 1
    assert back_off.next_s("worker") == BACK_OFF_S[0]
