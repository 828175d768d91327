"""The speech samples of `tests/data/speech`."""

from __future__ import annotations

import wave
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

FOLDER = Path(__file__).parents[1] / "data" / "speech"


def load_sample(name: str) -> NDArray[np.int16]:
    """Return the 16 kHz samples of a clip."""
    with wave.open(str(FOLDER / f"{name}.wav")) as stream:
        return np.frombuffer(stream.readframes(stream.getnframes()), np.int16)
