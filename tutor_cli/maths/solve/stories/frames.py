"""The frames, as read from the data files: which quantities a kind of story has, and the formulas between them.

A frame is tried where all of `about` and none of `unless` is found in the text. Each of its `quantities` has a
`letter`, the `kind` of its measure, names (`en`, `hi`), the words that stand `before` or `after` its number, and those
that `ask` for it; with `default` it takes a number that no words name, with `needs` it is there only beside certain
words, and `fixed` holds values that words give without a number. Numbers joined by "by" are its `dimensions`; it is
worked in its `units`, of a length and a time, or in those of the story. Each of its `lines` has one sentence in each
language and its `forms`, the same relation solved for one letter or another; a form may end in `if a < b`.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

FILES = (
    *(
        "trade",
        "interest",
        "percent",
        "motion",
        "shapes",
        "recasting",
        "solids",
        "figures",
        "angles",
        "heights",
        "groups",
    ),
)
_LETTER = re.compile(r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])")
_FORM = re.compile(r"(?P<letter>\w) = (?P<typed>.+?)(?: if (?P<less>\w) < (?P<more>\w))?$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity of a frame; the patterns of words it has not match nothing."""

    letter: str
    kinds: frozenset[str]
    names: tuple[str, str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    ask: re.Pattern[str]
    default: bool
    needs: re.Pattern[str]
    unit: str


@dataclass(frozen=True, slots=True)
class Form:
    """A formula for one letter from others; `less` and `more` are givens the first of which has to be less."""

    letter: str
    typed: str
    needs: frozenset[str]
    id: str
    less: str
    more: str


@dataclass(frozen=True, slots=True)
class Frame:
    """One kind of story."""

    name: str
    about: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]
    quantities: tuple[Quantity, ...]
    forms: tuple[Form, ...]
    dimensions: str
    fixed: tuple[tuple[re.Pattern[str], dict[str, str]], ...]
    whole: bool
    units: tuple[str, ...]
    # Whether a reader of its own reads it, by the names that the story gives.
    named: bool
    # What may be told though nothing asks for it: the size of a class.
    idle: frozenset[str]

    @property
    def says(self) -> str:
        """All words it is known by, as patterns."""
        words = (*self.about, *(words for item in self.quantities for words in (item.before, item.after, item.ask)))
        return " ".join(pattern.pattern for pattern in words)

    def quantity(self, letter: str) -> Quantity:
        """Return the quantity of a letter; raise KeyError where there is none."""
        found = {item.letter: item for item in self.quantities}
        return found[letter]


@cache
def frames() -> tuple[Frame, ...]:
    """Return the frames, the more particular ones first."""
    return tuple(_frame(name, entry) for name, entry in _entries().items())


@cache
def sentences(language: str) -> dict[str, str]:
    """Return what is said of the lines of the frames, by the ids of the steps."""
    return {
        f"story.{name}.{index}": line[language]
        for name, entry in _entries().items()
        for index, line in enumerate(entry["lines"])
    }


@cache
def _entries() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in FILES:
        found |= tomllib.loads((files(__package__) / "data" / f"{name}.toml").read_text(encoding="utf-8"))
    return found


def _frame(name: str, entry: dict[str, Any]) -> Frame:
    return Frame(
        name,
        tuple(map(_words, entry["about"])),
        tuple(map(_words, entry.get("unless", ()))),
        tuple(map(_quantity, entry["quantities"])),
        tuple(
            _form(form, f"story.{name}.{index}") for index, line in enumerate(entry["lines"]) for form in line["forms"]
        ),
        entry.get("dimensions", ""),
        tuple((_words(item["when"]), item["values"]) for item in entry.get("fixed", ())),
        entry.get("whole", False),
        tuple(entry.get("units", ())),
        entry.get("named", False),
        frozenset(entry.get("idle", "")),
    )


def _quantity(entry: dict[str, Any]) -> Quantity:
    return Quantity(
        entry["letter"],
        frozenset(entry["kind"].split()),
        (entry["en"], entry["hi"]),
        _words(entry.get("before", "")),
        _words(entry.get("after", "")),
        _words(entry.get("ask", "")),
        entry.get("default", False),
        _words(entry.get("needs", ".")),
        entry.get("unit", ""),
    )


def _form(text: str, id: str) -> Form:
    found = _FORM.fullmatch(text)
    if found is None:
        raise ValueError(text)
    letters = frozenset(_LETTER.findall(found["typed"]))
    return Form(found["letter"], found["typed"], letters, id, found["less"] or "", found["more"] or "")


def _words(pattern: str) -> re.Pattern[str]:
    """Return a pattern of whole words, without regard to case; an empty one matches nothing."""
    return re.compile(rf"(?<![a-z])(?:{pattern})" if pattern else r"(?!)", re.IGNORECASE)
