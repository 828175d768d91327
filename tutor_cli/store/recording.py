"""One session on its way into the tables: what each event of it means there."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import timedelta
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from tutor_cli.events import (
    Event,
    Interrupted,
    MathsFound,
    SessionEnded,
    SessionStarted,
    to_dict,
)
from tutor_cli.store.database import Database
from tutor_cli.store.journal import NewSession
from tutor_cli.store.problems import Problems, after
from tutor_cli.store.tables import EventRow, ProblemRow, SessionRow, StudentRow, UtteranceRow

LONGEST_NAME = 256
"""Characters kept of an identity and of a room's name."""

# What databases cannot hold as text.
_UNSTORABLE = re.compile("[\ud800-\udfff\0]")


@dataclass(frozen=True, slots=True)
class _Written:
    """What is in the tables of a session already."""

    events: int = 0
    utterances: int = 0
    problems: Problems = field(default_factory=Problems)


class SessionWriter:
    """Writes the events of one session, in order, as many at once as have come."""

    def __init__(self, session: NewSession) -> None:
        self._session = session
        self._written = _Written()

    def write(self, database: Database, student: str, events: Sequence[Event]) -> None:
        """Write events in one transaction; raise SQLAlchemyError, with nothing written, where that fails."""
        with database.writing() as rows, rows.begin():
            written = self._written
            if not written.events:
                self._begin(rows, storable(student)[:LONGEST_NAME])
                events = [self._started(), *events]
            for event in events:
                written = self._add(rows, written, event)
            self._keep_problems(rows, written.problems)
        self._written = written

    def _begin(self, rows: Session, student: str) -> None:
        session = self._session
        # Two first sessions of a student may begin at once.
        insert: Any = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}[rows.get_bind().dialect.name]
        rows.execute(insert(StudentRow).values(id=student, first_seen=session.started).on_conflict_do_nothing())
        room = storable(session.room)[:LONGEST_NAME]
        rows.add(SessionRow(student=student, **asdict(replace(session, room=room))))
        rows.flush()

    def _started(self) -> SessionStarted:
        session = self._session
        return SessionStarted(0, session.id, session.transport, session.model, session.pipeline)

    def _add(self, rows: Session, written: _Written, event: Event) -> _Written:
        number = {"session_id": self._session.id, "position": written.events, "at_ms": event.at_ms}
        body = json.dumps(to_dict(event), ensure_ascii=False)
        rows.add(EventRow(body=storable(body), **number))
        written = replace(written, events=written.events + 1, problems=after(written.problems, event))
        match event:
            case MathsFound():
                self._add_utterance(rows, written.utterances, event)
                return replace(written, utterances=written.utterances + 1)
            case Interrupted() if written.utterances:
                last = rows.get_one(UtteranceRow, (self._session.id, written.utterances - 1))
                last.interrupted = last.speaker == "tutor"
            case SessionEnded(at_ms=at_ms, reason=reason):
                session = rows.get_one(SessionRow, self._session.id)
                session.ended, session.ending = session.started + timedelta(milliseconds=at_ms), storable(reason)
        return written

    def _add_utterance(self, rows: Session, position: int, said: MathsFound) -> None:
        rows.add(
            UtteranceRow(
                session_id=self._session.id,
                position=position,
                at_ms=said.at_ms,
                speaker=said.speaker,
                text=storable(said.text),
                spans=[{**asdict(span), "latex": storable(span.latex)} for span in said.spans],
                interrupted=False,
            )
        )
        # An interruption that follows at once looks for it.
        rows.flush()

    def _keep_problems(self, rows: Session, problems: Problems) -> None:
        known = self._written.problems.worth_keeping()
        for position, problem in problems.worth_keeping().items():
            if known.get(position) != problem:
                values = {name: _storable_or_same(value) for name, value in asdict(problem).items()}
                rows.merge(ProblemRow(session_id=self._session.id, position=position, **values))


def storable(text: str) -> str:
    """Return a text without what no database can hold: NUL and lone surrogates."""
    return _UNSTORABLE.sub("\ufffd", text)


def _storable_or_same(value: object) -> object:
    return storable(value) if isinstance(value, str) else value
