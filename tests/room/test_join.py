"""A token of ours opens a real room, and moderation reaches who is in it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from livekit import rtc

from tutor_cli.errors import ConfigError, LiveKitError, UsageError
from tutor_cli.room.api import RoomApi
from tutor_cli.room.names import expand
from tutor_cli.room.participant import Participant
from tutor_cli.room.token import Claims, Dispatch, join_grants, mint
from tutor_cli.settings import Secret

if TYPE_CHECKING:
    from tests.livekit_server import RunningServer

pytestmark = pytest.mark.room

WAIT_S = 10.0


@pytest.fixture(name="api")
async def _api(livekit_server: RunningServer) -> AsyncIterator[RoomApi]:
    async with RoomApi(livekit_server.credentials) as api:
        yield api


@pytest.fixture(name="student")
async def _student(livekit_server: RunningServer) -> AsyncIterator[rtc.Room]:
    """Join a new room as `emmy`, bringing an agent's dispatch in the token."""
    name = expand("join-%x")
    claims = Claims("emmy", join_grants(name), name="Emmy", dispatches=(Dispatch("nobody", "quiz"),))
    room = rtc.Room()
    async with asyncio.timeout(WAIT_S):
        await room.connect(livekit_server.url, mint(livekit_server.credentials, claims))
    yield room
    await room.disconnect()


async def test_a_minted_token_opens_a_room(api: RoomApi, student: rtc.Room) -> None:
    """The holder is in the room under the token's names, and the agent in the token was sent for."""
    people = await api.list_participants(student.name)
    dispatches = await api.list_dispatches(student.name)

    assert [(person["identity"], person["name"]) for person in people] == [("emmy", "Emmy")]
    assert [(entry["agentName"], entry["metadata"]) for entry in dispatches] == [("nobody", "quiz")]


async def test_data_arrives(api: RoomApi, student: rtc.Room) -> None:
    """A packet sent through the server reaches the participant with its topic."""
    packets: asyncio.Queue[rtc.DataPacket] = asyncio.Queue()
    student.on("data_received", packets.put_nowait)

    await api.send_data(student.name, b"{}", "note", ["emmy"])

    async with asyncio.timeout(WAIT_S):
        packet = await packets.get()
    assert (packet.data, packet.topic) == (b"{}", "note")


async def test_muting_reaches_the_publisher(api: RoomApi, student: rtc.Room) -> None:
    """Muting a microphone from outside is seen by the server and by its owner."""
    muted = asyncio.Event()
    student.on("track_muted", lambda *_: muted.set())
    source = rtc.AudioSource(16_000, 1)
    track = rtc.LocalAudioTrack.create_audio_track("microphone", source)
    options = rtc.TrackPublishOptions(source=rtc.TrackSource.SOURCE_MICROPHONE)
    publication = await student.local_participant.publish_track(track, options)

    async with asyncio.timeout(WAIT_S):
        # The server lists a new track a moment after its publisher may use it.
        while "tracks" not in await api.participant(student.name, "emmy"):
            pass
    tracks = await api.mute_audio(student.name, "emmy", muted=True)

    assert [(entry["sid"], entry["muted"]) for entry in tracks] == [(publication.sid, True)]
    async with asyncio.timeout(WAIT_S):
        await muted.wait()
    await source.aclose()


async def test_who_publishes_nothing_cannot_be_muted(api: RoomApi, student: rtc.Room) -> None:
    """Muting someone silent is a usage error that names them."""
    with pytest.raises(UsageError, match="emmy publishes no sound"):
        await api.mute_audio(student.name, "emmy", muted=True)


async def test_removing_disconnects(api: RoomApi, student: rtc.Room) -> None:
    """A removed participant is told so and is no longer listed."""
    reasons: asyncio.Queue[int] = asyncio.Queue()
    student.on("disconnected", reasons.put_nowait)

    await api.remove_participant(student.name, "emmy")

    async with asyncio.timeout(WAIT_S):
        reason = await reasons.get()
    assert reason == rtc.DisconnectReason.PARTICIPANT_REMOVED


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"api_key": "APIother"}, "wrong_key"), ({"api_secret": Secret("x" * 40)}, "wrong_secret"), ({}, "expired")],
)
async def test_a_refused_student_is_told_why(
    livekit_server: RunningServer, changes: dict[str, Any], code: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """A token of another key, another secret or yesterday ends in a configuration error, and nothing repeats it."""
    server = replace(livekit_server.credentials, **changes)
    token = mint(server, Claims("emmy", join_grants("algebra")), now=None if changes else time.time() - 86_400)

    with pytest.raises(ConfigError) as caught:
        async with Participant(server.url, token, lambda _frame: None):
            pass

    assert caught.value.code == code
    assert "eyJ" not in caught.value.message
    assert capfd.readouterr().err == ""


async def test_a_student_finds_nobody() -> None:
    """A closed port ends in a LiveKit error that names the address."""
    with pytest.raises(LiveKitError, match=r"ws://127\.0\.0\.1:1"):
        async with Participant("ws://127.0.0.1:1", "e30.e30.e30", lambda _frame: None):
            pass
