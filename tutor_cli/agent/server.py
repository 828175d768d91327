"""The worker: an ordinary livekit-agents `AgentServer`, importable as `server` by any runner of such workers.

`tutor agent start`, `tutor up` and `lk agent dev tutor_cli/agent/server.py` all run this one.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import os
from contextlib import AsyncExitStack
from dataclasses import replace
from importlib import import_module

from livekit.agents import AgentServer, AgentSession, CloseEvent, JobContext, JobProcess

from tutor_cli.agent.config import DEFAULT_AGENT_NAME, AgentConfig, Lesson
from tutor_cli.agent.observer import Emit
from tutor_cli.agent.outbox import Outbox
from tutor_cli.agent.publish import MathsPublisher
from tutor_cli.agent.records import Record, new_session, open_notebook
from tutor_cli.agent.session import create_session, create_tutor, room_options
from tutor_cli.agent.solver import Solver
from tutor_cli.agent.webhook import Webhook, payload
from tutor_cli.events import Event, MathsFound
from tutor_cli.settings import load
from tutor_cli.store.notebook import Notebook
from tutor_cli.transport import SessionClock

logger = logging.getLogger(__name__)

DRAIN_TIMEOUT_S = 30
INITIALIZE_TIMEOUT_S = 60.0
FULL_LOAD = 0.95

FIRST_TURN = "tutor_cli.agent.first_turn"
"""Job processes are forked from one that has imported it, where the system forks; elsewhere each imports it."""

# The library would load voice detectors of its own into that process, 250 MB that no session of ours uses.
os.environ.setdefault("LIVEKIT_AGENTS_PRELOAD_LOCAL_INFERENCE", "0")

MOST_SESSIONS = int(os.environ.get("TUTOR_MAX_SESSIONS") or 14 * (os.cpu_count() or 1))
"""Sessions this worker takes; about 14 fill a core with job processes."""


def load_in_jobs(server: AgentServer) -> float:
    """Return the worker's load as its share of sessions.

    The library's default is the machine's CPU load, with which a busy but able worker is passed over and the dispatch
    is lost without a word to anybody.
    """
    return min(FULL_LOAD, len(server.active_jobs) / MOST_SESSIONS)


def prepare_process(process: JobProcess) -> None:
    """Start the solver of a job process, and load what the first turn takes, before there is a job."""
    import_module(FIRST_TURN)
    process.userdata["solver"] = solver = Solver()
    solver.wait_until_ready()
    process.userdata["notebook"] = open_notebook(load().database(), logger.warning)
    # What is loaded by now stays: a full collection would look through it for 100 ms in the middle of a turn.
    gc.freeze()


server = AgentServer(
    load_fnc=load_in_jobs,
    load_threshold=FULL_LOAD,
    num_idle_processes=1,
    drain_timeout=DRAIN_TIMEOUT_S,
    initialize_process_timeout=INITIALIZE_TIMEOUT_S,
    setup_fnc=prepare_process,
    preload_modules=["tutor_cli.agent.server", "tutor_cli.store.recording", FIRST_TURN],
    host="127.0.0.1",
    port=0,
)


@server.rtc_session(agent_name=os.environ.get("LIVEKIT_AGENT_NAME") or DEFAULT_AGENT_NAME)
async def teach(ctx: JobContext) -> None:
    """Hold one conversation, until the pupil leaves or the room ends."""
    config = _session_config(ctx)
    session = create_session(config)
    closed = _closing(session)
    clock = SessionClock()
    async with AsyncExitStack() as stack:
        record = _recorded(stack, ctx, config, clock)
        emit = await _emitter(stack, ctx, config)
        tutor = create_tutor(config, session, ctx.proc.userdata["solver"], clock, emit, record)
        await session.start(tutor, room=ctx.room, room_options=room_options(audible=config.lesson.audible))
        try:
            record.end(await closed)
        except asyncio.CancelledError:
            record.end("cancelled")
            raise
    # An agent whose session has failed would stay in the room, deaf.
    ctx.shutdown("the session is closed")


def _session_config(ctx: JobContext) -> AgentConfig:
    config = AgentConfig.from_environment()
    lesson = Lesson.from_json(ctx.job.metadata, config.lesson)
    return replace(config, lesson=lesson)


def _recorded(stack: AsyncExitStack, ctx: JobContext, config: AgentConfig, clock: SessionClock) -> Record:
    """Return what keeps the session, in the notebook of this process, which ends with it as the process has one job."""
    notebook: Notebook | None = ctx.proc.userdata["notebook"]
    if notebook:
        stack.push_async_callback(notebook.aclose)
    kept = notebook if config.lesson.store else None
    return Record(kept, new_session(config, "room", ctx.room.name), lambda: _student(ctx), clock)


def _student(ctx: JobContext) -> str:
    """Return the identity of the pupil, empty before there is one."""
    return next(iter(ctx.room.remote_participants), "")


def _closing(session: AgentSession[None]) -> asyncio.Future[str]:
    """Return what becomes the reason for which the session is closed."""
    closed: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    def on_close(event: CloseEvent) -> None:
        if not closed.done():
            closed.set_result(event.reason.value)

    session.on("close", on_close)
    return closed


async def _emitter(stack: AsyncExitStack, ctx: JobContext, config: AgentConfig) -> Emit:
    maths: Outbox[Event] = await stack.enter_async_context(Outbox("tutor.math", MathsPublisher(ctx.room).deliver))
    posts = await _webhook(stack, config)

    def emit(event: Event) -> None:
        maths.put(event)
        if posts and isinstance(event, MathsFound):
            posts.put(payload(ctx.room.name, _student(ctx), event))

    return emit


async def _webhook(stack: AsyncExitStack, config: AgentConfig) -> Outbox[bytes] | None:
    if not config.webhook_url:
        return None
    import aiohttp

    http = await stack.enter_async_context(aiohttp.ClientSession())
    webhook = Webhook(http, config.webhook_url, config.webhook_secret)
    return await stack.enter_async_context(Outbox("webhook", webhook.deliver))
