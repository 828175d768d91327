"""Speech is found by counting frames: where it starts, where it ended, how loud it was."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sounds import silence, tone, write_sound
from tutor_cli.audio.speech import LONGEST_PAUSE_MS, SpeechMeter, scan
from tutor_cli.errors import BadInputError

SPEECH_DBFS = -20.0
SILENCE_DBFS = -80.0


def test_start_and_end_are_those_of_the_sound() -> None:
    """An utterance is dated by its audible frames, though its end is only sure after the pause."""
    meter = SpeechMeter()

    changes = [meter.push_level(level) for level in [SILENCE_DBFS] * 10 + [SPEECH_DBFS] * 20 + [SILENCE_DBFS] * 100]

    assert changes.index("started") == 10
    assert changes.index("ended") == 30 + LONGEST_PAUSE_MS // 10
    assert [(u.start_ms, u.end_ms, round(u.level_dbfs)) for u in meter.finished] == [(100, 300, -20)]


def test_a_short_pause_does_not_end_an_utterance() -> None:
    """Words are not utterances: a pause within the limit joins them."""
    meter = SpeechMeter()
    for level in [SPEECH_DBFS] * 10 + [SILENCE_DBFS] * (LONGEST_PAUSE_MS // 10) + [SPEECH_DBFS] * 10:
        meter.push_level(level)

    meter.close()

    assert len(meter.finished) == 1


@given(st.lists(st.floats(-120, 0), max_size=300))
def test_utterances_are_ordered_and_apart(levels: list[float]) -> None:
    """Whatever the levels, utterances follow each other with more than the pause between them."""
    meter = SpeechMeter()
    for level in levels:
        meter.push_level(level)
    meter.close()

    found = meter.finished
    assert all(utterance.start_ms < utterance.end_ms <= len(levels) * 10 for utterance in found)
    assert all(later.start_ms - earlier.end_ms >= LONGEST_PAUSE_MS for earlier, later in pairwise(found))


def test_scan_finds_two_utterances_above_noise(tmp_path: Path) -> None:
    """Noise thirty decibels below the voice counts as silence."""
    voice = np.concatenate([silence(0.5), tone(1.0), silence(1.2), tone(0.5), silence(0.5)])
    noise = np.random.default_rng(1).normal(0, 0.006, voice.size).astype(np.float32)

    found = scan(write_sound(tmp_path / "noisy.wav", voice + noise)).utterances

    assert [(round(u.start_ms, -2), round(u.end_ms, -2)) for u in found] == [(500, 1500), (2700, 3200)]


def test_scan_refuses_silence(tmp_path: Path) -> None:
    """A recording in which nothing can be heard is bad input."""
    with pytest.raises(BadInputError, match="silent"):
        scan(write_sound(tmp_path / "silent.wav", silence(1.0)))
