"""`tutor replay`: recordings through the whole loop, judged and reported."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tutor_cli.cli import connect, options, output
from tutor_cli.errors import BadInputError, ExitCode

if TYPE_CHECKING:
    from rich.table import Table

    from tutor_cli.replay.report import RecordingReport, ReplayReport
    from tutor_cli.settings import Settings

app = typer.Typer(rich_markup_mode=None)


@app.command()
@options.grouped
def replay(
    paths: Annotated[list[Path], typer.Argument(help="Recordings, or directories of them.")],
    server: options.Server,
    model: options.Model,
    lesson: options.Lesson,
    response_timeout: Annotated[float, typer.Option(help="Seconds to wait for the tutor to answer.", min=1)] = 15.0,
    junit: Annotated[Path | None, typer.Option("--junit", help="Write a JUnit XML report here.")] = None,
    as_json: options.Json = False,
) -> None:
    """Play recordings to the tutor as a student would speak them, and check the answers.

    A file X.expect.yaml beside X.wav says what should come of it; without one, every utterance must be answered
    audibly.
    """
    output.run(
        "replay",
        lambda: _replay(connect.load(server, model, lesson), paths, response_timeout, junit),
        as_json=as_json,
    )


def _replay(settings: Settings, paths: list[Path], response_timeout_s: float, junit: Path | None) -> output.Outcome:
    import asyncio

    from tutor_cli.replay.run import find_recordings, replay

    recordings = find_recordings(paths)
    report = asyncio.run(replay(without_store(settings), recordings, output.notice, response_timeout_s))
    if junit:
        _write_junit(report, junit)
    return output.Outcome(report.to_dict(), _table(report), _exit_code(report), _problems(report))


def without_store(settings: Settings) -> Settings:
    """Return the settings with lessons kept only if asked for: recordings are for tests, and no student's work."""
    from tutor_cli.settings import Setting

    if settings.store.origin != "default":
        return settings
    return replace(settings, store=Setting(False, "default of replay"))


def _write_junit(report: ReplayReport, path: Path) -> None:
    from tutor_cli.replay.junit import junit_xml

    try:
        path.write_text(junit_xml(report), encoding="utf-8")
    except OSError as error:
        raise BadInputError("junit_unwritable", f"{path} cannot be written: {error.strerror}.", "Check it.") from error


def _exit_code(report: ReplayReport) -> ExitCode:
    """Return the code of the first error, else whether every expectation was met."""
    errors = [recording.error for recording in report.recordings if recording.error]
    if errors:
        return errors[0].exit_code
    failed = any(recording.verdict == "failed" for recording in report.recordings)
    return ExitCode.CHECK_FAILED if failed else ExitCode.OK


def _problems(report: ReplayReport) -> tuple[output.Problem, ...]:
    return tuple(problem for recording in report.recordings for problem in _problems_of(recording))


def _problems_of(recording: RecordingReport) -> list[output.Problem]:
    if recording.error:
        error = recording.error
        return [output.Problem(error.code, f"{recording.path}: {error.message}", error.hint)]
    failed = [judgement for judgement in recording.judgements if not judgement.ok]
    return [
        output.Problem(
            "expectation_failed",
            f"{recording.path}: {judgement.kind}: expected {judgement.expected!r}, got {judgement.got!r}.",
            "Listen to it with `tutor talk`, or change the expectation.",
        )
        for judgement in failed
    ]


def _table(report: ReplayReport) -> Table:
    from rich.table import Table
    from rich.text import Text

    from tutor_cli.printable import printable

    table = Table(box=None, pad_edge=False)
    for column in ("verdict", "recording", "heard", "reply", "gap ms"):
        table.add_column(column, overflow="fold")
    for recording in report.recordings:
        for row in _rows(recording):
            table.add_row(*[Text(printable(str(cell))) for cell in row])
    return table


def _rows(recording: RecordingReport) -> list[tuple[Any, ...]]:
    name = Path(recording.path).name
    turns = [(turn.heard, turn.reply, turn.gap_ms if turn.gap_ms is not None else "-") for turn in recording.turns]
    heads = [(recording.verdict, name)] + [("", "")] * max(len(turns) - 1, 0)
    return [(*head, *turn) for head, turn in zip(heads, turns or [("-", "-", "-")], strict=True)]
