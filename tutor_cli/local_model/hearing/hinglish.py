"""Romanised Hindi as a recogniser writes it by ear, read as the words a pupil most likely said.

"Utartin bata chaar hai" is "uttar teen bata char hai". The text is taken for a string of sounds in which any word of
the phrasebook may begin and end anywhere, better where a written word does; of all ways to read it, the one is taken
that changes the fewest sounds and whose words most likely follow one another (the noisy channel of Shannon 1948, by
the search of Viterbi 1967). Costs are negative logarithms of probabilities.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tutor_cli.local_model.hearing.lexicon import english_words
from tutor_cli.local_model.hearing.phones import numbered, phones
from tutor_cli.local_model.hearing.phrasebook import END, KEPT, NUMBER, START, Word, phrasebook
from tutor_cli.local_model.mind.utterance.words import language_of
from tutor_cli.maths.spoken import with_digits
from tutor_cli.maths.spoken.vocabulary import vocabulary

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*%?")
# "Do x plus three": a number before an unknown.
_TWO = re.compile(r"\bdo(?= [a-z]\b)", re.IGNORECASE)
# What a wholly different sound costs, the border of a written word inside one that is meant, and the reverse.
_SOUND, _JOINED, _TORN = 8.0, 0.7, 1.0
# Two words may share the sound at which they meet, as "x square" and "cos saath" do.
_SHARED = 1.0
# What it costs to keep a word that is not in the book, and each sound of it; English words are written with care.
_UNKNOWN, _UNKNOWN_SOUND = 4.0, 1.1
_ENGLISH, _ENGLISH_NUMBER = 2.0, 1.5
# The classes of words that numbers are made of, and of those that change the number behind them by a part.
_NUMBERS, _QUARTER = frozenset({NUMBER, "*hundred", "*angle"}), "*quarter"
# Small numbers are also articles, and are words in fractions.
_LARGEST_IN_WORDS = 9
# A word whose sounds differ by more than this share of its length was not said.
_MOST_DIFFERENT = 0.45
# How many words may begin at one place, and how many readings of what is before it are followed up.
_WORDS_PER_PLACE, _READINGS_PER_PLACE = 40, 6


class _Edge(NamedTuple):
    """A word that may have been said from one place in the sounds to another."""

    end: int
    cost: float
    word: Word


class _Reading(NamedTuple):
    """The cheapest way to two words before a place: its cost, where the last of them began, what was before both."""

    cost: float
    begin: int
    first: Word


# The readings that end at a place, by their last two words.
_Readings = dict[tuple[Word, Word], _Reading]


class _Way(NamedTuple):
    """A reading to go on from: its cost, its last two words, and what every word costs behind them."""

    cost: float
    first: Word
    last: Word
    costs: Mapping[Word, float]


def respelt(text: str) -> str:
    """Return the words that were most likely said; English text stays, but for a "two" that was heard as Hindi."""
    english = _TWO.sub("two", text)
    return english if _is_english(english) else " ".join(_written(_read(text)))


def _is_english(text: str) -> bool:
    words = [word.lower() for word in _TOKEN.findall(text)]
    return language_of(text) == "en" or all(word in english_words() or not word.isalpha() for word in words)


def _read(text: str) -> list[Word]:
    heard = _Heard(text)
    found: list[_Readings] = [{} for _ in range(len(heard.sounds) + 1)]
    found[0][START, START] = _Reading(0.0, 0, START)
    sharing: list[_Edge] = []
    for place, edges in enumerate(_edges(heard)):
        ways = _cheapest(found[place])
        for edge in (*edges, *sharing):
            _follow(ways, edge, place, found[edge.end])
        sharing = [edge._replace(cost=edge.cost + _SHARED) for edge in edges if edge.end > place + 1]
    ended: _Readings = {}
    _follow(_cheapest(found[-1]), _Edge(0, 0.0, END), len(heard.sounds), ended)
    return _traced(found, ended)


def _written(words: Sequence[Word]) -> Iterator[str]:
    """Yield the words, numbers of several digits in digits: "teen sau bees" is 320, "saadhe barah" is as it was."""
    before = START
    for is_number, run in groupby(words, key=lambda word: word.kind in _NUMBERS):
        said = list(run)
        text = " ".join(word.text for word in said)
        digits = with_digits(text, "hi-Latn") if is_number and before.kind != _QUARTER else ""
        yield digits if digits.isdecimal() and int(digits) > _LARGEST_IN_WORDS else text
        before = said[-1]


def _cheapest(readings: _Readings) -> list[_Way]:
    best = sorted(readings.items(), key=lambda item: item[1].cost)[:_READINGS_PER_PLACE]
    return [_Way(reading.cost, *pair, phrasebook().costs(*pair)) for pair, reading in best]


def _follow(ways: Sequence[_Way], edge: _Edge, place: int, ending: _Readings) -> None:
    """Go on with a word behind each of the readings, where that is the cheapest way to the pair at its end."""
    for way in ways:
        cost = way.cost + edge.cost + way.costs[edge.word]
        known = ending.get((way.last, edge.word))
        if known is None or cost < known.cost:
            ending[way.last, edge.word] = _Reading(cost, place, way.first)


def _traced(found: Sequence[_Readings], ended: _Readings) -> list[Word]:
    """Return the words of the cheapest reading that ended, in their order."""
    (last, _), reading = min(ended.items(), key=lambda item: item[1].cost)
    place, first = len(found) - 1, reading.first
    words: list[Word] = []
    while last != START:
        words.append(last)
        reading = found[place][first, last]
        place, first, last = reading.begin, reading.first, first
    return words[::-1]


@dataclass
class _Heard:
    """A text as numbered sounds, with the places where its words begin; the last place is the end."""

    text: str
    tokens: list[str] = field(init=False)
    sounds: list[int] = field(init=False)
    borders: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.tokens = _TOKEN.findall(self.text)
        # A number in digits is one sound that no word has.
        parts = [numbered(phones(token) or " ") for token in self.tokens]
        self.sounds = [sound for part in parts for sound in part]
        self.borders = np.cumsum([0, *map(len, parts)]).tolist()


def _edges(heard: _Heard) -> Iterator[list[_Edge]]:
    """Yield for each place the words that may begin there."""
    if not heard.sounds:
        return
    span = min(len(heard.sounds), phrasebook().spoken.longest + 3)
    distances = phrasebook().spoken.distances(heard.sounds, span)
    as_written = dict(zip(heard.borders, _as_written(heard), strict=False))
    for place in range(len(heard.sounds)):
        room = min(span, len(heard.sounds) - place)
        likely = _likely(distances[place, :, 1 : room + 1], _border_costs(heard.borders, place, room))
        words = [_Edge(place + length, cost, phrasebook().words[word]) for word, length, cost in likely]
        yield [*words, *as_written.get(place, [])]


def _likely(distances: NDArray[np.float32], borders: NDArray[np.float32]) -> Iterable[tuple[int, int, float]]:
    """Return the words that fit best what begins at a place: the word's number, its length as heard and its cost."""
    costs = _SOUND * distances + borders
    fits = distances <= _MOST_DIFFERENT * phrasebook().spoken.lengths[:, None]
    gains = np.where(fits, _UNKNOWN_SOUND * np.arange(1, costs.shape[1] + 1) - costs, -np.inf).ravel()
    best = np.argpartition(-gains, min(_WORDS_PER_PLACE, gains.size - 1))[:_WORDS_PER_PLACE]
    for word, length in zip(*np.unravel_index(best[gains[best] > -np.inf], costs.shape), strict=True):
        yield int(word), int(length) + 1, float(costs[word, length])


def _border_costs(borders: Sequence[int], place: int, room: int) -> NDArray[np.float32]:
    """Return what the borders of written words cost a word that begins at the place, for each length up to `room`."""
    ends = np.arange(place + 1, place + room + 1)
    inside = np.array([border for border in borders if border > place])
    crossed = (inside[None, :] < ends[:, None]).sum(1)
    torn = ~np.isin(ends, borders) + int(place not in borders)
    return np.asarray(_JOINED * crossed + _TORN * torn, np.float32)


def _as_written(heard: _Heard) -> Iterator[list[_Edge]]:
    """Yield for each written word what it is if it stays."""
    for token, (begin, end) in zip(heard.tokens, pairwise(heard.borders), strict=True):
        yield [_Edge(end, *_kept(token, end - begin))]


def _kept(token: str, sounds: int) -> tuple[float, Word]:
    word = token.lower()
    if not word.isalpha():
        return 0.0, Word(token, NUMBER)
    if word in vocabulary("en").numbers.value:
        return _ENGLISH_NUMBER, Word(word, NUMBER)
    if word in english_words():
        return _ENGLISH, Word(word, KEPT)
    return _UNKNOWN + _UNKNOWN_SOUND * sounds, Word(token, KEPT)
