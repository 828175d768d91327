"""Sound is cut and resampled without loss, and the speaker's echo is taken out of the microphone."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.loop.command import RECORDINGS
from tests.sounds import pcm16, tone
from tutor_cli.audio.decode import decode_frames
from tutor_cli.audio.levels import level_dbfs
from tutor_cli.audio.processing import MicrophoneProcessing, Reframer


@given(st.lists(st.integers(0, 700), max_size=30))
def test_reframing_keeps_every_sample(sizes: list[int]) -> None:
    """Blocks of any size come out as whole frames in the same order; only an unfinished frame is held back."""
    sound = bytes(index % 251 for index in range(sum(sizes) * 2))
    reframer, frames, start = Reframer(16_000, 16_000), b"", 0
    for size in sizes:
        frames += b"".join(reframer.push(sound[start : start + 2 * size]))
        start += 2 * size

    assert frames == sound[: len(sound) - len(sound) % 320]


def test_resampling_keeps_level_and_length() -> None:
    """A second at 44.1 kHz is about a second at 16 kHz, as loud as before."""
    reframer = Reframer(44_100, 16_000)
    sound = pcm16(tone(1.0, 44_100))

    frames = [frame for start in range(0, len(sound), 882) for frame in reframer.push(sound[start : start + 882])]

    assert 95 <= len(frames) <= 100
    assert abs(level_dbfs(frames[50]) - level_dbfs(sound)) < 1


def test_echo_is_cancelled() -> None:
    """What the speaker plays and the microphone picks up again is at least 20 dB softer after some seconds."""
    voice = RECORDINGS / "quadratic_heart.wav"
    played = [frame for _ in range(3) for frame in decode_frames(voice, 24_000)]
    echo = [_softer(frame) for _ in range(3) for frame in decode_frames(voice, 16_000)]
    processing = MicrophoneProcessing(enabled=True, delay_ms=20)
    before, after = b"", b""
    for index, frame in enumerate(played):
        processing.played(frame)
        heard = echo[index - 2] if index >= 2 else bytes(320)
        cleaned = processing.clean(heard)
        if index > len(played) // 3:
            before, after = before + heard, after + cleaned

    assert level_dbfs(before) - level_dbfs(after) > 20


def _softer(frame: bytes) -> bytes:
    return (np.frombuffer(frame, dtype=np.int16) // 2).astype(np.int16).tobytes()


def test_unprocessed_frames_pass() -> None:
    """Without processing the microphone is heard as it is."""
    processing = MicrophoneProcessing(enabled=False, delay_ms=0)
    frame = pcm16(tone(0.01))

    processing.played(pcm16(tone(0.01, 24_000)))
    assert processing.clean(frame) == frame
