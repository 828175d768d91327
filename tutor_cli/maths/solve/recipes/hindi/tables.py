"""The tables of Hindi words: `hindi.toml`, shared by all readers, and `hindi_order.toml` for whole questions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from tutor_cli.tables import read_table

_RECIPES = "tutor_cli.maths.solve.recipes"


@cache
def words() -> dict[str, Any]:
    """Return the tables of words, of turns and of what is asked for."""
    return read_table(_RECIPES, "data", "hindi.toml")


@cache
def order() -> dict[str, Any]:
    """Return the tables that only whole questions are read with."""
    return read_table(_RECIPES, "data", "hindi_order.toml")


def entries(table: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the English and each Hindi phrase of a table."""
    for english, phrases in table.items():
        for phrase in phrases.split(","):
            yield english, phrase.strip()
