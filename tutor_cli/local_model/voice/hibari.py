"""The English voice: hibari, a small neural model that comes inside its package and needs no network."""

from __future__ import annotations

import os
from collections.abc import Iterator

from tutor_cli.local_model.voice.port import to_pcm16, trimmed

# The noise in the voice is seeded, so that the same words always give the same samples.
_SEED = 0


class HibariVoice:
    """Voice `heart`, American English. The first sentence costs more than later ones: speak one at start."""

    name = "hibari heart"

    def __init__(self) -> None:
        from hibari import Hibari

        self._model = Hibari(threads=min(2, os.cpu_count() or 1))

    def speak(self, text: str, language: str = "en") -> Iterator[bytes]:
        """Yield one piece a sentence."""
        for sentence in self._model.stream(text, seed=_SEED):
            sound = trimmed(sentence)
            if len(sound):
                yield to_pcm16(sound)
