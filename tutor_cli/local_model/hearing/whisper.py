"""Whisper through faster-whisper, tuned for short spoken maths."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from tutor_cli.local_model.hearing.listener import RATE_HZ
from tutor_cli.local_model.hearing.text import clean

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tutor_cli.local_model.hearing.weights import Weights

# Whisper's encoder was trained on 30 s windows, and the library pads every utterance to that. Ten seconds cost a
# quarter of the time at the same accuracy; four make the decoder loop.
SHORTEST_WINDOW_FRAMES = 1000
LONGEST_WINDOW_FRAMES = 3000
FRAMES_PER_SECOND = 100

# Words of the trade in natural sentences. Compounds ("4ac") and rare homophones ("tan") must stay out: the decoder
# puts them where they were not said.
MATHS_PROMPT = (
    "A maths lesson. Solve 3y squared minus 8y equals 1. Differentiate x cubed times cosine x. "
    "Integrate 1 over x from 0 to pi. What is two thirds minus one half? The hypotenuse of a right triangle. "
    "Log base 10 of x. Simplify, factor, expand."
)


@dataclass(frozen=True)
class Recognition:
    """The words of an utterance, their language (ISO 639-1) and how sure the recogniser is, from 0 to 1."""

    text: str
    language: str = "en"
    confidence: float = 1.0


class Recogniser(Protocol):
    """Turns an utterance into words; called in a worker thread, one utterance at a time."""

    name: str

    def recognise(self, samples: NDArray[np.int16]) -> Recognition:
        """Return the words in 16 kHz mono PCM16 samples, empty text where there are none."""


class Whisper:
    """faster-whisper with int8 weights on the CPU."""

    def __init__(self, weights: Weights) -> None:
        import faster_whisper.transcribe

        faster_whisper.transcribe.pad_or_trim = pad_or_trim
        self.name = weights.name
        self._model = faster_whisper.transcribe.WhisperModel(
            str(weights.path),
            device="cpu",
            compute_type="int8",
            cpu_threads=min(4, os.cpu_count() or 1),
            local_files_only=True,
        )

    def recognise(self, samples: NDArray[np.int16]) -> Recognition:
        """Return the words in the samples."""
        seconds = len(samples) / RATE_HZ
        segments, _ = self._model.transcribe(
            samples.astype(np.float32) / 32768,
            language="en",
            beam_size=5,
            temperature=0.0,
            repetition_penalty=1.05,
            initial_prompt=MATHS_PROMPT,
            without_timestamps=True,
            condition_on_previous_text=False,
            max_new_tokens=int(8 * seconds) + 8,
        )
        heard = list(segments)
        return Recognition(clean(" ".join(segment.text for segment in heard), seconds), "en", _confidence(heard))


def window_frames(frames: int) -> int:
    """Return how many mel frames the encoder is given for this many of speech: ten seconds, or all and one second."""
    whole_seconds = -(-frames // FRAMES_PER_SECOND) * FRAMES_PER_SECOND
    return min(LONGEST_WINDOW_FRAMES, max(SHORTEST_WINDOW_FRAMES, whole_seconds + FRAMES_PER_SECOND))


def pad_or_trim(array: NDArray[Any], length: int = LONGEST_WINDOW_FRAMES, *, axis: int = -1) -> NDArray[Any]:
    """Stand in for faster-whisper's function of this name, with a window that fits the utterance."""
    from faster_whisper.audio import pad_or_trim as original

    padded: NDArray[Any] = original(array, min(length, window_frames(array.shape[axis])), axis=axis)
    return padded


def _confidence(segments: list[Any]) -> float:
    if not segments:
        return 0.0
    return math.exp(min(0.0, float(np.mean([segment.avg_logprob for segment in segments]))))
