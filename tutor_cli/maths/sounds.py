"""What Hindi words sound like, whichever script they are written in and however a writer spells them.

Recognisers and pupils write Hindi now in Devanagari, now in Latin letters, and spell the latter as they like: "samajh",
"samaj", "समझ". Two words are one when their `sound` is equal: consonants decide in long words, short words keep their
vowels.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DEVANAGARI = re.compile(r"[\u0900-\u097f]")
# How letters are spelt in Latin ones.
_CONSONANTS = {
    "क": "k", "ख": "kh", "ग": "g", "घ": "gh", "ङ": "n", "च": "ch", "छ": "chh", "ज": "j", "झ": "jh", "ञ": "n",
    "ट": "t", "ठ": "th", "ड": "d", "ढ": "dh", "ण": "n", "त": "t", "थ": "th", "द": "d", "ध": "dh", "न": "n",
    "प": "p", "फ": "ph", "ब": "b", "भ": "bh", "म": "m", "य": "y", "र": "r", "ल": "l", "व": "v", "श": "sh",
    "ष": "sh", "स": "s", "ह": "h",
}  # fmt: skip
_VOWELS = {
    "अ": "a", "आ": "aa", "इ": "i", "ई": "ii", "उ": "u", "ऊ": "uu", "ऋ": "ri", "ए": "e", "ऐ": "ai", "ओ": "o",
    "औ": "au", "ऑ": "o", "ऍ": "e", "ा": "aa", "ि": "i", "ी": "ii", "ु": "u", "ू": "uu", "ृ": "ri", "े": "e",
    "ै": "ai", "ो": "o", "ौ": "au", "ॉ": "o", "ॅ": "e",
}  # fmt: skip
_SIGNS = frozenset("ािीुूेैोौ")
_VIRAMA, _NUKTA = "्", "\u093c"
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
        ("(?<=[bcdfgjklmnprstv])h+", ""),
        ("aa+", "a"),
        ("ee+|ii+", "i"),
        ("oo+|uu+", "u"),
        ("(?<=[aeiou])y(?=[aeiou])", ""),
        ("n(?=[pbm])", "m"),
        # A nasal vowel, but in a long word -an is a syllable of its own: prasaran is not parisar.
        ("(?<![a-z]{4}a)(?<=[aeiou])n$", ""),
        # Devanagari writes no vowel at the end of मध्य, मूल्य and चक्र.
        ("(?<=[b-df-hj-np-tv-z][yrv])a$", ""),
        (r"([b-df-hj-np-tv-z])\1+", r"\1"),
        ("(?<=[aeiou])h$", ""),
        ("e", "i"),
        ("o", "u"),
        # The short a of a middle syllable is dropped: योगफल is yogfal, समझना samajhna or samjhna.
        (r"([aiu][bcdfgjklmnprstv])a(?=[bcdfgjklmnprstv][aiu])", r"\1"),
        # Which of ka, ki, ke it is hangs on the next word's gender, and is neither heard nor minded.
        ("^ki$", "ka"),
    )
)
# Two words of so many consonants sound alike when their consonants do.
_SKELETON_LENGTH = 4


def is_devanagari(text: str) -> bool:
    """Tell whether any letter of the text is Devanagari."""
    return _DEVANAGARI.search(text) is not None


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """Return a key equal for spellings of one Hindi word in either script."""
    letters = spelling(word)
    skeleton = re.sub("[aeiouhy]", "", letters)
    return skeleton if len(skeleton) >= _SKELETON_LENGTH else letters


@lru_cache(maxsize=4096)
def spelling(word: str) -> str:
    """Return a Hindi word of either script in Latin letters, without the choices writers have."""
    letters = _romanised(_plain(word)) if is_devanagari(word) else word
    for pattern, replacement in _SPELLINGS:
        letters = pattern.sub(replacement, letters)
    return letters


def _plain(word: str) -> str:
    """Return a Devanagari word without dots, and with the ज्ञ of ज्ञात as it is spoken."""
    return unicodedata.normalize("NFD", word).replace(_NUKTA, "").replace("ज्ञ", "ग्य")


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
    if following and (following in _NASALS or "अ" <= following <= "औ"):
        return True
    if len(word) == 1:
        return True
    if following not in _CONSONANTS:
        return False
    before = word[index - 1 : index]
    follows_vowel = before in _VOWELS or (before in _CONSONANTS and word[index - 2 : index - 1] != _VIRAMA)
    return not (index and follows_vowel and after in _SIGNS)
