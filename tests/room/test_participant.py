"""A student in a real room: what peers send, and an agent that fails before the student hears of it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from livekit import rtc
from livekit.protocol.agent_pb import agent_session

from tutor_cli.errors import AgentError, ModelError
from tutor_cli.events import Event, Transcript, Whiteboard
from tutor_cli.room import wire
from tutor_cli.room.names import expand
from tutor_cli.room.participant import Participant
from tutor_cli.room.token import Claims, join_grants, mint

if TYPE_CHECKING:
    from tests.livekit_server import RunningServer

pytestmark = pytest.mark.room

WAIT_S = 10.0


@pytest.fixture(name="name")
def _name() -> str:
    return expand("participant-%x")


def _token(server: RunningServer, room: str, identity: str, kind: str = "") -> str:
    grants = join_grants(room, agent=kind == "agent", canUpdateOwnMetadata=True)
    return mint(server.credentials, Claims(identity, grants, kind=kind))


@asynccontextmanager
async def _peer(server: RunningServer, room: str, kind: str = "agent") -> AsyncIterator[rtc.Room]:
    """Be somebody else in the room."""
    peer = rtc.Room()
    async with asyncio.timeout(WAIT_S):
        await peer.connect(server.url, _token(server, room, f"peer-{kind}", kind))
    try:
        yield peer
    finally:
        await peer.disconnect()


def _student(server: RunningServer, room: str, agent_timeout_s: float = WAIT_S) -> Participant:
    token = _token(server, room, "student")
    return Participant(server.url, token, lambda _frame: None, agent_timeout_s=agent_timeout_s)


async def _listen(peer: rtc.Room) -> None:
    await peer.local_participant.set_attributes({wire.STATE_ATTRIBUTE: "listening"})


async def _next(student: Participant, kind: type[Event]) -> Event:
    async with asyncio.timeout(WAIT_S):
        while not isinstance(event := await student.events.get(), kind):
            pass
        return event


async def test_messages_without_measure(livekit_server: RunningServer, name: str) -> None:
    """Messages longer than any of good will are dropped on every topic, and what comes after them arrives."""
    board = {"problem": "2x = 8", "steps": [], "answer": "x = 4", "verified": True}
    too_long = json.dumps({"whiteboard": {**board, "problem": "x" * wire.LONGEST_MESSAGE}})
    async with _peer(livekit_server, name) as peer:
        await _listen(peer)
        async with _student(livekit_server, name) as student:
            sender = peer.local_participant
            await sender.send_text(too_long, topic=wire.MATHS_TOPIC)
            await sender.send_text("x" * wire.LONGEST_MESSAGE, topic=wire.TRANSCRIPTION_TOPIC)
            writer = await sender.stream_bytes("session", topic=wire.SESSION_TOPIC)
            await writer.write(b"\0" * 2 * wire.LONGEST_MESSAGE)
            await writer.aclose()
            await sender.send_text(json.dumps({"whiteboard": board}), topic=wire.MATHS_TOPIC)

            seen = await _next(student, Whiteboard)
            said = _words(student)

    assert seen == Whiteboard(seen.at_ms, "2x = 8", (), "x = 4", True)
    assert len(said) <= wire.LONGEST_TRANSCRIPT


def _words(student: Participant) -> str:
    events = []
    while not student.events.empty():
        events.append(student.events.get_nowait())
    return max((event.text for event in events if isinstance(event, Transcript)), key=len, default="")


async def test_a_model_that_failed_before_the_tutor_listened(livekit_server: RunningServer, name: str) -> None:
    """A tutor that tells of its model's failure and leaves is an error of the model, and nobody waits for longer."""
    message = agent_session.AgentSessionMessage()
    message.event.error.message = "quota"

    async def fail() -> None:
        async with _peer(livekit_server, name) as peer:
            somebody = asyncio.Event()
            peer.on("track_published", lambda *_: somebody.set())
            tasks.create_task(join())
            async with asyncio.timeout(WAIT_S):
                await somebody.wait()
            writer = await peer.local_participant.stream_bytes("session", topic=wire.SESSION_TOPIC)
            await writer.write(message.SerializeToString())
            await writer.aclose()

    async def join() -> None:
        with pytest.raises(ModelError, match="quota"):
            async with _student(livekit_server, name, agent_timeout_s=600):
                pass

    async with asyncio.TaskGroup() as tasks, asyncio.timeout(2 * WAIT_S):
        await fail()


async def test_nobody_listens(livekit_server: RunningServer, name: str) -> None:
    """Without a tutor that listens, joining ends with an error that says which of the two was missing."""
    with pytest.raises(AgentError, match="did not join"):
        async with _student(livekit_server, name, agent_timeout_s=0.2):
            pass
    async with _peer(livekit_server, name):
        with pytest.raises(AgentError, match="never listened"):
            async with _student(livekit_server, name, agent_timeout_s=0.2):
                pass
