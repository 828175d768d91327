"""Kept sessions as a table, light enough for a command that only lists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tutor_cli.cli.tables import table

if TYPE_CHECKING:
    from rich.table import Table

SHOWN_ID = 8
"""Characters of an id in a list; any beginning that is not another's will do."""


def sessions_table(sessions: Sequence[dict[str, Any]]) -> Table:
    """Return the list of sessions, as `store.export.summary` has them with their counts."""
    rows = [
        (
            session["id"][:SHOWN_ID],
            local_time(session["started"]),
            length(session),
            session["student"],
            session["model"],
            session["utterances"],
            session["problems"],
        )
        for session in sessions
    ]
    return table(("Session", "Begun", "Length", "Student", "Model", "Said", "Problems"), rows)


def local_time(time: str) -> str:
    """Return an ISO-8601 time as it is here, to the minute."""
    return f"{datetime.fromisoformat(time).astimezone():%Y-%m-%d %H:%M}"


def length(session: dict[str, Any]) -> str:
    """Return how long a session lasted, in minutes and seconds."""
    if session["ended"] is None:
        return "not ended"
    seconds = (datetime.fromisoformat(session["ended"]) - datetime.fromisoformat(session["started"])).total_seconds()
    return f"{seconds // 60:.0f}:{seconds % 60:02.0f}"
