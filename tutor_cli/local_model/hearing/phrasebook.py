"""What pupils say to a tutor in Hindi: the words, how they sound, and which follow one another.

The likelihood of a word after two others is that of a class trigram with single words mixed in, which falls back on
pairs and these on classes (Brown et al. 1992), counted over the sample sentences of `hinglish.toml`.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import pairwise
from typing import Any, Generic, NamedTuple, TypeVar

from tutor_cli.local_model.hearing.lexicon import (
    number_words,
    phrases_of_conversation,
    words_of_conversation,
    words_of_maths,
)
from tutor_cli.local_model.hearing.phones import SpokenWords, phones
from tutor_cli.tables import read_table

Context = TypeVar("Context", bound=Hashable)
# The class of numbers; names of classes begin so, and no word does.
NUMBER = "*number"
# In the sentences this sign marks another use of a word: "do" is two, "do!" is give.
_OTHER_USE = "!"
# Which number it is and what the unknown is called depends on no word before it.
_ANY_OF_CLASS = frozenset({NUMBER, "*letter"})
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
# Of these kinds it does not matter which word it was to what comes after.
_ALIKE = _ANY_OF_CLASS | {KEPT}


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
        triples = [triple for said in sentences for triple in zip([START, *said], said, said[1:], strict=False)]
        self._after_two = _Followers(((a.kind, _label(b)), _label(c)) for a, b, c in triples)
        self._after_one = _Followers((_label(one), _label(other)) for one, other in pairs)
        self._after_kind = _Followers((one.kind, other.kind) for one, other in pairs)
        self._kinds_said = Counter(other.kind for _, other in pairs)
        self._kinds_said[RARE] = int(_SHARE_OF_RARE * self._kinds_said.total())
        self._shares = _shares(self.words, Counter(other for _, other in pairs))
        self._costs: dict[tuple[str, Word], _Costs] = {}

    def costs(self, first: Word, before: Word) -> Mapping[Word, float]:
        """Return how unlikely each word is after two others: the negative logarithm of its probability."""
        context = first.kind, _label(before)
        if context not in self._costs:
            self._costs[context] = _Costs(partial(self._likelihood, *context))
        return self._costs[context]

    def _likelihood(self, first: str, before: Word, word: Word) -> float:
        if word.kind == KEPT:
            return _STAYING if before.kind == KEPT else _LEAVING
        share = math.pow(self._shares.get(word, 1.0), _SHARE_POWER)
        part = share if word.kind in _ANY_OF_CLASS else 1.0
        usual = (self._kinds_said[word.kind] + 0.5) / (self._kinds_said.total() + 0.5 * len(self._shares))
        guess = self._after_kind.likelihood(before.kind, word.kind, usual) * share
        guess = self._after_one.likelihood(before, _label(word), guess, part)
        return self._after_two.likelihood((first, before), _label(word), guess, part)


class _Followers(Generic[Context]):
    """What was seen to follow what, mixed with a less exact guess (Witten and Bell 1991).

    The guess counts for as many sightings as there are things that followed: where much may follow, more may.
    """

    def __init__(self, seen: Iterable[tuple[Context, object]]) -> None:
        self._seen = Counter(seen)
        self._sightings: Counter[Context] = Counter()
        for (context, _), times in self._seen.items():
            self._sightings[context] += times
        self._kinds = Counter(context for context, _ in self._seen)

    def likelihood(self, context: Context, follower: object, guess: float, share: float = 1.0) -> float:
        """Return how likely `follower` comes next, where what was seen is shared with others of its kind."""
        weight = self._kinds[context] or 1
        return (self._seen[context, follower] * share + weight * guess) / (self._sightings[context] + weight)


class _Costs(dict[Word, float]):
    """What words cost behind two others, worked out when one is looked up; words that are in no book are not kept."""

    def __init__(self, likelihood: Callable[[Word], float]) -> None:
        super().__init__()
        self._likelihood = likelihood

    def __missing__(self, word: Word) -> float:
        cost = -math.log(self._likelihood(word))
        if word.kind != KEPT:
            self[word] = cost
        return cost


@cache
def phrasebook() -> Phrasebook:
    """Return the book of the sentences in `hinglish.toml` and of what the tutor understands."""
    words = words_of_maths() | words_of_conversation()
    return Phrasebook(read_table(__package__, "hinglish.toml"), phrases_of_conversation(), words)


def _label(word: Word) -> Word:
    return Word("", word.kind) if word.kind in _ALIKE else word


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
