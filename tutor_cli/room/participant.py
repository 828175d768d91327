"""A student in a LiveKit room: publishes sound and text, and turns what happens there into events."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any, Self, get_args

from livekit import rtc

from tutor_cli.background import in_background
from tutor_cli.errors import AgentError
from tutor_cli.events import (
    AgentJoined,
    AgentLeft,
    AgentState,
    AgentStateName,
    ConnectionChanged,
    SessionEnded,
    Speaker,
    Transcript,
    Trouble,
)
from tutor_cli.room import wire
from tutor_cli.room.failures import join_failure
from tutor_cli.room.logs import quiet_livekit
from tutor_cli.room.streams import chunks
from tutor_cli.transport import FRAME_MS, STUDENT_RATE_HZ, TUTOR_RATE_HZ, EventQueue, FrameSink, SessionClock

CONNECT_TIMEOUT_S = 8.0
AGENT_TIMEOUT_S = 10.0

SOURCE_QUEUE_MS = 0
"""Frames come at the pace of sound already; a queue only adds its fill, 40 ms at 100, and a second at the default."""


class Participant:
    """A student in a room, as a `Transport`.

    `redispatch`, where given, is awaited once half way through the wait for an agent, to ask for one again: a worker
    that was busy at the first dispatch never hears of it a second time by itself.
    """

    def __init__(
        self,
        url: str,
        token: str,
        sink: FrameSink,
        redispatch: Callable[[], Awaitable[object]] | None = None,
        agent_timeout_s: float = AGENT_TIMEOUT_S,
    ) -> None:
        self.clock = SessionClock()
        self.events: EventQueue = EventQueue()
        self._url = url
        self._token = token
        self._sink = sink
        self._redispatch = redispatch
        self._agent_timeout_s = agent_timeout_s
        self._listening = False
        self._settled = asyncio.Event()
        """Set once the tutor listens, or has left because its model failed."""
        self._trouble: Trouble | None = None
        self._resources = AsyncExitStack()

    async def __aenter__(self) -> Self:
        """Join the room, publish a microphone track and wait until the tutor listens."""
        quiet_livekit()
        async with AsyncExitStack() as stack:
            self._tasks = await stack.enter_async_context(in_background())
            self._room = rtc.Room()
            self._watch(self._room)
            await self._connect()
            stack.push_async_callback(self._room.disconnect)
            await self._publish_microphone(stack)
            await self._wait_until_listening()
            self._resources = stack.pop_all()
        return self

    async def __aexit__(self, *error: object) -> None:
        """Leave the room and end everything that listened to it."""
        await self._resources.aclose()
        self.events.put_nowait(SessionEnded(self.clock.now_ms(), "left"))

    async def send_frame(self, frame: bytes) -> None:
        """Send 10 ms of mono PCM16 at 16 kHz."""
        samples = len(frame) // 2
        await self._source.capture_frame(rtc.AudioFrame(frame, STUDENT_RATE_HZ, 1, samples))

    async def send_text(self, text: str) -> None:
        """Send a typed turn on the chat topic, which the agent's session answers."""
        await self._room.local_participant.send_text(text, topic=wire.CHAT_TOPIC)

    async def _connect(self) -> None:
        try:
            async with asyncio.timeout(CONNECT_TIMEOUT_S):
                await self._room.connect(self._url, self._token, rtc.RoomOptions(connect_timeout=CONNECT_TIMEOUT_S))
        except TimeoutError as error:
            raise join_failure(self._url, f"no answer within {CONNECT_TIMEOUT_S:.0f} s.") from error
        except rtc.ConnectError as error:
            raise join_failure(self._url, str(error)) from error
        # An agent may have joined before us; for those who have, the library emits no event.
        for participant in self._room.remote_participants.values():
            self._on_participant(participant)

    async def _publish_microphone(self, stack: AsyncExitStack) -> None:
        self._source = rtc.AudioSource(STUDENT_RATE_HZ, 1, queue_size_ms=SOURCE_QUEUE_MS)
        stack.push_async_callback(self._source.aclose)
        track = rtc.LocalAudioTrack.create_audio_track("microphone", self._source)
        # Without discontinuous transmission the sound keeps flowing in silence, which ends the student's turn.
        options = rtc.TrackPublishOptions(source=rtc.TrackSource.SOURCE_MICROPHONE, dtx=False)
        await self._room.local_participant.publish_track(track, options)

    async def _wait_until_listening(self) -> None:
        for attempt in range(2):
            try:
                async with asyncio.timeout(self._agent_timeout_s / 2):
                    await self._settled.wait()
                    break
            except TimeoutError:
                if attempt == 0 and self._redispatch is not None and not self._agent_present():
                    await self._redispatch()
        if self._listening:
            return
        if self._trouble:
            raise self._trouble.to_error()
        state = "joined but never listened" if self._agent_present() else "did not join"
        message = f"The tutor {state} within {self._agent_timeout_s:.0f} s."
        raise AgentError("agent_missing", message, "Is a worker running (`tutor up`, `tutor agent start`)?")

    def _agent_present(self) -> bool:
        return any(_is_agent(participant) for participant in self._room.remote_participants.values())

    def _watch(self, room: rtc.Room) -> None:
        room.on("participant_connected", self._on_participant)
        room.on("participant_disconnected", self._on_participant_left)
        room.on("participant_attributes_changed", lambda _changed, participant: self._on_attributes(participant))
        room.on("track_subscribed", self._on_track)
        room.on("reconnecting", lambda: self._on_connection("reconnecting"))
        room.on("reconnected", lambda: self._on_connection("connected"))
        room.on("disconnected", lambda reason: self._on_connection("disconnected", rtc.DisconnectReason.Name(reason)))
        room.register_text_stream_handler(wire.TRANSCRIPTION_TOPIC, self._on_transcript)
        room.register_text_stream_handler(wire.MATHS_TOPIC, self._on_maths)
        room.register_byte_stream_handler(wire.SESSION_TOPIC, self._on_session_message)

    def _on_participant(self, participant: rtc.RemoteParticipant) -> None:
        if _is_agent(participant):
            self.events.put_nowait(AgentJoined(self.clock.now_ms(), participant.identity))
            self._on_attributes(participant)

    def _on_participant_left(self, participant: rtc.RemoteParticipant) -> None:
        if _is_agent(participant):
            self.events.put_nowait(AgentLeft(self.clock.now_ms(), _reason(participant)))
            if self._trouble:
                self._settled.set()

    def _on_attributes(self, participant: rtc.Participant) -> None:
        state = participant.attributes.get(wire.STATE_ATTRIBUTE, "")
        if not _is_agent(participant) or state not in get_args(AgentStateName):
            return
        self.events.put_nowait(AgentState(self.clock.now_ms(), state))  # type: ignore[arg-type]
        if state == "listening":
            self._listening = True
            self._settled.set()

    def _on_connection(self, state: Any, reason: str = "") -> None:
        self.events.put_nowait(ConnectionChanged(self.clock.now_ms(), state, reason))

    def _on_track(self, track: rtc.Track, _publication: object, _participant: object) -> None:
        if track.kind == rtc.TrackKind.KIND_AUDIO:
            self._tasks.create_task(self._receive_sound(track))

    async def _receive_sound(self, track: rtc.Track) -> None:
        stream = rtc.AudioStream(track, sample_rate=TUTOR_RATE_HZ, num_channels=1, frame_size_ms=FRAME_MS)
        try:
            async for event in stream:
                self._sink(bytes(event.frame.data))
        finally:
            await stream.aclose()

    def _on_transcript(self, reader: rtc.TextStreamReader, identity: str) -> None:
        self._tasks.create_task(self._receive_transcript(reader, identity))

    async def _receive_transcript(self, reader: rtc.TextStreamReader, identity: str) -> None:
        attributes = reader.info.attributes or {}
        segment_id = attributes.get(wire.SEGMENT_ATTRIBUTE, reader.info.stream_id)
        speaker: Speaker = "student" if identity == self._room.local_participant.identity else "tutor"
        # The tutor's words come in one stream that ends with the segment; the student's are sent anew at every
        # change, and only the attribute tells the last one.
        final = speaker == "tutor" or attributes.get(wire.FINAL_ATTRIBUTE, "true") == "true"
        text = ""
        with contextlib.suppress(rtc.StreamError):
            async for delta in chunks(reader, wire.LONGEST_TRANSCRIPT):
                text += delta
                self.events.put_nowait(Transcript(self.clock.now_ms(), segment_id, speaker, text, final=False))
        if final:
            self.events.put_nowait(Transcript(self.clock.now_ms(), segment_id, speaker, text, final=True))

    def _on_maths(self, reader: rtc.TextStreamReader, _identity: str) -> None:
        self._tasks.create_task(self._receive_maths(reader))

    async def _receive_maths(self, reader: rtc.TextStreamReader) -> None:
        with contextlib.suppress(rtc.StreamError):
            text = "".join([delta async for delta in chunks(reader, wire.LONGEST_MESSAGE)])
            if event := wire.maths_event(text, self.clock.now_ms()):
                self.events.put_nowait(event)

    def _on_session_message(self, reader: rtc.ByteStreamReader, _identity: str) -> None:
        self._tasks.create_task(self._receive_session_message(reader))

    async def _receive_session_message(self, reader: rtc.ByteStreamReader) -> None:
        with contextlib.suppress(rtc.StreamError):
            payload = b"".join([chunk async for chunk in chunks(reader, wire.LONGEST_MESSAGE)])
            for event in wire.session_events(payload, self.clock.now_ms()):
                self.events.put_nowait(event)
                if isinstance(event, Trouble):
                    self._trouble = event


def _reason(participant: rtc.RemoteParticipant) -> str:
    reason = participant.disconnect_reason
    return rtc.DisconnectReason.Name(reason) if reason else "UNKNOWN_REASON"


def _is_agent(participant: rtc.Participant) -> bool:
    return participant.kind == rtc.ParticipantKind.PARTICIPANT_KIND_AGENT
