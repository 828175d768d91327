"""The shape of the sound."""

from __future__ import annotations

import numpy as np

from tests.local_model.fakes import FakeVoice
from tutor_cli.local_model.voice.port import RATE_HZ, Polyglot, to_pcm16, trimmed


def test_trimmed() -> None:
    """Silence before speech is cut to 10 ms, silence after it to 250 ms."""
    sound = np.concatenate([np.zeros(RATE_HZ), np.full(RATE_HZ, 0.5), np.zeros(RATE_HZ)])
    assert len(trimmed(sound)) == RATE_HZ + RATE_HZ // 100 + RATE_HZ // 4 - 1
    assert len(trimmed(np.zeros(RATE_HZ))) == 0


def test_pcm16_is_clipped() -> None:
    """Samples beyond full scale do not wrap around."""
    assert np.frombuffer(to_pcm16(np.array([2.0, -2.0, 0.0])), "<i2").tolist() == [32767, -32767, 0]


def test_polyglot() -> None:
    """Each language has its voice, the others share the default."""
    english, hindi = FakeVoice(), FakeVoice()
    voice = Polyglot(english, {"hi": hindi})
    for text, language in [("a", "en"), ("b", "hi"), ("c", "fr")]:
        assert list(voice.speak(text, language))
    assert english.spoken == [("a", "en"), ("c", "fr")]
    assert hindi.spoken == [("b", "hi")]
