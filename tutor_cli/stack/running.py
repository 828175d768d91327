"""A stack to work with: what `tutor up` runs, or the server the settings name, or one of our own for this command."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import AsyncIterator, Callable, Collection, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from tutor_cli.background import first_error
from tutor_cli.errors import TutorError
from tutor_cli.stack.binary import find_or_install
from tutor_cli.stack.children import Child, Children, owned_children
from tutor_cli.stack.health import answers, check_server, listens, server_token
from tutor_cli.stack.livekit_server import OWN, start_own_server
from tutor_cli.stack.logs import RunLogs
from tutor_cli.stack.parts import MODEL, SERVER, WORKER, Model, died, gemini, start_model, start_worker
from tutor_cli.stack.state import Running, read_running

if TYPE_CHECKING:
    from tutor_cli.settings import LiveKitServer, Settings

Say = Callable[[str], None]
Meanwhile = Callable[[], Coroutine[Any, Any, None]]
A = TypeVar("A")
B = TypeVar("B")

ROOM = frozenset({SERVER.name, MODEL.name, WORKER.name})
"""What a conversation in a room needs."""
DIRECT = frozenset({MODEL.name})
"""What a conversation without a room needs; with Gemini that is nothing."""


async def _nothing() -> None:
    return None


@dataclass(frozen=True)
class Stack:
    """The parts a command works with."""

    server: LiveKitServer | None
    """None where none was needed."""
    agent_name: str
    model: Model
    owned: bool
    """Whether some part was started for this command and ends with it."""
    children: Children = field(repr=False)

    def require_server(self) -> LiveKitServer:
        """Return the server of a stack that was asked for one."""
        if self.server is None:
            raise TutorError("no_server", "This stack was started without a LiveKit server.", "Report this.")
        return self.server

    @property
    def url(self) -> str:
        """The LiveKit server's address, empty without one."""
        return self.server.url if self.server else ""

    @property
    def engine(self) -> dict[str, Any]:
        """What hears, thinks and speaks, as the local model tells it."""
        return self.model.engine

    def own_room(self, room: str) -> None:
        """Have a room deleted when this command ends, however it ends; call it before the room exists."""
        # A server of our own takes its rooms with it.
        if self.server and self.server.origin != OWN:
            self.children.own_room(self.server.url, room, server_token(self.server, roomCreate=True))

    def disown_room(self, room: str) -> None:
        """Leave the room alone: it has been deleted, or is to stay."""
        self.children.disown_room(room)

    def own_directory(self, path: Path) -> None:
        """Have a directory removed when this command ends, however it ends; call it before the directory exists."""
        self.children.own_directory(path)


@contextlib.asynccontextmanager
async def running_stack(
    settings: Settings, say: Say, needs: Collection[str] = ROOM, meanwhile: Meanwhile = _nothing
) -> AsyncIterator[Stack]:
    """Give out a stack; what was started for it has ended when the block is left, or soon after a kill.

    `say` is told of what takes time; `meanwhile` is run where a model is waited for. Raises the TutorError of the part
    that cannot be had; when a part of ours that is among `needs` dies later, the block is cancelled and that part's
    error raised.
    """
    async with owned_children() as children:
        assembly = _Assembly(settings, say, children, meanwhile)
        stack = await assembly.stack(needs)
        async with _ended_by_loss(children, needs):
            yield stack


class _Assembly:
    """Decides, part by part, between one that runs already and one of our own."""

    def __init__(self, settings: Settings, say: Say, children: Children, meanwhile: Meanwhile) -> None:
        self._settings = settings
        self._say = say
        self._children = children
        self._meanwhile = meanwhile
        self._logs = RunLogs(settings.home.value)
        self._up: Running | None = None
        self._owned = False

    async def stack(self, needs: Collection[str]) -> Stack:
        self._up = read_running(self._settings.home.value)
        server, model = await in_parallel(
            self._server() if SERVER.name in needs else _nothing(), self._model(MODEL.name in needs)
        )
        agent_name = self._settings.agent_name.value
        if server is not None and WORKER.name in needs:
            agent_name = await self._worker(server, model)
        return Stack(server, agent_name, model, self._owned, self._children)

    async def _server(self) -> LiveKitServer:
        named = self._settings.server()
        if named is not None:
            await check_server(named)
            return named
        if self._up and await answers(self._up.url):
            return self._up.server
        log = self._logs.path(SERVER.name)
        binary = await find_or_install(self._settings, self._children, log, self._say)
        self._say(f"Starting {SERVER.name} ({binary.origin}) ...")
        self._owned = True
        config, _ = await start_own_server(self._children, binary.path, log)
        return config.server

    async def _model(self, needed: bool) -> Model:
        if self._settings.model.value == "gemini":
            return gemini(self._settings)
        if not needed:
            return Model("local")
        up = self._up
        if up and up.model_url and self._settings.voice_of("local") in ("", up.voice) and await listens(up.model_url):
            return Model("local", up.model_url, up.model_ca, up.engine)
        self._say("Starting the local model ...")
        self._owned = True
        starting = start_model(self._children, self._settings, self._logs.path(MODEL.name))
        (model, _), _ = await in_parallel(starting, self._meanwhile())
        return model

    async def _worker(self, server: LiveKitServer, model: Model) -> str:
        name = self._settings.agent_name.value
        up = self._up
        fits = up and server == up.server and (model.name, model.url) == (up.model, up.model_url)
        if up and fits and await answers(up.worker_health_url):
            return up.agent_name
        if server.origin != OWN:
            # On a server shared with others, a name of our own takes nobody's dispatches.
            name = f"{name}-{secrets.token_hex(4)}"
        self._say("Starting the agent worker ...")
        self._owned = True
        await start_worker(self._children, self._settings, server, name, model, self._logs.path(WORKER.name))
        return name


async def in_parallel(first: Coroutine[Any, Any, A], second: Coroutine[Any, Any, B]) -> tuple[A, B]:
    """Return both results; the first error ends the other and is raised as it is."""
    try:
        async with asyncio.TaskGroup() as tasks:
            one, two = tasks.create_task(first), tasks.create_task(second)
    except BaseExceptionGroup as group:
        raise first_error(group) from None
    return one.result(), two.result()


@contextlib.asynccontextmanager
async def _ended_by_loss(children: Children, needs: Collection[str]) -> AsyncIterator[None]:
    """Cancel the block as soon as a child it needs dies, and raise that child's error."""
    lost: list[Child] = []
    try:
        async with asyncio.timeout(None) as patience:

            def end(child: Child) -> None:
                if child.name in needs:
                    lost.append(child)
                    patience.reschedule(asyncio.get_running_loop().time())

            children.on_exit = end
            yield
    except TimeoutError:
        if not lost:
            raise
        raise died(lost[0]) from None
    finally:
        children.on_exit = None
