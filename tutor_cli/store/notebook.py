"""The writer of lessons: one thread beside the conversation, which never waits for a database.

Whatever becomes of the database, the lesson goes on: what fails is told once, and written later where it can be.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from queue import Empty, SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING, Any

from tutor_cli.errors import TutorError
from tutor_cli.events import Event, MathsFound, SessionEnded, ToolUsed, Whiteboard
from tutor_cli.store.journal import NewSession, is_kept

if TYPE_CHECKING:
    from tutor_cli.store.database import Database
    from tutor_cli.store.recording import SessionWriter

LONGEST_QUEUE = 1_000
"""Events of a session that may wait for the database; later ones are dropped."""

FLUSH_TIMEOUT_S = 5.0

WRITE_AFTER_S = 1.0
"""How long events are gathered while a reply is awaited: the writer would take the interpreter from the agent."""

UNAVAILABLE = {"status": "unavailable"}
"""What the tool `recall_problems` answers where there is no store."""

Warn = Callable[[str], None]
Job = Callable[["Database"], None]


class Notebook:
    """A database at a location (see `database.Database`) and the thread that works with it, until `aclose`.

    `warn` is called once at most, from that thread, with what went wrong first and what to do.
    """

    def __init__(self, location: str, warn: Warn) -> None:
        self._location = location
        self._warn = warn
        self._warned = False
        self._hopeless = False
        self._database: Database | None = None
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._later: deque[tuple[float, Callable[[], None]]] = deque()
        self._thread = threading.Thread(target=self._work, name="notebook", daemon=True)
        self._thread.start()

    def begin(self, session: NewSession, student: Callable[[], str]) -> Recorder:
        """Return what keeps a session; `student` tells who is taught, and is asked when something is said."""
        return Recorder(self, session, student)

    async def aclose(self) -> None:
        """Write what is queued, within five seconds, and stop."""
        self._jobs.put(None)
        await asyncio.to_thread(self._thread.join, FLUSH_TIMEOUT_S)
        if self._thread.is_alive():
            self.warn("The database did not take all of it in time.")

    def run(self, job: Job, otherwise: Callable[[], None] = lambda: None) -> None:
        """Have the thread do a job with the database, and `otherwise` where that fails."""
        self._jobs.put(lambda: None if self._do(job) else otherwise())

    def run_later(self, job: Job, otherwise: Callable[[], None]) -> None:
        """Do the same a second later, or before the notebook is closed."""
        due_s = monotonic() + WRITE_AFTER_S
        self._jobs.put(lambda: self._later.append((due_s, lambda: None if self._do(job) else otherwise())))

    def warn(self, message: str) -> None:
        """Tell the first thing that goes wrong."""
        if not self._warned:
            self._warned = True
            self._warn(f"This lesson is not being stored: {message}")

    def _work(self) -> None:
        # At once, as importing what it takes is slow, and the first words are to come.
        self._do(lambda _database: None)
        while (job := self._next()) is not None:
            job()
        for _, job in self._later:
            job()
        if self._database:
            self._database.close()

    def _next(self) -> Callable[[], None] | None:
        """Return what is to be done next, once it is due; None where the notebook is closed."""
        if not self._later:
            return self._jobs.get()
        try:
            return self._jobs.get(timeout=max(0.0, self._later[0][0] - monotonic()))
        except Empty:
            return self._later.popleft()[1]

    def _do(self, job: Job) -> bool:
        """Do a job; return whether it is done."""
        from tutor_cli.store.failures import WORTH_ANOTHER_TRY, told

        if self._hopeless:
            return False
        try:
            if self._database is None:
                self._database = _open(self._location)
            with told(self._database.name):
                job(self._database)
        except TutorError as error:
            # A locked database is tried again with the next event; a damaged one is not.
            self._hopeless = self._database is None and error.code not in WORTH_ANOTHER_TRY
            self.warn(f"{error.message} {error.hint}")
        except Exception as error:  # noqa: BLE001  # the last one to hear of it: a lesson must not end for its notes
            self.warn(f"{type(error).__name__}: {error}")
        else:
            return True
        return False


def _is_awaiting_reply(event: Event) -> bool:
    """Tell whether an event comes while the pupil waits for the tutor's first words."""
    return isinstance(event, ToolUsed | Whiteboard) or getattr(event, "speaker", "") == "student"


def _open(location: str) -> Database:
    from tutor_cli.store.database import Database

    return Database(location)


class Recorder:
    """One session's way into a notebook. A session in which nobody says a word leaves no trace."""

    def __init__(self, notebook: Notebook, session: NewSession, student: Callable[[], str]) -> None:
        self.session = session
        self._notebook = notebook
        self._ask_student = student
        self._student = ""
        self._writer: SessionWriter | None = None
        self._waiting: deque[Event] = deque()
        self._scheduled = False
        self._over = False

    def put(self, event: Event) -> None:
        """Queue an event; takes microseconds, whatever the database does."""
        if self._over or not is_kept(event):
            return
        if len(self._waiting) >= LONGEST_QUEUE:
            self._notebook.warn(f"{LONGEST_QUEUE} events wait to be written.")
            return
        self._waiting.append(event)
        if not self._student and isinstance(event, MathsFound):
            self._student = self._ask_student()
        if self._student and not _is_awaiting_reply(event):
            self._notebook.run(self._write, self._unscheduled)
        elif self._student and not self._scheduled:
            self._scheduled = True
            self._notebook.run_later(self._write, self._unscheduled)

    def end(self, at_ms: int, reason: str) -> None:
        """Queue the end of the session; what comes later is not kept."""
        self.put(SessionEnded(at_ms, reason))
        self._over = True

    def recall(self, session: str, outcome: str) -> Future[dict[str, Any]]:
        """Return what becomes the answer to the tool `recall_problems`, once all that was said is written."""
        found: Future[dict[str, Any]] = Future()
        student = self._student or self._ask_student()

        def look(database: Database) -> None:
            from tutor_cli.store.queries import recalled

            self._write(database)
            if not found.set_running_or_notify_cancel():
                return
            with database.reading() as rows:
                found.set_result(recalled(rows, student, self.session, session, outcome))

        def fail() -> None:
            # Who asked may have given up waiting.
            with suppress(InvalidStateError):
                found.set_result(UNAVAILABLE)

        self._notebook.run(look, fail)
        return found

    def _write(self, database: Database) -> None:
        """Write what waits; where that fails and may succeed later, it goes on waiting."""
        from sqlalchemy.exc import SQLAlchemyError

        from tutor_cli.store.failures import passes
        from tutor_cli.store.recording import SessionWriter

        self._scheduled = False
        batch = list(self._waiting)
        if not batch or not self._student:
            return
        self._writer = self._writer or SessionWriter(self.session)
        try:
            self._writer.write(database, self._student, batch)
        except SQLAlchemyError as error:
            if not passes(error):
                self._drop(len(batch))
            raise
        self._drop(len(batch))

    def _unscheduled(self) -> None:
        # The database could not even be opened; the next event tries again.
        self._scheduled = False

    def _drop(self, count: int) -> None:
        for _ in range(count):
            self._waiting.popleft()
