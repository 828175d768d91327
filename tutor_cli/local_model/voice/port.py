"""What a voice is, and the shape of its sound: mono PCM16, little endian, 24 kHz."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

RATE_HZ = 24_000
BYTES_PER_SECOND = 2 * RATE_HZ

# Softer than this (-46 dBFS) is not speech: before it only delays the answer, after it only holds the floor.
_AUDIBLE = 0.005
_LEAD_IN_SAMPLES = RATE_HZ // 100
_LEAD_OUT_SAMPLES = RATE_HZ // 4


class Voice(Protocol):
    """Speaks words. Called in a worker thread, one text at a time; whoever iterates may stop at any piece."""

    name: str

    def speak(self, text: str, language: str = "en") -> Iterator[bytes]:
        """Yield the sound of the text in pieces, each as soon as it is ready."""


class Polyglot:
    """A voice for each language (ISO 639-1); `default` speaks the others."""

    def __init__(self, default: Voice, others: Mapping[str, Voice]) -> None:
        self.name = " + ".join(dict.fromkeys(voice.name for voice in (default, *others.values())))
        self._default = default
        self._others = dict(others)

    def speak(self, text: str, language: str = "en") -> Iterator[bytes]:
        """Yield the sound of the text in the voice of the language."""
        return self._others.get(language, self._default).speak(text, language)


def to_pcm16(sound: NDArray[np.floating[Any]]) -> bytes:
    """Return samples in -1..1 as PCM16."""
    return bytes((np.clip(sound, -1.0, 1.0) * 32767).astype("<i2").tobytes())


def trimmed(sound: NDArray[np.floating[Any]]) -> NDArray[np.floating[Any]]:
    """Return the sound from 10 ms before its first audible sample to 250 ms after its last; nothing of silence."""
    audible = np.flatnonzero(np.abs(sound) > _AUDIBLE)
    if not len(audible):
        return sound[:0]
    return sound[max(0, audible[0] - _LEAD_IN_SAMPLES) : audible[-1] + _LEAD_OUT_SAMPLES]
