"""Playing a recording into a conversation at real pace, and knowing how well the pace was kept."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass

from tutor_cli.audio.speech_events import SpeechEvents
from tutor_cli.transport import FRAME_MS, STUDENT_RATE_HZ, Transport, frame_bytes

SILENCE = bytes(frame_bytes(STUDENT_RATE_HZ))

LATE_S = 0.020
"""A tick later than this could be heard, and makes a measured gap doubtful."""

MOST_LATE_PER_1000 = 20.0


@dataclass
class Pacing:
    """How punctual the frames were sent."""

    ticks: int = 0
    late_ticks: int = 0

    def record(self, lateness_s: float) -> None:
        """Count one tick."""
        self.ticks += 1
        self.late_ticks += lateness_s > LATE_S

    @property
    def late_per_1000(self) -> float:
        """Late ticks in a thousand."""
        return round(1000 * self.late_ticks / self.ticks, 1) if self.ticks else 0.0

    @property
    def reliable(self) -> bool:
        """Whether gaps measured during this run can be trusted."""
        return self.late_per_1000 <= MOST_LATE_PER_1000


class Player:
    """Sends a recording and then silence, until it is stopped.

    Silence has to follow: with no sound at all a model never knows that the turn is over. Deadlines are absolute, so
    that a late frame does not delay the ones after it.
    """

    def __init__(self, transport: Transport, student: SpeechEvents) -> None:
        self.pacing = Pacing()
        self.recording_over = False
        self._transport = transport
        self._student = student

    async def play(self, frames: Iterator[bytes]) -> None:
        """Send the frames, then silence without end; to be cancelled."""
        loop = asyncio.get_running_loop()
        due_s = loop.time()
        while True:
            frame = next(frames, None)
            if frame is None and not self.recording_over:
                self.recording_over = True
                self._student.close()
            await self._send(frame or SILENCE)
            due_s += FRAME_MS / 1000
            await asyncio.sleep(max(0.0, due_s - loop.time()))
            self.pacing.record(loop.time() - due_s)

    async def _send(self, frame: bytes) -> None:
        await self._transport.send_frame(frame)
        if not self.recording_over:
            self._student.push(frame)
