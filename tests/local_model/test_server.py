"""The service on a real loopback socket, over engines that cost nothing."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.local_model.client import read
from tests.local_model.fakes import engines
from tutor_cli.errors import ConfigError
from tutor_cli.local_model import server
from tutor_cli.local_model.scripted import ScriptedMind
from tutor_cli.local_model.server import Address, running
from tutor_cli.local_model.wire.server import (
    OutputTranscription,
    ResumptionUpdate,
    ServerMessage,
    SetupComplete,
    TurnComplete,
)

PATH = "/ws/google.ai.generativelanguage.v1beta.GenerativeService.BidiGenerateContent"
KEY = {"x-goog-api-key": "anything"}
SETUP = '{"setup": {"model": "m", "outputAudioTranscription": {}, "sessionResumption": {}}}'
QUESTION = '{"realtime_input": {"text": "two plus two"}}'


@pytest.fixture
async def service() -> AsyncIterator[Address]:
    """A running service whose mind repeats what it hears."""
    parts = engines(ScriptedMind)
    async with running(parts) as address:
        yield address
    parts.close()


@asynccontextmanager
async def client(service: Address, path: str = PATH, headers: dict[str, str] = KEY) -> AsyncIterator[ClientConnection]:
    """A connection to the service."""
    context = ssl.create_default_context(cafile=service.ca_file)
    url = service.url.replace("https", "wss") + path
    async with connect(url, ssl=context, additional_headers=headers, open_timeout=5) as connection:
        yield connection


async def receive(connection: ClientConnection, kind: type[ServerMessage]) -> list[ServerMessage]:
    """Return the messages up to the next one of a kind."""
    messages: list[ServerMessage] = []
    async with asyncio.timeout(5):
        while not (messages and isinstance(messages[-1], kind)):
            messages += read(await connection.recv())
    return messages


async def closed(connection: ClientConnection) -> tuple[int, str]:
    """Return the code and reason the service closes the connection with."""
    with pytest.raises(ConnectionClosed) as error:
        async with asyncio.timeout(5):
            while True:
                await connection.recv()
    assert error.value.rcvd is not None
    return error.value.rcvd.code, error.value.rcvd.reason


async def test_conversation(service: Address) -> None:
    """A client sets up, asks and is answered."""
    async with client(service) as connection:
        await connection.send(SETUP)
        assert isinstance((await receive(connection, ResumptionUpdate))[0], SetupComplete)
        await connection.send(QUESTION)
        assert OutputTranscription("I heard: two plus two ") in await receive(connection, TurnComplete)


async def test_sessions_are_separate(service: Address) -> None:
    """Several clients talk at once, each to a mind of its own."""
    async with AsyncExitStack() as stack:
        connections = [await stack.enter_async_context(client(service)) for _ in range(4)]
        for number, connection in enumerate(connections):
            await connection.send(SETUP)
            await connection.send(json.dumps({"realtimeInput": {"text": f"number {number}"}}))
        for number, connection in enumerate(connections):
            assert OutputTranscription(f"I heard: number {number} ") in await receive(connection, TurnComplete)


@pytest.mark.parametrize(
    "frames",
    [
        ["not json"],
        [b"\xff"],
        [QUESTION],
        [SETUP, SETUP],
        [SETUP, "{}"],
        [SETUP, '{"clientContent": {"turns": 1}}'],
        [SETUP, '{"realtimeInput": {"audio": {"data": "!", "mimeType": "audio/pcm"}}}'],
    ],
)
async def test_malformed_frames(service: Address, frames: list[str | bytes]) -> None:
    """What the service cannot read ends that session, as it does at Google, and no other."""
    async with client(service) as connection:
        for frame in frames:
            await connection.send(frame)
        assert await closed(connection) == (1007, "Request contains an invalid argument.")
    await test_conversation(service)


async def test_without_a_key(service: Address) -> None:
    """A caller without any key is refused."""
    async with client(service, headers={}) as connection:
        code, reason = await closed(connection)
    assert code == 1008
    assert "unregistered callers" in reason


@pytest.mark.parametrize("path", ["/", "/ws/google.ai.generativelanguage.v1beta.GenerativeService.Other"])
async def test_other_paths(service: Address, path: str) -> None:
    """Nothing else is served."""
    with pytest.raises(InvalidStatus) as error:
        async with client(service, path):
            pass
    assert error.value.response.status_code == 404


async def test_too_many_sessions(service: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    """A session more than can be served is refused with the service's status for exhausted resources."""
    monkeypatch.setattr(server, "MOST_SESSIONS", 1)
    async with client(service) as connection:
        await connection.send(SETUP)
        await receive(connection, SetupComplete)
        with pytest.raises(InvalidStatus) as error:
            async with client(service):
                pass
    assert error.value.response.status_code == 429


async def test_setup_that_never_comes(service: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    """A client that says nothing is not waited for."""
    monkeypatch.setattr(server, "SETUP_DEADLINE_S", 0.05)
    async with client(service) as connection:
        assert await closed(connection) == (1011, "Deadline expired before operation could complete.")


async def test_resumption() -> None:
    """A client that comes back with its handle finds the same mind; an unknown handle gets a new one."""
    minds: list[ScriptedMind] = []
    parts = engines(_counted(minds))
    async with running(parts) as service:
        async with client(service) as connection:
            await connection.send(SETUP)
            update = (await receive(connection, ResumptionUpdate))[-1]
        assert isinstance(update, ResumptionUpdate)
        for handle in (update.handle, "unknown"):
            async with client(service) as connection:
                await connection.send(json.dumps({"setup": {"sessionResumption": {"handle": handle}}}))
                await connection.send(QUESTION)
                await receive(connection, TurnComplete)
    parts.close()
    assert [(len(mind.setups), len(mind.heard)) for mind in minds] == [(2, 1), (1, 1)]


def _counted(minds: list[ScriptedMind]) -> Callable[[], ScriptedMind]:
    def make() -> ScriptedMind:
        minds.append(ScriptedMind())
        return minds[-1]

    return make


async def test_a_broken_mind(caplog: pytest.LogCaptureFixture) -> None:
    """A defect of ours ends one session with 1011; the log tells where it is, and nothing that was said."""

    class Broken(ScriptedMind):
        def hear(self, heard: object) -> list[object]:  # type: ignore[override]
            raise RuntimeError(f"broken by {heard}")

    parts = engines(Broken)  # type: ignore[arg-type]
    async with running(parts) as service, client(service) as connection:
        await connection.send(SETUP)
        await connection.send(QUESTION)
        assert await closed(connection) == (1011, "Internal error encountered.")
    parts.close()
    assert "RuntimeError" in caplog.text
    assert "in hear" in caplog.text
    assert "two plus two" not in caplog.text


async def test_a_client_that_vanishes(service: Address) -> None:
    """A connection that breaks in the middle of a reply leaves nothing behind."""
    async with client(service) as connection:
        await connection.send(SETUP)
        await connection.send(QUESTION)
        connection.transport.abort()
    await test_conversation(service)


async def test_port_in_use(service: Address) -> None:
    """A taken port is the user's to change."""
    parts = engines(ScriptedMind)
    with pytest.raises(ConfigError, match="cannot be used"):
        async with running(parts, int(service.url.rpartition(":")[2])):
            pass
    parts.close()


async def test_certificate_is_removed() -> None:
    """The private directory with the certificate goes with the service."""
    parts = engines(ScriptedMind)
    async with running(parts) as address:
        assert address.ca_file.exists()
    parts.close()
    assert not address.ca_file.parent.exists()
