"""What pupils say to a tutor in Hindi: the words, how they sound, and which follow one another.

The likelihood of a word after another is that of a class bigram with single words mixed in (Brown et al. 1992),
counted over the sample sentences of `hinglish.toml`.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from tutor_cli.local_model.hearing.lexicon import (
    number_words,
    phrases_of_conversation,
    words_of_conversation,
    words_of_maths,
)
from tutor_cli.local_model.hearing.phones import SpokenWords, phones
from tutor_cli.tables import read_table

# The class of numbers; names of classes begin so, and no word does.
NUMBER = "*number"
# In the sentences this sign marks another use of a word: "do" is two, "do!" is give.
_OTHER_USE = "!"
# Which number it is and what the unknown is called depends on no word before it.
_ANY_OF_CLASS = frozenset({NUMBER, "*letter"})
# How many sightings the less exact estimate counts for: of a class after a class, and of a word after a word.
_CLASS_PRIOR, _WORD_PRIOR = 2.0, 3.0
# A class with many words is hardly a reason against each of them: its share is raised to this power.
_SHARE_POWER = 0.2
# How often what is no word of the book follows a word of it, and another of its kind.
_LEAVING, _STAYING = 0.02, 0.5


class Word(NamedTuple):
    """A word and its class, which is the word itself where it is alone in it."""

    text: str
    kind: str


# A word that is not in the book, as it was heard.
KEPT = "*kept"
# A word that is in no sentence, and how often one is said.
RARE = "*rare"
_SHARE_OF_RARE = 0.05
START, END = Word("", "*start"), Word("", "*end")


class Phrasebook:
    """The words a pupil may say, and how likely each is after another."""

    def __init__(self, table: Mapping[str, Any], phrases: Iterable[str] = (), words: Iterable[str] = ()) -> None:
        """Learn from whole sentences, from phrases that may be parts of some, and from words nothing is known of."""
        self._kinds = {word: f"*{kind}" for kind, members in table["classes"].items() for word in members.split()}
        self._kinds.update(dict.fromkeys(number_words(), NUMBER))
        sentences = [[START, *map(self._word, sentence.split()), END] for sentence in table["sentences"]]
        parts = [[self._word(word) for word in phrase.split()] for phrase in phrases]
        said = {word for text in (*sentences, *parts) for word in text} - {START, END}
        known = said | set(map(self._word, self._kinds))
        rare = {Word(word, RARE) for word in (*table["others"].split(), *words)}
        rare = {word for word in rare if word.text not in {other.text for other in known}}
        entries = sorted(set(_entries(known | rare, table["sounds"])), key=lambda entry: (-len(entry[0]), entry))
        self.words = [word for _, word in entries]
        self.spoken = SpokenWords([sound for sound, _ in entries])
        self._count([*sentences, *parts])

    def _word(self, text: str) -> Word:
        return Word(text.removesuffix(_OTHER_USE), self._kinds.get(text, text))

    def _count(self, sentences: Sequence[Sequence[Word]]) -> None:
        pairs = [pair for sentence in sentences for pair in pairwise(sentence)]
        self._kind_pairs = Counter((one.kind, other.kind) for one, other in pairs)
        self._label_pairs = Counter((_label(one), _label(other)) for one, other in pairs)
        self._kinds_before = Counter(one.kind for one, _ in pairs)
        self._labels_before = Counter(_label(one) for one, _ in pairs)
        self._kinds_said = Counter(other.kind for _, other in pairs)
        self._kinds_said[RARE] = int(_SHARE_OF_RARE * self._kinds_said.total())
        self._shares = _shares(self.words, Counter(other for _, other in pairs))
        self._costs: dict[tuple[Word, Word], float] = {}

    def cost(self, before: Word, word: Word) -> float:
        """Return how unlikely a word is after another: the negative logarithm of its probability."""
        if (before, word) not in self._costs:
            self._costs[before, word] = -math.log(self._likelihood(before, word))
        return self._costs[before, word]

    def _likelihood(self, before: Word, word: Word) -> float:
        if word.kind == KEPT:
            return _STAYING if before.kind == KEPT else _LEAVING
        share = math.pow(self._shares.get(word, 1.0), _SHARE_POWER)
        seen = self._label_pairs[_label(before), _label(word)] * (share if word.kind in _ANY_OF_CLASS else 1.0)
        guessed = self._likelihood_of_kind(before.kind, word.kind) * share
        return (seen + _WORD_PRIOR * guessed) / (self._labels_before[_label(before)] + _WORD_PRIOR)

    def _likelihood_of_kind(self, before: str, kind: str) -> float:
        usual = (self._kinds_said[kind] + 0.5) / (self._kinds_said.total() + 0.5 * len(self._shares))
        return (self._kind_pairs[before, kind] + _CLASS_PRIOR * usual) / (self._kinds_before[before] + _CLASS_PRIOR)


@cache
def phrasebook() -> Phrasebook:
    """Return the book of the sentences in `hinglish.toml` and of what the tutor understands."""
    words = words_of_maths() | words_of_conversation()
    return Phrasebook(read_table(__package__, "hinglish.toml"), phrases_of_conversation(), words)


def _label(word: Word) -> Word:
    return Word("", word.kind) if word.kind in _ANY_OF_CLASS else word


def _shares(words: Sequence[Word], said: Counter[Word]) -> dict[Word, float]:
    """Return how much of its class each word is; all numbers are alike."""
    weights = {word: 1.0 if word.kind == NUMBER else said[word] + 0.5 for word in words}
    totals: dict[str, float] = defaultdict(float)
    for word, weight in weights.items():
        totals[word.kind] += weight
    return {word: weight / totals[word.kind] for word, weight in weights.items()}


def _entries(words: set[Word], sounds: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, Word]]:
    """Yield the sounds of each word with the word; a number is written in one way only."""
    spelling = number_words()
    for word in words:
        meant = word._replace(text=spelling[word.text]) if word.kind == NUMBER else word
        for written in (word.text, *sounds.get(word.text, ())):
            yield phones(written), meant
