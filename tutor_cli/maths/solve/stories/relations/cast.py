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
    """What an expression in the unknowns is called, and its `kind` where it is not one of them: an area, a count."""

    typed: str
    en: str
    hi: str
    kind: str = ""


_OF_AGES = {True: ("total of their ages", "आयु का योग"), False: ("answer", "उत्तर")}


@dataclass(frozen=True, slots=True)
class Cast:
    """The unknowns of a story; `calls` are patterns of words with the typed expressions they stand for.

    `moves` tells that the unknowns move through time, as ages do; `names` are those of expressions that can be asked
    for beside the unknowns, `usual` those that are meant where nothing is named. What is `bought` is asked for in
    numbers.
    """

    unknowns: tuple[Unknown, ...]
    calls: tuple[tuple[str, str], ...]
    unit: str = ""
    moves: bool = False
    whole: bool = False
    names: tuple[Name, ...] = ()
    usual: tuple[str, ...] = ()
    bought: bool = False

    def named(self, typed: str) -> Name:
        """Return the name of an expression, an empty one where it has none."""
        if typed.startswith("floor"):
            return Name(typed, "number that can be bought", "संख्या जो खरीदी जा सकती है", kind="count")
        if self.bought:
            return Name(typed, *(("difference", "अंतर") if " - " in typed else ("total cost", "कुल मूल्य")))
        if self.moves:
            return self._age(typed)
        return next((name for name in self.names if name.typed == typed), Name(typed, "", ""))

    def _age(self, typed: str) -> Name:
        """Return the name of one age at another time, or of what several make."""
        if not (found := re.fullmatch(r"(?P<letter>[xyz])(?: [+-] \d+)?", typed)):
            if "/" in typed:
                return Name(typed, "ratio of their ages", "आयु का अनुपात", kind="count")
            difference = " - " in typed and "+" not in typed
            return Name(typed, *(("difference of their ages", "आयु का अंतर") if difference else _OF_AGES["+" in typed]))
        person = next(item for item in self.unknowns if item.letter == found["letter"])
        return Name(typed, f"{person.en} then", f"तब {person.hi}")
