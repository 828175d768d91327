"""The terms of the subject in an utterance: "more", "greater" and "zyada" are one, whatever else is said.

Statements are told by many terms in their order, so a word counts for its longest phrase; `keys` only compares words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.utterance.words import Token, language_of, tokens
from tutor_cli.maths.sounds import sound

# "-6" is a negative number, "5 - 2" none.
_NEGATIVE = re.compile(r"(?<![\w)])(?<![\d)] )(?<!\b[a-z] )[-−](?=\d)", re.IGNORECASE)
_DECIMAL = re.compile(r"\d+\.\d+")
_PERCENT = re.compile(r"(?<=\d) ?%")
# Of so few letters many words sound alike: "SI" and "se".
_SHORT = 2


@lru_cache(maxsize=64)
def terms_in(text: str) -> tuple[str, ...]:
    """Return the names of the terms of a text in the order they are said; a word counts for its longest phrase."""
    text = _DECIMAL.sub("x", _PERCENT.sub(" percent", _NEGATIVE.sub("negative ", text)))
    words, hindi = tokens(text), language_of(text) == "hi"
    found: list[str] = []
    at = 0
    while at < len(words):
        phrase, _, name = max(_met(words[at:], hindi=hindi), default=(1, 0, ""))
        at += phrase
        found += [name] if name else []
    return tuple(found)


def is_light(term: str) -> bool:
    """Tell whether a term tells no statement apart."""
    return term in load("terms")["light"]


def is_joining(term: str) -> bool:
    """Tell whether a term may stand anywhere in what is said of the others: "the sum of", "more than"."""
    return term in load("terms")["joining"]


def _met(words: Sequence[Token], *, hindi: bool) -> Iterable[tuple[int, int, str]]:
    """Yield each phrase that the words begin with: its length, how many words are spelt as in it, and its term."""
    head = words[0]
    keys = (head.plain[:2], sound(head.plain)[:1]) if hindi else (head.plain[:2],)
    for name, phrase in (entry for key in dict.fromkeys(keys) for entry in _phrases()[key]):
        if len(phrase) <= len(words) and all(
            _is(word, said, hindi=hindi) for word, said in zip(words, phrase, strict=False)
        ):
            spelt = sum(word.plain == said for word, said in zip(words, phrase, strict=False))
            yield len(phrase), spelt, name


def _is(word: Token, said: str, *, hindi: bool) -> bool:
    if said.endswith("*"):
        return word.plain.startswith(said[:-1])
    return word.plain == said or (hindi and len(sound(said)) > _SHORT and word.sound == sound(said))


@cache
def _phrases() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Return the phrases of each term by how their first word begins, in letters and in sound."""
    table: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for name, phrases in load("terms")["terms"].items():
        for phrase in phrases:
            words = tuple(phrase.split())
            for key in {words[0][:2], sound(words[0])[:1]}:
                table[key].append((name, words))
    return table
