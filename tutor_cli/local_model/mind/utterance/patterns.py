"""Intents by words in any order: Hindi puts them as it likes, "hal batao", "iska hal to bataiye", "batao na hal".

Hindi words are compared by sound, English ones letter by letter; as intents are looked for in every utterance, in one
language at a time, words are plain strings here and not sets of `keys`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.utterance.phrases import Match, Place
from tutor_cli.local_model.mind.utterance.words import Language, Token, is_filler, language_of, tokens
from tutor_cli.maths.sounds import sound

# Who says so much, or gives several numbers, tells a story; a few words in it are no request.
_LONGEST = 12
_MOST_NUMBERS = 1
_CLASS = re.compile(r"<(\w+)>")


@dataclass(frozen=True, slots=True)
class Pattern:
    """Terms that have to be there, each as the words or sounds it may be, and such that must not be.

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
    if len(words) > _LONGEST or numbers > _MOST_NUMBERS:
        return
    spoken = language_of(text)
    for language in ("en", "hi") if spoken is None else (spoken,):
        yield from _met(language, words, text)


def _met(language: Language, words: list[Token], text: str) -> Iterator[Match]:
    compared = [word.sound if language == "hi" else word.plain for word in words]
    light = _light(language)
    for pattern in _patterns(language):
        if places := pattern.places(compared):
            around = (index for index in range(len(words)) if index not in places)
            whole = all(is_filler(words[index]) or compared[index] in light for index in around)
            if pattern.alone and not whole:
                continue
            place: Place = "whole" if whole else "part"
            rest = _without([words[index] for index in places], text)
            yield Match(pattern.name, language, place, len(places), pattern.weight, rest)


def is_met(written: str, sounds: Sequence[str]) -> bool:
    """Tell whether words, by what they sound like, meet a pattern."""
    return bool(_read("", written).places(sounds))


def _without(words: Sequence[Token], text: str) -> str:
    for word in reversed(words):
        text = text[: word.start] + text[word.end :]
    return text.strip()


@cache
def _light(language: Language) -> frozenset[str]:
    table = load("patterns")
    if language == "en":
        return frozenset(table["english_light"]["words"])
    return frozenset().union(*(_words(f"<{name}>", language) for name in table["light"]))


@cache
def _patterns(language: Language) -> tuple[Pattern, ...]:
    table: dict[str, list[str]] = load("patterns")["english" if language == "en" else "intents"]
    return tuple(_read(name, pattern, language) for name, written in table.items() for pattern in written)


@cache
def _read(name: str, written: str, language: Language = "hi") -> Pattern:
    alone, written = written.startswith("="), written.removeprefix("=")
    terms = [term for term in written.split() if not term.startswith("!")]
    absent = [_words(term[1:], language) for term in written.split() if term.startswith("!")]
    known = tuple(_words(term, language) for term in terms)
    weight = sum(not words <= _light(language) for words in known)
    return Pattern(name, known, frozenset().union(*absent), weight, alone)


def _words(term: str, language: Language) -> frozenset[str]:
    """Return what a term may be, as it is compared: the words of a class, or one word."""
    named = _CLASS.fullmatch(term)
    classes = load("patterns")["english_classes" if language == "en" else "classes"]
    words = classes[named[1]] if named else [term]
    return frozenset(words if language == "en" else map(sound, words))
