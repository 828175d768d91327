"""The tutor without a room: the same session in this process, with sound handed over as frames."""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import AsyncExitStack
from typing import Self

from livekit import rtc
from livekit.agents import CloseEvent, CloseReason
from livekit.agents.voice import io
from livekit.agents.voice.transcription import TranscriptSynchronizer

from tutor_cli.agent.config import AgentConfig
from tutor_cli.agent.records import Record, new_session
from tutor_cli.agent.session import create_session, create_tutor
from tutor_cli.agent.solver import Solver
from tutor_cli.background import in_background
from tutor_cli.events import AgentLeft, SessionEnded, Transcript
from tutor_cli.store.notebook import Notebook
from tutor_cli.transport import (
    FRAME_MS,
    STUDENT_RATE_HZ,
    TUTOR_RATE_HZ,
    EventQueue,
    FrameSink,
    SessionClock,
    frame_bytes,
)

FRAME_BYTES = frame_bytes(TUTOR_RATE_HZ)
_NOWHERE = logging.NullHandler()


class DirectSession:
    """A session of the agent in this process, as a `Transport`.

    `student` is who is taught, kept in the notebook where there is one.
    """

    def __init__(
        self,
        config: AgentConfig,
        solver: Solver,
        sink: FrameSink,
        *,
        notebook: Notebook | None = None,
        student: str = "",
    ) -> None:
        self.clock = SessionClock()
        self.events: EventQueue = EventQueue()
        self._config = config
        self._solver = solver
        self._sink = sink
        self._microphone = FrameInput()
        self._record = Record(notebook, new_session(config, "direct"), lambda: student, self.clock)
        self._ending = "closed"
        self._resources = AsyncExitStack()

    async def __aenter__(self) -> Self:
        """Start the session."""
        # What the agent's library logs is for a worker's log; here it would be tracebacks between our own lines.
        logging.getLogger("livekit").addHandler(_NOWHERE)
        async with AsyncExitStack() as stack:
            self._session = create_session(self._config)
            self._session.on("close", self._on_close)
            self._session.input.audio = self._microphone
            await self._open_outputs(stack)
            emit, record = self.events.put_nowait, self._record
            tutor = create_tutor(self._config, self._session, self._solver, self.clock, emit, record)
            await self._session.start(tutor)
            stack.push_async_callback(self._session.aclose)
            self._resources = stack.pop_all()
        return self

    async def _open_outputs(self, stack: AsyncExitStack) -> None:
        words = TranscriptOutput(self.clock, self.events)
        if not self._config.lesson.audible:
            self._session.output.transcription = words
            return
        sound = await stack.enter_async_context(PacedOutput(self._sink))
        synchronizer = TranscriptSynchronizer(next_in_chain_audio=sound, next_in_chain_text=words)
        stack.push_async_callback(synchronizer.aclose)
        self._session.output.audio = synchronizer.audio_output
        self._session.output.transcription = synchronizer.text_output

    def _on_close(self, event: CloseEvent) -> None:
        # As in a room, which the agent leaves when its session has failed.
        if event.reason == CloseReason.ERROR:
            self._ending = event.reason.value
            self.events.put_nowait(AgentLeft(self.clock.now_ms(), event.reason.value))

    async def __aexit__(self, *error: object) -> None:
        """End the session."""
        await self._resources.aclose()
        self._record.end(self._ending)
        self.events.put_nowait(SessionEnded(self.clock.now_ms(), "closed"))

    async def send_frame(self, frame: bytes) -> None:
        """Hand over 10 ms of mono PCM16 at 16 kHz."""
        self._microphone.push(frame)

    async def send_text(self, text: str) -> None:
        """Say a typed turn, as the agent's room session does with a chat message."""
        await self._session.interrupt()
        self._session.generate_reply(user_input=text)


class FrameInput(io.AudioInput):
    """An input of the session that is pushed into."""

    def __init__(self) -> None:
        super().__init__(label="frames")
        self._frames: asyncio.Queue[rtc.AudioFrame] = asyncio.Queue()

    def push(self, frame: bytes) -> None:
        """Add a frame of mono PCM16 at 16 kHz."""
        self._frames.put_nowait(rtc.AudioFrame(frame, STUDENT_RATE_HZ, 1, len(frame) // 2))

    async def __anext__(self) -> rtc.AudioFrame:
        """Wait for the next frame."""
        return await self._frames.get()


class PacedOutput(io.AudioOutput):
    """An output that plays at real pace into a sink, silence between replies included, as a room would."""

    def __init__(self, sink: FrameSink) -> None:
        super().__init__(label="paced", capabilities=io.AudioOutputCapabilities(pause=False), sample_rate=TUTOR_RATE_HZ)
        self._sink = sink
        self._pending = bytearray()
        self._segment_bytes = 0
        self._flushed = False
        self._resources = AsyncExitStack()

    async def __aenter__(self) -> Self:
        """Start playing."""
        await self._resources.enter_async_context(in_background(self._play()))
        return self

    async def __aexit__(self, *error: object) -> None:
        """Stop playing."""
        await self._resources.aclose()

    async def capture_frame(self, frame: rtc.AudioFrame) -> None:
        """Take sound to play; it may come faster than real time."""
        await super().capture_frame(frame)
        if not self._segment_bytes:
            self.on_playback_started(created_at=time.time())
        self._pending += frame.data.cast("B")
        self._segment_bytes += len(frame.data) * 2
        self._flushed = False

    def flush(self) -> None:
        """Mark the end of what is said."""
        super().flush()
        self._flushed = True

    def clear_buffer(self) -> None:
        """Stop at once, as the pupil has begun to speak."""
        if self._segment_bytes:
            self._finish(interrupted=True)

    def _finish(self, *, interrupted: bool) -> None:
        played = self._segment_bytes - len(self._pending)
        self._pending.clear()
        self._segment_bytes = 0
        self.on_playback_finished(playback_position=played / (TUTOR_RATE_HZ * 2), interrupted=interrupted)

    async def _play(self) -> None:
        loop = asyncio.get_running_loop()
        due = loop.time()
        while True:
            self._sink(self._next_frame())
            due += FRAME_MS / 1000
            await asyncio.sleep(max(0.0, due - loop.time()))

    def _next_frame(self) -> bytes:
        frame = bytes(self._pending[:FRAME_BYTES]).ljust(FRAME_BYTES, b"\0")
        del self._pending[:FRAME_BYTES]
        if self._segment_bytes and self._flushed and not self._pending:
            self._finish(interrupted=False)
        return frame


class TranscriptOutput(io.TextOutput):
    """The tutor's words as they are spoken, as events."""

    def __init__(self, clock: SessionClock, events: EventQueue) -> None:
        super().__init__(label="transcript", next_in_chain=None)
        self._clock = clock
        self._events = events
        self._text = ""
        self._segment = 0

    async def capture_text(self, text: str) -> None:
        """Take the next words."""
        self._text += text
        self._tell(final=False)

    def flush(self) -> None:
        """End the segment."""
        if self._text:
            self._tell(final=True)
        self._text = ""
        self._segment += 1

    def _tell(self, *, final: bool) -> None:
        segment_id = f"tutor-{self._segment}"
        self._events.put_nowait(Transcript(self._clock.now_ms(), segment_id, "tutor", self._text, final))
