"""A text about figures in canonical words, `data/words.toml`, whatever language it is told in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from tutor_cli.maths.solve.lexicon import Lexicon, lexicon
from tutor_cli.maths.solve.stories.measures import Measure, in_passing, measures
from tutor_cli.maths.solve.stories.reader import PI

# Longer texts are no school problems.
_LONGEST = 500
_SENTENCE = re.compile(r"(?<=[.?!;।])\s+|,\s+(?=(?:then |and )?ask\b)")
_WORD = re.compile(r"[a-z]+")
_ASKS = re.compile(r"\b(?:ask|howmany)\b")
# "Of the two" counts nothing, and "in square metres" says only how an answer is to be written.
_TWO = re.compile(r"\b(?:of )?the 2\b(?! [a-z]*(?:cm|m|metres?)\b)")
_UNIT = re.compile(r"\b(?:in )?(?:square|cubic|sq|cu) (?:metres?|meters?|m|cm|centimet(?:re|er)s?|km)\b")


@dataclass(frozen=True, slots=True)
class Token:
    """A canonical word, or a measure of the text; `sentence` counts the sentences, `asks` marks those that ask."""

    word: str
    measure: Measure | None
    sentence: int
    asks: bool


def words() -> Lexicon:
    """Return the words in which figures are told and asked about."""
    return lexicon(__package__, "words")


@lru_cache(maxsize=256)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text; none where a word says that it is no problem of these figures."""
    plain = words().canonical(PI.sub(". ", text[:_LONGEST]))
    if refused().search(plain):
        return ()
    return tuple(_tokens(plain))


@cache
def refused() -> re.Pattern[str]:
    """Return the words of what no figure of the tables has."""
    return re.compile(words().table["refused"]["words"])


def _tokens(plain: str) -> Iterator[Token]:
    for number, sentence in enumerate(_SENTENCE.split(_TWO.sub(" ", plain))):
        asks = _ASKS.search(sentence) is not None
        found = [item for item in measures(sentence) if not in_passing(item, sentence)]
        places = [(item.start, item.end, item) for item in found]
        units = _UNIT.sub(lambda unit: " " * len(unit.group()), sentence)
        taken = [(word.start(), word.end(), None) for word in _WORD.finditer(units)]
        free = [word for word in taken if not any(begin < word[1] and word[0] < end for begin, end, _ in places)]
        for begin, end, measure in sorted((*places, *free), key=lambda place: place[0]):
            yield Token("" if measure else sentence[begin:end], measure, number, asks)
