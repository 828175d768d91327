"""The tables: students, their sessions, what was said in them, the problems worked on, and the journal of events.

`migrations` makes and changes them in databases; a test compares the two.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, ForeignKey, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.types import TypeDecorator

_OWNED = "all, delete-orphan"


class Moment(TypeDecorator[datetime]):
    """A point in time, kept as UTC without a zone, which SQLite has not."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return what is written."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return what was written, as UTC."""
        return value.replace(tzinfo=UTC) if value else None


class Base(DeclarativeBase):
    """What the tables have in common."""


class StudentRow(Base):
    """Someone who is taught, by the identity with which they join."""

    __tablename__ = "students"

    id: Mapped[str] = mapped_column(String(256), primary_key=True)
    first_seen: Mapped[datetime] = mapped_column(Moment)


class SessionRow(Base):
    """One conversation; `room` is empty without one, `ended` and `ending` are where nobody lived to write them."""

    __tablename__ = "sessions"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    student: Mapped[str] = mapped_column(ForeignKey("students.id", ondelete="CASCADE"), index=True)
    room: Mapped[str] = mapped_column(String(256))
    transport: Mapped[str] = mapped_column(String(16))
    model: Mapped[str] = mapped_column(String(64))
    pipeline: Mapped[str] = mapped_column(String(16))
    language: Mapped[str] = mapped_column(String(16))
    level: Mapped[int]
    mode: Mapped[str] = mapped_column(String(16))
    started: Mapped[datetime] = mapped_column(Moment, index=True)
    ended: Mapped[datetime | None] = mapped_column(Moment)
    ending: Mapped[str | None] = mapped_column(Text)

    utterances: Mapped[list[UtteranceRow]] = relationship(
        order_by="UtteranceRow.position", cascade=_OWNED, passive_deletes=True
    )
    problems: Mapped[list[ProblemRow]] = relationship(
        order_by="ProblemRow.position", cascade=_OWNED, passive_deletes=True, back_populates="session"
    )
    events: Mapped[list[EventRow]] = relationship(order_by="EventRow.position", cascade=_OWNED, passive_deletes=True)


class _OfSession(Base):
    """A row of a session, numbered in it from 0."""

    __abstract__ = True

    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    at_ms: Mapped[int]


class UtteranceRow(_OfSession):
    """What someone said; of a tutor who was interrupted, what was heard of it. `spans` holds `events.Span`s."""

    __tablename__ = "utterances"

    speaker: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(Text)
    spans: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    interrupted: Mapped[bool]


class ProblemRow(_OfSession):
    """A problem of a session and what became of it, as `problems.Problem` has it."""

    __tablename__ = "problems"

    problem: Mapped[str] = mapped_column(Text)
    topic: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(32))
    answer: Mapped[str] = mapped_column(Text)
    verified: Mapped[bool]
    outcome: Mapped[str] = mapped_column(String(16), index=True)
    attempts: Mapped[int]
    slip: Mapped[str] = mapped_column(String(32))
    note: Mapped[str] = mapped_column(Text)

    session: Mapped[SessionRow] = relationship(back_populates="problems")


class EventRow(_OfSession):
    """An event of the journal, as a JSON line."""

    __tablename__ = "events"

    body: Mapped[str] = mapped_column(Text)
