"""A PostgreSQL of the test run's own: from the system's binaries, in a temporary directory, on a free port."""

from __future__ import annotations

import importlib.util
import os
import pwd
import secrets
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

USER = "postgres"
_READY_S = 30


@dataclass(frozen=True)
class Postgres:
    """A running server."""

    port: int
    bin: Path

    def new_database(self) -> str:
        """Make an empty database and return its address."""
        name = f"t{secrets.token_hex(6)}"
        command = [str(self.bin / "createdb"), "-h", "127.0.0.1", "-p", str(self.port), "-U", USER, name]
        subprocess.run(command, check=True, timeout=_READY_S)
        return f"postgresql://{USER}@127.0.0.1:{self.port}/{name}"


def why_not() -> str:
    """Return why there can be no server here; empty where there can."""
    if importlib.util.find_spec("psycopg") is None:
        return "psycopg is not installed (the extra `postgres`)"
    if os.geteuid() == 0 and USER not in {entry.pw_name for entry in pwd.getpwall()}:
        return f"PostgreSQL refuses root, and there is no user {USER}"
    return "" if _binaries() else "PostgreSQL is not installed"


def _binaries() -> Path | None:
    """Return the directory of the newest server; Debian keeps it off the PATH."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = str(versions[-1]) if versions else shutil.which("initdb")
    return Path(found).parent if found else None


@contextmanager
def running_postgres(directory: Path) -> Iterator[Postgres]:
    """Run a server until the block ends; as another user where we are root, whom it refuses."""
    binaries = _binaries()
    assert binaries is not None
    as_user = USER if os.geteuid() == 0 else None
    data = Path("/tmp", f"tutor-postgres-{secrets.token_hex(6)}") if as_user else directory / "data"
    port = _free_port()

    def run(*command: str | Path) -> None:
        subprocess.run(command, user=as_user, cwd="/", check=True, timeout=_READY_S, stdout=subprocess.DEVNULL)

    try:
        run(binaries / "initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        options = f"-p {port} -h 127.0.0.1 -k '' -c fsync=off"
        run(binaries / "pg_ctl", "-D", data, "-w", "-o", options, "-l", data / "log", "start")
        yield Postgres(port, binaries)
    finally:
        run(binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(data, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
