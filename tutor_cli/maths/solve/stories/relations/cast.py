"""The cast of a story: its unknowns, what the words call them, and their names in the answer."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unknown:
    """An unknown: its letter and what it stands for in English and Hindi."""

    letter: str
    en: str
    hi: str


@dataclass(frozen=True, slots=True)
class Name:
    """What an expression in the unknowns is called, and whether it is an area."""

    typed: str
    en: str
    hi: str
    is_area: bool = False


@dataclass(frozen=True, slots=True)
class Cast:
    """The unknowns of a story; `calls` are patterns of words with the typed expressions they stand for.

    `moves` tells that the unknowns move through time, as ages do; `names` are those of expressions that can be asked
    for beside the unknowns, `usual` those that are meant where nothing is named.
    """

    unknowns: tuple[Unknown, ...]
    calls: tuple[tuple[str, str], ...]
    unit: str = ""
    moves: bool = False
    whole: bool = False
    names: tuple[Name, ...] = ()
    usual: tuple[str, ...] = ()

    def named(self, typed: str) -> Name:
        """Return the name of an expression, an empty one where it has none."""
        if self.moves:
            return self._age(typed)
        return next((name for name in self.names if name.typed == typed), Name(typed, "", ""))

    def _age(self, typed: str) -> Name:
        """Return the name of one age at another time, or of what several make."""
        if not (found := re.fullmatch(r"(?P<letter>[xyz])(?: [+-] \d+)?", typed)):
            return Name(typed, "total of their ages" if "+" in typed else "answer", "उत्तर")
        person = next(item for item in self.unknowns if item.letter == found["letter"])
        return Name(typed, f"{person.en} then", f"तब {person.hi}")
