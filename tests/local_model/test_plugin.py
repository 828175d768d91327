"""The LiveKit plugin, unmodified, against the service over engines that cost nothing: the faults it must survive."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from tests.local_model.fakes import engines
from tests.local_model.plugin import plugin_session, said_in
from tutor_cli.local_model.faults import parse
from tutor_cli.local_model.scripted import ScriptedMind
from tutor_cli.local_model.server import running
from tutor_cli.local_model.thought import Action, CallTool, Say, Setup

pytestmark = pytest.mark.filterwarnings("ignore")


class Resumed(ScriptedMind):
    """Tells when a second connection goes on with it."""

    def __init__(self) -> None:
        super().__init__()
        self.resumed = asyncio.Event()

    def start(self, setup: Setup) -> list[Action]:
        """Note the setup."""
        if self.setups:
            self.resumed.set()
        return super().start(setup)


@asynccontextmanager
async def talking(mind: ScriptedMind, faults: str = "") -> AsyncIterator[Any]:
    """A session of the plugin with this mind."""
    parts = engines(lambda: mind)
    async with running(parts, faults=parse(faults)) as address, plugin_session(address.url, address.ca_file) as session:
        yield session
    parts.close()


async def ask(session: Any, instructions: str) -> str:
    """Ask for a reply and return what was said."""
    async with asyncio.timeout(10):
        return await said_in(await session.generate_reply(instructions=instructions))


async def test_replies() -> None:
    """The plugin's requests for a reply reach the mind as instructions, and its answers the plugin."""
    mind = ScriptedMind()
    async with talking(mind) as session:
        assert await ask(session, "Greet.") == "I heard: Greet."
        assert await ask(session, "Go on.") == "I heard: Go on."
    assert [(heard.text, heard.source) for heard in mind.heard] == [
        ("Greet.", "instruction"),
        ("Go on.", "instruction"),
    ]


async def test_tools() -> None:
    """A tool call reaches the agent's side, and its answer the mind."""
    mind = ScriptedMind([[CallTool("1", "solve", {"problem": "2x=4"})], [Say("Good.", "Good.")]])
    async with talking(mind) as session, asyncio.timeout(10):
        generation = await session.generate_reply(instructions="Solve.")
        call = await anext(aiter(generation.function_stream))
        assert (call.call_id, call.name, call.arguments) == ("1", "solve", '{"problem": "2x=4"}')


@pytest.mark.parametrize("fault", ["close_1011@1", "go_away=0@1"])
async def test_the_conversation_survives_a_reconnect(fault: str) -> None:
    """After a failure or a goodbye the plugin connects again and finds the same mind."""
    mind = Resumed()
    async with talking(mind, fault) as session:
        await ask(session, "One.")
        await asyncio.wait_for(mind.resumed.wait(), 10)
        assert await ask(session, "Two.") == "I heard: Two."
    assert [heard.text for heard in mind.heard] == ["One.", "Two."]
