"""The verdict on each recording and the report on all of them."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tutor_cli.errors import TutorError
from tutor_cli.replay.expectations import Judgement
from tutor_cli.replay.player import Pacing
from tutor_cli.replay.turns import Turn


@dataclass(frozen=True)
class RecordingReport:
    """What came of one recording; `error` where it could not be played to its end."""

    path: str
    transport: str
    model: str
    pipeline: str
    turns: tuple[Turn, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    pacing: Pacing = field(default_factory=Pacing)
    error: TutorError | None = None

    @property
    def verdict(self) -> str:
        """`passed`, `failed` where an expectation was not met, `error` where the recording could not be played."""
        if self.error:
            return "error"
        return "passed" if all(judgement.ok for judgement in self.judgements) else "failed"

    def to_dict(self) -> dict[str, Any]:
        """Return the recording as the contract has it."""
        report: dict[str, Any] = {
            "path": self.path,
            "verdict": self.verdict,
            "transport": self.transport,
            "model": self.model,
            "pipeline": self.pipeline,
            "turns": [turn.to_dict() for turn in self.turns],
            "expectations": [judgement.to_dict() for judgement in self.judgements],
            "pacing": {"late_ticks_per_1000": self.pacing.late_per_1000, "reliable": self.pacing.reliable},
        }
        if self.error:
            report["error"] = {"code": self.error.code, "message": self.error.message, "hint": self.error.hint}
        return report


@dataclass(frozen=True)
class ReplayReport:
    """What came of a run over some recordings, and the engines it ran on."""

    recordings: tuple[RecordingReport, ...]
    engine: dict[str, str]

    def to_dict(self) -> dict[str, Any]:
        """Return the report as the contract has it."""
        return {
            "recordings": [recording.to_dict() for recording in self.recordings],
            "latency": {"gap_ms": self.gaps()},
            "engine": self.engine,
        }

    def gaps(self) -> dict[str, int | None]:
        """Return number, median, 95th percentile and maximum of the gaps in ms; None where there are none."""
        gaps = sorted(turn.gap_ms for report in self.recordings for turn in report.turns if turn.gap_ms is not None)
        if not gaps:
            return {"n": 0, "p50": None, "p95": None, "max": None}
        return {"n": len(gaps), "p50": round(statistics.median(gaps)), "p95": percentile(gaps, 95), "max": gaps[-1]}


def percentile(ordered: Sequence[int], percent: int) -> int:
    """Return the smallest of the ordered values that `percent` of them do not exceed (nearest rank)."""
    rank = -(-len(ordered) * percent // 100)
    return ordered[max(rank, 1) - 1]
