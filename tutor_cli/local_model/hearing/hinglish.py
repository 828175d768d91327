"""Romanised Hindi as a recogniser writes it by ear, respelt as the vocabulary has it: "vargumul kya he" is "vargmool".

A word, or up to four in a row that were torn apart or run together, is replaced by the word or phrase of the table
with the same consonants whose other letters are nearest. Words that are known stay as they are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from typing import Any

from tutor_cli.maths.sounds import spelling
from tutor_cli.maths.spoken.vocabulary import vocabulary
from tutor_cli.tables import read_table

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LONGEST_WINDOW = 4
# Of so many letters one may be wrong; consonants of one kind count as the same, but a change costs a letter.
_LETTERS_PER_ERROR = 3
# What it costs to leave a word as it was heard; a changed letter costs two.
_COST_OF_UNKNOWN = 8
_ALIKE = str.maketrans("gdbf", "ktpp")
_NO_CONSONANTS = re.compile("[aeiouhy]")


@dataclass(frozen=True, slots=True)
class _Entry:
    text: str
    letters: str


@dataclass(frozen=True, slots=True)
class _Near:
    distance: int
    longer: int
    text: str


def respelt(text: str) -> str:
    """Return the text with the words of a lesson spelt as they are known."""
    found = list(_WORD.finditer(text))
    pieces: list[str] = []
    done = 0
    for start, end, spelt in _segments(found, text):
        pieces += [text[done : found[start].start()], spelt]
        done = found[end - 1].end()
    return _numbers_mended("".join([*pieces, text[done:]]))


def _segments(found: Sequence[re.Match[str]], text: str) -> list[tuple[int, int, str]]:
    """Return which words from where to where become which text, so that the fewest letters change in all."""
    # From the last word to the first: what the rest costs from there on, and with which first segment.
    best: list[tuple[int, int, str]] = [(0, 0, "")] * (len(found) + 1)
    for index in range(len(found) - 1, -1, -1):
        choices = _choices(found, index, text)
        cost, size, spelt = min(choices, key=lambda choice: (choice[0] + best[index + choice[1]][0], -choice[1]))
        best[index] = (cost + best[index + size][0], size, spelt)
    segments = []
    start = 0
    while start < len(found):
        _, size, spelt = best[start]
        segments.append((start, start + size, spelt))
        start += size
    return segments


def _choices(found: Sequence[re.Match[str]], index: int, text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what the words from `index` on may become: the cost, the number of words and the text."""
    word = found[index].group()
    known = is_known(word.lower())
    yield (0 if known else _COST_OF_UNKNOWN), 1, _aliases().get(word.lower(), word) if len(found) > 1 else word
    for size in range(1, _longest_window(found, index, text) + 1):
        words = [match.group().lower() for match in found[index : index + size]]
        near = None if all(map(is_known, words)) else _nearest("".join(words))
        if near:
            yield _cost(words, near), size, near.text


def _cost(words: Sequence[str], near: _Near) -> int:
    """Return what it costs to read the words so: known words are hardly pieces, and syllables say little."""
    kept = near.text.split()
    joined = sum(is_known(word) and word not in kept for word in words)
    return 2 * near.distance + joined + (2 if len("".join(words)) < _LETTERS_PER_ERROR else 0)


def _longest_window(found: Sequence[re.Match[str]], index: int, text: str) -> int:
    """Return how many words follow one another from `index` on with nothing but space between them."""
    size = 1
    while size < min(_LONGEST_WINDOW, len(found) - index):
        if text[found[index + size - 1].end() : found[index + size].start()].strip():
            break
        size += 1
    return size


@lru_cache(maxsize=4096)
def _nearest(run: str) -> _Near | None:
    letters = spelling(re.sub("['’]", "", run))
    near = [
        _Near(_distance(letters, entry.letters), abs(len(letters) - len(entry.letters)), entry.text)
        for entry in _index().get(_consonants(letters), ())
    ]
    best = min(near, key=lambda candidate: (candidate.distance, candidate.longer), default=None)
    return best if best and best.distance * _LETTERS_PER_ERROR <= len(letters) else None


def is_known(word: str) -> bool:
    """Tell whether a word in lower case is one of the tables', or a letter."""
    return len(word) == 1 or word in _known()


def _consonants(letters: str) -> str:
    return _NO_CONSONANTS.sub("", letters).replace("ks", "s").translate(_ALIKE)


