"""A run over recordings: each played through a conversation of its own, judged, and reported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tutor_cli.audio.speech import Scan, scan
from tutor_cli.errors import BadInputError, TutorError
from tutor_cli.line import Lines, lines
from tutor_cli.replay.conversation import RESPONSE_TIMEOUT_S, Played, play_recording
from tutor_cli.replay.expectations import Expectation, expectation_file, judge, judge_unasked, read_expectations
from tutor_cli.replay.report import RecordingReport, ReplayReport
from tutor_cli.replay.turns import turns
from tutor_cli.settings import Settings

SUFFIXES = (".wav", ".flac", ".mp3", ".ogg", ".opus", ".m4a", ".webm")

Say = Callable[[str], None]


def find_recordings(paths: Sequence[Path]) -> list[Path]:
    """Return the recordings named, and those in the directories named; raise BadInputError where there are none."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = [file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES]
            found.extend(sorted(inside))
        else:
            found.append(path)
    if not found:
        names = ", ".join(str(path) for path in paths)
        raise BadInputError(
            "no_recordings", f"There are no recordings in {names}.", f"Looked for {', '.join(SUFFIXES)}."
        )
    return found


async def replay(
    settings: Settings, recordings: Sequence[Path], say: Say, response_timeout_s: float = RESPONSE_TIMEOUT_S
) -> ReplayReport:
    """Play every recording and return the report; an error of one recording leaves the others to be played.

    Files are looked at before anything is started, so that a bad path fails at once.
    """
    prepared = [_prepare(path) for path in recordings]
    async with lines(settings, say) as opened:
        reports = [await _replay_one(opened, recording, say, response_timeout_s) for recording in prepared]
    return ReplayReport(tuple(reports), opened.engine)


@dataclass(frozen=True)
class _Recording:
    """A recording that can be played: what is in it, and what is expected of it."""

    path: Path
    scan: Scan
    expectations: list[Expectation]


def _prepare(path: Path) -> _Recording:
    file = expectation_file(path)
    return _Recording(path, scan(path), read_expectations(file) if file.exists() else [])


async def _replay_one(opened: Lines, recording: _Recording, say: Say, response_timeout_s: float) -> RecordingReport:
    report = RecordingReport(str(recording.path), opened.transport, opened.model, opened.pipeline)
    try:
        played = await play_recording(opened.open, recording.path, recording.scan, response_timeout_s)
    except TutorError as error:
        report = replace(report, error=error)
    else:
        report = _judged(report, recording.expectations, played)
    say(f"{recording.path.name}: {report.verdict}")
    return report


def _judged(report: RecordingReport, expectations: list[Expectation], played: Played) -> RecordingReport:
    found = tuple(turns(played.events))
    judgements = [*judge_unasked(found), *judge(expectations, found)]
    return replace(report, turns=found, judgements=tuple(judgements), pacing=played.pacing)
