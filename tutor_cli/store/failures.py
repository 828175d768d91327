"""What goes wrong with a database, mapped once to our errors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from tutor_cli.errors import BadInputError, ConfigError, MissingComponentError, TimeoutExceeded, TutorError

# What SQLite's and PostgreSQL's messages contain, our error, its code, what we say, what to do; the last fits all.
_SIGNS: tuple[tuple[tuple[str, ...], type[TutorError], str, str, str], ...] = (
    (
        ("not a database", "malformed", "file is encrypted"),
        BadInputError,
        "store_damaged",
        "is damaged",
        "Move it away, and a new one is made; `sqlite3 FILE .recover` may save what is in it.",
    ),
    (("locked", "busy"), TimeoutExceeded, "store_locked", "is locked by another program", "Try again when it is done."),
    (("disk is full", "No space left", "disk I/O"), ConfigError, "store_full", "cannot be written", "Free disk space."),
    (
        ("readonly", "unable to open", "permission denied", "Permission denied"),
        ConfigError,
        "store_unwritable",
        "cannot be opened or written",
        "Check its permissions, or set TUTOR_HOME to a directory you may write to.",
    ),
    (
        ("password authentication", "no password supplied", "role ", 'database "'),
        ConfigError,
        "store_refused",
        "refuses us",
        "Check user, password and database name in TUTOR_DATABASE_URL.",
    ),
    (
        ("",),
        ConfigError,
        "store_unreachable",
        "cannot be used",
        "Check TUTOR_DATABASE_URL and that the database runs, or turn the store off with --no-store.",
    ),
)


@contextmanager
def told(name: str) -> Iterator[None]:
    """Raise what the block's database operations raise as a TutorError about the database `name`."""
    try:
        yield
    except DBAPIError as error:
        raise error_of(name, str(error.orig)) from error
    except OSError as error:
        raise error_of(name, error.strerror or str(error)) from error
    except (ArgumentError, NoSuchModuleError) as error:
        hint = "Write postgresql://user:password@host/database, or sqlite:////path/of/the.db."
        raise ConfigError("store_address", f"{name} is no address of a database.", hint) from error
    except ImportError as error:
        hint = "Install it: pip install 'tutor-cli[postgres]'."
        raise MissingComponentError("store_driver", f"The driver for {name} is missing ({error}).", hint) from error


def error_of(name: str, cause: str) -> TutorError:
    """Return the error that a database's message tells of."""
    kind, code, what, hint = next(
        (kind, code, what, hint) for signs, kind, code, what, hint in _SIGNS if any(sign in cause for sign in signs)
    )
    first_line = cause.strip().partition("\n")[0]
    return kind(code, f"The database {name} {what}: {first_line}.", hint)


WORTH_ANOTHER_TRY = frozenset(("store_locked", "store_full", "store_unreachable"))
"""Codes of what may be over when the next event comes."""


def passes(error: Exception) -> bool:
    """Tell whether the same write may succeed later: the database was busy, out of reach, or its disk full."""
    return isinstance(error, OperationalError)
