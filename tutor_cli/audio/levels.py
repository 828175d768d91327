"""Levels of mono PCM16 sound."""

from __future__ import annotations

import math

import numpy as np

SILENT_DBFS = -120.0

AUDIBLE_DBFS = -50.0
"""A clean voice is far above this, coding noise far below."""


def level_dbfs(pcm: bytes) -> float:
    """Return the root mean square level of PCM16 sound in dB below full scale, -120 for digital silence or none."""
    samples = np.frombuffer(pcm, dtype=np.int16)
    if samples.size == 0:
        return SILENT_DBFS
    mean_square = float(np.mean(np.square(samples, dtype=np.float64)))
    return max(SILENT_DBFS, 10 * math.log10(mean_square / 32768.0**2)) if mean_square else SILENT_DBFS


def to_level_dbfs(mean_square: float) -> float:
    """Return the level of a mean square of samples in the range -1 to 1."""
    return max(SILENT_DBFS, 10 * math.log10(mean_square)) if mean_square > 0 else SILENT_DBFS
