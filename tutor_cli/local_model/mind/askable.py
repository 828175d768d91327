"""Which properties an utterance asks for, by the table of what can be asked (`data/askable.toml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.slots import Said, Slot
from tutor_cli.local_model.mind.words import Token, is_english, sound

_CLASS = re.compile(r"<(\w+)>")
_NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Property:
    """Something that can be asked of things `of` some kinds; `poses` is the problem for each kind."""

    name: str
    of: tuple[str, ...]
    poses: Mapping[str, str]
    gives: str
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that have to be there, each as the spellings and sounds it may have, and the kinds of what is given."""

    terms: tuple[tuple[frozenset[str], frozenset[str]], ...]
    slots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A property asked for, with what was given for it; `kinds` are those the words allow, all where it is None."""

    property: Property
    slots: tuple[Slot, ...]
    kinds: frozenset[str] | None
    weight: int


def asked_in(said: Said) -> list[Asked]:
    """Return the properties that the utterance asks for and nothing else, those with most words first."""
    found = [asked for prop in properties() for pattern in prop.patterns if (asked := _met(prop, pattern, said))]
    return sorted(found, key=lambda asked: -asked.weight)


def only_light(words: Sequence[Token]) -> bool:
    """Tell whether the words say nothing but that something is asked."""
    return all(map(_is_light, words))


@cache
def properties() -> tuple[Property, ...]:
    """Return the table."""
    return tuple(_property(name, entry) for name, entry in load("askable")["properties"].items())


def _met(prop: Property, pattern: Pattern, said: Said) -> Asked | None:
    slots = _fitting(pattern.slots, said.slots)
    if slots is None or len(pattern.terms) > len(said.words):
        return None
    taken: set[int] = set()
    for spellings, sounds in pattern.terms:
        place = next(
            (i for i, word in enumerate(said.words) if i not in taken and _is_one(word, spellings, sounds)), None
        )
        if place is None:
            return None
        taken.add(place)
    rest = [word for index, word in enumerate(said.words) if index not in taken]
    nouns = [kinds for word in rest if not _is_light(word) and (kinds := _kinds_named(word))]
    if len(nouns) < sum(not _is_light(word) for word in rest):
        return None
    weight = sum(not _is_light(said.words[index]) for index in taken)
    return Asked(prop, slots, frozenset.intersection(*nouns) if nouns else None, 2 * weight + len(taken))


def _fitting(wanted: tuple[str, ...], given: tuple[Slot, ...]) -> tuple[Slot, ...] | None:
    """Return what was given in the order wanted, or None; a letter may stand for the thing asked about."""
    extra = [slot for slot in given if slot.kind == "named"] if "named" not in wanted else []
    given = tuple(slot for slot in given if slot not in extra)
    if len(extra) > 1 or len(wanted) != len(given):
        return None
    if all(slot.kind == kind or (kind, slot.kind) == ("at", "n") for kind, slot in zip(wanted, given, strict=True)):
        return (*given, *extra)
    return None


def _is_one(word: Token, spellings: frozenset[str], sounds: frozenset[str]) -> bool:
    return word.plain in spellings or (word.sound in sounds and not is_english(word))


def _is_light(word: Token) -> bool:
    spellings, sounds = _light()
    return _is_one(word, spellings, sounds)


@cache
def _light() -> tuple[frozenset[str], frozenset[str]]:
    return _heard(load("askable")["light"])


def _kinds_named(word: Token) -> frozenset[str]:
    nouns = _nouns()
    return nouns.get(word.plain) or nouns.get(word.sound) or frozenset()


@cache
def _nouns() -> dict[str, frozenset[str]]:
    table: dict[str, list[str]] = load("askable")["nouns"]
    by_spelling = {noun: frozenset(kinds) for noun, kinds in table.items()}
    return {sound(noun): kinds for noun, kinds in by_spelling.items()} | by_spelling


def _property(name: str, entry: dict[str, object]) -> Property:
    of, poses, words = entry["of"], entry["poses"], entry["words"]
    assert isinstance(of, list)  # noqa: S101
    by_kind = poses if isinstance(poses, dict) else dict.fromkeys(of, poses)
    patterns = tuple(_patterns(words if isinstance(words, list) else []))
    return Property(name, tuple(of), by_kind, str(entry.get("gives", "value")), patterns)


def _patterns(written: Sequence[str]) -> Iterator[Pattern]:
    for pattern in written:
        terms = pattern.split()
        slots = tuple(term[1:] for term in terms if term.startswith("#"))
        yield Pattern(tuple(_term(term) for term in terms if not term.startswith("#")), slots)


def _term(written: str) -> tuple[frozenset[str], frozenset[str]]:
    named = _CLASS.fullmatch(written)
    return _heard(load("askable")["classes"][named[1]] if named else [written])


def _heard(words: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(words), frozenset(map(sound, words))
