"""English and Hindi at once: which recogniser an utterance is for, found out as cheaply as the answer allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tutor_cli.local_model.hearing.choosing import Sense, is_clear, likeliest, no_sense
from tutor_cli.local_model.hearing.whisper import Recogniser, Recognition

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Below this the English text of what may be Hindi is not worth an answer.
GARBLED = 0.52
# Measured with base: 0.82 and more of English sentences, 0.06 and less of 19 Hindi utterances in 20. Between them are
# lone words of English and sentences in which the two are mixed.
LIKELY_ENGLISH, LIKELY_HINDI = 0.5, 0.1
# The language of a lesson that may be in either, after the student has spoken one of them.
PROBABLY_ENGLISH, PROBABLY_HINDI = "auto-en", "auto-hi"


class HindiRecogniser(Recogniser, Protocol):
    """A recogniser of Hindi whose model also tells English from other languages."""

    def share_of_english(self, samples: NDArray[np.int16]) -> float:
        """Return the probability that 16 kHz PCM16 samples are English."""


class Bilingual:
    """Recognises by the language of the lesson; in `auto`, Hindi costs time only where English does not fit.

    `second` is asked for English that the first recogniser is not sure of, or that makes no `sense`. Without a
    recogniser of Hindi, what does not sound English is reported as not understood.
    """

    def __init__(
        self,
        english: Recogniser,
        hindi: HindiRecogniser | None = None,
        second: Recogniser | None = None,
        sense: Sense = no_sense,
    ) -> None:
        self.name = " + ".join(recogniser.name for recogniser in (english, hindi) if recogniser)
        self._english = english
        self._hindi = hindi
        self._second = second
        self._sense = sense

    def recognise(self, samples: NDArray[np.int16], language: str = "auto") -> Recognition:
        """Return the words in the samples, in English letters whichever language they are in."""
        if language == "hi":
            return self._hindi.recognise(samples, "hi") if self._hindi else _not_understood()
        if language == PROBABLY_HINDI and self._share_of_english(samples) < LIKELY_ENGLISH:
            return self.recognise(samples, "hi")
        heard = self._english.recognise(samples, "en")
        if not heard.text or is_clear(heard, self._sense):
            return heard
        if language != "en" and self._hindi is None:
            return likeliest([heard], self._sense) if heard.confidence >= GARBLED else _not_understood()
        share = 1.0 if language == "en" else self._share_of_english(samples)
        if share < LIKELY_HINDI:
            return self.recognise(samples, "hi")
        second = [self._second.recognise(samples, "en")] if self._second else []
        chosen = likeliest([heard, *second], self._sense)
        undecided = share < LIKELY_ENGLISH and language != PROBABLY_ENGLISH
        return self.recognise(samples, "hi") if undecided and not is_clear(chosen, self._sense) else chosen

    def _share_of_english(self, samples: NDArray[np.int16]) -> float:
        return self._hindi.share_of_english(samples) if self._hindi else 1.0


def _not_understood() -> Recognition:
    return Recognition("", "hi", 0.0, understood=False)
