"""A worker on duty: running until it is told to stop, or started anew whenever its code changes."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tutor_cli
from tutor_cli.background import in_background
from tutor_cli.errors import LiveKitError, TutorError, UsageError
from tutor_cli.room.api import RoomApi
from tutor_cli.settings import Settings
from tutor_cli.stack.children import Child
from tutor_cli.stack.logs import RunLogs, tail
from tutor_cli.stack.parts import MODEL, SERVER, WORKER, died, start_worker
from tutor_cli.stack.running import Stack, running_stack

DRAIN_S = 32.0
"""The worker takes 30 s at most to finish its sentences."""
REPLACED_S = 1.0
"""How long a worker whose code has changed is given to end."""
QUOTED_LINES = 4
"""The end of a traceback: where it was, the line, what is wrong with it."""

NEEDS = frozenset({SERVER.name, MODEL.name})
Say = Callable[[str], None]


@dataclass(frozen=True)
class Duty:
    """What a worker did: under which name, for which LiveKit server, how often it was started anew."""

    agent_name: str
    url: str
    restarts: int = 0


async def work(settings: Settings, say: Say) -> Duty:
    """Run a worker until SIGINT or SIGTERM, which lets it finish; a second signal ends it at once.

    Raises AgentError where the worker dies by itself.
    """
    async with running_stack(settings, say, NEEDS) as stack:
        post = _Post(stack, settings, say)
        worker = await post.start(DRAIN_S)
        async with in_background(_raise_its_death(worker)):
            await _stop_at_signals().wait()
        say("Finishing the conversations under way; once more ends them now.")
        await stack.children.stop(worker)
        return Duty(post.agent_name, stack.url)


async def _raise_its_death(worker: Child) -> None:
    await asyncio.shield(worker.exit)
    raise died(worker)


async def work_on_changes(settings: Settings, watched: Sequence[Path], say: Say) -> Duty:
    """Run a worker and start it anew after every change below `watched`, until SIGINT or SIGTERM.

    Rooms whose agent was lost to a restart get a new one. When a change breaks the worker, or it dies, that is told
    with the end of its log, and the next change starts it again; only a worker that cannot start in the first place
    raises its TutorError. Without `watched`, our own package is watched.
    """
    import watchfiles

    paths = list(watched) or [Path(tutor_cli.__file__).parent]
    stopping = _stop_at_signals()
    async with running_stack(settings, say, NEEDS) as stack, in_background() as tasks:
        post = _Post(stack, settings, say)
        first = await post.start(REPLACED_S)
        tasks.create_task(post.watch(first))
        worker: Child | None = first
        restarts = 0
        async for changes in watchfiles.awatch(*paths, stop_event=stopping):
            say(f"{len(changes)} files changed; starting the worker anew ...")
            worker = await post.replace(worker)
            if worker is not None:
                restarts += 1
                tasks.create_task(post.watch(worker))
        return Duty(post.agent_name, stack.url, restarts)


class _Post:
    """Where a worker is on duty: its stack, its name, its log."""

    def __init__(self, stack: Stack, settings: Settings, say: Say) -> None:
        self.agent_name = settings.agent_name.value
        self._stack = stack
        self._settings = settings
        self._say = say
        self._log = RunLogs(settings.home.value).path(WORKER.name)

    async def start(self, grace_s: float) -> Child:
        """Start a worker; raise the TutorError of one that cannot start."""
        children, server = self._stack.children, self._stack.require_server()
        health_url, worker = await start_worker(
            children, self._settings, server, self.agent_name, self._stack.model, self._log, grace_s
        )
        self._say(
            f"Worker {self.agent_name!r} takes conversations of {server.url}; health: {health_url}, log: {self._log}"
        )
        return worker

    async def replace(self, worker: Child | None) -> Child | None:
        """Put a new worker in place of one, in its rooms too; None where the new one cannot start, which is told."""
        if worker is not None:
            await self._stack.children.stop(worker)
        try:
            new = await self.start(REPLACED_S)
        except TutorError as error:
            self._tell_of_breakage(error)
            return None
        with self._telling("No room has the new worker"):
            await self._return_to_rooms()
        return new

    async def watch(self, worker: Child) -> None:
        """Tell of a worker that dies by itself."""
        await asyncio.shield(worker.exit)
        if not worker.stopping:
            self._tell_of_breakage(died(worker))

    def _tell_of_breakage(self, error: TutorError) -> None:
        self._say(f"{error.message} {error.hint} It ends with: {tail(self._log, QUOTED_LINES)}")
        self._say("The next change starts it again.")

    async def _return_to_rooms(self) -> None:
        """Dispatch the agent again to the rooms it was in, once what the server still shows of it is gone."""
        async with RoomApi(self._stack.require_server()) as api:
            for room in await api.list_rooms():
                with self._telling(f"Room {room['name']!r} is without the new worker"):
                    await self._return_to(api, room["name"])

    @contextlib.contextmanager
    def _telling(self, what: str) -> Iterator[None]:
        """Tell of what LiveKit refused and go on: a room that closes meanwhile is no reason to leave the others."""
        try:
            yield
        except (LiveKitError, UsageError) as error:
            self._say(f"{what}: {error.message}")

    async def _return_to(self, api: RoomApi, room: str) -> None:
        for dispatch in await api.list_dispatches(room):
            if dispatch.get("agentName") == self.agent_name:
                await _dispatch_again(api, room, dispatch)


async def _dispatch_again(api: RoomApi, room: str, dispatch: dict[str, Any]) -> None:
    present = {participant["identity"] for participant in await api.list_participants(room)}
    jobs = dispatch.get("state", {}).get("jobs", [])
    for identity in present & {job.get("state", {}).get("participantIdentity", "") for job in jobs}:
        await api.remove_participant(room, identity)
    await api.delete_dispatch(room, dispatch["id"])
    await api.dispatch_agent(room, dispatch["agentName"], dispatch.get("metadata", ""))


def _stop_at_signals() -> asyncio.Event:
    """Return an event set by the first SIGINT or SIGTERM; the second one interrupts this command."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()

    def stop() -> None:
        stopping.set()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(number)

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop)
    return stopping
