"""Tables of phrases and which of them an utterance holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from tutor_cli.local_model.mind.words import Token, tokens, without_fillers

Place = Literal["whole", "start", "part"]
PLACES: tuple[Place, ...] = ("whole", "start", "part")


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase of the entry `name` found in an utterance.

    `length` counts the words of the phrase, `coverage` is their share of the words that carry meaning, and `rest` is
    the text of the utterance without the phrase.
    """

    name: str
    place: Place
    length: int
    coverage: float
    rest: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    name: str
    place: Place
    words: tuple[str, ...]


class PhraseTable:
    """Phrases by name, matched as `whole` utterances, at their `start`, or as a `part` of them.

    English phrases are compared letter by letter, Hindi ones by sound; words without meaning are left out on both
    sides, so that "next" is also "okay, next please".
    """

    def __init__(self) -> None:
        self._english: dict[str, list[_Phrase]] = defaultdict(list)
        self._hindi: dict[str, list[_Phrase]] = defaultdict(list)

    @classmethod
    def of_intents(cls, table: Mapping[str, Mapping[str, Mapping[str, Iterable[str]]]]) -> PhraseTable:
        """Build from `{name: {"en" | "hi": {"whole" | "start" | "part": phrases}}}`."""
        built = cls()
        for name, languages in table.items():
            for language, places in languages.items():
                for place in PLACES:
                    built.add(name, language, place, places.get(place, ()))
        return built

    @classmethod
    def of_names(cls, table: Mapping[str, Mapping[str, Any]]) -> PhraseTable:
        """Build from `{name: {"en_names": phrases, "hi_names": phrases}}`, each a part of an utterance."""
        built = cls()
        for name, entry in table.items():
            for language in ("en", "hi"):
                built.add(name, language, "part", entry.get(f"{language}_names", ()))
        return built

    def add(self, name: str, language: str, place: Place, phrases: Iterable[str]) -> None:
        """Add phrases of one language and place to an entry."""
        index = self._english if language == "en" else self._hindi
        for phrase in phrases:
            words = _keys(without_fillers(tokens(phrase)), by_sound=language != "en")
            index[words[0]].append(_Phrase(name, place, words))

    def matches(self, text: str) -> list[Match]:
        """Return every phrase found: whole utterances first, then the longest."""
        words = without_fillers(tokens(text))
        found = [
            match
            for index, keys in (
                (self._english, _keys(words, by_sound=False)),
                (self._hindi, _keys(words, by_sound=True)),
            )
            for match in _search(index, keys, words, text)
        ]
        return sorted(found, key=lambda match: (match.place != "whole", -match.length))


def _search(
    index: Mapping[str, Sequence[_Phrase]], keys: tuple[str, ...], words: Sequence[Token], text: str
) -> Iterable[Match]:
    for position, key in enumerate(keys):
        for phrase in index.get(key, ()):
            end = position + len(phrase.words)
            if keys[position:end] == phrase.words and _in_place(phrase.place, position, end, len(keys)):
                rest = f"{text[: words[position].start]} {text[words[end - 1].end :]}".strip()
                yield Match(phrase.name, phrase.place, len(phrase.words), len(phrase.words) / len(keys), rest)


def _in_place(place: Place, position: int, end: int, length: int) -> bool:
    return place == "part" or (position == 0 and (place == "start" or end == length))


def _keys(words: Sequence[Token], *, by_sound: bool) -> tuple[str, ...]:
    return tuple(word.sound if by_sound else word.plain for word in words)
