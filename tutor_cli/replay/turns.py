"""The turns of a conversation, made from its events."""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tutor_cli.audio.levels import SILENT_DBFS, to_level_dbfs
from tutor_cli.events import (
    Event,
    Interrupted,
    MathsFound,
    Speaker,
    SpeechEnded,
    SpeechStarted,
    ToolUsed,
    Transcript,
    Whiteboard,
)

BARGE_IN_MS = 1_500
"""A tutor that stops within this time of the student's first sound stopped because of it."""

LATE_MS = 500
"""The transcript and the maths of a reply arrive at most this long after its last sound."""


@dataclass(frozen=True)
class Turn:
    """One utterance of the student and what came of it.

    `gap_ms` is the time from the student's last audible frame to the reply's first, both as heard at the client; None
    where the tutor never spoke or had begun before. `reply_dbfs` is the level of the audible reply.
    """

    heard: str = ""
    heard_math: tuple[str, ...] = ()
    reply: str = ""
    reply_math: tuple[str, ...] = ()
    tools: tuple[ToolUsed, ...] = ()
    whiteboards: tuple[Whiteboard, ...] = ()
    gap_ms: int | None = None
    reply_seconds: float = 0.0
    reply_dbfs: float = SILENT_DBFS
    interrupted: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Return the turn as the replay report has it."""
        return {
            "heard": self.heard,
            "heard_math": list(self.heard_math),
            "reply": self.reply,
            "reply_math": list(self.reply_math),
            "tools": [_tool(used) for used in self.tools],
            "gap_ms": self.gap_ms,
            "reply_seconds": self.reply_seconds,
            "reply_dbfs": self.reply_dbfs,
            "interrupted": self.interrupted,
        }


def _tool(used: ToolUsed) -> dict[str, Any]:
    return {"name": used.name, "arguments": _json_or_text(used.arguments), "result": _json_or_text(used.result)}


def _json_or_text(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


@dataclass
class _Window:
    """The events from one utterance of the student until the next; `cut_short` where that one broke off the reply."""

    events: list[Event] = field(default_factory=list)
    cut_short: bool = False

    def of(self, kind: type[Any], speaker: Speaker | None = None) -> list[Any]:
        found = [event for event in self.events if isinstance(event, kind)]
        return [event for event in found if speaker is None or event.speaker == speaker]


def turns(events: Iterable[Event]) -> list[Turn]:
    """Return a turn for every utterance of the student; what comes before the first belongs to none."""
    return [_turn(window) for window in _windows(sorted(events, key=lambda event: event.at_ms))]


def _windows(events: list[Event]) -> list[_Window]:
    """Cut the events at the student's utterances; the end of a reply that one broke off still belongs to the reply."""
    starts = [event.at_ms for event in events if isinstance(event, SpeechStarted) and event.speaker == "student"]
    reply_ends = [_end_of_reply(start, events) for start in starts]
    windows = [_Window() for _ in starts]
    for event in events:
        index = bisect_right(starts if _is_students(event) else reply_ends, event.at_ms) - 1
        if index >= 0:
            windows[index].events.append(event)
    for window, start, end in zip(windows, starts[1:], reply_ends[1:], strict=False):
        window.cut_short = end > start
    return windows


def _end_of_reply(start_ms: int, events: list[Event]) -> int:
    """Return until when the tutor's events belong to the turn before the utterance that starts at `start_ms`."""
    for event in events:
        if isinstance(event, SpeechEnded) and event.speaker == "tutor":
            began_ms = event.at_ms - event.duration_ms
            if began_ms < start_ms < event.at_ms < start_ms + BARGE_IN_MS:
                return event.at_ms + LATE_MS
    return start_ms


def _is_students(event: Event) -> bool:
    return getattr(event, "speaker", "tutor") == "student"


def _turn(window: _Window) -> Turn:
    replies: list[SpeechEnded] = window.of(SpeechEnded, "tutor")
    return Turn(
        heard=_text(window, "student"),
        heard_math=_maths(window, "student"),
        reply=_text(window, "tutor"),
        reply_math=_maths(window, "tutor"),
        tools=tuple(window.of(ToolUsed)),
        whiteboards=tuple(window.of(Whiteboard)),
        gap_ms=_gap_ms(window),
        reply_seconds=sum(reply.duration_ms for reply in replies) / 1000,
        reply_dbfs=_level_dbfs(replies),
        interrupted=window.cut_short or bool(window.of(Interrupted)),
    )


def _text(window: _Window, speaker: Speaker) -> str:
    """Return what was said, segment by segment; the last transcript of a segment is the one that counts."""
    segments: dict[str, str] = {}
    for transcript in window.of(Transcript, speaker):
        segments[transcript.segment_id] = transcript.text.strip()
    return " ".join(text for text in segments.values() if text)


def _maths(window: _Window, speaker: Speaker) -> tuple[str, ...]:
    return tuple(span.latex for found in window.of(MathsFound, speaker) for span in found.spans)


def _gap_ms(window: _Window) -> int | None:
    ended = [event.at_ms for event in window.of(SpeechEnded, "student")]
    started = [event.at_ms for event in window.of(SpeechStarted, "tutor") if ended and event.at_ms >= ended[-1]]
    return started[0] - ended[-1] if started else None


def _level_dbfs(replies: list[SpeechEnded]) -> float:
    total_ms = sum(reply.duration_ms for reply in replies)
    if not total_ms:
        return SILENT_DBFS
    energy = math.fsum(10 ** (reply.level_dbfs / 10) * reply.duration_ms for reply in replies)
    return round(to_level_dbfs(energy / total_ms), 1)
