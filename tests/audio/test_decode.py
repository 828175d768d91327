"""Any sound file becomes 10 ms frames of mono PCM16, and what is no sound is refused by name."""

from __future__ import annotations

import struct
import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from tests.sounds import pcm16, silence, tone, write_sound
from tutor_cli.audio.decode import decode_frames
from tutor_cli.audio.levels import level_dbfs
from tutor_cli.errors import BadInputError

TONE_DBFS = -13.5


@pytest.mark.parametrize(
    ("name", "codec", "rate_hz", "channels"),
    [
        ("plain.wav", "pcm_s16le", 16_000, 1),
        ("eight_bit.wav", "pcm_u8", 8_000, 1),
        ("deep.wav", "pcm_s24le", 48_000, 2),
        ("float.wav", "pcm_f32le", 44_100, 1),
        ("telephone.wav", "pcm_mulaw", 8_000, 1),
        ("surround.wav", "pcm_s16le", 48_000, 6),
        ("studio.flac", "flac", 96_000, 2),
    ],
)
def test_formats(tmp_path: Path, name: str, codec: str, rate_hz: int, channels: int) -> None:
    """Every depth, rate and channel count comes out with the same length and about the same level."""
    path = write_sound(tmp_path / name, tone(1.0, rate_hz), rate_hz, codec, channels)

    frames = list(decode_frames(path))

    assert {len(frame) for frame in frames} == {320}
    assert 99 <= len(frames) <= 102
    # Mixing six channels down to one changes the level by the mixing matrix, not by the sound.
    assert level_dbfs(frames[50]) == pytest.approx(TONE_DBFS, abs=10 if channels == 6 else 1)


def test_a_cut_off_file_gives_what_is_there(tmp_path: Path) -> None:
    """A file that ends before its header says so plays to where it ends."""
    whole = write_sound(tmp_path / "whole.wav", tone(1.0)).read_bytes()
    cut = tmp_path / "cut.wav"
    cut.write_bytes(whole[: len(whole) // 2])

    assert 45 <= len(list(decode_frames(cut))) <= 51


def _wav(data: bytes, rate_hz: int = 16_000, format_tag: int = 1, bits: int = 16) -> bytes:
    block = bits // 8
    header = struct.pack("<HHIIHH", format_tag, 1, rate_hz, rate_hz * block, block, bits)
    riff = b"WAVEfmt " + struct.pack("<I", len(header)) + header + b"data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(riff)) + riff


NAN_SAMPLES = np.array([0.1, np.nan, 0.1] * 4000, dtype="<f4").tobytes()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "cannot be used"),
        (b"hello, I am text\n" * 50, "cannot be used"),
        (bytes(range(256)) * 20, "cannot be used"),
        (_wav(pcm16(tone(0.1)), rate_hz=1), "1 Hz is out of range"),
        (_wav(NAN_SAMPLES, format_tag=3, bits=32), "NaN"),
    ],
)
def test_what_is_no_sound_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    """Empty files, text, noise, absurd rates and NaN samples raise BadInputError with the reason."""
    path = tmp_path / "bad.wav"
    path.write_bytes(content)

    with pytest.raises(BadInputError, match=reason):
        list(decode_frames(path))


def test_missing_file(tmp_path: Path) -> None:
    """A path without a file is told as such."""
    with pytest.raises(BadInputError, match="no file"):
        list(decode_frames(tmp_path / "absent.wav"))


def test_memory_is_constant(tmp_path: Path) -> None:
    """Ten minutes of sound are decoded without being held."""
    path = write_sound(tmp_path / "long.wav", silence(600))
    tracemalloc.start()

    count = sum(1 for _ in decode_frames(path))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert count == 60_000
    assert peak < 2_000_000
