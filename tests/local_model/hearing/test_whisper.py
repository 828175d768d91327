"""The recogniser, with the real weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.local_model.samples import load_sample
from tutor_cli.local_model.hearing.weights import BASE, locate, locate_offline
from tutor_cli.local_model.hearing.whisper import ENGLISH, HINGLISH, Whisper, in_window, window_frames
from tutor_cli.maths.spoken import find_spans

if TYPE_CHECKING:
    from numpy.typing import NDArray


@given(st.integers(0, 4000))
def test_window(frames: int) -> None:
    """The window is between ten and thirty seconds and holds the utterance and a second more where it can."""
    window = window_frames(frames)
    assert 1000 <= window <= 3000
    assert window >= min(3000, frames + 100)


def test_in_window() -> None:
    """Features are padded to the window, not to thirty seconds."""
    assert in_window(np.zeros((80, 300), np.float32)).shape == (80, 1000)
    assert in_window(np.zeros((80, 3500), np.float32)).shape == (80, 3000)


def _noisy(samples: NDArray[np.int16], decibels: float) -> NDArray[np.int16]:
    """Return the samples with white noise so far below them."""
    loudness = float(np.sqrt(np.mean(samples.astype(np.float64) ** 2)))
    noise = np.random.default_rng(1).normal(0, loudness * 10 ** (-decibels / 20), len(samples))
    return np.clip(samples + noise, -32768, 32767).astype(np.int16)


@pytest.mark.speech
def test_recognise(monkeypatch: pytest.MonkeyPatch) -> None:
    """A spoken equation is heard, in noise too, silence is not, and the encoder is given eleven seconds at most."""
    whisper = Whisper(locate())
    frames: list[int] = []
    encode = whisper._model.encode

    def spy(features: NDArray[np.float32]) -> object:
        frames.append(features.shape[-1])
        return encode(features)

    monkeypatch.setattr(whisper._model, "encode", spy)
    heard = whisper.recognise(load_sample("two_x_plus_three"))
    assert heard.text == "2x plus 3 equals 11."
    assert heard.confidence > 0.5
    assert heard.others
    assert all(other.confidence <= heard.confidence for other in heard.others)
    assert max(frames) <= 1100
    assert whisper.recognise(np.zeros(16000, np.int16)).text == ""
    in_noise = whisper.recognise(_noisy(load_sample("two_x_plus_three"), 15))
    assert [span.latex for span in find_spans(in_noise.text)] == ["2x + 3 = 11"]


@pytest.mark.speech
def test_recognise_hindi() -> None:
    """Hindi is written in Latin letters and told from English."""
    weights = locate_offline(BASE)
    if weights is None:
        pytest.skip("the extra `hindi` is not installed")
    whisper = Whisper(weights, HINGLISH)
    samples = load_sample("do_x_plus_teen")
    heard = whisper.recognise(samples)
    assert (heard.text, heard.language) == ("do x plus teen barabar 11", "hi")
    assert whisper.in_manner(ENGLISH).recognise(load_sample("two_x_plus_three")).text == "2x plus 3 equals 11."
    assert whisper.share_of_english(samples) < 0.5 < whisper.share_of_english(load_sample("two_x_plus_three"))
