"""Echo cancellation, noise suppression and gain for a microphone, by WebRTC's audio processing module."""

from __future__ import annotations

import av
import numpy as np
from livekit import rtc

from tutor_cli.transport import FRAME_MS, STUDENT_RATE_HZ, TUTOR_RATE_HZ, frame_bytes

STUDENT_FRAME_BYTES = frame_bytes(STUDENT_RATE_HZ)


class Reframer:
    """Sound of one rate and any block size to 10 ms frames of another rate.

    FFmpeg's resampler is used, which holds back about a millisecond; the one of livekit.rtc holds back up to 40 ms at
    its default quality, and an echo that arrives before its own reference is not cancelled.
    """

    def __init__(self, rate_in_hz: int, rate_out_hz: int) -> None:
        self._rate_in_hz = rate_in_hz
        self._resampler = av.AudioResampler(format="s16", layout="mono", rate=rate_out_hz)
        self._size = frame_bytes(rate_out_hz)
        self._pending = bytearray()

    def push(self, pcm: bytes) -> list[bytes]:
        """Take mono PCM16 and return the frames it completes."""
        for resampled in self._resampler.resample(self._block(pcm)) if pcm else ():
            self._pending += resampled.to_ndarray().tobytes()
        count = len(self._pending) // self._size
        frames = [bytes(self._pending[i * self._size : (i + 1) * self._size]) for i in range(count)]
        del self._pending[: count * self._size]
        return frames

    def _block(self, pcm: bytes) -> av.AudioFrame:
        samples = np.frombuffer(pcm, dtype=np.int16).reshape(1, -1)
        block = av.AudioFrame.from_ndarray(samples, format="s16", layout="mono")
        block.sample_rate = self._rate_in_hz
        return block


class MicrophoneProcessing:
    """Cleans a microphone's frames, knowing what the speaker played. All calls belong to one thread.

    With `enabled` false the frames pass as they are.
    """

    def __init__(self, *, enabled: bool, delay_ms: int) -> None:
        self._module = _module(delay_ms) if enabled else None
        self._played = Reframer(TUTOR_RATE_HZ, STUDENT_RATE_HZ)

    def played(self, frame: bytes) -> None:
        """Take 10 ms at 24 kHz that the speaker is about to play."""
        if self._module is None:
            return
        for part in self._played.push(frame):
            self._module.process_reverse_stream(_frame(part))

    def clean(self, frame: bytes) -> bytes:
        """Take 10 ms of the microphone at 16 kHz and return it cleaned."""
        if self._module is None:
            return frame
        processed = _frame(frame)
        self._module.process_stream(processed)
        return bytes(processed.data)


def _module(delay_ms: int) -> rtc.AudioProcessingModule:
    module = rtc.AudioProcessingModule(
        echo_cancellation=True, noise_suppression=True, high_pass_filter=True, auto_gain_control=True
    )
    module.set_stream_delay_ms(delay_ms)
    return module


def _frame(pcm: bytes) -> rtc.AudioFrame:
    return rtc.AudioFrame(bytearray(pcm), STUDENT_RATE_HZ, 1, STUDENT_RATE_HZ * FRAME_MS // 1000)
