"""The figures of `data/figures.toml`: the quantities each has, and the formulas between them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tutor_cli.tables import read_table

_FORM = re.compile(r"(?P<letter>\w) = (?P<typed>.+)")
_LETTER = re.compile(r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity by its name: its kind of measure, and how it is called in English and Hindi ("की त्रिज्या")."""

    name: str
    kind: str
    en: str
    hi: str
    by: str


@dataclass(frozen=True, slots=True)
class Form:
    """A formula for one letter from others; `of` is what it holds of: a figure, or how several make one thing."""

    letter: str
    typed: str
    of: str

    @property
    def needs(self) -> frozenset[str]:
        """The letters that have to be known."""
        return frozenset(_LETTER.findall(self.typed))

    def renamed(self, letters: Mapping[str, str]) -> Form:
        """Return the formula in other letters."""
        return Form(letters[self.letter], _LETTER.sub(lambda found: letters[found.group()], self.typed), self.of)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure or solid: `has` are its quantities by letter, `covers` the letters of what is priced, by kind.

    What is `parts_of` another figure has the letters of that figure, too. In Hindi it is called `oblique` before का.
    """

    name: str
    nouns: tuple[str, ...]
    en: str
    hi: str
    oblique: str
    parts_of: str
    has: Mapping[str, str]
    forms: tuple[Form, ...]
    covers: Mapping[str, str]
    default: str

    def letter(self, *names: str) -> str:
        """Return the letter of the first of these quantities that it has, or nothing."""
        letters = {name: letter for letter, name in self.has.items()}
        return next((letters[name] for name in names if name in letters), "")

    @property
    def is_solid(self) -> bool:
        """Whether it has a volume."""
        return "volume" in self.has.values()


@cache
def figures() -> dict[str, Figure]:
    """Return the figures by name."""
    return {name: _figure(name, entry) for name, entry in _tables()["figures"].items()}


@cache
def figure_called(word: str) -> Figure | None:
    """Return the figure of a canonical noun, or None."""
    return next((figure for figure in figures().values() if word in figure.nouns), None)


@cache
def quantities() -> dict[str, Quantity]:
    """Return the quantities by name."""
    return {
        name: Quantity(name, entry["kind"], entry["en"], entry["hi"], entry.get("by", ""))
        for name, entry in _tables()["quantities"].items()
    }


@cache
def sentences(language: str) -> dict[str, str]:
    """Return what is said of the formulas, by the ids of the steps, `story.of_cone.volume`."""
    texts = _tables()["sentences"]
    of_figures = [(figure.name, name) for figure in figures().values() for name in figure.has.values()]
    together = [(manner, name) for manner, names in _tables()["together"].items() for name in names]
    return {
        f"story.of_{figure}.{name}": texts[quantities()[name].by or "is"][language]
        for figure, name in (*of_figures, *together)
    }


@cache
def _tables() -> dict[str, Any]:
    return read_table(__package__, "data", "figures.toml")


def _figure(name: str, entry: dict[str, Any]) -> Figure:
    hi = entry["hi"]
    return Figure(
        name, tuple(entry["nouns"]), entry["en"], hi, entry.get("oblique", hi), entry.get("parts_of", ""),
        entry["has"], tuple(_form(text, name) for text in entry["forms"]), entry.get("covers", {}),
        entry.get("default", ""),
    )  # fmt: skip


def _form(text: str, figure: str) -> Form:
    found = _FORM.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return Form(found["letter"], found["typed"], figure)
