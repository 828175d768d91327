"""How a student reaches the tutor: the port that `talk` and `replay` speak to, whatever carries the sound."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Protocol, Self

from tutor_cli.events import Event

STUDENT_RATE_HZ = 16_000
"""What the agent and the model take; a student's sound has this rate everywhere."""

TUTOR_RATE_HZ = 24_000
"""What Gemini Live sends (audio/pcm;rate=24000); a tutor's sound has this rate everywhere."""

FRAME_MS = 10
"""Sound is mono PCM16, little-endian, in frames of this length."""


def frame_bytes(rate_hz: int) -> int:
    """Return the size of one frame."""
    return rate_hz * FRAME_MS // 1000 * 2


class SessionClock:
    """Milliseconds since the session began, on a clock that never jumps."""

    def __init__(self) -> None:
        self._started = time.monotonic()

    def now_ms(self) -> int:
        """Return the milliseconds since the session began."""
        return round((time.monotonic() - self._started) * 1000)


EventQueue = asyncio.Queue[Event]
FrameSink = Callable[[bytes], None]


class Transport(Protocol):
    """A line to the tutor, open inside `async with`.

    Entering it returns once the tutor listens, or raises a TutorError. What happens arrives in `events`, ending with
    `SessionEnded`. The tutor's sound goes to the frame sink given at construction: 10 ms of mono PCM16 at 24 kHz,
    silence included.
    """

    clock: SessionClock
    events: EventQueue

    async def __aenter__(self) -> Self:
        """Open the line."""

    async def __aexit__(self, *error: object) -> None:
        """Close the line and everything that belongs to it."""

    async def send_frame(self, frame: bytes) -> None:
        """Send 10 ms of the student's sound, mono PCM16 at 16 kHz; the caller keeps the pace."""

    async def send_text(self, text: str) -> None:
        """Send a typed turn."""
