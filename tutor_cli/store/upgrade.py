"""Bringing tables to a form that `migrations` knows, by Alembic, which is slow to import."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection

from tutor_cli.errors import BadInputError

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(connection: Connection, name: str, to: str) -> None:
    """Bring the tables of the database `name` to a form, in the transaction of the connection.

    Raises BadInputError where they have one that we do not know.
    """
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, to)
    except CommandError as error:
        message = f"The database {name} is of a newer version of tutor."
        raise BadInputError("store_newer", message, "Update tutor, or move the database away.") from error
