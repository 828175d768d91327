"""Lessons are kept beside the conversation, whatever becomes of the database."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from concurrent.futures import Future
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.lessons import LESSON, LINEAR, QUADRATIC, keep, new_session, recall, said, warn
from tutor_cli.events import AgentState, Event, Interrupted, MathsFound, SessionEnded, SessionStarted, Span, Transcript
from tutor_cli.store.database import Database
from tutor_cli.store.export import journal, session_data
from tutor_cli.store.notebook import LONGEST_QUEUE, UNAVAILABLE, Notebook
from tutor_cli.store.queries import session as find_session
from tutor_cli.store.queries import sessions


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> str:
    """Return where a new file is to be, for what is the same in every database."""
    return str(tmp_path / "tutor.db")


def _data(location: str, id: str) -> dict[str, object]:
    database = Database(location)
    with database.reading() as rows:
        data = session_data(find_session(rows, id))
    database.close()
    return data


def _journal(location: str, id: str) -> list[Event]:
    database = Database(location)
    with database.reading() as rows:
        events = journal(find_session(rows, id))
    database.close()
    return events


def _ids(location: str) -> list[str]:
    database = Database(location)
    with database.reading() as rows:
        ids = [row.id for row in sessions(rows)]
    database.close()
    return ids


def test_a_lesson_is_kept(location: str) -> None:
    """Session, student, what was said and the problems are there, with what became of them."""
    kept = keep(location, room="algebra")
    data = _data(location, kept.id)

    assert (data["student"], data["room"], data["level"], data["ending"]) == ("asha", "algebra", 9, "closed")
    utterances, problems = data["utterances"], data["problems"]
    assert isinstance(utterances, list)
    assert isinstance(problems, list)
    assert [row["speaker"] for row in utterances] == ["student", "tutor", "tutor"]
    assert utterances[0]["spans"] == [{"start": 6, "end": 19, "latex": LINEAR}]
    assert [(row["problem"], row["outcome"], row["slip"]) for row in problems] == [
        (LINEAR, "explained", ""),
        (QUADRATIC, "wrong", "sign"),
    ]


def test_the_journal_is_every_event(location: str) -> None:
    """Between the beginning and the end of a session stand its events as they were."""
    kept = keep(location)

    first, *events, last = _journal(location, kept.id)
    assert first == SessionStarted(0, kept.id, "direct", "local", "realtime")
    assert events == list(LESSON)
    assert last == SessionEnded(1_000, "closed")


def test_interim_transcripts_are_left_out(file: str) -> None:
    """The last transcript of a segment says what those before it said."""
    heard = [Transcript(1, "s", "student", text, final) for text, final in (("so", False), ("solve it", True))]
    kept = keep(file, [*heard, said("solve it")])

    assert heard[0] not in _journal(file, kept.id)
    assert heard[1] in _journal(file, kept.id)


def test_an_interrupted_tutor(file: str) -> None:
    """What was heard of an interrupted reply is marked as such."""
    kept = keep(file, [said("go on"), said("First, sub", "tutor"), Interrupted(3, "First, sub"), said("wait")])

    utterances = _data(file, kept.id)["utterances"]
    assert isinstance(utterances, list)
    assert [row["interrupted"] for row in utterances] == [False, True, False]


def test_a_silent_session_leaves_no_trace(file: str) -> None:
    """Where nobody said a word there is nothing to keep."""
    keep(file, [AgentState(1, "listening")])

    assert _ids(file) == []


def test_what_is_said_is_recalled_at_once(location: str) -> None:
    """A question about the lesson that is going on waits for what was said in it."""

    async def run() -> dict[str, object]:
        notebook = Notebook(location, warn)
        recorder = notebook.begin(new_session(), lambda: "asha")
        for event in LESSON:
            recorder.put(event)
        found = await asyncio.wrap_future(recorder.recall("this", "wrong"))
        await notebook.aclose()
        return found

    problems = asyncio.run(run())["problems"]
    assert isinstance(problems, list)
    assert [(row["problem"], row["this_session"]) for row in problems] == [(QUADRATIC, True)]


def test_what_is_said_is_not_written_while_its_answer_is_awaited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The thread does what comes after at once, and writes what was said later, at the end at the latest."""
    location = str(tmp_path / "lessons.db")

    async def run() -> None:
        notebook = Notebook(location, warn)
        notebook.begin(new_session(), lambda: "asha").put(said("two plus two"))
        came_past: Future[None] = Future()
        notebook.run(lambda _database: came_past.set_result(None))
        await asyncio.wrap_future(came_past)
        assert _ids(location) == []
        await notebook.aclose()

    monkeypatch.setattr("tutor_cli.store.notebook.WRITE_AFTER_S", 60.0)
    asyncio.run(run())
    assert len(_ids(location)) == 1


