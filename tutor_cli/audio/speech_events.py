"""The sound of one side of a conversation, told as events."""

from __future__ import annotations

from collections.abc import Callable

from tutor_cli.audio.speech import SpeechMeter, Utterance
from tutor_cli.events import Event, Speaker, SpeechEnded, SpeechStarted
from tutor_cli.transport import FRAME_MS


class SpeechEvents:
    """Turns one speaker's frames into `SpeechStarted` and `SpeechEnded`.

    `emit` takes the events; `now_ms` is the session's clock, read when a frame is sent or arrives. An end is told late
    (the pause has to pass) but dated to the last audible frame.
    """

    def __init__(
        self, speaker: Speaker, now_ms: Callable[[], int], emit: Callable[[Event], None], meter: SpeechMeter
    ) -> None:
        self._speaker = speaker
        self._now_ms = now_ms
        self._emit = emit
        self._meter = meter
        self._started_at_ms = 0

    def push(self, frame: bytes) -> None:
        """Take one 10 ms frame of mono PCM16."""
        change = self._meter.push(frame)
        if change == "started":
            self._started_at_ms = self._now_ms() - FRAME_MS
            self._emit(SpeechStarted(self._started_at_ms, self._speaker))
        elif change == "ended":
            self._tell_end(self._meter.finished[-1])

    def close(self) -> None:
        """End an utterance that is still under way."""
        utterance = self._meter.close()
        if utterance:
            self._tell_end(utterance)

    def _tell_end(self, utterance: Utterance) -> None:
        duration_ms = utterance.end_ms - utterance.start_ms
        ended_at_ms = self._started_at_ms + duration_ms
        self._emit(SpeechEnded(ended_at_ms, self._speaker, duration_ms, round(utterance.level_dbfs, 1)))
