"""Tables of phrases and which of them an utterance holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from tutor_cli.local_model.mind.utterance.words import Token, is_article, is_filler, is_grammar, tokens

Place = Literal["whole", "start", "part"]
_PLACES: Mapping[str, Place] = {"whole": "whole", "start": "start", "part": "part", "names": "part"}


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase of the entry `name`, in the `language` of its table, found in an utterance.

    `length` counts the words of the phrase, and `weight` those of them that are not just grammar; `rest` is the text of
    the utterance without the phrase.
    """

    name: str
    language: str
    place: Place
    length: int
    weight: int
    rest: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    name: str
    place: Place
    words: tuple[str, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class _Index:
    """The phrases of one language by their first word; compared letter by letter or, for Hindi, by sound."""

    language: str
    phrases: dict[str, list[_Phrase]]

    def keys(self, words: Sequence[Token]) -> tuple[str, ...]:
        return tuple(word.sound if self.language == "hi" else word.plain for word in words)


class PhraseTable:
    """Phrases by name, matched as `whole` utterances, at their `start`, or as a `part` of them.

    Whole utterances are compared without the words that carry no meaning, so that "next" is also "okay, next please";
    the others only without articles, because there little words tell phrases apart.
    """

    def __init__(self, table: Mapping[str, Mapping[str, Any]]) -> None:
        """Build from `{name: {"en_whole": phrases, "hi_names": phrases}}`; names are parts of an utterance."""
        self._indexes = tuple(_Index(language, defaultdict(list)) for language in ("en", "hi"))
        for name, entry in table.items():
            for index in self._indexes:
                for kind, place in _PLACES.items():
                    self._add(name, index, place, entry.get(f"{index.language}_{kind}", ()))

    def matches(self, text: str) -> list[Match]:
        """Return every phrase found: whole utterances first, then those with most weight, then the longest."""
        words = tokens(text)
        return best_first(match for index in self._indexes for match in _found(index, words, text))

    def _add(self, name: str, index: _Index, place: Place, phrases: Iterable[str]) -> None:
        for phrase in phrases:
            words = _comparable(tokens(phrase), place)
            weight = sum(not is_grammar(word) for word in words)
            keys = index.keys(words)
            index.phrases[keys[0]].append(_Phrase(name, place, keys, weight))


def best_first(found: Iterable[Match]) -> list[Match]:
    """Return the matches in order: whole utterances first, then those with most weight, then the longest."""
    return sorted(found, key=lambda match: (match.place != "whole", -match.weight, -match.length))


def _found(index: _Index, words: Sequence[Token], text: str) -> Iterator[Match]:
    whole = _comparable(words, "whole")
    keys = index.keys(whole)
    for phrase in index.phrases.get(keys[0], ()) if keys else ():
        if phrase.place == "whole" and phrase.words == keys:
            yield Match(phrase.name, index.language, "whole", len(keys), phrase.weight, "")
    yield from _within(index, _comparable(words, "part"), text)


def _within(index: _Index, words: Sequence[Token], text: str) -> Iterator[Match]:
    keys = index.keys(words)
    begins = next((position for position, word in enumerate(words) if not is_filler(word)), 0)
    for position, key in enumerate(keys):
        for phrase in index.phrases.get(key, ()):
            end = position + len(phrase.words)
            in_place = phrase.place == "part" or (phrase.place == "start" and position in (0, begins))
            if in_place and keys[position:end] == phrase.words:
                rest = f"{text[: words[position].start]} {text[words[end - 1].end :]}".strip()
                yield Match(phrase.name, index.language, phrase.place, len(phrase.words), phrase.weight, rest)


def _comparable(words: Sequence[Token], place: Place) -> list[Token]:
    """Return the words by which a phrase of this place is compared, or all of them where none is left."""
    leaves_out = is_filler if place == "whole" else is_article
    return [word for word in words if not leaves_out(word)] or list(words)
