"""Sounds made for tests: tones stand for speech, and files of any format are written with PyAV."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float32]


def tone(duration_s: float, rate_hz: int = 16_000, level: float = 0.3, frequency_hz: float = 220.0) -> Samples:
    """Return a sine tone of this length; `level` is its amplitude."""
    times = np.arange(round(duration_s * rate_hz)) / rate_hz
    return (level * np.sin(2 * np.pi * frequency_hz * times)).astype(np.float32)


def silence(duration_s: float, rate_hz: int = 16_000) -> Samples:
    """Return silence of this length."""
    return np.zeros(round(duration_s * rate_hz), dtype=np.float32)


def pcm16(samples: Samples) -> bytes:
    """Return the samples as PCM16."""
    return (samples * 32767).astype("<i2").tobytes()


def write_sound(
    path: Path, samples: Samples, rate_hz: int = 16_000, codec: str = "pcm_s16le", channels: int = 1
) -> Path:
    """Write the samples, the same on every channel, in the container its suffix names."""
    layout = {1: "mono", 2: "stereo", 6: "5.1"}[channels]
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=rate_hz, layout=layout)
        assert isinstance(stream, av.AudioStream)
        frame = av.AudioFrame.from_ndarray(np.tile(samples, (channels, 1)), format="fltp", layout=layout)
        frame.sample_rate = rate_hz
        resampler = av.AudioResampler(format=stream.format.name, layout=layout, rate=rate_hz)
        for converted in [*resampler.resample(frame), *resampler.resample(None)]:
            container.mux(stream.encode(converted))
        container.mux(stream.encode(None))
    return path
