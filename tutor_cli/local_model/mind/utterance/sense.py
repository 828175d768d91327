"""How much sense a text makes as something said in a lesson, by which readings of one sound are told apart.

"See that again" sounds like "say that again", and only one of them is asked of a tutor. Nothing is answered here: words
that no lesson has, texts without a request, and unknowns that nothing relates count against a reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.subject.completing import problem_in
from tutor_cli.local_model.mind.utterance.answers import is_value
from tutor_cli.local_model.mind.utterance.intent import understand
from tutor_cli.maths.expr import Relation, Symbol
from tutor_cli.maths.spoken import find_spans, with_digits
from tutor_cli.maths.spoken.vocabulary import vocabulary

# What each is worth beside the log probability of the recogniser, in nats. Measured on 900 utterances in 18 voices:
# half or twice as much changes one of them.
_NO_REQUEST, _UNKNOWN_WORD, _UNKNOWN_TOO_MANY, _ODD = 2.0, 1.0, 1.0, 1.0
_MOST_UNKNOWN_WORDS = 3
_TABLES = ("intents", "cues", "facts", "topics", "questions", "words", "texts_en", "principles", "remembering")
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)*", re.IGNORECASE)
# A letter, a number, a term or an ordinal: x, 12, 4ac, 3rd.
_WRITTEN = re.compile(r"[a-z]|\d+(?:[a-z]{0,2}|(?:st|nd|rd|th)s?)", re.IGNORECASE)
_SAID = re.compile(r"[a-z\d]+(?:['’][a-z]+)*", re.IGNORECASE)
_UNIT = r"(?:[1-9]|one|two|three|four|five|six|seven|eight|nine)"
# Two digits with neither a sign nor a comma between them, the value of something unknown, an e left of "equals".
_ODDITIES = (
    re.compile(rf"\b{_UNIT}[ -]{_UNIT}\b(?! ?[a-z]\b)", re.IGNORECASE),
    re.compile(r"^what is [^=]*\b(?:plus|minus|times|over|[-+*/]) (?:\d*[a-df-hj-z])\W*$", re.IGNORECASE),
    re.compile(r"\d ?e equals\b", re.IGNORECASE),
)
_CONSTANTS = frozenset({"e", "pi", "i"})


@lru_cache(maxsize=256)
def sense(text: str) -> float:
    """Return 0 for English that a tutor can do something with; the less sense it makes, the further below, in nats."""
    strange = min(_MOST_UNKNOWN_WORDS, sum(map(_is_strange, _SAID.findall(text))))
    asks = 0 if _asks(text) else _NO_REQUEST
    odd = sum(pattern.search(text) is not None for pattern in _ODDITIES)
    return -(asks + _UNKNOWN_WORD * strange + _UNKNOWN_TOO_MANY * _unrelated_unknowns(text) + _ODD * odd)


def _asks(text: str) -> bool:
    """Tell whether there is a request, an answer or a problem in the text."""
    said = understand(text)
    return bool(said.matches) or said.has_maths or is_value(with_digits(text)) or problem_in(text) is not None


def _is_strange(word: str) -> bool:
    return _WRITTEN.fullmatch(word) is None and _plain(word) not in _lesson_words()


def _unrelated_unknowns(text: str) -> int:
    """Return how many more unknowns there are than equations, one being free: "minus a x" is rather "minus 8x"."""
    nodes = [node for span in find_spans(text) for node in span.expr.walk()]
    unknowns = {node.name for node in nodes if isinstance(node, Symbol)} - _CONSTANTS
    return max(0, len(unknowns) - max(1, sum(isinstance(node, Relation) for node in nodes)))


@cache
def _lesson_words() -> frozenset[str]:
    """Return the words that the tutor says, or understands in English."""
    maths = vocabulary("en")
    numbers = maths.numbers
    of_maths = {word for entries in maths.phrases.values() for entry in entries for word in entry.words}
    of_maths.update(numbers.value, numbers.multiplier, numbers.ordinal, numbers.part, numbers.fraction, numbers.quarter)
    texts = [text for name in _TABLES for text in _english(load(name))]
    return frozenset(of_maths | {_plain(word) for text in texts for word in _WORD.findall(text)})


def _english(table: object) -> Iterator[str]:
    """Yield every text in a table but those under a key of Hindi."""
    if isinstance(table, str):
        yield table
    elif isinstance(table, list):
        for item in table:
            yield from _english(item)
    elif isinstance(table, Mapping):
        for key, item in table.items():
            if not ({"hi", "hindi", "also"} & set(key.split("_"))):
                yield from _english(item)


def _plain(word: str) -> str:
    return re.sub("['’]", "", word).lower()
