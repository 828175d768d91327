"""A stream of samples cut into utterances. No I/O and no clock: time is counted in samples.

    idle --speech for START_FRAMES--> speaking --silence for PAUSE_FRAMES--> paused --silence as the policy asks--> idle
                                          ^------------speech-------------|

In the pause recognition may already start; if the student speaks on, it is dropped.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tutor_cli.local_model.hearing.end_of_turn import EndOfTurn, Utterance

if TYPE_CHECKING:
    from numpy.typing import NDArray

RATE_HZ = 16_000
# The window of the Silero model at 16 kHz: 512 samples.
FRAME_SAMPLES = 512
FRAME_MS = FRAME_SAMPLES * 1000 // RATE_HZ

# Silero's own thresholds: speech begins at 0.5 and goes on down to 0.35.
START_PROBABILITY, STAY_PROBABILITY = 0.5, 0.35
# A click is shorter than three frames; a pause inside a word is shorter than three.
START_FRAMES = 3
# Two are enough where both are clearly speech: on 60 recordings that is 16 ms sooner, and clicks, coughs, hum and hiss
# start no more than they do with three.
CLEAR_PROBABILITY, CLEAR_FRAMES = 0.8, 2
PAUSE_FRAMES = 3
# What is kept from before speech was certain, so that no soft consonant is lost.
PREROLL_FRAMES = 20
# Of a pause inside the utterance so much is kept on either side: at a longer silence Whisper stops listening.
KEPT_PAUSE_FRAMES = 4
# Whisper hears thirty seconds at once; nobody asks a longer question.
LONGEST_FRAMES = 28_000 // FRAME_MS

Vad = Callable[["NDArray[np.int16]"], float]


@dataclass(frozen=True)
class SpeechStarted:
    """The student began to speak."""


@dataclass(frozen=True)
class SpeechPaused:
    """The student fell silent, perhaps for good; `samples` is everything said so far."""

    samples: NDArray[np.int16]


@dataclass(frozen=True)
class SpeechResumed:
    """The student spoke on: the last pause was none."""


@dataclass(frozen=True)
class SpeechEnded:
    """The utterance is finished, `silence_ms` after its last sound."""

    samples: NDArray[np.int16]
    silence_ms: int


ListenerEvent = SpeechStarted | SpeechPaused | SpeechResumed | SpeechEnded


class Listener:
    """Finds utterances in 16 kHz mono PCM16; `vad` gives the probability of speech in 512 samples."""

    def __init__(self, vad: Vad, policy: EndOfTurn) -> None:
        self._vad = vad
        self._policy = policy
        self._rest = np.zeros(0, np.int16)
        self._preroll: deque[NDArray[np.int16]] = deque(maxlen=PREROLL_FRAMES)
        self._speech: list[NDArray[np.int16]] = []
        self._loud_frames = self._clear_frames = 0
        self._silent_frames = 0
        self._text: str | None = None

    @property
    def speaking(self) -> bool:
        """Whether an utterance is open."""
        return bool(self._speech)

    def feed(self, samples: NDArray[np.int16]) -> list[ListenerEvent]:
        """Take the next samples, any number, and return what happened."""
        self._rest = np.concatenate([self._rest, samples])
        whole = len(self._rest) // FRAME_SAMPLES * FRAME_SAMPLES
        frames, self._rest = self._rest[:whole].reshape(-1, FRAME_SAMPLES), self._rest[whole:]
        return [event for frame in frames for event in self._hear(frame)]

    def recognised(self, text: str) -> list[ListenerEvent]:
        """Take the text of the present pause; it may end the turn at once."""
        self._text = text
        return self._end_if_silent_enough()

    def flush(self) -> list[ListenerEvent]:
        """Close the open utterance, if any: nothing more will come."""
        return self._end() if self.speaking else []

    def _hear(self, frame: NDArray[np.int16]) -> list[ListenerEvent]:
        probability = self._vad(frame)
        return self._hear_speech(frame, probability) if self.speaking else self._hear_idle(frame, probability)

    def _hear_idle(self, frame: NDArray[np.int16], probability: float) -> list[ListenerEvent]:
        self._preroll.append(frame)
        self._loud_frames = self._loud_frames + 1 if probability >= START_PROBABILITY else 0
        self._clear_frames = self._clear_frames + 1 if probability >= CLEAR_PROBABILITY else 0
        if self._loud_frames < START_FRAMES and self._clear_frames < CLEAR_FRAMES:
            return []
        self._speech = list(self._preroll)
        self._silent_frames = 0
        return [SpeechStarted()]

    def _hear_speech(self, frame: NDArray[np.int16], probability: float) -> list[ListenerEvent]:
        self._speech.append(frame)
        if len(self._speech) >= LONGEST_FRAMES:
            return self._end()
        if probability >= STAY_PROBABILITY:
            return self._go_on()
        self._silent_frames += 1
        if self._silent_frames == PAUSE_FRAMES:
            return [SpeechPaused(np.concatenate(self._speech))]
        return self._end_if_silent_enough()

    def _go_on(self) -> list[ListenerEvent]:
        was_paused = self._silent_frames >= PAUSE_FRAMES
        self._shorten_pause()
        self._silent_frames = 0
        self._text = None
        return [SpeechResumed()] if was_paused else []

    def _shorten_pause(self) -> None:
        """Drop the middle of the silence before the last frame, if it was a long one."""
        pause = len(self._speech) - 1 - self._silent_frames
        start, end = pause + KEPT_PAUSE_FRAMES, len(self._speech) - 1 - KEPT_PAUSE_FRAMES
        if start < end:
            del self._speech[start:end]

    def _end_if_silent_enough(self) -> list[ListenerEvent]:
        if self._silent_frames < PAUSE_FRAMES:
            return []
        utterance = Utterance(np.concatenate(self._speech), self._text)
        return self._end() if self._silent_frames * FRAME_MS >= self._policy.silence_ms(utterance) else []

    def _end(self) -> list[ListenerEvent]:
        event = SpeechEnded(np.concatenate(self._speech), self._silent_frames * FRAME_MS)
        self._speech = []
        self._preroll.clear()
        self._loud_frames = self._clear_frames = self._silent_frames = 0
        self._text = None
        return [event]


class ManualListener:
    """The same for a client that detects speech itself: everything between its two marks is the utterance."""

    def __init__(self) -> None:
        self._speech: list[NDArray[np.int16]] | None = None
        self._samples = 0

    def start(self) -> list[ListenerEvent]:
        """Open an utterance."""
        self._speech = []
        self._samples = 0
        return [SpeechStarted()]

    def feed(self, samples: NDArray[np.int16]) -> list[ListenerEvent]:
        """Keep the samples of the open utterance, up to the longest one."""
        if self._speech is not None:
            room = LONGEST_FRAMES * FRAME_SAMPLES - self._samples
            self._speech.append(samples[:room])
            self._samples += len(self._speech[-1])
        return []

    def flush(self) -> list[ListenerEvent]:
        """Close the open utterance, if any."""
        speech, self._speech = self._speech, None
        return [SpeechEnded(np.concatenate(speech), 0)] if speech else []
