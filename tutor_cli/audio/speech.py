"""Where speech begins and ends in a stream of frames, counted in samples, never by a clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tutor_cli.audio.decode import decode_frames
from tutor_cli.audio.levels import AUDIBLE_DBFS, SILENT_DBFS, level_dbfs, to_level_dbfs
from tutor_cli.errors import BadInputError
from tutor_cli.transport import FRAME_MS

SPEECH_RANGE_DB = 30.0
"""What is this far below the loud parts of a recording counts as silence."""

NOISE_MARGIN_DB = 8.0
"""Noise varies by less than this from frame to frame."""

LEAST_RANGE_DB = 12.0
"""Weak syllables are at most this far below the loud ones, where a recording is speech from end to end."""

LONGEST_PAUSE_MS = 700
"""A longer silence ends an utterance."""


Levels = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Utterance:
    """A stretch of speech in a stream: first and last audible frame in ms from its start, and its level."""

    start_ms: int
    end_ms: int
    level_dbfs: float


@dataclass
class SpeechMeter:
    """Finds utterances frame by frame.

    `push` returns "started" for an utterance's first audible frame, "ended" once it has been silent for longer than
    `longest_pause_ms`, else None; `current` is the utterance so far, `finished` are all complete ones.
    """

    audible_dbfs: float = AUDIBLE_DBFS
    longest_pause_ms: int = LONGEST_PAUSE_MS
    finished: list[Utterance] = field(default_factory=list)
    position_ms: int = 0
    _start_ms: int | None = None
    _end_ms: int = 0
    _energy: float = 0.0
    _audible_frames: int = 0

    def push(self, frame: bytes) -> str | None:
        """Take one 10 ms frame and tell whether speech started or ended with it."""
        return self.push_level(level_dbfs(frame))

    def push_level(self, level: float) -> str | None:
        """Take the level of one 10 ms frame in dBFS and tell whether speech started or ended with it."""
        self.position_ms += FRAME_MS
        if level > self.audible_dbfs:
            return self._push_audible(level)
        if self._start_ms is not None and self.position_ms - self._end_ms > self.longest_pause_ms:
            self.close()
            return "ended"
        return None

    def _push_audible(self, level: float) -> str | None:
        started = self._start_ms is None
        if started:
            self._start_ms = self.position_ms - FRAME_MS
            self._energy, self._audible_frames = 0.0, 0
        self._end_ms = self.position_ms
        self._energy += 10 ** (level / 10)
        self._audible_frames += 1
        return "started" if started else None

    @property
    def current(self) -> Utterance | None:
        """The utterance under way, None in silence."""
        if self._start_ms is None:
            return None
        return Utterance(self._start_ms, self._end_ms, to_level_dbfs(self._energy / self._audible_frames))

    def close(self) -> Utterance | None:
        """End the utterance under way, as at the end of the stream, and return it."""
        utterance = self.current
        if utterance:
            self.finished.append(utterance)
        self._start_ms = None
        return utterance


@dataclass(frozen=True, slots=True)
class Scan:
    """What a recording holds: its length, the level above which it counts as speech, and the utterances."""

    duration_ms: int
    audible_dbfs: float
    utterances: tuple[Utterance, ...]


def scan(path: Path) -> Scan:
    """Read a recording once and find its speech; raise BadInputError where it is unreadable, empty or silent."""
    levels = np.fromiter((level_dbfs(frame) for frame in decode_frames(path)), dtype=np.float64)
    if levels.size == 0:
        raise BadInputError("audio_empty", f"{path} holds no samples.", "Record it again.")
    audible_dbfs = _audible_dbfs(levels)
    if float(levels.max()) <= AUDIBLE_DBFS:
        peak = f"{max(float(levels.max()), SILENT_DBFS):.0f} dBFS"
        raise BadInputError("audio_silent", f"{path} is silent (loudest 10 ms: {peak}).", "Record it louder.")
    return Scan(levels.size * FRAME_MS, audible_dbfs, _utterances(levels, audible_dbfs))


def _audible_dbfs(levels: Levels) -> float:
    """Return the level above which a frame is speech: well below the loud parts, and above the noise between them."""
    quiet_dbfs, loud_dbfs = (float(level) for level in np.percentile(levels, (10, 95)))
    above_noise_dbfs = min(quiet_dbfs + NOISE_MARGIN_DB, loud_dbfs - LEAST_RANGE_DB)
    return max(AUDIBLE_DBFS, loud_dbfs - SPEECH_RANGE_DB, above_noise_dbfs)


def _utterances(levels: Levels, audible_dbfs: float) -> tuple[Utterance, ...]:
    meter = SpeechMeter(audible_dbfs)
    for level in levels.tolist():
        meter.push_level(level)
    meter.close()
    return tuple(meter.finished)
