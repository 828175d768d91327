"""Canonical words for all that is said for them in English and Hindi, and what a bag of such words asks for.

A table has `english` and `hindi`: each canonical word with its phrases, single English words compared as they are, the
others by sound; `fillers`, which say nothing; `asks`, each thing that can be asked with patterns of canonical words:
all of a pattern have to be there, those after "?" may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from tutor_cli.maths.solve.recipes.hindi.phrases import Phrases
from tutor_cli.maths.solve.recipes.hindi.words import ARTICLE, is_hindi, romanised, with_plain_numbers
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.sounds import spelling
from tutor_cli.maths.spoken import with_digits
from tutor_cli.tables import read_table

_APOSTROPHE = re.compile("[’']")


@dataclass(frozen=True)
class Lexicon:
    """The words of one table."""

    table: dict[str, Any]

    def canonical(self, text: str) -> str:
        """Return a text in canonical words, in small letters, its numbers in digits."""
        plain = self._phrases["english"].put(with_plain_numbers(_APOSTROPHE.sub("", text.lower())))
        if is_hindi(text):
            plain = self._phrases["hindi"].put(plain)
        # Numbers only now: चौड़ा is no चौदह.
        return told(romanised(with_digits(ARTICLE.sub("a ", told(plain))))).lower()

    @cached_property
    def fillers(self) -> frozenset[str]:
        """The words that say nothing of what is given or asked."""
        words = self.table["fillers"]["words"].split()
        return frozenset((*words, *map(spelling, words)))

    @cached_property
    def patterns(self) -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
        """What can be asked, with the words that have to be there and those that may be, most words first."""
        return tuple(sorted(self._patterns(), key=lambda entry: -len(entry[1])))

    def _patterns(self) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
        for name, patterns in self.table["asks"].items():
            for words in map(str.split, patterns):
                needed = frozenset(word for word in words if word[0] != "?")
                yield name, needed, frozenset(word[1:] for word in words if word[0] == "?")

    @cached_property
    def _phrases(self) -> dict[str, Phrases]:
        known = frozenset(self.table["english"])
        return {language: Phrases.of(self._entries(language), known) for language in ("english", "hindi")}

    def _entries(self, language: str) -> Iterator[tuple[str, str]]:
        for canonical, phrases in self.table[language].items():
            for phrase in map(str.strip, phrases.split(",")):
                exact = language == "english" and " " not in phrase
                yield canonical, f"={phrase}" if exact else phrase


@cache
def lexicon(package: str, name: str) -> Lexicon:
    """Return the lexicon of a table `data/<name>.toml` of a package."""
    return Lexicon(read_table(package, "data", f"{name}.toml"))
