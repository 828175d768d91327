"""Which relation of two results an utterance asks for, by the table of relations (`data/comparing.toml`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.subject.askable import is_light
from tutor_cli.local_model.mind.utterance.keys import keys_of, taken_by, with_sounds
from tutor_cli.local_model.mind.utterance.words import Token, tokens

_PAIR = 2
_ARTICLES = ("a", "i", "s")


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation asked for between what some phrases name.

    With `than` one of them may be left out; with `both` it is of one quantity that two things have.
    """

    name: str
    phrases: tuple[str, ...]
    than: bool
    both: bool


def relation_in(text: str) -> Relation | None:
    """Return the relation asked for, and the phrases that name what it is between."""
    words = tokens(text)
    keys = [keys_of(word) for word in words]
    found = [
        (name, taken)
        for name, entry in relations().items()
        for phrase in entry["phrases"]
        if (taken := taken_by(phrase, keys)) is not None
    ]
    if not found or any(key & words_for("others") for key in keys):
        return None
    name, taken = max(found, key=lambda item: len(item[1]))
    if "polar" in relations()[name] and not _is_polar(keys):
        return None
    left = [(word, key) for at, (word, key) in enumerate(zip(words, keys, strict=True)) if at not in taken]
    groups = _groups(text, left)
    phrases = tuple(text[group[0].start : group[-1].end] for group in groups if group)
    than, both = (any(key & words_for(kind) for key in keys) for kind in ("than", "both"))
    return Relation(name, phrases, than, both) if len(phrases) <= _PAIR else None


def _groups(text: str, words: list[tuple[Token, frozenset[str]]]) -> list[list[Token]]:
    """Return the words that say something, apart where "and" or "than" stands or a place is named."""
    groups: list[list[Token]] = [[]]
    for word, keys in words:
        if keys & words_for("joints"):
            groups.append([])
        elif keys & words_for("ordinals") and groups[-1]:
            groups.append([word])
        elif not _says_nothing(word, text[word.start : word.end], keys):
            groups[-1].append(word)
    return groups


def _is_polar(keys: list[frozenset[str]]) -> bool:
    """Tell whether yes or no is asked for: by the word it begins with, or one that always asks so."""
    first = next((key for key in keys if not key & words_for("openers")), frozenset())
    return bool(first & words_for("polar")) or any(key & words_for("either") for key in keys)


def _says_nothing(word: Token, written: str, keys: frozenset[str]) -> bool:
    """Tell whether a word names nothing; "A" is a letter, "a" an article."""
    if len(written) == 1:
        return written in _ARTICLES
    return is_light(word.plain) or bool(keys & (words_for("light") | words_for("both")))


@cache
def words_for(name: str) -> frozenset[str]:
    """Return the keys of the words in a list of the table."""
    return with_sounds(load("comparing")[name])


@cache
def relations() -> dict[str, dict[str, Any]]:
    """Return the table, the words of each relation taken apart."""
    table = load("comparing")["relations"]
    return {name: {**entry, "phrases": list(_phrases(entry["words"]))} for name, entry in table.items()}


def _phrases(written: list[str]) -> Iterator[tuple[frozenset[str], ...]]:
    classes = load("comparing")["classes"]
    for phrase in written:
        terms = ([term] if term[0] != "<" else classes[term[1:-1]] for term in phrase.split())
        yield tuple(map(with_sounds, terms))
