"""A worker on duty: running until it is told to stop, or started anew whenever its code changes."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import tutor_cli
from tutor_cli.room.api import RoomApi
from tutor_cli.settings import Settings
from tutor_cli.stack.children import Child
from tutor_cli.stack.logs import RunLogs
from tutor_cli.stack.parts import MODEL, SERVER, WORKER, start_worker
from tutor_cli.stack.running import Stack, running_stack

DRAIN_S = 32.0
"""The worker takes 30 s at most to finish its sentences."""

Say = Callable[[str], None]


async def work(settings: Settings, say: Say) -> None:
    """Run a worker until SIGINT or SIGTERM, which lets it finish; a second signal ends it at once.

    Raises AgentError where the worker dies by itself.
    """
    async with running_stack(settings, say, {SERVER.name, MODEL.name}) as stack:
        worker = await _start(stack, settings, say, DRAIN_S)
        await _stop_at_signals().wait()
        say("Finishing the conversations under way; once more ends them now.")
        await stack.children.stop(worker)


async def work_on_changes(settings: Settings, watched: Sequence[Path], say: Say) -> None:
    """Run a worker and start it anew after every change below `watched`, until SIGINT or SIGTERM.

    Rooms whose agent was lost to a restart get a new one. Without `watched`, our own package is watched.
    """
    import watchfiles

    paths = list(watched) or [Path(tutor_cli.__file__).parent]
    stopping = _stop_at_signals()
    async with running_stack(settings, say, {SERVER.name, MODEL.name}) as stack:
        worker = await _start(stack, settings, say, grace_s=1.0)
        async for changes in watchfiles.awatch(*paths, stop_event=stopping):
            say(f"{len(changes)} files changed; starting the worker anew ...")
            await stack.children.stop(worker)
            worker = await _start(stack, settings, say, grace_s=1.0)
            await _return_to_rooms(stack, settings.agent_name.value)


async def _start(stack: Stack, settings: Settings, say: Say, grace_s: float) -> Child:
    log = RunLogs(settings.home.value).path(WORKER.name)
    server, name = stack.require_server(), settings.agent_name.value
    health_url, worker = await start_worker(stack.children, settings, server, name, stack.model, log, grace_s)
    say(f"Worker {name!r} takes conversations of {server.url}; health: {health_url}, log: {log}")
    return worker


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


async def _return_to_rooms(stack: Stack, agent_name: str) -> None:
    """Dispatch the agent again to the rooms it was in, once what the server still shows of it is gone."""
    async with RoomApi(stack.require_server()) as api:
        for room in await api.list_rooms():
            mine = [row for row in await api.list_dispatches(room["name"]) if row.get("agentName") == agent_name]
            for dispatch in mine:
                await _dispatch_again(api, room["name"], dispatch)


async def _dispatch_again(api: RoomApi, room: str, dispatch: dict[str, Any]) -> None:
    present = {participant["identity"] for participant in await api.list_participants(room)}
    jobs = dispatch.get("state", {}).get("jobs", [])
    for identity in present & {job.get("state", {}).get("participantIdentity", "") for job in jobs}:
        await api.remove_participant(room, identity)
    await api.delete_dispatch(room, dispatch["id"])
    await api.dispatch_agent(room, dispatch["agentName"], dispatch.get("metadata", ""))
