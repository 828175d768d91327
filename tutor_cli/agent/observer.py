"""What happens in an AgentSession, told as our events."""

from __future__ import annotations

from collections.abc import Callable

from livekit.agents import (
    AgentSession,
    AgentStateChangedEvent,
    ConversationItemAddedEvent,
    ErrorEvent,
    FunctionToolsExecutedEvent,
    UserInputTranscribedEvent,
)
from livekit.agents.llm import ChatMessage

from tutor_cli.agent.transcripts import find_maths
from tutor_cli.events import AgentState, Event, Interrupted, MathsFound, Speaker, ToolUsed, Transcript, Trouble
from tutor_cli.transport import SessionClock

Emit = Callable[[Event], None]


class SessionObserver:
    """Listens to a session and emits events: states, the student's words, typed ones too, maths, tools and trouble.

    The tutor's words are told by the session's transcript output, as they are spoken. `language` helps to read the
    maths in what was said.
    """

    def __init__(self, session: AgentSession[None], clock: SessionClock, emit: Emit, language: str) -> None:
        self._clock = clock
        self._emit = emit
        self._language = language
        self._utterance = 0
        session.on("agent_state_changed", self._on_state)
        session.on("user_input_transcribed", self._on_student)
        session.on("conversation_item_added", self._on_item)
        session.on("function_tools_executed", self._on_tools)
        session.on("error", self._on_error)

    def _on_state(self, event: AgentStateChangedEvent) -> None:
        self._emit(AgentState(self._clock.now_ms(), event.new_state))

    def _on_student(self, event: UserInputTranscribedEvent) -> None:
        segment_id = event.item_id or f"student-{self._utterance}"
        self._emit(Transcript(self._clock.now_ms(), segment_id, "student", event.transcript, event.is_final))
        if event.is_final:
            self._utterance += 1
            self._emit_maths(segment_id, "student", event.transcript)

    def _on_item(self, event: ConversationItemAddedEvent) -> None:
        item = event.item
        if not isinstance(item, ChatMessage) or not item.text_content:
            return
        if item.role == "assistant":
            self._on_tutor(item, item.text_content)
        # Livekit-agents gives a confidence to what was spoken, which has been transcribed already.
        elif item.role == "user" and item.transcript_confidence is None:
            self._on_typed(item.id, item.text_content)

    def _on_tutor(self, item: ChatMessage, text: str) -> None:
        self._emit_maths(item.id, "tutor", text)
        if item.interrupted:
            self._emit(Interrupted(self._clock.now_ms(), text))

    def _on_typed(self, segment_id: str, text: str) -> None:
        self._emit(Transcript(self._clock.now_ms(), segment_id, "student", text, final=True))
        self._emit_maths(segment_id, "student", text)

    def _emit_maths(self, segment_id: str, speaker: Speaker, text: str) -> None:
        spans = find_maths(text, self._language)
        self._emit(MathsFound(self._clock.now_ms(), segment_id, speaker, text, spans))

    def _on_tools(self, event: FunctionToolsExecutedEvent) -> None:
        for call, output in event.zipped():
            self._emit(ToolUsed(self._clock.now_ms(), call.name, call.arguments, output.output))

    def _on_error(self, event: ErrorEvent) -> None:
        cause = getattr(event.error, "error", event.error)
        message = f"The model failed: {type(cause).__name__}: {cause}"
        self._emit(Trouble(self._clock.now_ms(), "model_error", message))
