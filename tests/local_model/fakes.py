"""Engines that cost nothing: loud samples are speech, recognition and voice return what the test says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import numpy as np

from tutor_cli.local_model.engines import Engines
from tutor_cli.local_model.hearing.listener import RATE_HZ
from tutor_cli.local_model.hearing.whisper import Recognition
from tutor_cli.local_model.voice.port import BYTES_PER_SECOND
from tutor_cli.local_model.wire.client import AudioInput

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tutor_cli.local_model.thought import Mind


def speech(ms: int) -> NDArray[np.int16]:
    """Return samples that the fake detector takes for speech."""
    return np.full(RATE_HZ * ms // 1000, 1000, np.int16)


def silence(ms: int) -> NDArray[np.int16]:
    """Return samples of nothing."""
    return np.zeros(RATE_HZ * ms // 1000, np.int16)


def audio(*pieces: NDArray[np.int16]) -> AudioInput:
    """Return the client message that carries the pieces."""
    return AudioInput(np.concatenate(pieces).tobytes())


def loudness_vad(frame: NDArray[np.int16]) -> float:
    """Return 1 where most of the frame is loud."""
    return float(np.mean(frame != 0) > 0.5)


NOT_UNDERSTOOD = "?"


class FakeRecogniser:
    """Returns the texts in turn, the last one from then on, and counts the utterances.

    `NOT_UNDERSTOOD` stands for speech in a language that cannot be recognised.
    """

    name = "fake"

    def __init__(self, *texts: str) -> None:
        self._texts = texts or ("two plus two",)
        self.utterances: list[int] = []

    def recognise(self, samples: NDArray[np.int16], language: str = "auto") -> Recognition:
        """Return the next text."""
        self.utterances.append(len(samples))
        text = self._texts[min(len(self.utterances), len(self._texts)) - 1]
        return Recognition("", "hi", 0.0, understood=False) if text == NOT_UNDERSTOOD else Recognition(text)


class FakeVoice:
    """Speaks one second of sound for every text, and remembers the texts."""

    name = "fake"

    def __init__(self) -> None:
        self.spoken: list[tuple[str, str]] = []

    def speak(self, text: str, language: str = "en") -> Iterator[bytes]:
        """Yield one second."""
        self.spoken.append((text, language))
        yield b"\1\0" * (BYTES_PER_SECOND // 2)


def engines(make_mind: Callable[[], Mind], *texts: str) -> Engines:
    """Return fake engines whose recogniser returns the texts."""
    return Engines(FakeRecogniser(*texts), FakeVoice(), lambda: loudness_vad, make_mind)
