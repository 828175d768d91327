"""Which properties an utterance asks for, by the table of what can be asked (`data/askable.toml`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.subject.askable_table import Pattern, Property, changes, properties
from tutor_cli.local_model.mind.subject.told_things import Things
from tutor_cli.local_model.mind.utterance.keys import sound_key, taken_by, with_sounds
from tutor_cli.local_model.mind.utterance.naming import Slot
from tutor_cli.local_model.mind.utterance.slots import Said, Word, taken_apart
from tutor_cli.local_model.mind.utterance.words import language_of, tokens

# What else a thing may be given as: a place as a number, a name by what it stands for.
_ALSO = {"n": "at", "written": "named"}
# "The original matrix": the one that was given.
_ORIGINAL = frozenset(("original", "main", "initial", "starting"))
_ANSWERS = frozenset(("value", "number", "measure", "part"))
# What an answer may be that says only that it is a value, and of what else than values questions can give.
_VALUES = frozenset(("value", "part", "measure", "radians", "point", "roots"))
_OF_ANSWERS = _VALUES | {"line", "matrix", "vector", "derivative"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A property asked for, with what was given for it; `kinds` are those the words allow, all where it is None.

    `own` is what the question names itself, by kind; `original` says that the thing is one that was given, not found;
    `names` are what an answer is called that is spoken of, each by the keys of its spellings.
    """

    property: Property
    slots: tuple[Slot, ...]
    kinds: frozenset[str] | None
    weight: int
    own: Things | None = None
    original: bool = False
    names: tuple[frozenset[str], ...] = ()


def asked_in(said: Said) -> list[Asked]:
    """Return the properties that the utterance asks for and nothing else, those with most words first."""
    keys = frozenset().union(*(word.keys for word in said.words))
    found = [
        asked
        for prop in properties()
        for pattern in prop.patterns
        if not any(map(keys.isdisjoint, pattern.terms)) and (asked := _met(prop, pattern, said))
    ]
    return sorted(found, key=lambda asked: -asked.weight)


def asks_of_value(text: str) -> bool:
    """Tell whether a text asks something of a number that was found, and names nothing else: "is it a square?"."""
    said = taken_apart(text, {})
    inner = [asked for _, questions in asked_of_answer(said, hindi=language_of(text) != "en") for asked in questions]
    of_numbers = (asked for asked in (*asked_in(said), *inner) if {"value", "number"} & asked.property.poses.keys())
    return any(not (asked.names or asked.kinds or asked.slots) for asked in of_numbers)


def asked_of_answer(said: Said, *, hindi: bool) -> Iterator[tuple[Asked, list[Asked]]]:
    """Yield what is asked of the answer to a question beside it, and the question: a decimal of the area, a square.

    What is asked of the other comes first in English and last in Hindi; a form of the answer stands anywhere.
    """
    for prop in properties():
        for pattern in prop.patterns if _OF_ANSWERS.intersection(prop.of) and not only_light(said.words) else ():
            parted = _parted(pattern, said)
            outer = [word for word in said.words if parted and word not in parted[1].words and not _is_light(word)]
            if not parted or not outer:
                continue
            inner = [word.end for word in parted[1].words if not _is_light(word)]
            comes_first = bool(inner) and outer[0].end < inner[0]
            if prop.gives != "rounded" and comes_first == hindi:
                continue
            if questions := [asked for asked in asked_in(parted[1]) if _can_be_asked_of(prop, asked.property)]:
                yield Asked(prop, parted[0], None, len(pattern.terms)), questions


def _can_be_asked_of(outer: Property, inner: Property) -> bool:
    return inner.gives in outer.of or (inner.gives == "value" and not _VALUES.isdisjoint(outer.of))


def points_in(said: Said) -> Iterator[tuple[Asked, Said]]:
    """Yield a question for a point beside the rest of an utterance: "the midpoint" of "a line through the midpoint"."""
    for prop in properties():
        for pattern in prop.patterns if prop.gives == "point" else ():
            if pattern.terms and not pattern.slots and (parted := _parted(pattern, said)):
                yield Asked(prop, (), None, len(pattern.terms)), parted[1]


def changes_in(said: Said) -> Iterator[tuple[str, str, Said]]:
    """Yield what is done to a list by an utterance, with which number, and the question about the changed list."""
    for name, patterns in changes().items():
        for pattern in patterns:
            if parted := _parted(pattern, said):
                yield name, parted[0][0].text, parted[1]


def _parted(pattern: Pattern, said: Said) -> tuple[tuple[Slot, ...], Said] | None:
    """Return what a pattern takes of an utterance, and the utterance without it; None where it is not met."""
    taken = _taken(pattern, said.words)
    slots = None if taken is None else _last_before(pattern.slots, said, taken)
    if taken is None or slots is None:
        return None
    words = tuple(word for index, word in enumerate(said.words) if index not in taken)
    return slots, Said(words, tuple(slot for slot in said.slots if slot not in slots))


