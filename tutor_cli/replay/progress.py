"""When a replayed conversation is over: a pure reducer over its events."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tutor_cli.events import AgentState, Event, SpeechEnded, SpeechStarted, ToolUsed, Transcript

SETTLE_MS = 500
"""How long a tutor that is done stays done; late transcripts and maths arrive in this time."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What is known of the conversation so far; times are ms since its start."""

    student_ended_ms: int = 0
    tutor_started_ms: int = -1
    tutor_audible: bool = False
    tutor_listens: bool = True
    last_activity_ms: int = 0

    @property
    def answered(self) -> bool:
        """Whether the tutor has spoken since the student's last word."""
        return self.tutor_started_ms > self.student_ended_ms

    def is_over(self, now_ms: int, response_timeout_ms: int) -> bool:
        """Tell whether nothing more is to be expected: the tutor answered and is done, or stays silent too long."""
        quiet_ms = now_ms - self.last_activity_ms
        done = self.answered and not self.tutor_audible and self.tutor_listens
        return quiet_ms > (SETTLE_MS if done else response_timeout_ms)


def reduce(progress: Progress, event: Event) -> Progress:
    """Return the progress after one more event."""
    match event:
        case SpeechEnded(at_ms, "student"):
            return replace(progress, student_ended_ms=at_ms, last_activity_ms=max(at_ms, progress.last_activity_ms))
        case SpeechStarted(at_ms, "tutor"):
            return replace(progress, tutor_started_ms=at_ms, tutor_audible=True, last_activity_ms=at_ms)
        case SpeechEnded(at_ms, "tutor"):
            return replace(progress, tutor_audible=False, last_activity_ms=max(at_ms, progress.last_activity_ms))
        case AgentState(at_ms, state):
            return replace(progress, tutor_listens=state == "listening", last_activity_ms=at_ms)
        case Transcript(at_ms) | ToolUsed(at_ms):
            return replace(progress, last_activity_ms=at_ms)
    return progress
