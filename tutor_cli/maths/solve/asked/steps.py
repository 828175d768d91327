"""The sentences of the steps of questions about formulas, in English and Hindi."""

from __future__ import annotations

from functools import cache

from tutor_cli.tables import read_table

_LANGUAGES = ("en", "hi")


@cache
def steps(language: str) -> dict[str, str]:
    """Return the sentences by the ids of the steps."""
    place = _LANGUAGES.index(language)
    return {id: texts[place] for id, texts in read_table(__package__, "data", "steps.toml").items()}
