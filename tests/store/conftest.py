"""Databases for the tests of the store: SQLite in a file, and a real PostgreSQL where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.postgres import Postgres, running_postgres, why_not


@pytest.fixture(name="postgres", scope="session")
def _postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postgres]:
    """Run one PostgreSQL for the whole session, or skip where none is installed."""
    if reason := why_not():
        pytest.skip(reason)
    with running_postgres(tmp_path_factory.mktemp("postgres")) as server:
        yield server


@pytest.fixture(name="location", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def _location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return where a new database is to be, of either kind."""
    if request.param == "sqlite":
        return str(tmp_path / "store" / "tutor.db")
    server: Postgres = request.getfixturevalue("postgres")
    return server.new_database()
