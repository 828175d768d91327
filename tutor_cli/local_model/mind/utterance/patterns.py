"""Intents by words in any order: Hindi puts them as it likes, "hal batao", "iska hal to bataiye", "batao na hal"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.utterance.phrases import Match, Place
from tutor_cli.local_model.mind.utterance.words import Token, is_filler, language_of, tokens
from tutor_cli.maths.sounds import sound

# Who says so much, or gives several numbers, tells a story; a few words in it are no request.
_LONGEST = 12
_MOST_NUMBERS = 1
_CLASS = re.compile(r"<(\w+)>")


@dataclass(frozen=True, slots=True)
class Pattern:
    """Terms that have to be there, each as the sounds it may have, and sounds that must not be.

    `weight` counts the terms that tell the intent, those of no light class. One that is met `alone` must be all that is
    said but for light words.
    """

    name: str
    terms: tuple[frozenset[str], ...]
    absent: frozenset[str]
    weight: int
    alone: bool = False

    def places(self, sounds: Sequence[str]) -> tuple[int, ...]:
        """Return where the terms stand among the words of an utterance, nothing where one is missing."""
        if self.absent.intersection(sounds):
            return ()
        taken: list[int] = []
        for term in self.terms:
            place = next((i for i, spoken in enumerate(sounds) if spoken in term and i not in taken), None)
            if place is None:
                return ()
            taken.append(place)
        return tuple(sorted(taken))


def matches(text: str) -> Iterator[Match]:
    """Yield every intent whose pattern the words of the text meet."""
    words = tokens(text)
    numbers = sum(word.plain.isdecimal() for word in words)
    if len(words) > _LONGEST or numbers > _MOST_NUMBERS or language_of(text) == "en":
        return
    sounds = [word.sound for word in words]
    for pattern in _patterns():
        if places := pattern.places(sounds):
            around = [word for index, word in enumerate(words) if index not in places]
            place: Place = "whole" if all(map(_is_light, around)) else "part"
            if pattern.alone and place == "part":
                continue
            rest = _without([words[index] for index in places], text)
            yield Match(pattern.name, "hi", place, len(places), pattern.weight, rest)


def is_met(written: str, sounds: Sequence[str]) -> bool:
    """Tell whether words, by what they sound like, meet a pattern."""
    return bool(_read("", written).places(sounds))


def _without(words: Sequence[Token], text: str) -> str:
    for word in reversed(words):
        text = text[: word.start] + text[word.end :]
    return text.strip()


def _is_light(word: Token) -> bool:
    return is_filler(word) or word.sound in _light()


@cache
def _light() -> frozenset[str]:
    table = load("patterns")
    return frozenset().union(*(_sounds(f"<{name}>") for name in table["light"]))


@cache
def _patterns() -> tuple[Pattern, ...]:
    table: dict[str, list[str]] = load("patterns")["intents"]
    return tuple(_read(name, pattern) for name, written in table.items() for pattern in written)


@cache
def _read(name: str, written: str) -> Pattern:
    alone, written = written.startswith("="), written.removeprefix("=")
    terms = [term for term in written.split() if not term.startswith("!")]
    absent = [_sounds(term[1:]) for term in written.split() if term.startswith("!")]
    known = tuple(map(_sounds, terms))
    weight = sum(not sounds <= _light() for sounds in known)
    return Pattern(name, known, frozenset().union(*absent), weight, alone)


def _sounds(term: str) -> frozenset[str]:
    """Return the sounds of a term: those of a class of words, or of one word."""
    if named := _CLASS.fullmatch(term):
        return frozenset(sound(word) for word in load("patterns")["classes"][named[1]])
    return frozenset((sound(term),))
