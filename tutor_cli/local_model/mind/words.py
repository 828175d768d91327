"""Utterances as tokens, comparable across spellings, scripts and recognisers.

Recognisers write Hindi now in Devanagari, now in Latin letters, and spell the latter as they like: "samajh", "samaj",
"समझ". Two tokens sound alike when their `sound` is equal: consonants decide in long words, short words keep their
vowels.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tutor_cli.local_model.mind.data_files import load

Language = Literal["en", "hi"]

# Longer utterances are nobody's spoken sentence; what is behind is not read.
MAX_CHARACTERS = 2_000

_TOKEN = re.compile(r"(?:[^\W_]|[\u0900-\u0963\u0970-\u097f])+(?:['’][^\W_]+)*")
_DEVANAGARI = re.compile(r"[\u0900-\u097f]")
_APOSTROPHE = re.compile("['’]")

_WORDS = load("words")
_FILLERS, _ARTICLES, _GRAMMAR = (frozenset(_WORDS[kind]) for kind in ("fillers", "articles", "grammar"))
_LEADS = frozenset(_WORDS["leads"])
_ENGLISH = frozenset(_WORDS["english"])
_HINDI, _SHARED = frozenset(_WORDS["hindi"]), frozenset(_WORDS["shared"])
_CONSONANTS: dict[str, str] = _WORDS["consonants"]
_VOWELS: dict[str, str] = _WORDS["vowels"]
_SIGNS = frozenset("ािीुूेैोौ")
_VIRAMA = "्"
_NASALS = "ंँ"
_SPELLINGS = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        ("ph", "f"),
        ("w", "v"),
        ("z", "j"),
        ("q", "k"),
        ("x", "ks"),
        ("sh", "s"),
        ("(?<=[bcdfgjklmnprstv])h", ""),
        ("aa+", "a"),
        ("ee+|ii+", "i"),
        ("oo+|uu+", "u"),
        ("(?<=[aeiou])y(?=[aeiou])", ""),
        ("(?<=[aeiou])n$", ""),
        (r"([b-df-hj-np-tv-z])\1+", r"\1"),
        ("(?<=[aeiou])h$", ""),
        ("e", "i"),
        ("o", "u"),
        # Which of ka, ki, ke it is hangs on the next word's gender, and is neither heard nor minded.
        ("^ki$", "ka"),
    )
)
# Two words of so many consonants sound alike when their consonants do.
_SKELETON_LENGTH = 4


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
    return [Token(_fold(match.group()), match.start(), match.end()) for match in _TOKEN.finditer(text[:MAX_CHARACTERS])]


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
    return word.plain in _ENGLISH | _HINDI | _FILLERS | _GRAMMAR | _ARTICLES


def is_devanagari(text: str) -> bool:
    """Tell whether any letter of the text is Devanagari."""
    return _DEVANAGARI.search(text) is not None


def language_of(text: str) -> Language | None:
    """Return the language the words give away, or None where they could be either ("x = 4", "next")."""
    head = text[:MAX_CHARACTERS]
    if is_devanagari(head):
        return "hi"
    words = [token.plain for token in tokens(head)]
    english = sum(word in _ENGLISH for word in words)
    hindi = sum(word in _HINDI for word in words)
    if hindi == sum(word in _SHARED for word in words):
        hindi = 0
    if not english and not hindi:
        return None
    # A sentence with English words and a Hindi verb is Hindi: "integration of 2x batao".
    return "hi" if hindi >= english else "en"


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """Return a key equal for spellings of one Hindi word in either script."""
    letters = spelling(word)
    skeleton = re.sub("[aeiouhy]", "", letters)
    return skeleton if len(skeleton) >= _SKELETON_LENGTH else letters


def spelling(word: str) -> str:
    """Return a Hindi word of either script in Latin letters, without the choices writers have."""
    letters = _romanised(word) if is_devanagari(word) else word
    for pattern, replacement in _SPELLINGS:
        letters = pattern.sub(replacement, letters)
    return letters


def _romanised(word: str) -> str:
    """Spell Devanagari in Latin letters; the unwritten `a` stands between consonants and is mute at the end."""
    spelt: list[str] = []
    for index, character in enumerate(word):
        if character in _CONSONANTS:
            spelt.append(_CONSONANTS[character])
            if _has_schwa(word, index):
                spelt.append("a")
        elif character in _NASALS:
            spelt.append("n")
        else:
            spelt.append(_VOWELS.get(character, ""))
    return "".join(spelt)


def _has_schwa(word: str, index: int) -> bool:
    """Tell whether the unwritten `a` after a consonant is spoken: not at the end, nor in the middle of "dus(a)ra"."""
    following, after = word[index + 1 : index + 2], word[index + 2 : index + 3]
    if following and following in _NASALS:
        return True
    if following not in _CONSONANTS:
        return False
    before = word[index - 1 : index]
    follows_vowel = before in _VOWELS or (before in _CONSONANTS and word[index - 2 : index - 1] != _VIRAMA)
    return not (index and follows_vowel and after in _SIGNS)


def _fold(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word).replace("\u093c", "")
    return _APOSTROPHE.sub("", unicodedata.normalize("NFKC", decomposed).casefold())
