"""English and Hindi at once: which recogniser an utterance is for, found out as cheaply as the answer allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tutor_cli.local_model.hearing.whisper import Recogniser, Recognition

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Measured with tiny.en: English in five voices 0.71 to 0.97, Hindi in three 0.26 to 0.52.
CONFIDENTLY_ENGLISH = 0.62
# Below this the English text of what may be Hindi is not worth an answer.
GARBLED = 0.52
# Measured with base: 0.82 and more of English, 0.06 and less of Hindi.
LIKELY_ENGLISH = 0.5


class HindiRecogniser(Recogniser, Protocol):
    """A recogniser of Hindi whose model also tells English from other languages."""

    def share_of_english(self, samples: NDArray[np.int16]) -> float:
        """Return the probability that 16 kHz PCM16 samples are English."""


class Bilingual:
    """Recognises by the language of the lesson; in `auto`, Hindi costs time only where English does not fit.

    Without a recogniser of Hindi, what does not sound English is reported as not understood.
    """

    def __init__(self, english: Recogniser, hindi: HindiRecogniser | None) -> None:
        self.name = " + ".join(recogniser.name for recogniser in (english, hindi) if recogniser)
        self._english = english
        self._hindi = hindi

    def recognise(self, samples: NDArray[np.int16], language: str = "auto") -> Recognition:
        """Return the words in the samples, in English letters whichever language they are in."""
        if language == "hi":
            return self._hindi.recognise(samples, "hi") if self._hindi else _not_understood()
        heard = self._english.recognise(samples, "en")
        if language == "en" or not heard.text or heard.confidence >= CONFIDENTLY_ENGLISH:
            return heard
        if self._hindi is None:
            return heard if heard.confidence >= GARBLED else _not_understood()
        if self._hindi.share_of_english(samples) >= LIKELY_ENGLISH:
            return heard
        return self._hindi.recognise(samples, "hi")


def _not_understood() -> Recognition:
    return Recognition("", "hi", 0.0, understood=False)
