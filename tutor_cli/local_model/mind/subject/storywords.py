"""What the words of a story mean in questions about it: its nouns say nothing new, and its rows are terms."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.subject.askable_table import class_of, properties
from tutor_cli.local_model.mind.utterance.keys import sound_key, with_sounds
from tutor_cli.local_model.mind.utterance.slots import Said, Word
from tutor_cli.local_model.mind.utterance.words import is_function_word, tokens

# A word that asks nothing, as the nouns of the story do.
_LIGHT = "the"
# What a story may number, though interest is asked for by it, too.
_YEAR = "year"
_NTH = re.compile(r"\d+(?:st|nd|rd|th|v\w+|व\w+)")
# Shorter words are letters and signs.
_SHORTEST = 3


def in_its_words(said: Said, source: str, *, lists: bool) -> Said:
    """Return what was said with the words of the problem in hand taken for what they are in it.

    In a story that `lists` its terms, "the 15th row" is the 15th term.
    """
    known, counted = _known(source)
    term = load("askable")["classes"]["term"][0]

    def meant(word: Word) -> Word:
        own = _stems(word.plain)
        if lists and own & counted:
            return replace(word, keys=word.keys | {term})
        return replace(word, keys=word.keys | {_LIGHT}) if own & known else word

    return Said(tuple(map(meant, said.words)), said.slots)


def without_count(said: Said, count: int) -> Said:
    """Return what was said without how many numbers the list in hand has: "the HCF of the same three numbers"."""
    counted = {
        max((slot.end for slot in said.slots if slot.end < word.end), default=0)
        for word in said.words
        if word.keys & with_sounds(class_of("number"))
    }
    return replace(
        said,
        slots=tuple(
            slot for slot in said.slots if slot.text != str(count) or slot.kind != "n" or slot.end not in counted
        ),
    )


def without_names(said: Said, names: str) -> Said:
    """Return what was said with the words of some names taken for words that ask nothing: "price" of two prices."""
    known = frozenset(stem for word in tokens(names) for stem in _stems(word.plain))
    words = (replace(word, keys=word.keys | {_LIGHT}) if _stems(word.plain) & known else word for word in said.words)
    return Said(tuple(words), said.slots)


@lru_cache(maxsize=64)
def _known(source: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of a story that ask for nothing, and those that its ordinals count: row, month."""
    words = tokens(source)
    ordinals = frozenset(stem for word in load("askable")["ordinals"] for stem in _stems(word))
    counted = {
        stem
        for one, other in pairwise(words)
        if _stems(one.plain) & ordinals or _NTH.fullmatch(one.plain)
        for stem in _stems(other.plain)
    }
    plain = (word for word in words if len(word.plain) >= _SHORTEST and not is_function_word(word))
    stems = {stem for word in plain if not word.plain[0].isdigit() for stem in _stems(word.plain)}
    asking = _asking()
    return frozenset(stems - asking), frozenset(counted - (asking - _stems(_YEAR)))


def _stems(word: str) -> frozenset[str]:
    """Return by what a word is known: its spelling without the ending of a plural, its sound."""
    return frozenset((word.removesuffix("s") if word.isascii() else word, sound_key(word)))


@lru_cache(maxsize=1)
def _asking() -> frozenset[str]:
    """Return the words that ask for something or name a kind of thing: these keep their meaning."""
    terms = {
        key
        for prop in properties()
        for pattern in prop.patterns
        for term in (*pattern.terms, *pattern.optional)
        for key in term
    }
    table = load("askable")
    named = {word for words in table["answers"].values() for word in words} | set(table["nouns"])
    written = {key for key in terms | named if not key.startswith("~")}
    return frozenset(stem for key in written for stem in (*_stems(key), sound_key(key)))
