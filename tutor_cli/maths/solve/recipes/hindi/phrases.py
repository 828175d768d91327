"""Hindi phrases and their English, compared by what they sound like, the longest at each place first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from tutor_cli.maths.sounds import sound

WORD = re.compile(r"(?<![\w\u0900-\u0963/])[^\W\d_](?:[^\W\d_]|[\u0900-\u0963])*")
# AP and GP are short for something.
_INITIALS = 2
_GAP_BETWEEN = re.compile(r"[\s-]+")


@dataclass(frozen=True)
class Phrases:
    """English by Hindi phrases: `exact` words are compared by their letters, the others by their sounds.

    Words of `english` are left as they are, whatever they sound like.
    """

    exact: Mapping[str, str]
    by_sound: Mapping[tuple[str, ...], str]
    english: frozenset[str] = frozenset()

    @classmethod
    def of(cls, entries: Iterable[tuple[str, str]], english: frozenset[str] = frozenset()) -> Phrases:
        """Build from pairs of an English and a Hindi phrase, "=" before a word that is compared by its letters."""
        exact: dict[str, str] = {}
        by_sound: dict[tuple[str, ...], str] = {}
        for meaning, phrase in entries:
            if phrase.startswith("="):
                exact.setdefault(phrase[1:], meaning)
            else:
                by_sound.setdefault(tuple(map(sound, phrase.split())), meaning)
        return cls(exact, by_sound, english)

    def put(self, text: str) -> str:
        """Return the text with its phrases in English."""
        words = list(WORD.finditer(text))
        written, end, index = [], 0, 0
        while index < len(words):
            length, english = self._at(text, words, index)
            if length:
                written += [text[end : words[index].start()], english]
                end = words[index + length - 1].end()
            index += max(length, 1)
        return "".join((*written, text[end:]))

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self.by_sound), default=1)

    def _at(self, text: str, words: list[re.Match[str]], index: int) -> tuple[int, str]:
        """Return how many words from the index on are a phrase, and its English; BANANA is the word it spells."""
        if len(words[index].group()) > _INITIALS and words[index].group().isupper() and not text.isupper():
            return 0, ""
        together = list(self._together(text, words, index))
        sounds = tuple(map(sound, together))
        for length in range(len(together), 0, -1):
            if length == 1 and together[0] in self.exact:
                return 1, self.exact[together[0]]
            if length == 1 and together[0] in self.english:
                return 0, ""
            if (english := self.by_sound.get(sounds[:length])) is not None:
                return length, english
        return 0, ""

    def _together(self, text: str, words: list[re.Match[str]], index: int) -> Iterator[str]:
        """Yield the words from the index on that no sign parts, as many as a phrase may have."""
        for place in range(index, min(index + self._longest, len(words))):
            if place > index and not _GAP_BETWEEN.fullmatch(text[words[place - 1].end() : words[place].start()]):
                return
            yield words[place].group().lower()
