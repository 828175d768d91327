"""`tutor up`: everything a conversation needs, kept warm for other commands."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tutor_cli.cli import connect, options, output
from tutor_cli.cli.signals import run_until_ended
from tutor_cli.errors import ExitCode
from tutor_cli.printable import printable

if TYPE_CHECKING:
    from rich.live import Live
    from rich.table import Table

    from tutor_cli.settings import Settings
    from tutor_cli.stack.up import Row

app = typer.Typer(rich_markup_mode=None)

HOW_TO = """\
The tutor is up. In another terminal:
  tutor talk                  speak with it
  tutor say "solve 2x = 6"    write to it
  tutor replay recordings/    play recordings to it
Ctrl-C ends it."""


@app.command()
@options.grouped
def up(
    server: options.Server,
    model: Annotated[str | None, typer.Option("--model", help="auto, local or gemini. [TUTOR_MODEL]")] = None,
    port: Annotated[
        int | None, typer.Option("--port", help="Port of the LiveKit server; a free one.", min=1, max=65535)
    ] = None,
    as_json: options.Json = False,
) -> None:
    """Run livekit-server, the local model and the tutor until Ctrl-C, and start again what dies.

    Other commands find what runs here and answer sooner. With LIVEKIT_URL set, that server is used instead of one of
    our own.
    """
    board = Board(as_json=as_json)
    output.run("up", lambda: _up(connect.load(server, options.Model(model=model)), port, board), as_json=as_json)


def _up(settings: Settings, port: int | None, board: Board) -> output.Outcome:
    if settings.model_notice:
        output.notice(settings.model_notice)
    with suppress(KeyboardInterrupt):
        run_until_ended(_run(settings, port, board))
    return output.Outcome(board.to_dict(), exit_code=ExitCode.INTERRUPTED)


async def _run(settings: Settings, port: int | None, board: Board) -> None:
    from tutor_cli.stack.up import up

    with board.shown():
        async with up(settings, board.show, port) as parts:
            board.say(HOW_TO)
            await parts.keep()


class Board:
    """The state of every part: a table that changes in place on a terminal, lines on stderr elsewhere."""

    def __init__(self, *, as_json: bool = False) -> None:
        self._rows: dict[str, Row] = {}
        self._restarts: Counter[str] = Counter()
        self._as_json = as_json
        self._live: Live | None = None

    def shown(self) -> AbstractContextManager[object]:
        """Return the block in which the table is on the screen."""
        if self._as_json or not sys.stdout.isatty() or output.options.quiet:
            return nullcontext()
        from rich.live import Live

        self._live = Live(console=output.console(), auto_refresh=False)
        return self._live

    def show(self, row: Row) -> None:
        """Show a part's new state."""
        self._restarts[row.part] += row.state == "restarting"
        self._rows[row.part] = row
        if self._live is None:
            output.notice(f"{row.part}: {row.state} {row.detail}".rstrip())
        else:
            self._live.update(_table(list(self._rows.values())), refresh=True)

    def say(self, text: str) -> None:
        """Say something that stays, above the table."""
        if self._live is not None:
            self._live.console.print(text)
        elif self._as_json:
            output.notice(text)
        else:
            output.tell(text)

    def to_dict(self) -> dict[str, Any]:
        """Return the last state of every part and how often it was started again, for `--json`."""
        return {"parts": [asdict(row) | {"restarts": self._restarts[row.part]} for row in self._rows.values()]}


def _table(rows: list[Row]) -> Table:
    from rich.table import Table
    from rich.text import Text

    colours = {"ready": "green", "restarting": "red"}
    table = Table(box=None, pad_edge=False, show_header=False)
    for row in rows:
        table.add_row(row.part, Text(row.state, colours.get(row.state, "")), Text(printable(row.detail)))
    return table
