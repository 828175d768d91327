"""The words of maths in each language, read once from the tables in `vocabulary/*.toml`.

A teacher adds a way to say something by adding it to a list there. Phrases are looked up longest first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from typing import Any, Literal, get_args

from tutor_cli.errors import UsageError
from tutor_cli.maths.spoken.lexeme import Kind
from tutor_cli.maths.spoken.tokens import tokenize
from tutor_cli.tables import read_table

Language = Literal["auto", "en", "hi", "hi-Latn"]

# Later tables win where two give one phrase different meanings.
_TABLES: dict[str, tuple[str, ...]] = {
    "en": ("en",),
    "hi": ("en", "hi"),
    "hi-Latn": ("en", "hi_latn"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase stands for."""

    words: tuple[str, ...]
    kind: Kind
    value: str
    weak: bool = False


@dataclass(frozen=True)
class NumberWords:
    """The words numbers are made of; keys are single words."""

    value: Mapping[str, int]
    multiplier: Mapping[str, int]
    ordinal: Mapping[str, int]
    part: Mapping[str, int]
    fraction: Mapping[str, str]
    quarter: Mapping[str, int]
    point: frozenset[str]
    joiner: frozenset[str]
    article: frozenset[str]
    ordinal_suffix: frozenset[str]
    counted: frozenset[str]

    @cached_property
    def first(self) -> frozenset[str]:
        """The words a number can begin with."""
        tables = (self.value, self.multiplier, self.ordinal, self.fraction, self.quarter)
        return self.point | self.article | frozenset().union(*tables)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything the lexer looks up; `phrases` maps a first word to the phrases it starts, longest first."""

    phrases: Mapping[str, tuple[Entry, ...]]
    numbers: NumberWords


def languages() -> tuple[str, ...]:
    """Return the languages that can be asked for."""
    return get_args(Language)


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of `en`, `hi` or `hi-Latn`; raise UsageError for any other."""
    if language not in _TABLES:
        known = ", ".join(languages())
        raise UsageError("language", f"Spoken maths is not understood in {language!r}.", f"Use one of: {known}.")
    tables = [_read(name) for name in _TABLES[language]]
    return Vocabulary(_phrases(tables), _numbers([table.get("numbers", {}) for table in tables]))


@cache
def word_list(name: str) -> frozenset[str]:
    """Return one of the lists of `everyday.toml`."""
    return frozenset(_read("everyday")[name])


def _read(name: str) -> dict[str, Any]:
    return read_table(__package__, "vocabulary", f"{name}.toml")


def _phrases(tables: list[dict[str, Any]]) -> dict[str, tuple[Entry, ...]]:
    found: dict[tuple[str, ...], Entry] = {}
    for table in tables:
        for entry in _entries(table):
            found[entry.words] = entry
    by_first: dict[str, list[Entry]] = {}
    for entry in found.values():
        by_first.setdefault(entry.words[0], []).append(entry)
    return {word: tuple(sorted(entries, key=lambda e: -len(e.words))) for word, entries in by_first.items()}


def _entries(table: dict[str, Any]) -> Iterator[Entry]:
    for heading, section in table.items():
        if heading == "weak":
            for kind, values in section.items():
                yield from _section(Kind(kind), values, weak=True)
        elif heading != "numbers":
            yield from _section(Kind(heading), section, weak=False)


def _section(kind: Kind, values: dict[str, list[str]], *, weak: bool) -> Iterator[Entry]:
    for value, phrases in values.items():
        for phrase in phrases:
            for wording in _wordings(phrase):
                yield Entry(tuple(token.text for token in tokenize(wording)), kind, value, weak)


def _wordings(phrase: str) -> Iterator[str]:
    """Spell out the alternatives of a phrase: "ka|ki|ke varg" is three phrases."""
    choices = [word.split("|") if len(word) > 1 else [word] for word in phrase.split()]
    return map(" ".join, product(*choices))


def _numbers(tables: list[dict[str, Any]]) -> NumberWords:
    def integers(heading: str) -> dict[str, int]:
        return {word: int(value) for value, word in _words(tables, heading)}

    def words(heading: str) -> frozenset[str]:
        return frozenset(word for _, word in _words(tables, heading))

    return NumberWords(
        value=integers("value"),
        multiplier=integers("multiplier"),
        ordinal=integers("ordinal"),
        part=integers("part"),
        fraction={word: value for value, word in _words(tables, "fraction")},
        quarter=integers("quarter"),
        point=words("point"),
        joiner=words("and"),
        article=words("article"),
        ordinal_suffix=words("ordinal_suffix"),
        counted=words("counted"),
    )


def _words(tables: list[dict[str, Any]], heading: str) -> Iterator[tuple[str, str]]:
    for table in tables:
        for value, words in table.get(heading, {}).items():
            for word in words:
                yield value, tokenize(word)[0].text
