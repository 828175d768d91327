"""Opening a database: SQLite in a file, or PostgreSQL at an address, with our tables in their newest form."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, delete, event, inspect, make_url, select, text
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from tutor_cli.store.failures import told
from tutor_cli.store.tables import SessionRow, StudentRow

BUSY_S = 4
"""How long a write waits for another program's to end; shorter than what an agent waits for at its end."""

HEAD = "0002"
"""The newest form of the tables, as `migrations` numbers them."""

PRAGMAS = ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON", "secure_delete = ON")
"""How SQLite works for us: readers beside a writer, rows deleted with their session, and overwritten."""

_PAUSE_S = 0.01
# An error code of SQLite says more about its kind in the higher bytes.
_PRIMARY_CODE = 0xFF

_MIGRATION_LOCK = 0x7475746F72
"""Taken in PostgreSQL while the tables are changed ('tutor' in ASCII); SQLite has one writer at a time anyway."""

# Alembic keeps the migration under way in a global.
_one_migration = threading.Lock()


class Database:
    """A database that is ready to be used; `location` is the path of an SQLite file or the address of a database.

    Raises BadInputError where it is damaged or newer than we are, ConfigError where it cannot be reached or written,
    TimeoutExceeded where it is locked, MissingComponentError where its driver is not installed.
    """

    def __init__(self, location: str) -> None:
        self.name = name_of(location)
        with told(self.name):
            self._engine = _engine(_url(location))
            try:
                _migrate(self._engine, self.name)
            except BaseException:
                self._engine.dispose()
                raise

    def writing(self) -> Session:
        """Return a session to be entered for writing, with `begin`."""
        return Session(self._engine)

    def reading(self) -> Session:
        """Return a session that waits for no writer."""
        return Session(self._engine.execution_options(tutor_reading=True))

    def close(self) -> None:
        """Close the connections."""
        self._engine.dispose()

    def delete(self, ids: Sequence[str]) -> None:
        """Delete sessions with all that belongs to them, and students of whom nothing is left."""
        with self.writing() as rows, rows.begin():
            rows.execute(delete(SessionRow).where(SessionRow.id.in_(ids)))
            rows.execute(delete(StudentRow).where(StudentRow.id.not_in(select(SessionRow.student))))
        if self._engine.dialect.name == "sqlite":
            # Out of the write-ahead log, too.
            connection = self._engine.raw_connection()
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.close()


def is_file(location: str) -> bool:
    """Tell whether a location is the path of an SQLite file."""
    return "://" not in location


def name_of(location: str) -> str:
    """Return the location as it may be shown: without its password."""
    with suppress(ArgumentError, ValueError):
        return location if is_file(location) else make_url(location).render_as_string(hide_password=True)
    return "in TUTOR_DATABASE_URL"


def _url(location: str) -> URL:
    if is_file(location):
        return URL.create("sqlite", database=location)
    url = make_url(location)
    if url.drivername in ("postgres", "postgresql"):
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise ArgumentError(url.drivername)
    return url


def _engine(url: URL) -> Engine:
    # What a pupil said must not get into the text of an error.
    if url.get_backend_name() == "postgresql":
        # Many agents, each with a word now and then: a connection kept by each would use up the server's.
        return create_engine(url, poolclass=NullPool, hide_parameters=True, connect_args={"connect_timeout": BUSY_S})
    if url.database:
        _make_private(Path(url.database))
    engine = create_engine(url, hide_parameters=True, connect_args={"timeout": BUSY_S})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _make_private(path: Path) -> None:
    """Make the file and its directory for their owner only; SQLite gives its write-ahead log the same mode."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # We begin transactions ourselves, as Python's driver would not for a SELECT or a change of tables.
    connection.isolation_level = None
    for pragma in PRAGMAS:
        _execute_when_free(connection, f"PRAGMA {pragma}")


def _execute_when_free(connection: Any, statement: str) -> None:
    """Execute a statement for which SQLite itself may not wait, as it does not when others change to the log too."""
    deadline_s = time.monotonic() + BUSY_S
    while True:
        try:
            connection.execute(statement)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & _PRIMARY_CODE != sqlite3.SQLITE_BUSY or time.monotonic() > deadline_s:
                raise
            time.sleep(_PAUSE_S)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that reads before it writes would fail, not wait, where another one writes in between.
    reading = connection.get_execution_options().get("tutor_reading")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _migrate(engine: Engine, name: str) -> None:
    with engine.execution_options(tutor_reading=True).connect() as connection:
        if _version(connection) == HEAD:
            return
    # Imported before the transaction, in which all others wait, and only for a new or an old database: it takes long.
    from tutor_cli.store.upgrade import upgrade

    with _one_migration, engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_MIGRATION_LOCK})"))
        if _version(connection) != HEAD:
            upgrade(connection, name, HEAD)


def _version(connection: Connection) -> str:
    """Return the form of the tables; empty where there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.scalar(text("SELECT version_num FROM alembic_version")) or "")
