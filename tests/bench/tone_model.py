"""Engines that take no time: speech is what is loud, recognition knows at once, and the voice is a tone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.sounds import pcm16, tone
from tutor_cli.local_model.engines import Engines
from tutor_cli.local_model.hearing.end_of_turn import SilenceRule
from tutor_cli.local_model.hearing.whisper import Recognition
from tutor_cli.local_model.scripted import ScriptedMind

SILENCE_MS = 192
"""Six frames of the listener."""

LOUD = 500.0


class InstantRecogniser:
    """Hears the same words in everything."""

    name = "instant"

    def recognise(self, samples: NDArray[np.int16], language: str = "auto") -> Recognition:
        """Return the words without looking."""
        return Recognition("one plus one", "en", 1.0)


class ToneVoice:
    """Says everything with one second of a tone."""

    name = "tone"

    def speak(self, text: str, language: str = "en") -> Iterator[bytes]:
        """Yield the tone at once."""
        yield pcm16(tone(1.0, 24_000))


def tone_engines() -> Engines:
    """Return the engines; a turn ends after 192 ms of silence."""
    return Engines(InstantRecogniser(), ToneVoice(), lambda: _loudness, ScriptedMind, policy=SilenceRule(SILENCE_MS))


def _loudness(samples: NDArray[Any]) -> float:
    return float(np.sqrt(np.mean(np.square(samples, dtype=np.float64))) > LOUD)
