"""`tutor sessions`: the lessons that were kept."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tutor_cli.cli import connect, options, output
from tutor_cli.cli.moments import moment
from tutor_cli.display.mode import MathMode
from tutor_cli.errors import BadInputError, UsageError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from tutor_cli.store.database import Database

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="List, read, export and delete lessons.")

Id = Annotated[str, typer.Argument(metavar="ID", help="The session's id, or its beginning.")]
Student = Annotated[str, typer.Option("--student", help="Only of this student.")]

FORMATS = ("json", "jsonl", "md", "csv")


@dataclass(frozen=True)
class Chosen:
    """Which sessions are to be deleted."""

    all_of_them: Annotated[bool, typer.Option("--all", help="Every session there is.")] = False
    student: Student = ""
    older_than: Annotated[str, typer.Option("--older-than", help="Begun longer ago, such as 30d or 12h.")] = ""


@app.callback()
def sessions() -> None:
    """List, read, export and delete lessons."""


@app.command("list")
def list_sessions(
    student: Student = "",
    limit: Annotated[str, typer.Option("--limit", metavar="N", help="So many at most.")] = "20",
    since: Annotated[str, typer.Option("--since", help="Begun since: 7d, 12h, or 2026-11-21.")] = "",
    as_json: options.Json = False,
) -> None:
    """List the sessions that were kept, newest first."""

    def act() -> output.Outcome:
        begun = moment(since) if since else None
        count = _count(limit)
        return _with_rows(lambda rows: _listed(rows, student, begun, count))

    output.run("sessions list", act, as_json=as_json)


@app.command("show")
def show(session: Id, math: options.Math = "auto", as_json: options.Json = False) -> None:
    """Show what was said in a session, formulas drawn, and what became of its problems."""

    def act() -> output.Outcome:
        return _with_rows(lambda rows: _shown(rows, session, math))

    output.run("sessions show", act, as_json=as_json)


@app.command("export")
def export(
    session: Id,
    form: Annotated[str, typer.Option("--format", help="json, jsonl (the journal), md or csv.")] = "json",
    to: Annotated[Path | None, typer.Option("--output", "-o", help="A file, which gets it to the letter.")] = None,
    as_json: options.Json = False,
) -> None:
    """Write a session out: as JSON, as its journal of events, to be read, or as a table of what was said."""

    def act() -> output.Outcome:
        if form not in FORMATS:
            raise UsageError("format_unknown", f"There is no format {form!r}.", f"Use {', '.join(FORMATS)}.")
        return _with_rows(lambda rows: _exported(rows, session, form, to))

    output.run("sessions export", act, as_json=as_json)


@app.command("delete")
@options.grouped
def delete(
    chosen: Chosen,
    session: Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="These sessions.")] = None,
    yes: options.Yes = False,
    as_json: options.Json = False,
) -> None:
    """Delete sessions with all that belongs to them; they cannot be brought back."""
    output.run("sessions delete", lambda: _deleted(session or [], chosen, yes=yes), as_json=as_json)


def _count(text: str) -> int:
    # Read here: a number as Typer reads it costs a third of what the command takes.
    if not (text.isascii() and text.isdecimal() and int(text[:10]) > 0):
        raise UsageError("flag_value", f"--limit is {text!r}.", "Use a whole number.")
    return int(text[:10])


def _with_rows(act: Callable[[Session], output.Outcome]) -> output.Outcome:
    """Return what is read from the database."""
    from tutor_cli.store.failures import told

    database = _open()
    try:
        with told(database.name), database.reading() as rows:
            return act(rows)
    finally:
        database.close()


def _open() -> Database:
    from tutor_cli.store.database import Database

    return Database(connect.load().database_to_read())


def _listed(rows: Session, student: str, since: datetime | None, limit: int) -> output.Outcome:
    from tutor_cli.cli.session_list import sessions_table
    from tutor_cli.store import queries
    from tutor_cli.store.export import summary
    from tutor_cli.store.tables import ProblemRow, UtteranceRow

    found = queries.sessions(rows, student, since, limit=limit)
    said, problems = queries.counts(rows, UtteranceRow), queries.counts(rows, ProblemRow)
    data = [{**summary(row), "utterances": said.get(row.id, 0), "problems": problems.get(row.id, 0)} for row in found]
    return output.Outcome({"sessions": data}, sessions_table(data) if data else "No session is kept.")


def _shown(rows: Session, id: str, math: MathMode) -> output.Outcome:
    from tutor_cli.cli.session_view import session_rows
    from tutor_cli.display.mode import style_of
    from tutor_cli.store import queries
    from tutor_cli.store.export import session_data

    data = session_data(queries.session(rows, id))
    drawn = session_rows(data, output.width(), style_of(math, sys.stdout.encoding))
    return output.Outcome({"session": data}, "\n".join(drawn))


def _exported(rows: Session, id: str, form: str, to: Path | None) -> output.Outcome:
    from tutor_cli.store import queries
    from tutor_cli.store.export import EXPORTS

    row = queries.session(rows, id)
    text = EXPORTS[form](row)
    data: dict[str, Any] = {"session": row.id, "format": form}
    if to is None:
        return output.Outcome({**data, "text": text}, text)
    try:
        to.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise BadInputError("export_unwritable", f"{to} cannot be written: {error.strerror}.", "Check it.") from error
    return output.Outcome({**data, "path": str(to)}, f"Session {row.id} is in {to}.")


def _deleted(ids: Sequence[str], chosen: Chosen, *, yes: bool) -> output.Outcome:
    from tutor_cli.store.failures import told

    before = moment(chosen.older_than) if chosen.older_than else None
    if not (ids or chosen.all_of_them or chosen.student or before):
        raise UsageError("nothing_chosen", "Which sessions?", "Name them, or use --all, --student or --older-than.")
    if ids and chosen != Chosen():
        raise UsageError("chosen_twice", "Ids and other choices cannot stand together.", "Use one or the other.")
    database = _open()
    try:
        with told(database.name), database.reading() as rows:
            found = _chosen_rows(rows, ids, chosen, before)
        if found and not yes:
            _confirm(f"Delete {len(found)} session{'s' * (len(found) > 1)}, for good?")
        with told(database.name):
            database.delete(found)
    finally:
        database.close()
    return output.Outcome({"deleted": found}, f"{len(found)} session{'s' * (len(found) != 1)} deleted.")


def _chosen_rows(rows: Session, ids: Sequence[str], chosen: Chosen, before: datetime | None) -> list[str]:
    from tutor_cli.store import queries

    if ids:
        return list(dict.fromkeys(queries.session(rows, id).id for id in ids))
    return [row.id for row in queries.sessions(rows, chosen.student, before=before)]


def _confirm(question: str) -> None:
    """Ask where someone can answer; a script has to say it."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError("not_confirmed", "Nothing was deleted, as nobody can be asked.", "Give --yes.")
    if not typer.confirm(question, err=True):
        raise UsageError("not_confirmed", "Nothing was deleted.", "Answer y, or give --yes.")
