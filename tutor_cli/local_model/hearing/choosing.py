"""Which reading of an utterance to take: the likeliest by its sound and by the sense it makes, of one or two models."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from tutor_cli.local_model.hearing.completeness import is_unfinished
from tutor_cli.local_model.hearing.whisper import Recognition

# How much sense a text makes: 0 where it could well have been said, else below, as a natural logarithm of likelihood.
Sense = Callable[[str], float]

# Measured with tiny.en on clean speech in ten voices: 0.65 and more of 29 English utterances in 30, 0.65 and less of
# 19 Hindi ones in 20.
CONFIDENT = 0.65
# The ends of a text are tokens as well; the rest has about one for each word.
_TOKENS_AROUND = 2
_IMPOSSIBLE = 1e-9


def no_sense(text: str) -> float:
    """Take any text for as sensible as any other."""
    return 0.0


def is_clear(heard: Recognition, sense: Sense) -> bool:
    """Tell whether a reading needs no second opinion: it is confident, sensible and whole."""
    return heard.confidence >= CONFIDENT and sense(heard.text) >= 0 and not is_unfinished(heard.text)


def likeliest(opinions: Sequence[Recognition], sense: Sense) -> Recognition:
    """Return the reading, of all that the models offer, that sound and sense together speak for most."""
    readings = [reading for heard in opinions for reading in (heard, *heard.others) if reading.text]
    return max(readings, key=lambda reading: _likelihood(reading, sense), default=opinions[0])


def _likelihood(reading: Recognition, sense: Sense) -> float:
    """Return the log likelihood of a token: confidence is one already, sense is one of the whole text."""
    tokens = len(reading.text.split()) + _TOKENS_AROUND
    return math.log(max(reading.confidence, _IMPOSSIBLE)) + sense(reading.text) / tokens
