"""`tutor agent`: the worker that holds conversations."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tutor_cli.cli import connect, options, output

if TYPE_CHECKING:
    from tutor_cli.settings import Settings

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Run the worker that holds conversations.")


@app.callback()
def agent() -> None:
    """Run the worker that holds conversations."""


@app.command()
@options.grouped
def start(server: options.Server, model: options.Model, lesson: options.Lesson, as_json: options.Json = False) -> None:
    """Run a worker until Ctrl-C, which lets it finish its sentences; a second Ctrl-C ends it at once."""
    output.run("agent start", lambda: _start(connect.load(server, model, lesson)), as_json=as_json)


def _start(settings: Settings) -> output.Outcome:
    import asyncio

    from tutor_cli.duty import work

    return output.Outcome(asdict(asyncio.run(work(settings, output.notice))))


@app.command()
@options.grouped
def dev(
    server: options.Server,
    model: options.Model,
    lesson: options.Lesson,
    watch: Annotated[
        list[Path] | None, typer.Argument(help="What to watch for changes; the package where nothing is named.")
    ] = None,
    as_json: options.Json = False,
) -> None:
    """Run a worker that starts anew whenever its code changes, and returns to the rooms it was in."""
    output.run("agent dev", lambda: _dev(connect.load(server, model, lesson), watch or []), as_json=as_json)


def _dev(settings: Settings, watched: list[Path]) -> output.Outcome:
    import asyncio

    from tutor_cli.duty import work_on_changes

    return output.Outcome(asdict(asyncio.run(work_on_changes(settings, watched, output.notice))))