def test_a_later_lesson_recalls_the_one_before(location: str) -> None:
    """The last session is the one before this; students do not see each other's problems."""
    keep(location)
    now = new_session()

    assert [row["problem"] for row in recall(location, now, "last")["problems"]] == [QUADRATIC, LINEAR]
    assert [row["problem"] for row in recall(location, now, "any", "open")["problems"]] == [QUADRATIC]
    assert recall(location, now)["mistakes_by_topic"] == {"quadratic equations": 1}
    assert recall(location, now, student="ravi") == {"status": "nothing", "problems": [], "mistakes_by_topic": {}}


def test_two_writers(location: str) -> None:
    """Two notebooks, as of two processes, write to a new database at once, and nothing is lost."""

    async def lesson(notebook: Notebook, id: str) -> None:
        recorder = notebook.begin(new_session(id=id), lambda: "asha")
        for number in range(50):
            recorder.put(said(f"{id} {number}", at_ms=number))
            await asyncio.sleep(0)
        recorder.end(100, "closed")

    async def run() -> None:
        books = [Notebook(location, warn) for _ in range(2)]
        async with asyncio.TaskGroup() as tasks:
            for number, book in enumerate(books * 2):
                tasks.create_task(lesson(book, f"session{number}"))
        for book in books:
            await book.aclose()

    asyncio.run(run())
    assert sorted(_ids(location)) == ["session0", "session1", "session2", "session3"]
    for id in _ids(location):
        assert [event.text for event in _journal(location, id) if isinstance(event, MathsFound)] == [
            f"{id} {number}" for number in range(50)
        ]


_TEXT = st.text(st.characters(exclude_categories=()), max_size=20)
_SPANS = st.lists(st.builds(Span, st.integers(0, 9), st.integers(0, 9), _TEXT), max_size=2).map(tuple)
_SAID = st.builds(MathsFound, st.integers(0, 10**6), _TEXT, st.sampled_from(["student", "tutor"]), _TEXT, _SPANS)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_SAID, min_size=1, max_size=4))
def test_any_text_is_kept(tmp_path: Path, events: list[MathsFound]) -> None:
    """Whatever is said is kept and nothing warned of; what no database can hold is shown as replaced."""
    location = str(tmp_path / "tutor.db")
    kept = keep(location, events)

    told = [event for event in _journal(location, kept.id) if isinstance(event, MathsFound)]
    assert [event.text for event in told] == [
        "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in event.text) for event in events
    ]


def test_a_damaged_database_is_told_once_and_the_lesson_goes_on(tmp_path: Path) -> None:
    """The file is left as it is, and recalling says that nothing is known."""
    path = tmp_path / "tutor.db"
    path.write_bytes(b"this is no database at all" * 100)
    warnings: list[str] = []

    async def run() -> dict[str, object]:
        notebook = Notebook(str(path), warnings.append)
        recorder = notebook.begin(new_session(), lambda: "asha")
        for event in LESSON:
            recorder.put(event)
        found = await asyncio.wrap_future(recorder.recall("any", "any"))
        recorder.end(1, "closed")
        await notebook.aclose()
        return found

    assert asyncio.run(run()) == UNAVAILABLE
    [warning] = warnings
    assert "is damaged" in warning
    assert path.read_bytes().startswith(b"this is no database")