def _last_before(wanted: tuple[str, ...], said: Said, taken: set[int]) -> tuple[Slot, ...] | None:
    """Return what stands just before the words of a form: the 2 of "to 2 decimal places"; None where it is missing."""
    last = max((said.words[index].end for index in taken), default=None)
    before = [slot for slot in said.slots if slot.kind in wanted]
    before = [slot for slot in before if last is None or slot.end <= last] or before
    slots = tuple(before[len(before) - len(wanted) :]) if wanted else ()
    return slots if tuple(slot.kind for slot in slots) == wanted else None


def asked_of_list(said: Said) -> Asked | None:
    """Return the property of a list that a problem names beside its numbers, the mean of "find the mean of 2, 4"."""
    found = [
        (len(taken), prop)
        for prop in properties()
        for pattern in prop.patterns
        if "list" in prop.of and pattern.terms and not pattern.slots and (taken := _taken(pattern, said.words))
    ]
    best = max(found, key=lambda item: item[0], default=None)
    return Asked(best[1], (), frozenset(("list",)), best[0]) if best else None


def only_light(words: Sequence[Word]) -> bool:
    """Tell whether the words say nothing but that something is asked."""
    return all(map(_is_light, words))


def is_light(word: str) -> bool:
    """Tell whether a word says nothing but that something is asked."""
    return not _light().isdisjoint((word, sound_key(word)))


def names_data(words: Sequence[Word]) -> bool:
    """Tell whether the words only say that what is given is a list of numbers: "the observations are"."""
    nouns = [word for word in words if not _is_light(word)]
    return bool(nouns) and all("list" in _kinds_named(word) for word in nouns)


def _met(prop: Property, pattern: Pattern, said: Said) -> Asked | None:
    fitting, taken = _fitting(pattern.slots, said.slots), _taken(pattern, said.words)
    if fitting is None or taken is None:
        return None
    rest = [word for index, word in enumerate(said.words) if index not in taken and not _is_light(word)]
    original = [word for word in rest if word.plain in _ORIGINAL]
    nouns = [word for word in rest if word not in original]
    named = [_kinds_named(word) or (_ANSWERS if _answer_named(word) else frozenset()) for word in nouns]
    if not all(named):
        return None
    names = tuple(_answer_named(word) for word in nouns if not _kinds_named(word))
    weight = len(taken) + 2 * sum(not _is_light(said.words[index]) for index in taken)
    kinds = frozenset.intersection(*named) if named else None
    return Asked(prop, fitting[0], kinds, weight, fitting[1], bool(original), names)


def _taken(pattern: Pattern, words: Sequence[Word]) -> set[int] | None:
    """Return which words meet the terms, each another one; None where a term is missing or a word must not be."""
    if any(word.keys & pattern.absent for word in words):
        return None
    taken = taken_by(pattern.terms, [word.keys for word in words])
    if taken is not None:
        taken |= {i for i, word in enumerate(words) if any(word.keys & term for term in pattern.optional)}
    return taken


def _fitting(wanted: tuple[str, ...], given: tuple[Slot, ...]) -> tuple[tuple[Slot, ...], Things | None] | None:
    """Return what was given in the order wanted, and the thing asked about where a letter stands for it; or None."""
    extra = [slot for slot in given if slot.named and slot.kind not in wanted and _ALSO.get(slot.kind) not in wanted]
    given = tuple(slot for slot in given if slot not in extra)
    if len(extra) > 1 or len(wanted) != len(given):
        return None
    if all(kind == slot.kind or kind == _ALSO.get(slot.kind) for kind, slot in zip(wanted, given, strict=True)):
        fitted = tuple(replace(slot, kind=kind) for kind, slot in zip(wanted, given, strict=True))
        return fitted, {extra[0].named: extra[0].text} if extra else None
    return None


def _is_light(word: Word) -> bool:
    return bool(word.keys & _light())


@cache
def _light() -> frozenset[str]:
    return with_sounds(load("askable")["light"])


def _kinds_named(word: Word) -> frozenset[str]:
    nouns = _nouns()
    return next((nouns[key] for key in word.keys if key in nouns), frozenset())


def answers_named(text: str) -> tuple[frozenset[str], ...]:
    """Return what answers are called that a text speaks of: "that angle", "the sum"."""
    words = ({word.plain, sound_key(word.plain)} for word in tokens(text))
    return tuple(keys for word in words for keys in _answers() if word & keys)


def _answer_named(word: Word) -> frozenset[str]:
    """Return the keys of what an answer is called, where a word calls it so."""
    return next((keys for keys in _answers() if word.keys & keys), frozenset())


@cache
def _answers() -> tuple[frozenset[str], ...]:
    return tuple(map(with_sounds, load("askable")["answers"].values()))


@cache
def _nouns() -> dict[str, frozenset[str]]:
    table: dict[str, list[str]] = load("askable")["nouns"]
    return {key: frozenset(kinds) for noun, kinds in table.items() for key in (noun, sound_key(noun))}
