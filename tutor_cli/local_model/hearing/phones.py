"""How romanised Hindi sounds, and how easily a recogniser takes one sound for another, by the table `phones.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from tutor_cli.tables import read_table

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TABLE = read_table(__package__, "phones.toml")
_SPELLINGS: Mapping[str, str] = _TABLE["spellings"]
_NAMES: Mapping[str, str] = _TABLE["names"]
_PHONES: str = _TABLE["phones"]
_NUMBERS = {phone: number for number, phone in enumerate(_PHONES)}
# What is no phone: the end of the text, a sign, a digit.
_NONE = len(_PHONES)
# What it costs to take it for one.
_NEVER = 9.0
# How many phones more than a word has may be heard for it.
_LONGER = 3
# So many words' distances fit into a processor's cache.
_WORDS_AT_ONCE = 128
# A y before a vowel is a sound of its own: "aaya" is not "ai a".
_SPELT = re.compile("|".join((*(f"{unit}(?![aeiou])" if unit.endswith("y") else unit for unit in _SPELLINGS), "[a-z]")))
_DOUBLED = re.compile(r"([^aeiouAEO])\1+")
# An English c before e and i, and the y that is spoken between i and a whether it is written or not.
_SOFT_C = re.compile("c(?=[ei])")
_GLIDE = re.compile("(?<=[iE])y(?=[aA])")


@lru_cache(maxsize=8192)
def phones(word: str) -> str:
    """Return the sounds of a word in Latin letters; signs and digits have none."""
    letters = _SOFT_C.sub("s", word.lower())
    if len(letters) == 1:
        return _NAMES.get(letters) or _SPELLINGS.get(letters, letters)
    if letters.startswith("x"):
        letters = f"e{letters}"
    found = "".join(_SPELLINGS.get(unit, unit) for unit in _SPELT.findall(letters))
    return _DOUBLED.sub(r"\1", _GLIDE.sub("", found))


def numbered(sounds: str) -> list[int]:
    """Return the phones as numbers, for `Sounds.distances`; what is no phone has a number of its own."""
    return [_NUMBERS.get(phone, _NONE) for phone in sounds]


class SpokenWords:
    """The sounds of the words that may be meant, longest first."""

    def __init__(self, words: Sequence[str]) -> None:
        self.lengths = np.array([len(word) for word in words])
        self.longest = int(self.lengths[0])
        self._phones = np.array([numbered(word.ljust(self.longest)) for word in words])

    def distances(self, heard: Sequence[int], span: int) -> NDArray[np.float32]:
        """Return what it costs to hear word w as the n phones from s on, for all s, w and n from 0 to `span`.

        The cost is that of the cheapest way to change one into the other, phone by phone (Levenshtein 1966); nothing
        that is so much longer than the word is it.
        """
        # The first axis is how many phones were heard, the last is where the word begins: numpy is fast in this order.
        windows = _windows(heard, span).T
        substituted = np.ascontiguousarray(_SUBSTITUTED[windows].transpose(0, 2, 1))
        unsaid = np.zeros((span + 1, 1, windows.shape[1]), np.float32)
        np.cumsum(_UNSAID_COSTS[windows][:, None], axis=0, out=unsaid[1:])
        found = np.full((span + 1, len(self.lengths), windows.shape[1]), np.inf, np.float32)
        for first in range(0, len(self.lengths), _WORDS_AT_ONCE):
            words = slice(first, first + _WORDS_AT_ONCE)
            room = min(span, int(self.lengths[first]) + _LONGER)
            found[: room + 1, words] = self._table(words, substituted[:room], unsaid[: room + 1])
        return found.transpose(2, 1, 0)

    def _table(
        self, words: slice, substituted: NDArray[np.float32], unsaid: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        spoken, lengths = self._phones[words], self.lengths[words]
        row = np.repeat(unsaid, len(lengths), axis=1)
        for place in range(int(lengths[0])):
            live = int(np.count_nonzero(lengths > place))
            row[:, :live] = _next_row(row[:, :live], spoken[:live, place], substituted, unsaid)
        return row


def _next_row(
    row: NDArray[np.float32],
    spoken: NDArray[np.int64],
    substituted: NDArray[np.float32],
    unsaid: NDArray[np.float32],
) -> NDArray[np.float32]:
    """Return the table's next row: one more phone of every word is said."""
    following = row + _UNWRITTEN_COSTS[spoken][:, None]
    np.minimum(following[1:], row[:-1] + substituted[:, spoken], out=following[1:])
    # Phones that were heard but not said are added up from any place before.
    following -= unsaid
    np.minimum.accumulate(following, axis=0, out=following)
    following += unsaid
    return following


def _windows(heard: Sequence[int], span: int) -> NDArray[np.int64]:
    padded = np.array([*heard, *[_NONE] * span])
    return np.lib.stride_tricks.sliding_window_view(padded, span)[: len(heard)]


def _substitution_costs() -> NDArray[np.float32]:
    costs = np.ones((_NONE + 1, _NONE + 1), np.float32)
    for cost, *groups in _TABLE["alike"]:
        for members in map(numbered, groups):
            block = np.ix_(members, members)
            costs[block] = np.minimum(costs[block], cost)
    np.fill_diagonal(costs, 0)
    costs[_NONE] = costs[:, _NONE] = _NEVER
    return costs


def _costs(kind: str) -> NDArray[np.float32]:
    table = _TABLE[kind]
    return np.array([*(table.get(phone, table["others"]) for phone in _PHONES), _NEVER], np.float32)


_SUBSTITUTED = _substitution_costs()
_UNWRITTEN_COSTS, _UNSAID_COSTS = _costs("unwritten"), _costs("unsaid")