def test_a_locked_database_is_written_when_it_is_free(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be written waits for the next event; that it waits is told once."""
    monkeypatch.setattr("tutor_cli.store.database.BUSY_S", 0.05)
    location, warnings = str(tmp_path / "tutor.db"), list[str]()
    keep(location, id="before")

    async def run() -> None:
        notebook = Notebook(location, warnings.append)
        recorder = notebook.begin(new_session(id="locked"), lambda: "asha")
        other = sqlite3.connect(location, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        for event in LESSON:
            recorder.put(event)
        assert await asyncio.wrap_future(recorder.recall("any", "any")) == UNAVAILABLE
        other.execute("ROLLBACK")
        other.close()
        recorder.end(1_000, "closed")
        await notebook.aclose()

    asyncio.run(run())
    assert len(warnings) == 1
    assert "locked" in warnings[0]
    assert _journal(location, "locked")[1:-1] == list(LESSON)


def test_a_database_that_is_locked_from_the_beginning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is opened with a later event, and nothing of the lesson is missing."""
    monkeypatch.setattr("tutor_cli.store.database.BUSY_S", 0.05)
    location, warnings = str(tmp_path / "tutor.db"), list[str]()

    async def run() -> None:
        other = sqlite3.connect(location, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        notebook = Notebook(location, warnings.append)
        recorder = notebook.begin(new_session(id="locked"), lambda: "asha")
        for event in LESSON:
            recorder.put(event)
        assert await asyncio.wrap_future(recorder.recall("any", "any")) == UNAVAILABLE
        other.close()
        recorder.end(1_000, "closed")
        await notebook.aclose()

    asyncio.run(run())
    assert len(warnings) == 1
    assert _journal(location, "locked")[1:-1] == list(LESSON)


def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that may not grow loses the end of the lesson, with one warning, and stays sound."""
    location, warnings = str(tmp_path / "tutor.db"), list[str]()
    keep(location, id="before")
    pages = sqlite3.connect(location).execute("PRAGMA page_count").fetchone()[0]
    pragmas = ("foreign_keys = ON", f"max_page_count = {pages + 1}")
    monkeypatch.setattr("tutor_cli.store.database.PRAGMAS", pragmas)

    keep(location, [said("x" * 100_000)], warn=warnings.append)

    assert len(warnings) == 1
    assert "full" in warnings[0]
    assert _ids(location) == ["before"]


def test_a_flood_is_bounded(tmp_path: Path) -> None:
    """More events than may wait are dropped, with a warning, rather than kept in memory."""
    warnings: list[str] = []

    async def run() -> None:
        notebook = Notebook(str(tmp_path / "tutor.db"), warnings.append)
        recorder = notebook.begin(new_session(), str)
        for number in range(LONGEST_QUEUE + 5):
            recorder.put(AgentState(number, "listening"))
        await notebook.aclose()

    asyncio.run(run())
    assert len(warnings) == 1


def test_a_session_deleted_while_it_goes_on(tmp_path: Path) -> None:
    """What is said after a session was deleted is not kept, and nothing else is harmed."""
    location, warnings = str(tmp_path / "tutor.db"), list[str]()

    async def run() -> None:
        notebook = Notebook(location, warnings.append)
        recorder = notebook.begin(new_session(), lambda: "asha")
        recorder.put(said("hello"))
        await asyncio.wrap_future(recorder.recall("any", "any"))
        with sqlite3.connect(location) as other:
            other.execute("PRAGMA foreign_keys = ON")
            other.execute("DELETE FROM sessions")
        other.close()
        recorder.put(said("still here?"))
        recorder.end(1, "closed")
        await notebook.aclose()

    asyncio.run(run())
    assert _ids(location) == []


def test_putting_an_event_does_not_wait(tmp_path: Path) -> None:
    """The conversation goes on at once though the database is locked; it is the thread that waits."""
    location = str(tmp_path / "tutor.db")
    keep(location)
    other = sqlite3.connect(location, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    notebook = Notebook(location, lambda _message: None)
    recorder = notebook.begin(new_session(), lambda: "asha")

    began = time.thread_time()
    for event in LESSON * 10:
        recorder.put(event)
    spent_s = time.thread_time() - began
    other.close()
    asyncio.run(notebook.aclose())

    # Counted in the processor time of this thread, so that a busy machine does not matter.
    assert spent_s < 0.05
