"""Any sound file to frames of mono PCM16, in constant memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import av
import av.error
import numpy as np

from tutor_cli.errors import BadInputError
from tutor_cli.transport import STUDENT_RATE_HZ, frame_bytes

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import InputContainer

# A file outside these rates is damaged or hostile: 1 Hz would swell to 16,000 times its size.
LOWEST_RATE_HZ = 4_000
HIGHEST_RATE_HZ = 384_000


def decode_frames(path: Path, rate_hz: int = STUDENT_RATE_HZ) -> Iterator[bytes]:
    """Yield the file's sound as 10 ms frames of mono PCM16 at `rate_hz`; the last one is filled up with silence.

    Raises BadInputError where the file is missing, holds no sound, has an absurd rate or holds NaN samples. A file
    that is damaged half way gives what is there.
    """
    size = frame_bytes(rate_hz)
    pending = bytearray()
    for chunk in _decode_pcm(path, rate_hz):
        pending += chunk
        whole = len(pending) - len(pending) % size
        for start in range(0, whole, size):
            yield bytes(pending[start : start + size])
        del pending[:whole]
    if pending:
        yield bytes(pending).ljust(size, b"\0")


def _decode_pcm(path: Path, rate_hz: int) -> Iterator[bytes]:
    with _opened(path) as (container, stream):
        resampler = av.AudioResampler(format="s16", layout="mono", rate=rate_hz)
        for frame in _decoded_until_damage(container, stream):
            _refuse_nan(path, frame)
            # A changed or missing time stamp would make the resampler insert or drop samples.
            frame.pts = None
            for resampled in resampler.resample(frame):
                yield resampled.to_ndarray().tobytes()
        for resampled in resampler.resample(None):
            yield resampled.to_ndarray().tobytes()


@contextmanager
def _opened(path: Path) -> Iterator[tuple[InputContainer, AudioStream]]:
    if not path.is_file():
        raise BadInputError("audio_missing", f"There is no file {path}.", "Check the path.")
    try:
        container = av.open(str(path), mode="r")
    except (av.error.FFmpegError, OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
        raise _unreadable(path, reason) from error
    with container:
        yield container, _sound_of(path, container)


def _sound_of(path: Path, container: InputContainer) -> AudioStream:
    if not container.streams.audio:
        raise _unreadable(path, "it holds no sound")
    stream = container.streams.audio[0]
    if not LOWEST_RATE_HZ <= (stream.rate or 0) <= HIGHEST_RATE_HZ:
        raise _unreadable(path, f"its sample rate of {stream.rate} Hz is out of range")
    return stream


def _decoded_until_damage(container: InputContainer, stream: AudioStream) -> Iterator[av.AudioFrame]:
    """Yield decoded frames; the first damaged packet ends the sound, as a cut-off download should still be heard."""
    try:
        yield from container.decode(stream)
    except av.error.FFmpegError:
        return


def _refuse_nan(path: Path, frame: av.AudioFrame) -> None:
    if frame.format.name.startswith(("flt", "dbl")) and not np.isfinite(frame.to_ndarray()).all():
        raise _unreadable(path, "it holds samples that are not numbers (NaN or infinite)")


def _unreadable(path: Path, reason: str) -> BadInputError:
    hint = "Use a sound file such as WAV, FLAC, MP3 or Ogg; `ffprobe FILE` tells what a file holds."
    return BadInputError("audio_unreadable", f"{path} cannot be used as a recording: {reason}.", hint)
