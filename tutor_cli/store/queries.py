"""What is asked of the tables: sessions by student and date, one session by the beginning of its id, past problems."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from tutor_cli.errors import UsageError
from tutor_cli.store.journal import NewSession
from tutor_cli.store.tables import ProblemRow, SessionRow

MOST_RECALLED = 10


def sessions(
    rows: Session, student: str = "", since: datetime | None = None, before: datetime | None = None, limit: int = 0
) -> Sequence[SessionRow]:
    """Return the sessions, newest first: of one student, begun in a time, at most `limit` of them (0: all)."""
    query = select(SessionRow).order_by(SessionRow.started.desc(), SessionRow.id)
    if student:
        query = query.where(SessionRow.student == student)
    if since:
        query = query.where(SessionRow.started >= since)
    if before:
        query = query.where(SessionRow.started < before)
    return rows.scalars(query.limit(limit) if limit else query).all()


def counts(rows: Session, table: Any) -> dict[str, int]:
    """Return how many rows of a table each session has."""
    found = rows.execute(select(table.session_id, func.count().label("number")).group_by(table.session_id))
    return {row.session_id: row.number for row in found}


def session(rows: Session, beginning: str) -> SessionRow:
    """Return the session whose id begins so; raise UsageError where none does, or several do."""
    query = select(SessionRow).where(SessionRow.id.startswith(beginning.lower(), autoescape=True)).limit(2)
    found = rows.scalars(query).all() if beginning else []
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError("session_ambiguous", f"Several sessions begin with {beginning!r}.", "Write more of the id.")
    raise UsageError("session_unknown", f"There is no session {beginning!r}.", "See `tutor sessions list`.")


def recalled(rows: Session, student: str, now: NewSession, which: str, outcome: str) -> dict[str, Any]:
    """Return a student's past problems, newest first, as the tool `recall_problems` answers.

    `which` is `this` session, the `last` one before it in which a problem was worked on, or any; `outcome` is `wrong`
    (answered wrong at least once), `right`, `explained`, `open` (neither solved nor shown) or any.
    """
    query = _problems_of(student, outcome)
    if which == "this":
        query = query.where(SessionRow.id == now.id)
    elif which == "last":
        query = query.where(SessionRow.id == _last_session(student, now))
    newest = query.order_by(SessionRow.started.desc(), ProblemRow.position.desc()).limit(MOST_RECALLED)
    problems = [_recalled(problem, now) for problem in rows.scalars(newest)]
    return {
        "status": "found" if problems else "nothing",
        "problems": problems,
        "mistakes_by_topic": _mistakes(rows, student),
    }


def _problems_of(student: str, outcome: str) -> Select[ProblemRow]:
    query = select(ProblemRow).join(ProblemRow.session).where(SessionRow.student == student)
    conditions: dict[str, ColumnElement[bool]] = {
        "wrong": ProblemRow.slip != "",
        "right": ProblemRow.outcome == "right",
        "explained": ProblemRow.outcome.in_(("explained", "gave_up")),
        "open": ProblemRow.outcome.in_(("open", "wrong")),
    }
    return query.where(conditions[outcome]) if outcome in conditions else query


def _last_session(student: str, now: NewSession) -> Any:
    worked = select(SessionRow.id).join(SessionRow.problems)
    earlier = worked.where(SessionRow.student == student, SessionRow.started < now.started, SessionRow.id != now.id)
    return earlier.order_by(SessionRow.started.desc()).limit(1).scalar_subquery()


def _recalled(row: ProblemRow, now: NewSession) -> dict[str, Any]:
    return {
        "problem": row.problem,
        "topic": row.topic,
        "answer": row.answer,
        "verified": row.verified,
        "outcome": row.outcome,
        "attempts": row.attempts,
        "slip": row.slip,
        "note": row.note,
        "date": row.session.started.date().isoformat(),
        "this_session": row.session_id == now.id,
    }


def _mistakes(rows: Session, student: str) -> dict[str, int]:
    wrong = _problems_of(student, "wrong").with_only_columns(ProblemRow.topic, func.count())
    return {topic or "other": count for topic, count in rows.execute(wrong.group_by(ProblemRow.topic))}
