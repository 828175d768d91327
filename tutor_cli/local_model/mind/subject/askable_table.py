"""The table of what can be asked of which kind of thing, in what words (`data/askable.toml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.utterance.keys import with_sounds
from tutor_cli.local_model.mind.wording import filled

_CLASS = re.compile(r"<(\w+)>")
# An answer that is a problem of its own is no thing of a kind.
_GIVES = {"": "value", "problem": ""}


@dataclass(frozen=True, slots=True)
class Property:
    """Something that can be asked of things `of` some kinds; `poses` is the problem for each kind.

    `gives` is the kind of thing that the answer is; `tells` is the sentence for it by language, where the answer alone
    does not say enough; without a problem it is all that is said.
    """

    name: str
    of: tuple[str, ...]
    poses: Mapping[str, str]
    gives: str
    patterns: tuple[Pattern, ...]
    tells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that have to be there, each as the keys it may have, what may and must not be, and what kinds are given."""

    terms: tuple[frozenset[str], ...]
    optional: tuple[frozenset[str], ...]
    absent: frozenset[str]
    slots: tuple[str, ...]


@cache
def properties() -> tuple[Property, ...]:
    """Return the table, a property for each way of taking the choices that the words of a row leave."""
    return tuple(prop for name, row in _rows() for prop in _properties(name, row))


@cache
def changes() -> dict[str, tuple[Pattern, ...]]:
    """Return what may be done to a list before something is asked of it."""
    return {name: tuple(_patterns(written)) for name, written in load("askable")["changes"].items()}


def class_of(name: str) -> tuple[str, ...]:
    """Return the words of a class of the table."""
    return tuple(load("askable")["classes"][name])


def _rows() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the rows by their names: a problem that is the same for all its kinds names its row."""
    for kinds, problems in load("askable")["asked"].items():
        of, _, gives = kinds.partition(" > ")
        for problem, words in problems.items():
            yield problem, {"of": of.split(", "), "poses": problem, "gives": _GIVES.get(gives, gives), "words": words}
    yield from load("askable")["properties"].items()


def _properties(name: str, row: Mapping[str, Any]) -> Iterator[Property]:
    choices: Mapping[str, Mapping[str, list[str]]] = load("askable")["choices"]
    left = [choice for choice in choices if any(f"<{choice}>" in pattern for pattern in row["words"])]
    for meanings in product(*(choices[choice] for choice in left)):
        meant = dict(zip(left, meanings, strict=True))
        ways = product(*(choices[choice][meaning] for choice, meaning in meant.items()))
        said = [dict(zip(left, way, strict=True)) for way in ways]
        poses = row.get("poses", "")
        by_kind = poses if isinstance(poses, Mapping) else dict.fromkeys(row["of"], poses)
        yield Property(
            filled(name, meant),
            tuple(row["of"]),
            {kind: filled(problem, meant) for kind, problem in by_kind.items()},
            row.get("gives", "value"),
            tuple(_patterns(filled(pattern, way) for way in said for pattern in row["words"])),
            {language: row[language] for language in ("en", "hi") if language in row},
        )


def _patterns(written: Iterable[str]) -> Iterator[Pattern]:
    for pattern in written:
        terms = pattern.split()
        optional, absent = ([_term(term[1:]) for term in terms if term[0] == sign] for sign in "?!")
        slots = tuple(term[1:] for term in terms if term.startswith("#"))
        required = tuple(_term(term) for term in terms if term[0] not in "#!?")
        yield Pattern(required, tuple(optional), frozenset().union(*absent), slots)


def _term(written: str) -> frozenset[str]:
    named = _CLASS.fullmatch(written)
    return with_sounds(class_of(named[1]) if named else [written])
