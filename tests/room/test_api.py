"""Rooms, participants and dispatches on a real livekit-server, and the ways of not reaching one."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tutor_cli.errors import ConfigError, LiveKitError, UsageError
from tutor_cli.room.api import RoomApi
from tutor_cli.room.names import expand
from tutor_cli.settings import LiveKitServer, Secret

if TYPE_CHECKING:
    from tests.livekit_server import RunningServer

pytestmark = pytest.mark.room


@pytest.fixture(name="api")
async def _api(livekit_server: RunningServer) -> AsyncIterator[RoomApi]:
    async with RoomApi(livekit_server.credentials) as api:
        yield api


@pytest.fixture(name="room")
async def _room(api: RoomApi) -> AsyncIterator[str]:
    name = expand("test-%x")
    await api.create_room(name, metadata="algebra", empty_timeout_s=60, max_participants=4)
    yield name
    if await api.list_rooms([name]):
        await api.delete_room(name)


async def test_a_room_lives_and_ends(api: RoomApi, room: str) -> None:
    """A created room is found with what it was given, and is gone once deleted."""
    found = await api.room(room)
    await api.delete_room(room)

    assert (found["name"], found["metadata"]) == (room, "algebra")
    assert (found["emptyTimeout"], found["maxParticipants"]) == (60, 4)
    assert await api.list_rooms([room]) == []


async def test_secrets_of_the_server_are_dropped(api: RoomApi, room: str) -> None:
    """The server's TURN password is not part of what we hand on."""
    assert "turnPassword" not in await api.room(room)


async def test_metadata_is_replaced(api: RoomApi, room: str) -> None:
    """Updating a room changes its metadata."""
    await api.update_room(room, "geometry")

    assert (await api.room(room))["metadata"] == "geometry"


async def test_dispatch_in_the_room(api: RoomApi) -> None:
    """A room created for an agent has its dispatch from the start."""
    name = expand("test-%x")
    await api.create_room(name, agent_name="tutor", job_metadata="quiz")

    dispatches = await api.list_dispatches(name)
    await api.delete_room(name)

    assert [(entry["agentName"], entry["metadata"]) for entry in dispatches] == [("tutor", "quiz")]


async def test_dispatches_come_and_go(api: RoomApi, room: str) -> None:
    """A dispatch can be added to a room and taken back."""
    before = await api.list_dispatches(room)
    dispatch = await api.dispatch_agent(room, "tutor", "again")
    there = await api.list_dispatches(room)
    await api.delete_dispatch(room, dispatch["id"])

    assert dispatch["id"] in {entry["id"] for entry in there}
    assert await api.list_dispatches(room) == before


async def test_data_is_sent_to_an_open_room(api: RoomApi, room: str) -> None:
    """A packet to an open room is taken by the server."""
    await api.send_data(room, b"{}", "note")


async def test_missing_things_are_named(api: RoomApi, room: str) -> None:
    """Asking for a room, participant or dispatch that is not there is answered by name."""
    for action in (
        api.room("nowhere"),
        api.update_room("nowhere", "x"),
        api.delete_room("nowhere"),
        api.list_participants("nowhere"),
        api.list_dispatches("nowhere"),
        api.send_data("nowhere", b"x", "t"),
    ):
        with pytest.raises(UsageError, match="nowhere"):
            await action
    with pytest.raises(UsageError, match="'emmy'"):
        await api.remove_participant(room, "emmy")
    with pytest.raises(UsageError, match="dispatch"):
        await api.delete_dispatch(room, "AD_none")


async def test_wrong_key_and_wrong_secret(livekit_server: RunningServer) -> None:
    """A key the server does not know and a secret that is not its own are told apart."""
    right = livekit_server.credentials
    wrong_key = replace(right, api_key="APIother")
    wrong_secret = replace(right, api_secret=Secret("x" * 40))

    for server, code in ((wrong_key, "wrong_key"), (wrong_secret, "wrong_secret")):
        async with RoomApi(server) as api:
            with pytest.raises(ConfigError) as caught:
                await api.list_rooms()
        assert caught.value.code == code


@pytest.mark.parametrize("url", ["ws://127.0.0.1:1", "wss://127.0.0.1:1", "ws://nowhere.invalid:7880"])
async def test_nobody_there(url: str) -> None:
    """A closed port and an unknown host are LiveKit errors that name the address."""
    async with RoomApi(LiveKitServer(url, "k", Secret("s" * 32))) as api:
        with pytest.raises(LiveKitError, match=url):
            await api.list_rooms()


async def test_a_silent_server_is_given_up() -> None:
    """A server that takes the connection and never answers is given up at the deadline."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"ws://127.0.0.1:{listener.getsockname()[1]}"
        async with RoomApi(LiveKitServer(url, "k", Secret("s" * 32)), deadline_s=0.2) as api:
            with pytest.raises(LiveKitError, match="does not answer"):
                await api.list_rooms()


async def test_something_else_answers() -> None:
    """A web server that is no LiveKit is told to be none."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as web:
        url = f"ws://127.0.0.1:{web.sockets[0].getsockname()[1]}"
        async with RoomApi(LiveKitServer(url, "k", Secret("s" * 32))) as api:
            with pytest.raises(LiveKitError, match="is no LiveKit server"):
                await api.list_rooms()
