"""The voices that are installed."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Callable
from functools import cache

import numpy as np
import pytest

from tutor_cli.errors import MissingComponentError
from tutor_cli.local_model.voice import choose, espeak
from tutor_cli.local_model.voice.espeak import EspeakVoice
from tutor_cli.local_model.voice.hibari import HibariVoice
from tutor_cli.local_model.voice.port import BYTES_PER_SECOND, RATE_HZ, Voice

needs_espeak = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
needs_library = pytest.mark.skipif(
    importlib.util.find_spec("espeakng_loader") is None, reason="espeakng-loader is not installed"
)


@cache
def hibari() -> HibariVoice:
    """hibari, loaded once for all tests."""
    return HibariVoice()


def espeak_of_the_library() -> EspeakVoice:
    """espeak-ng as a library, even where the program is installed."""
    return EspeakVoice(espeak.Library())


def audible_from_ms(pcm: bytes) -> float:
    """Return where the sound becomes audible."""
    return float(np.argmax(np.abs(np.frombuffer(pcm, "<i2")) > 300)) * 1000 / RATE_HZ


@pytest.mark.speech
@pytest.mark.parametrize(
    "make",
    [
        hibari,
        pytest.param(EspeakVoice, marks=needs_espeak),
        pytest.param(espeak_of_the_library, marks=needs_library),
    ],
)
def test_voices_speak_at_once(make: Callable[[], Voice]) -> None:
    """A sentence takes about a second and begins within 50 ms of its samples."""
    pcm = b"".join(make().speak("The answer is four."))
    assert 0.7 < len(pcm) / BYTES_PER_SECOND < 3
    assert audible_from_ms(pcm) < 50


@pytest.mark.speech
def test_hibari_is_repeatable() -> None:
    """The same words are the same samples, and no words are none."""
    voice = hibari()
    assert list(voice.speak("The answer is four.")) == list(voice.speak("The answer is four."))
    assert list(voice.speak("")) == []


def test_espeak_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for and not installed, espeak-ng is an error with the way to install it."""
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(MissingComponentError, match="not installed") as error:
        choose.load("espeak")
    assert "apt install espeak-ng" in error.value.hint
