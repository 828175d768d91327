"""The mind's data: tables of phrases, texts and facts that a teacher can edit, read once."""

from __future__ import annotations

from functools import cache
from typing import Any

from tutor_cli.tables import read_table


@cache
def load(name: str) -> dict[str, Any]:
    """Return the table in `data/<name>.toml`."""
    return read_table(__package__, "data", f"{name}.toml")
