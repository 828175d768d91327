"""Utterances as tokens, comparable across spellings, scripts and recognisers.

English words are compared letter by letter, Hindi ones by their `sound`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.maths.sounds import is_devanagari, sound

Language = Literal["en", "hi"]

# Longer utterances are nobody's spoken sentence; what is behind is not read.
MAX_CHARACTERS = 2_000

_TOKEN = re.compile(r"(?:[^\W_]|[\u0900-\u0963\u0970-\u097f])+(?:['’][^\W_]+)*")
_APOSTROPHE = re.compile("['’]")

_WORDS = load("words")
_FILLERS, _ARTICLES, _GRAMMAR = (frozenset(_WORDS[kind]) for kind in ("fillers", "articles", "grammar"))
_LEADS = frozenset(_WORDS["leads"])
_ENGLISH = frozenset(_WORDS["english"])
_HINDI_SOUNDS = frozenset(map(sound, _WORDS["hindi"]))
_HINDI, _SHARED = frozenset(_WORDS["hindi"]), frozenset(_WORDS["shared"])


@dataclass(frozen=True, slots=True)
class Token:
    """A word of an utterance: folded for comparison, with its place in the text."""

    plain: str
    start: int
    end: int

    @property
    def sound(self) -> str:
        """What the word sounds like, whichever script it is written in."""
        return sound(self.plain)


def tokens(text: str) -> list[Token]:
    """Return the words of the first `MAX_CHARACTERS` characters; signs and punctuation are not words."""
    return list(_tokens(text[:MAX_CHARACTERS]))


@lru_cache(maxsize=256)
def _tokens(text: str) -> tuple[Token, ...]:
    # An utterance is taken apart some fifty times in a turn, by every reader for itself.
    return tuple(Token(_fold(match.group()), match.start(), match.end()) for match in _TOKEN.finditer(text))


def with_signs(text: str, start: int) -> int:
    """Return where what begins at `start` does with the signs and brackets before it: words have none of their own."""
    return len(text[:start].rstrip("-−+([{√"))


def is_filler(word: Token) -> bool:
    """Tell whether the word carries no meaning of its own: politeness, hesitation, an address."""
    return word.plain in _FILLERS


def is_lead(word: Token) -> bool:
    """Tell whether the word only leads to what is said next: "yes", "no", "wait", "thanks"."""
    return word.plain in _LEADS or is_filler(word)


def is_article(word: Token) -> bool:
    """Tell whether the word is an article."""
    return word.plain in _ARTICLES


def is_grammar(word: Token) -> bool:
    """Tell whether the word only builds sentences, so that a phrase is not told by it."""
    return word.plain in _GRAMMAR


def is_english(word: Token) -> bool:
    """Tell whether the word is one that only English has."""
    return word.plain in _ENGLISH


def is_function_word(word: Token) -> bool:
    """Tell whether the word only builds sentences or is polite, in either language."""
    if is_devanagari(word.plain):
        return word.plain in _FILLERS | _GRAMMAR or word.sound in _HINDI_SOUNDS
    return word.plain in _ENGLISH | _HINDI | _FILLERS | _GRAMMAR | _ARTICLES


def language_of(text: str) -> Language | None:
    """Return the language the words give away, or None where they could be either ("x = 4", "next")."""
    head = text[:MAX_CHARACTERS]
    if is_devanagari(head):
        return "hi"
    words = [token.plain for token in tokens(head)]
    # The "a" of a formula is no article.
    english = sum(word in _ENGLISH for word in set(words))
    hindi = sum(word in _HINDI for word in words)
    if hindi == sum(word in _SHARED for word in words):
        hindi = 0
    if not english and not hindi:
        return None
    # A sentence with English words and a Hindi verb is Hindi: "integration of 2x batao".
    return "hi" if hindi >= english else "en"


def _fold(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word).replace("\u093c", "")
    return _APOSTROPHE.sub("", unicodedata.normalize("NFKC", decomposed).casefold())
