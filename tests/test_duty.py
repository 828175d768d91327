"""A worker on duty: told to stop, started anew, broken and mended."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.livekit_server import RunningServer
from tests.stack.processes import DEADLINE_S
from tutor_cli import duty
from tutor_cli.errors import AgentError
from tutor_cli.room.api import RoomApi
from tutor_cli.settings import Settings, load
from tutor_cli.stack import parts

pytestmark = pytest.mark.room

READY = """\
import sys
print('{"ready": true, "health_url": "http://127.0.0.1:1"}', flush=True)
"""
WAITING = READY + "sys.stdin.read()\n"
DYING = READY + "sys.exit('out of chalk')\n"


@pytest.fixture(name="worker")
def _worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give out the code that runs as the worker; it waits to be ended."""
    code = tmp_path / "code" / "worker.py"
    code.parent.mkdir()
    code.write_text(WAITING)
    monkeypatch.setattr(parts, "python_module", lambda name: [sys.executable, "-B", str(code)])
    return code


@pytest.fixture(name="settings")
def _settings(livekit_server: RunningServer) -> Settings:
    """Settings under which nothing but a worker is started."""
    return load({"model": "gemini"}, {**os.environ, **livekit_server.environ, "GEMINI_API_KEY": "g"})


def _write(code: Path, text: str) -> None:
    """Change the code as an editor does."""
    code.write_text(text)


class Heard:
    """What was said so far, and what is said next."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._next: asyncio.Queue[str] = asyncio.Queue()

    def say(self, line: str) -> None:
        """Take a line."""
        self.lines.append(line)
        self._next.put_nowait(line)

    async def until(self, part: str) -> str:
        """Return the next line with this in it."""
        async with asyncio.timeout(DEADLINE_S):
            while part not in (line := await self._next.get()):
                pass
            return line


@asynccontextmanager
async def _on_changes(settings: Settings, code: Path) -> AsyncIterator[tuple[Heard, asyncio.Task[duty.Duty]]]:
    """Have a worker that starts anew when its code changes; end it as Ctrl-C does."""
    heard = Heard()
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(duty.work_on_changes(settings, [code.parent], heard.say))
        await heard.until("takes conversations")
        yield heard, task
        os.kill(os.getpid(), signal.SIGINT)


async def test_a_signal_ends_the_duty(settings: Settings, worker: Path) -> None:
    """The first signal lets the worker finish, and the command ends as done."""
    heard = Heard()
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(duty.work(settings, heard.say))
        await heard.until("takes conversations")
        os.kill(os.getpid(), signal.SIGTERM)

    assert task.result() == duty.Duty("tutor", settings.livekit_url.value or "", 0)
    assert heard.lines[-1].startswith("Finishing")


async def test_a_worker_that_dies_ends_the_duty(settings: Settings, worker: Path) -> None:
    """`agent start` fails with the last words of a worker that died by itself."""
    _write(worker, DYING)

    with pytest.raises(AgentError, match="out of chalk"):
        await duty.work(settings, lambda line: None)


@pytest.mark.parametrize("broken", ["def (\n", "import no_such_module\n"])
async def test_broken_code_is_told_and_mended(settings: Settings, worker: Path, broken: str) -> None:
    """A change that breaks the worker ends nothing: what broke is told, and the next change starts it again."""
    async with _on_changes(settings, worker) as (heard, task):
        _write(worker, broken)
        told = await heard.until("ended")
        _write(worker, WAITING + "#")
        await heard.until("takes conversations")

    assert "Error: " in told
    assert "worker.py" in told
    assert task.result().restarts == 1


async def test_a_worker_that_dies_is_told_and_mended(settings: Settings, worker: Path) -> None:
    """A worker that dies after its start is told of too, and started again by the next change."""
    async with _on_changes(settings, worker) as (heard, task):
        _write(worker, DYING)
        told = await heard.until("ended")
        _write(worker, WAITING + "#")
        await heard.until("takes conversations")

    assert "out of chalk" in told
    assert task.result().restarts == 2
    assert "ended" not in heard.lines[-1]


async def test_rooms_get_their_agent_back(settings: Settings, worker: Path, livekit_server: RunningServer) -> None:
    """A room with a dispatch of this agent has a new one after a restart."""
    async with RoomApi(livekit_server.credentials) as api:
        await api.create_room("duty", agent_name="tutor")
        (before,) = await api.list_dispatches("duty")
        async with _on_changes(settings, worker) as (heard, _):
            _write(worker, WAITING + "#")
            await heard.until("takes conversations")
            after = await _another_dispatch(api, before["id"])
        await api.delete_room("duty")

    assert after["agentName"] == "tutor"


async def _another_dispatch(api: RoomApi, dispatch_id: str) -> dict[str, object]:
    async with asyncio.timeout(DEADLINE_S):
        while True:
            dispatches = await api.list_dispatches("duty")
            if dispatches and dispatches[0]["id"] != dispatch_id:
                return dispatches[0]


async def test_a_room_that_closes_meanwhile_is_left(
    settings: Settings, worker: Path, livekit_server: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A room that is gone when its agent would return is told of, and the worker stays."""

    async def with_one_gone(api: RoomApi, names: Sequence[str] = ()) -> list[dict[str, object]]:
        return [] if names else [{"name": "gone"}]

    monkeypatch.setattr(RoomApi, "list_rooms", with_one_gone)
    async with _on_changes(settings, worker) as (heard, task):
        _write(worker, WAITING + "#")
        assert "without" in await heard.until("gone")

    assert task.result().restarts == 1
