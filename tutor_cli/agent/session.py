"""One conversation: the session of livekit-agents, our tutor in it, and where its events go."""

from __future__ import annotations

from livekit.agents import AgentSession
from livekit.agents.voice import room_io

from tutor_cli.agent.config import AgentConfig
from tutor_cli.agent.model import realtime_model
from tutor_cli.agent.observer import Emit, SessionObserver
from tutor_cli.agent.records import Record
from tutor_cli.agent.solver import Solver
from tutor_cli.agent.tools import ToolBox
from tutor_cli.agent.tutor import Tutor
from tutor_cli.events import Event
from tutor_cli.transport import STUDENT_RATE_HZ, SessionClock

INPUT_FRAME_MS = 10
"""What the model takes; the default of 24 kHz and 50 ms costs a resampler and 20 to 50 ms of every turn."""

MOST_TOOL_STEPS = 6
"""A worked problem takes solve, whiteboard and sometimes a check; the library's default of 3 is too short."""


def room_options(*, audible: bool) -> room_io.RoomOptions:
    """Return how a session is wired to a room; a tutor that is not `audible` writes without waiting for its voice."""
    audio_input = room_io.AudioInputOptions(sample_rate=STUDENT_RATE_HZ, frame_size_ms=INPUT_FRAME_MS)
    return room_io.RoomOptions(audio_input=audio_input, audio_output=audible)


def create_session(config: AgentConfig) -> AgentSession[None]:
    """Return a session on the configured model.

    The model finds the turns itself, so no voice detector of our own runs; echo is cancelled at the microphone, so the
    pupil may interrupt from the first word.
    """
    return AgentSession(
        llm=realtime_model(config),
        vad=None,
        turn_handling={"turn_detection": "realtime_llm", "interruption": {"resume_false_interruption": False}},
        max_tool_steps=MOST_TOOL_STEPS,
        aec_warmup_duration=None,
        user_away_timeout=None,
    )


def create_tutor(
    config: AgentConfig,
    session: AgentSession[None],
    solver: Solver,
    clock: SessionClock,
    emit: Emit,
    record: Record,
) -> Tutor:
    """Return the agent for a session, with everything that happens there going to `emit` and into the record."""

    def tell(event: Event) -> None:
        emit(event)
        record.put(event)

    SessionObserver(session, clock, tell, config.lesson.language)
    return Tutor(config.lesson, ToolBox(solver, config.lesson.language, clock, tell, record.recall))
