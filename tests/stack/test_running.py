"""Stacks: found, named or our own."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.stack.processes import kill
from tutor_cli.errors import ConfigError, LiveKitError, MissingComponentError
from tutor_cli.settings import Settings, load
from tutor_cli.stack import health
from tutor_cli.stack.health import answers, check_server
from tutor_cli.stack.parts import SERVER
from tutor_cli.stack.running import DIRECT, running_stack
from tutor_cli.stack.state import Running, only_up, write_running

if TYPE_CHECKING:
    from tests.livekit_server import RunningServer

ONLY_SERVER = {SERVER.name}


def _load(environment: Mapping[str, str], flags: Mapping[str, object] | None = None) -> Settings:
    """Return the settings under these variables, in the home of the test."""
    return load(flags, {**os.environ, **environment})


def _silent(_: str) -> None:
    """Say nothing."""


@pytest.mark.room
async def test_our_own_server_lives_as_long_as_the_block() -> None:
    """A server on free ports with keys of its own answers inside the block and is gone after it."""
    said: list[str] = []
    async with running_stack(load(), said.append, ONLY_SERVER) as stack:
        assert stack.server is not None
        assert stack.owned
        await check_server(stack.server)
        assert len(stack.server.api_secret.reveal()) >= 32

    assert any("livekit-server" in line for line in said)
    assert not await answers(stack.url)


@pytest.mark.room
async def test_two_stacks_do_not_meet() -> None:
    """Two commands at once have a server each."""
    async with running_stack(load(), _silent, ONLY_SERVER) as one, running_stack(load(), _silent, ONLY_SERVER) as two:
        assert one.url != two.url


@pytest.mark.room
async def test_the_loss_of_a_part_ends_the_block_at_once() -> None:
    """When the server dies the block is cancelled and the error says so; nobody waits for a timeout."""

    async def lose_the_server() -> None:
        async with running_stack(load(), _silent, ONLY_SERVER) as stack:
            port = int(stack.url.rpartition(":")[2])
            kill(_listener(port))
            await asyncio.sleep(600)

    with pytest.raises(LiveKitError, match="livekit-server ended") as caught:
        await lose_the_server()
    assert "livekit-server.log" in caught.value.hint


def _listener(port: int) -> int:
    """Return the pid of our descendant that listens on this port."""
    for process in psutil.Process().children(recursive=True):
        if any(found.laddr.port == port for found in process.net_connections("tcp") if found.status == "LISTEN"):
            return process.pid
    raise AssertionError(f"nobody listens on {port}")


@pytest.mark.room
async def test_what_up_runs_is_used(livekit_server: RunningServer) -> None:
    """While `tutor up` lives, its server is used and nothing is started."""
    settings = load()
    running = Running(livekit_server.url, livekit_server.api_key, livekit_server.api_secret, "tutor", "local")
    with only_up(settings.home.value):
        write_running(settings.home.value, running)
        async with running_stack(settings, _silent, ONLY_SERVER) as stack:
            assert stack.server == running.server
            assert not stack.owned


@pytest.mark.room
async def test_the_named_server_is_used(livekit_server: RunningServer) -> None:
    """A server of the settings is checked, used, and left alone afterwards."""
    async with running_stack(_load(livekit_server.environ), _silent, ONLY_SERVER) as stack:
        assert stack.url == livekit_server.url
        assert not stack.owned

    assert await answers(livekit_server.url)


@pytest.mark.room
@pytest.mark.parametrize("wrong", ["LIVEKIT_API_KEY", "LIVEKIT_API_SECRET"])
async def test_wrong_credentials_are_found_before_anything_starts(livekit_server: RunningServer, wrong: str) -> None:
    """A refused key or secret is a configuration error."""
    settings = _load({**livekit_server.environ, wrong: "w" * 40})

    with pytest.raises(ConfigError):
        async with running_stack(settings, _silent, ONLY_SERVER):
            pass


async def test_a_closed_port_is_found_at_once() -> None:
    """A server that is not there is LiveKit out of reach, within seconds, and the model's start is given up."""
    environment = {"LIVEKIT_URL": "ws://127.0.0.1:1", "LIVEKIT_API_KEY": "k", "LIVEKIT_API_SECRET": "s"}
    started = time.monotonic()

    with pytest.raises(LiveKitError):
        async with running_stack(_load(environment), _silent):
            pass
    assert time.monotonic() - started < 10


async def test_a_black_hole_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that takes the connection and never answers is out of reach after a deadline of a few seconds."""
    assert health.REQUEST_DEADLINE_S < 8
    monkeypatch.setattr(health, "REQUEST_DEADLINE_S", 0.1)

    async def swallow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    async with await asyncio.start_server(swallow, "127.0.0.1", 0) as hole:
        url = f"ws://127.0.0.1:{hole.sockets[0].getsockname()[1]}"
        environment = {"LIVEKIT_URL": url, "LIVEKIT_API_KEY": "k", "LIVEKIT_API_SECRET": "s"}
        with pytest.raises(LiveKitError, match="does not answer"):
            async with running_stack(_load(environment), _silent, ONLY_SERVER):
                pass


async def test_a_named_program_that_is_none(tmp_path: Path) -> None:
    """TUTOR_LIVEKIT_SERVER that names no program is a missing component."""
    settings = _load({"TUTOR_LIVEKIT_SERVER": str(tmp_path), "TUTOR_HOME": str(tmp_path)})

    with pytest.raises(MissingComponentError, match="not a program"):
        async with running_stack(settings, _silent, ONLY_SERVER):
            pass


async def test_gemini_needs_nothing_without_a_room() -> None:
    """With Gemini and no room, no process is started."""
    settings = _load({"GOOGLE_API_KEY": "g"}, {"model": "gemini"})

    async with running_stack(settings, _silent, DIRECT) as stack:
        assert stack.server is None
        assert not stack.owned
        assert stack.engine == {"llm": settings.gemini_model.value}


async def test_gemini_needs_a_key() -> None:
    """Gemini without a key is a configuration error."""
    with pytest.raises(ConfigError, match="key"):
        async with running_stack(_load({}, {"model": "gemini"}), _silent, DIRECT):
            pass
