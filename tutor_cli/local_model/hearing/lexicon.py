"""The words a pupil may say, from what spoken maths and the tutor's mind understand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.maths.spoken.vocabulary import NumberWords, vocabulary


@cache
def number_words() -> dict[str, str]:
    """Return the Hindi number words, and how each is spelt: as the first of its value in the vocabulary."""
    values = {word: value for word, value in _numbers("hi-Latn").value.items() if word not in _numbers("en").value}
    first: dict[int, str] = {}
    for word, value in values.items():
        first.setdefault(value, word)
    return {word: first[value] for word, value in values.items()}


def words_of_maths() -> set[str]:
    """Return the Hindi words of spoken maths that English has not, but for plain numbers."""
    words = _words_of_phrases("hi-Latn") | _fractions_and_multipliers(_numbers("hi-Latn"))
    words -= _words_of_phrases("en") | _fractions_and_multipliers(_numbers("en")) | set(number_words())
    return {word for word in words if word.isalpha() and len(word) > 1}


def phrases_of_conversation() -> Iterator[str]:
    """Yield what pupils ask for and about in Hindi, in Latin letters."""
    for intent in load("intents").values():
        yield from (phrase for kind in intent if kind.startswith("hi") for phrase in _in_latin(intent[kind]))
    for subject in (*load("facts").values(), *load("topics").values()):
        yield from _in_latin(subject.get("hi_names", ()))


def words_of_conversation() -> set[str]:
    """Return the single words by which Hindi requests are told apart."""
    classes = load("patterns")["classes"].values()
    return set(_in_latin([*(word for words in classes for word in words), *load("words")["hindi"]]))


@cache
def english_words() -> frozenset[str]:
    """Return the words of spoken maths, of its subjects and of conversation in English."""
    intents = load("intents").values()
    asked = [phrase for intent in intents for kind in intent if kind.startswith("en") for phrase in intent[kind]]
    subjects = (*load("facts").values(), *load("topics").values())
    names = [name for subject in subjects for name in subject.get("en_names", ())]
    talk = {word for phrase in (*asked, *names) for word in phrase.split()}
    words = _words_of_phrases("en") | talk | _numbers("en").first | set(load("words")["english"])
    return frozenset(words - set(_numbers("hi-Latn").value) | set(_numbers("en").value))


def _in_latin(phrases: Iterable[str]) -> Iterator[str]:
    return (phrase for phrase in phrases if phrase.isascii() and phrase.replace(" ", "").isalpha())


def _words_of_phrases(language: str) -> set[str]:
    phrases = vocabulary(language).phrases.values()
    return {word for entries in phrases for entry in entries for word in entry.words}


def _fractions_and_multipliers(numbers: NumberWords) -> set[str]:
    return {*numbers.multiplier, *numbers.part, *numbers.fraction, *numbers.quarter}


def _numbers(language: str) -> NumberWords:
    return vocabulary(language).numbers
