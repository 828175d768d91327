"""Lines to the tutor, however the settings say it is reached: through a room, or directly in this process.

`talk`, `replay` and `say` open their lines here; what has to run for them is found or started once and ended after.
"""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tutor_cli.errors import AgentError, ConfigError, LiveKitError, TutorError, UsageError
from tutor_cli.events import AgentLeft, ConnectionChanged, Event, Trouble
from tutor_cli.settings import Secret, Settings
from tutor_cli.transport import FrameSink, Transport

if TYPE_CHECKING:
    from tutor_cli.agent.config import Lesson
    from tutor_cli.room.api import RoomApi
    from tutor_cli.stack.running import Stack
    from tutor_cli.store.notebook import Notebook

STUDENT_IDENTITY = "student"
ROOM_TEMPLATE = "tutor-%x"

EMPTY_TIMEOUT_S = 30
DEPARTURE_TIMEOUT_S = 5
"""A room outlives its student no longer than this, should we not be there to delete it."""

Say = Callable[[str], None]
OpenLine = Callable[[FrameSink], AbstractAsyncContextManager[Transport]]


@dataclass(frozen=True)
class Lines:
    """An open way to the tutor; each call of `open` is a conversation of its own."""

    open: OpenLine
    transport: str
    model: str
    pipeline: str
    engine: dict[str, str] = field(default_factory=dict)


@asynccontextmanager
async def lines(settings: Settings, say: Say, *, room: str = "", audible: bool = True) -> AsyncIterator[Lines]:
    """Find or start what the settings ask for and yield lines through it; `say` is told what is going on.

    `room` names the room to meet in, else every line has a new one. A line that is not `audible` answers in text only.
    Settings with a ready-made token join the room it is for, where an agent has to be already.
    """
    _refuse_unbuilt(settings)
    async with _way(settings, say, room, audible=audible) as opened:
        yield opened


def _way(settings: Settings, say: Say, room: str, *, audible: bool) -> AbstractAsyncContextManager[Lines]:
    if settings.transport.value == "room" and settings.token.value:
        return _token_lines(settings, settings.token.value)
    if settings.model_notice:
        say(settings.model_notice)
    if settings.transport.value == "direct":
        return _direct_lines(settings, say, audible=audible)
    return _room_lines(settings, say, room, audible=audible)


def _refuse_unbuilt(settings: Settings) -> None:
    if settings.pipeline.value != "realtime":
        hint = "Use `--pipeline realtime`."
        raise UsageError("pipeline_unavailable", "The cascade pipeline is not available in this version.", hint)


@asynccontextmanager
async def _token_lines(settings: Settings, token: Secret) -> AsyncIterator[Lines]:
    from tutor_cli.room.participant import Participant

    url = settings.livekit_url.value
    if url is None:
        message = f"There is a token ({settings.token.origin}), but no server to join with it."
        raise ConfigError("token_without_url", message, "Set LIVEKIT_URL to the server the token is for.")

    def open_line(sink: FrameSink) -> AbstractAsyncContextManager[Transport]:
        return Participant(url, token.reveal(), sink)

    yield Lines(open_line, "room", settings.model.value, settings.pipeline.value)


@asynccontextmanager
async def _room_lines(settings: Settings, say: Say, room: str, *, audible: bool) -> AsyncIterator[Lines]:
    from tutor_cli.agent.config import Lesson
    from tutor_cli.stack.running import running_stack

    lesson = replace(Lesson.from_settings(settings), audible=audible)
    async with running_stack(settings, say, meanwhile=_load_participant) as stack:

        def open_line(sink: FrameSink) -> AbstractAsyncContextManager[Transport]:
            return room_line(stack, lesson, sink, room, settings.student.value)

        yield Lines(open_line, "room", settings.model.value, settings.pipeline.value, stack.engine)


async def _load_participant() -> None:
    """Import what a room takes."""
    import tutor_cli.room.participant  # noqa: F401


