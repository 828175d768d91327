"""What `tutor up` does: run the parts, tell other commands where they are, start again what dies."""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tutor_cli.errors import TutorError
from tutor_cli.stack.binary import find_or_install
from tutor_cli.stack.children import Child, Children, owned_children
from tutor_cli.stack.health import check_server
from tutor_cli.stack.livekit_server import ServerConfig, Wanted, start_own_server, start_server
from tutor_cli.stack.logs import RunLogs
from tutor_cli.stack.parts import MODEL, PARTS, SERVER, WORKER, Model, died, gemini, start_model, start_worker
from tutor_cli.stack.running import in_parallel
from tutor_cli.stack.state import Running, only_up, write_running

if TYPE_CHECKING:
    from tutor_cli.settings import LiveKitServer, Settings

# A part that dies is started again after these pauses, the last of them from then on.
BACK_OFF_S = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
# After so long without a death a part has recovered, and its next pause is the first one.
RECOVERED_S = 60.0


@dataclass(frozen=True)
class Row:
    """How one part is; `state` is `starting`, `ready`, `restarting` or `used` (somebody else runs it)."""

    part: str
    state: str
    detail: str = ""


Show = Callable[[Row], None]


@contextlib.asynccontextmanager
async def up(settings: Settings, show: Show, port: int | None = None) -> AsyncIterator[Up]:
    """Start every part and tell other commands of them; all has ended when the block is left.

    Raises UsageError where another `tutor up` lives, and the TutorError of a part that cannot be had.
    """
    with only_up(settings.home.value):
        async with owned_children() as children:
            parts = Up(settings, children, show)
            await parts.start(port)
            yield parts


class Up:
    """The parts, and what keeps them running."""

    def __init__(self, settings: Settings, children: Children, show: Show) -> None:
        self._settings = settings
        self._children = children
        self._show = show
        self._logs = RunLogs(settings.home.value)
        self._back_off = BackOff()
        self._current: dict[str, Child] = {}
        self._exits: asyncio.Queue[Child] = asyncio.Queue()
        self._agent_name = settings.agent_name.value
        self._server: LiveKitServer
        self._own_server: tuple[Path, ServerConfig] | None = None
        self._model: Model

    async def start(self, port: int | None) -> None:
        """Start every part for the first time, the local model beside the server."""
        self._children.on_exit = self._exits.put_nowait
        for part in PARTS.values():
            self._show(Row(part.name, "starting"))
        await in_parallel(self._find_server(port), self._start_model())
        await self._start_worker()

    async def keep(self) -> None:
        """Start again what dies, for ever."""
        while True:
            child = await self._exits.get()
            # One that was replaced, or whose start failed and is tried again elsewhere, is not the current one.
            if self._current.get(child.name) is child:
                await self._restart(child.name, died(child).message)
                if child.name == MODEL.name:
                    await self._replace_worker()

    async def _replace_worker(self) -> None:
        """Give the model's new address and certificate to a new worker; one is told of them only when it starts."""
        await self._children.stop(self._current[WORKER.name])
        await self._restart(WORKER.name, "The local model is a new one.")

    async def _restart(self, name: str, reason: str) -> None:
        starts = {SERVER.name: self._start_server, MODEL.name: self._start_model, WORKER.name: self._start_worker}
        while True:
            pause_s = self._back_off.next_s(name)
            self._show(Row(name, "restarting", f"in {pause_s:g} s. {reason}"))
            await asyncio.sleep(pause_s)
            try:
                return await starts[name]()
            except TutorError as error:
                reason = error.message

    async def _find_server(self, port: int | None) -> None:
        named = self._settings.server()
        if named is not None:
            await check_server(named)
            # On a server shared with others, a name of our own takes nobody's dispatches.
            self._agent_name += f"-{secrets.token_hex(4)}"
            self._server = named
            self._show(Row(SERVER.name, "used", f"{named.url} ({named.origin})"))
            return
        log = self._logs.path(SERVER.name)
        binary = await find_or_install(self._settings, self._children, log, self._say_of_server)
        config, child = await start_own_server(self._children, binary.path, log, Wanted(port))
        self._server, self._own_server = config.server, (binary.path, config)
        self._is_ready(child, config.url)

    def _say_of_server(self, line: str) -> None:
        self._show(Row(SERVER.name, "starting", line))

    async def _start_server(self) -> None:
        assert self._own_server is not None  # noqa: S101  # a server of others is not ours to start
        path, config = self._own_server
        child = await start_server(self._children, path, config, self._logs.path(SERVER.name))
        self._is_ready(child, config.url)

    async def _start_model(self) -> None:
        if self._settings.model.value == "gemini":
            self._model = gemini(self._settings)
            self._show(Row(MODEL.name, "used", self._settings.gemini_model.value))
            return
        self._model, child = await start_model(self._children, self._settings, self._logs.path(MODEL.name))
        engine = self._model.engine
        self._is_ready(child, ", ".join(str(engine[what]) for what in ("stt", "tts") if what in engine))

    async def _start_worker(self) -> None:
        log, name = self._logs.path(WORKER.name), self._agent_name
        health, child = await start_worker(self._children, self._settings, self._server, name, self._model, log)
        self._is_ready(child, f"agent {name}")
        self._tell(health)

    def _is_ready(self, child: Child, detail: str) -> None:
        self._current[child.name] = child
        self._show(Row(child.name, "ready", detail))

    def _tell(self, worker_health_url: str) -> None:
        server, model = self._server, self._model
        running = Running(
            url=server.url,
            api_key=server.api_key,
            api_secret=server.api_secret.reveal(),
            agent_name=self._agent_name,
            model=model.name,
            model_url=model.url,
            model_ca=model.ca_file,
            voice=self._settings.voice_of("local"),
            engine=model.engine,
            worker_health_url=worker_health_url,
            pids={"up": os.getpid(), **{name: child.pid for name, child in self._current.items()}},
        )
        write_running(self._settings.home.value, running)


class BackOff:
    """How long to wait before the next start of each part, by the clock that never jumps."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._deaths: dict[str, tuple[int, float]] = {}

    def next_s(self, name: str) -> float:
        """Count a death and return the seconds to wait."""
        count, last = self._deaths.get(name, (0, 0.0))
        now = self._clock()
        count = 0 if now - last > RECOVERED_S else count
        self._deaths[name] = (count + 1, now)
        return BACK_OFF_S[min(count, len(BACK_OFF_S) - 1)]
