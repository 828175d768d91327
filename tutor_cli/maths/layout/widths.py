"""How many terminal cells text takes, as libc's wcwidth and tmux measure it.

Rich and wcwidth count Devanagari vowel signs differently from what terminals draw, so this room measures for itself:
non-spacing marks and joiners take no cell, spacing marks (Mc) one, wide and full-width characters two, the rest one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# Medial vowels and final consonants of Hangul stack onto the leading consonant before them.
_HANGUL_JAMO_JOINING = range(0x1160, 0x1200)
_ZERO_WIDTH_CATEGORIES = frozenset({"Mn", "Me", "Cf", "Cc"})
_MARK_CATEGORIES = frozenset({"Mn", "Me", "Mc", "Cf"})
# Terminals disagree about the width of conjuncts and vowel signs, from Devanagari to Malayalam.
_UNCERTAIN = range(0x0900, 0x0D80)


@lru_cache(maxsize=4096)
def _character_width(character: str) -> int:
    if unicodedata.category(character) in _ZERO_WIDTH_CATEGORIES or ord(character) in _HANGUL_JAMO_JOINING:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cell_width(text: str) -> int:
    """Return the number of terminal cells the text takes."""
    if text.isascii():
        return len(text)
    return sum(map(_character_width, text))


def is_uncertain(text: str) -> bool:
    """Whether terminals disagree about the width of this text, so that nothing may be aligned to its right."""
    return not text.isascii() and any(ord(character) in _UNCERTAIN for character in text)


def clusters(text: str) -> Iterator[str]:
    """Yield the text in pieces that may be put on different rows: a character with the marks that belong to it."""
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or unicodedata.category(text[index]) not in _MARK_CATEGORIES:
            if start < index:
                yield text[start:index]
            start = index


def pad(text: str, width: int) -> str:
    """Return the text with spaces added on the right up to `width` cells."""
    return text + " " * (width - cell_width(text))


def wrap(text: str, width: int, indent: str = "") -> list[str]:
    """Break text at spaces, and inside words too wide for a row, into rows of at most `width` cells.

    Every row but the first starts with `indent`.
    """
    rows: list[str] = []
    row = ""
    for word in text.split(" "):
        candidate = f"{row} {word}" if row.strip() else row + word
        if cell_width(candidate) <= width:
            row = candidate
            continue
        if row.strip():
            rows.append(row)
            row = indent + word
        else:
            row = candidate
        *full, row = _cut(row, width, indent)
        rows.extend(full)
    rows.append(row)
    return rows


def _cut(word: str, width: int, indent: str) -> list[str]:
    """Cut a word into rows of at most `width` cells, never between a character and its marks."""
    rows = [""]
    used = 0
    for cluster in clusters(word):
        cells = cell_width(cluster)
        if rows[-1].strip() and used + cells > width:
            rows.append(indent)
            used = len(indent)
        rows[-1] += cluster
        used += cells
    return rows