@asynccontextmanager
async def room_line(
    stack: Stack, lesson: Lesson, sink: FrameSink, room: str, student: str = STUDENT_IDENTITY
) -> AsyncIterator[Transport]:
    """Meet the tutor of a stack in a room of that name, or in a new one; the room is deleted in the end."""
    from tutor_cli.room.api import RoomApi
    from tutor_cli.room.names import expand_name
    from tutor_cli.room.participant import Participant
    from tutor_cli.room.token import Claims, join_grants, mint

    server, name, metadata = stack.require_server(), expand_name(room or ROOM_TEMPLATE), lesson.to_json()
    token = mint(server, Claims(student, join_grants(name)))
    async with RoomApi(server) as api, _own_room(stack, api, name):
        await api.create_room(
            name,
            agent_name=stack.agent_name,
            job_metadata=metadata,
            empty_timeout_s=EMPTY_TIMEOUT_S,
            departure_timeout_s=DEPARTURE_TIMEOUT_S,
        )

        async def redispatch() -> None:
            await api.dispatch_agent(name, stack.agent_name, metadata)

        async with Participant(server.url, token, sink, redispatch) as participant:
            yield participant


@asynccontextmanager
async def _own_room(stack: Stack, api: RoomApi, name: str) -> AsyncIterator[None]:
    """Delete the room in the end, also where this command is killed; where that fails, the keeper tries again."""
    stack.own_room(name)
    try:
        yield
    finally:
        # What ended the conversation is told, not that its room is gone already or its server too.
        with contextlib.suppress(TutorError):
            await api.delete_room(name)
            stack.disown_room(name)


@asynccontextmanager
async def _direct_lines(settings: Settings, say: Say, *, audible: bool) -> AsyncIterator[Lines]:
    from tutor_cli.stack.running import DIRECT, running_stack

    async with _notebook(settings, say) as notebook, running_stack(settings, say, DIRECT, _load_agent) as stack:
        from tutor_cli.agent.config import AgentConfig
        from tutor_cli.agent.direct import DirectSession
        from tutor_cli.agent.solver import Solver

        config = AgentConfig.from_settings(settings, stack.model.url, stack.model.ca_file)
        config = replace(config, lesson=replace(config.lesson, audible=audible))
        student = settings.student.value
        # Who types waits longer for rehearsals than for what they would save.
        with Solver(rehearse=audible) as solver:

            def open_line(sink: FrameSink) -> AbstractAsyncContextManager[Transport]:
                return DirectSession(config, solver, sink, notebook=notebook, student=student)

            yield Lines(open_line, "direct", settings.model.value, settings.pipeline.value, stack.engine)


async def _load_agent() -> None:
    """Import what a session takes; in this thread, the main one, where plugins want to be registered."""
    import tutor_cli.agent.direct  # noqa: F401


@asynccontextmanager
async def _notebook(settings: Settings, say: Say) -> AsyncIterator[Notebook | None]:
    """Open where lessons are kept, beside what else takes time to start; `say` is told where that fails."""
    from tutor_cli.agent.records import open_notebook

    notebook = open_notebook(settings.database(), say)
    try:
        yield notebook
    finally:
        if notebook:
            await notebook.aclose()


def refuse_loss(event: Event, before: Sequence[Event] = ()) -> None:
    """Raise the error of a conversation that this event ends: the tutor left, or the room is gone.

    Where the model had failed `before`, that is why the tutor left.
    """
    if isinstance(event, AgentLeft):
        if trouble := [earlier for earlier in before if isinstance(earlier, Trouble)]:
            raise trouble[-1].to_error()
        hint = "See the worker's log below the `home` of `tutor config show`, and start again."
        raise AgentError("agent_left", f"The tutor left in the middle of the conversation ({event.reason}).", hint)
    if isinstance(event, ConnectionChanged) and event.state == "disconnected":
        message = f"The connection to the room ended ({event.reason})."
        raise LiveKitError("livekit_lost", message, "Is the server still running (`tutor server status`)?")
