"""A database is made, brought up to date, and told of where it cannot be used."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from tests.store.lessons import keep, recall
from tutor_cli.errors import BadInputError, ConfigError, MissingComponentError, TimeoutExceeded, TutorError
from tutor_cli.store import database as store
from tutor_cli.store.database import HEAD, Database, name_of
from tutor_cli.store.queries import sessions
from tutor_cli.store.tables import Base
from tutor_cli.store.upgrade import MIGRATIONS, upgrade


def _engine(location: str) -> sa.Engine:
    database = Database(location)
    return database._engine


def test_head_is_the_newest_migration() -> None:
    """The number by which a database is known to be up to date is that of the last migration."""
    scripts = ScriptDirectory(MIGRATIONS)

    assert scripts.get_heads() == [HEAD]


def test_migrations_make_the_tables(location: str) -> None:
    """A new database has what the tables say, and nothing else."""
    with _engine(location).connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_an_older_database_is_brought_up_to_date(location: str) -> None:
    """What is in a database of the previous form stays; the lessons of now go into it."""
    engine = store._engine(store._url(location))
    with engine.begin() as connection:
        upgrade(connection, location, "0001")
        connection.execute(sa.text("INSERT INTO students VALUES ('asha', '2026-01-02 03:04:05')"))
        old = "'old', 'asha', 'r', 'room', 'local', 'realtime', 'en', 8, 'quiz', '2026-01-02 03:04:05', NULL, NULL"
        connection.execute(sa.text(f"INSERT INTO sessions VALUES ({old})"))
    engine.dispose()

    kept = keep(location)

    database = Database(location)
    with database.reading() as rows:
        found = sessions(rows)
        assert [row.id for row in found] == [kept.id, "old"]
        assert found[1].started.isoformat() == "2026-01-02T03:04:05+00:00"
        assert found[1].problems == []
    database.close()


def test_many_open_a_new_database_at_once(location: str) -> None:
    """Whoever comes first makes the tables; the others wait and find them."""
    with ThreadPoolExecutor(8) as threads:
        for opened in list(threads.map(Database, [location] * 8)):
            opened.close()


def test_processes_open_a_new_database_at_once(tmp_path: Path) -> None:
    """As agents do, each with a process of its own."""
    script = "import sys; from tutor_cli.store.database import Database; Database(sys.argv[1]).close()"
    command = [sys.executable, "-c", script, str(tmp_path / "tutor.db")]
    processes = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]

    assert [process.communicate(timeout=40)[1] for process in processes] == [""] * 2


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    """What pupils said is not for others on the machine to read, in the write-ahead log either."""
    path = tmp_path / "state" / "tutor.db"
    opened = Database(str(path))
    with opened.writing() as rows, rows.begin():
        rows.execute(sa.text("DELETE FROM students"))

    assert {oct(entry.stat().st_mode & 0o777) for entry in path.parent.iterdir()} == {"0o600"}
    assert oct(path.parent.stat().st_mode & 0o777) == "0o700"
    opened.close()


def test_deleting_leaves_nothing(location: str) -> None:
    """With a session go its words and problems, and a student of whom nothing is left; the other stays."""
    gone, stays = keep(location), keep(location, student="ravi")
    database = Database(location)

    database.delete([gone.id])

    with database.reading() as rows:
        assert [row.id for row in sessions(rows)] == [stays.id]
        counts = [rows.scalar(sa.select(sa.func.count()).select_from(table)) for table in Base.metadata.sorted_tables]
    database.close()
    assert counts == [1, 1, 8, 2, 3]
    assert recall(location, stays, student="asha")["status"] == "nothing"


def test_deleted_words_are_not_in_the_file(tmp_path: Path) -> None:
    """What is deleted is overwritten, and out of the write-ahead log."""
    path = tmp_path / "store" / "tutor.db"
    kept = keep(str(path))
    database = Database(str(path))
    database.delete([kept.id])

    left = b"".join(file.read_bytes() for file in path.parent.iterdir())
    database.close()
    assert b"look at the sign" not in left


def test_a_damaged_file(tmp_path: Path) -> None:
    """Told with what to do about it, whether the head or the middle of the file is damaged."""
    whole = tmp_path / "whole.db"
    for number in range(20):
        keep(str(whole), id=f"s{number}")
    data = whole.read_bytes()
    (tmp_path / "head.db").write_bytes(b"nonsense" * 1_000)
    (tmp_path / "middle.db").write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))

    for name in ("head.db", "middle.db"):
        with pytest.raises(BadInputError, match="damaged"):
            Database(str(tmp_path / name))


def test_a_newer_database(location: str) -> None:
    """A form of the tables that we do not know is left alone."""
    with _engine(location).begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(BadInputError, match="newer"):
        Database(location)


def test_a_locked_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who does not get to write in time is told so."""
    monkeypatch.setattr(store, "BUSY_S", 0.05)
    location = str(tmp_path / "tutor.db")
    kept = keep(location)
    holder, waiter = Database(location), Database(location)
    with holder.writing() as rows, rows.begin():
        rows.execute(sa.text("DELETE FROM students"))
        with pytest.raises(sa.exc.OperationalError, match="locked"):
            waiter.delete([kept.id])
    holder.close()
    waiter.close()


@pytest.mark.parametrize(
    ("location", "error"),
    [
        ("mysql://somewhere/db", ConfigError),
        ("nonsense://", ConfigError),
        ("postgresql://", ConfigError),
        ("postgresql://me:hush@127.0.0.1:1/db", ConfigError),
        ("postgresql+nodriver://127.0.0.1/db", ConfigError),
        ("postgresql+pg8000://127.0.0.1/db", MissingComponentError),
        ("/proc/none/tutor.db", ConfigError),
        ("/", ConfigError),
    ],
)
def test_places_that_are_none(location: str, error: type[TutorError]) -> None:
    """What is wrong with an address is told without its password."""
    if location.startswith("postgresql:"):
        pytest.importorskip("psycopg")
    with pytest.raises(error) as told:
        Database(location)

    assert "hush" not in told.value.message + told.value.hint


@pytest.mark.parametrize("location", ["postgresql://me:hush@host/db", "postgresql://me:hush@[host/db"])
def test_names_have_no_passwords(location: str) -> None:
    """Not even where the address cannot be read."""
    assert "hush" not in name_of(location)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_directory_that_may_not_be_written(tmp_path: Path) -> None:
    """The directory is named, with what to do."""
    tmp_path.chmod(0o500)

    with pytest.raises(ConfigError, match="cannot be opened"):
        Database(str(tmp_path / "tutor.db"))


def test_only_a_busy_database_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """What fails for any other reason is not tried again."""
    monkeypatch.setattr("tutor_cli.store.database.time.sleep", None)
    with closing(sqlite3.connect(":memory:")) as connection, pytest.raises(sqlite3.OperationalError):
        store._execute_when_free(connection, "SELECT * FROM nothing")


def test_busy_is_a_timeout() -> None:
    """A locked database is worth another try; what names it so is the message of SQLite and of nobody else."""
    from tutor_cli.store.failures import error_of

    assert isinstance(error_of("x.db", "database is locked"), TimeoutExceeded)
    assert isinstance(error_of("x.db", "whatever it may be"), ConfigError)
