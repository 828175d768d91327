"""Any rate becomes 16 kHz."""

from __future__ import annotations

import numpy as np
import pytest

from tutor_cli.local_model.hearing.resample import Resampler


@pytest.mark.parametrize("rate", [8000, 16000, 24000, 44100, 48000])
def test_length_and_pitch(rate: int) -> None:
    """A second stays a second, and a tone keeps its pitch, however it is cut."""
    tone = (8000 * np.sin(2 * np.pi * 440 * np.arange(rate) / rate)).astype("<i2").tobytes()
    resampler = Resampler()
    size = rate // 50 * 2
    heard = np.concatenate([resampler.push(tone[i : i + size], rate) for i in range(0, len(tone), size)])
    assert len(heard) == pytest.approx(16000, abs=100)
    strongest = int(np.argmax(np.abs(np.fft.rfft(heard, 16000))))
    assert strongest == pytest.approx(440, abs=1)


def test_nothing() -> None:
    """No bytes are no samples."""
    assert len(Resampler().push(b"", 48000)) == 0