def _distance(one: str, other: str) -> int:
    """Return how many letters must be changed, added or removed to make one text of the other (Levenshtein 1966)."""
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        corner, row[0] = row[0], place
        for column, wanted in enumerate(other, 1):
            corner, row[column] = row[column], min(row[column] + 1, row[column - 1] + 1, corner + (letter != wanted))
    return row[-1]


# --- numbers --------------------------------------------------------------------------------------------------------

# The breath that ends eleven to eighteen is heard as "hai": "pandra hai aur bees".
_BREATH = re.compile(
    r"\b(gyara|bara|tera|chauda|pandra|sola|satra|athara|chha)h? (?:hai|hi) "
    r"(?=(?:aur|ka|ki|ke|ko|se|bata|guna|plus|minus|barabar|pratishat)\b)",
    re.IGNORECASE,
)
# A hundred in digits goes before the rest in words: "100 chavalis".
_HUNDRED = re.compile(r"\b([1-9])00 (?=([a-z]+))", re.IGNORECASE)


# A pupil says "equal to nine": 29.
_EQUAL_TO = re.compile(r"\bequals? 2([1-9])\b(?=\W*$)", re.IGNORECASE)
# Do sau ka pandrah pratishat: a share is asked of a number, and sau sounds like x.
_HUNDRED_SHARED = re.compile(r"^(\w+) x (?:ho )?(?=ka (?:[^\W\d_]+|\d+) pratishat\b)", re.IGNORECASE)


def _numbers_mended(text: str) -> str:
    text = _HUNDRED_SHARED.sub(r"\1 sau ", _EQUAL_TO.sub(r"equal to \1", text))
    return _HUNDRED.sub(_hundred_in_words, _BREATH.sub(r"\1h ", text))


def _hundred_in_words(found: re.Match[str]) -> str:
    values = vocabulary("hi-Latn").numbers.value
    if found[2].lower() not in values:
        return found[0]
    digit = next(word for word in _counted() if values.get(word) == int(found[1]))
    return f"{digit} sau "


# --- tables ---------------------------------------------------------------------------------------------------------


@cache
def _table() -> Mapping[str, Any]:
    return read_table(__package__, "hinglish.toml")


@cache
def _aliases() -> dict[str, str]:
    return {heard: word for word, all_heard in _table()["aliases"].items() for heard in all_heard}


@cache
def _known() -> frozenset[str]:
    words = vocabulary("hi-Latn")
    maths = {word for entries in words.phrases.values() for entry in entries for word in entry.words}
    table = _table()
    return frozenset({*maths, *_numbers(), *table["nouns"], *table["words"], *table["joiners"], *_aliases()})


def _numbers() -> list[str]:
    numbers = vocabulary("hi-Latn").numbers
    return [*numbers.value, *numbers.multiplier, *numbers.part, *numbers.fraction]


@cache
def _index() -> dict[str, list[_Entry]]:
    """Return what may be meant by its consonants: words first, then what they run together with."""
    found: dict[str, list[_Entry]] = defaultdict(list)
    for heard, meant in _writings():
        letters = spelling(heard.replace(" ", ""))
        found[_consonants(letters)].append(_Entry(meant, letters))
    return found


def _writings() -> Iterator[tuple[str, str]]:
    """Return what may be heard and what it means: words, phrases, and words with those they run together with."""
    table = _table()
    yield from ((word, word) for word in (*_counted(), *table["nouns"], *table["words"]))
    for phrase in table["phrases"]:
        yield from ((text, text) for text in map(" ".join, product(*(word.split("|") for word in phrase.split()))))
    named = [(word, word) for word in (*_counted(), *_hundreds(), *table["nouns"])]
    yield from (*((word, word) for word in _hundreds()), *_aliases().items())
    for (heard, meant), joiner in product((*named, *_aliases().items()), table["joiners"]):
        yield f"{heard} {joiner}", f"{meant} {joiner}"
        yield f"{joiner} {heard}", f"{joiner} {meant}"


def _counted() -> list[str]:
    """Return the Hindi words of numbers; the tables hold English ones too, which are written as English is."""
    return [word for word in _numbers() if word not in vocabulary("en").numbers.value]


def _hundreds() -> list[str]:
    return [f"{word} sau" for word, value in vocabulary("hi-Latn").numbers.value.items() if value in range(1, 10)]
