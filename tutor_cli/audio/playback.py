"""Frames on their way to the speaker."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

from tutor_cli.audio.levels import AUDIBLE_DBFS, level_dbfs
from tutor_cli.audio.processing import Reframer
from tutor_cli.transport import TUTOR_RATE_HZ

SPARE_FRAMES = 6
"""60 ms bridge the unevenness of devices; silence that would wait longer is left out, for it only adds lag."""

MOST_FRAMES = 100
"""Beyond a second something is wrong, and the oldest sound is dropped."""


def adds_only_lag(frame: bytes, waiting: int) -> bool:
    """Whether a frame that comes behind this many others is silence that nobody would miss."""
    return waiting >= SPARE_FRAMES and level_dbfs(frame) < AUDIBLE_DBFS


class PlaybackQueue:
    """Takes 10 ms frames at 24 kHz and gives a speaker of another rate as many bytes as it asks for.

    `push` and `take` may be called from different threads. `played` is told each frame when it goes to the speaker, in
    the thread that takes it.
    """

    def __init__(self, rate_hz: int, played: Callable[[bytes], None]) -> None:
        self._frames: deque[bytes] = deque(maxlen=MOST_FRAMES)
        self._lock = threading.Lock()
        self._to_device = Reframer(TUTOR_RATE_HZ, rate_hz)
        self._ready = bytearray()
        self._played = played

    def push(self, frame: bytes) -> None:
        """Queue a frame, or leave it out where it would only add lag."""
        with self._lock:
            if not adds_only_lag(frame, len(self._frames)):
                self._frames.append(frame)

    def take(self, size: int) -> bytes:
        """Return `size` bytes to play, filled up with silence."""
        while len(self._ready) < size and (frame := self._next()):
            self._played(frame)
            for part in self._to_device.push(frame):
                self._ready += part
        sound = bytes(self._ready[:size]).ljust(size, b"\0")
        del self._ready[:size]
        return sound

    def _next(self) -> bytes | None:
        with self._lock:
            return self._frames.popleft() if self._frames else None
