"""Recordings are played at real pace with absolute deadlines, followed by silence."""

from __future__ import annotations

from tutor_cli.replay.player import MOST_LATE_PER_1000, Pacing


def test_pacing_counts_late_ticks() -> None:
    """Ticks more than 20 ms late are counted, and too many make a measurement unreliable."""
    pacing = Pacing()
    for lateness_s in [0.0] * 98 + [0.03, 0.5]:
        pacing.record(lateness_s)

    assert pacing.late_per_1000 == MOST_LATE_PER_1000
    assert pacing.reliable

    pacing.record(0.03)
    assert not pacing.reliable
