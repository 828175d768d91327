"""Any sampling rate to the 16 kHz the models hear, as a stream."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tutor_cli.local_model.hearing.listener import RATE_HZ

if TYPE_CHECKING:
    from av import AudioResampler
    from numpy.typing import NDArray


class Resampler:
    """Mono PCM16 bytes of any rate in, 16 kHz samples out; a change of rate starts afresh."""

    def __init__(self) -> None:
        self._rate_hz = RATE_HZ
        self._resampler: AudioResampler | None = None

    def push(self, pcm: bytes, rate_hz: int) -> NDArray[np.int16]:
        """Return what the bytes become; a few samples may stay behind until the next call."""
        samples = np.frombuffer(pcm, "<i2")
        if rate_hz == RATE_HZ or not len(samples):
            return samples
        return self._convert(samples, rate_hz)

    def _convert(self, samples: NDArray[np.int16], rate_hz: int) -> NDArray[np.int16]:
        from av import AudioFrame, AudioResampler

        if self._resampler is None or rate_hz != self._rate_hz:
            self._resampler, self._rate_hz = AudioResampler("s16", "mono", RATE_HZ), rate_hz
        frame = AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate = rate_hz
        converted = [output.to_ndarray().reshape(-1) for output in self._resampler.resample(frame)]
        return np.concatenate(converted) if converted else np.zeros(0, np.int16)
