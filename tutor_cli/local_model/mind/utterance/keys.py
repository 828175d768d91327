"""What words are compared by: spelling and, where they may be Hindi, sound, so that one script is enough in a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tutor_cli.local_model.mind.utterance.words import Token, is_english, tokens
from tutor_cli.maths.sounds import sound


def sound_key(word: str) -> str:
    """Return the key of what a Hindi word sounds like."""
    return f"~{sound(word)}"


def keys_of(word: Token) -> frozenset[str]:
    """Return what a word is known by: its spelling and, where it may be Hindi, its sound."""
    return frozenset((word.plain,) if is_english(word) else (word.plain, sound_key(word.plain)))


def of_entry(entry: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Return the keys of an entry of a table: its English words by spelling, its Hindi ones by sound."""
    return frozenset(entry["en"]) | {sound_key(word.plain) for said in entry["hi"] for word in tokens(said)}


def is_among(word: Token, keys: frozenset[str]) -> bool:
    """Tell whether a word is known by one of the keys."""
    return word.plain in keys or (sound_key(word.plain) in keys and not is_english(word))


def with_sounds(words: Iterable[str]) -> frozenset[str]:
    """Return words of a table by spelling and, where they may be Hindi, by sound."""
    return frozenset(key for word in words for key in keys_of(Token(word, 0, 0)))


def by_word(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return the entry of each word in a table of lists, by spelling and by sound."""
    return {key: entry for entry, words in table.items() for word in words for key in (word, sound_key(word))}


def taken_by(terms: Iterable[frozenset[str]], words: Sequence[frozenset[str]]) -> set[int] | None:
    """Return which words, by their keys, meet the terms, each another one; None where a term is missing."""
    taken: set[int] = set()
    for term in terms:
        place = next((at for at, keys in enumerate(words) if at not in taken and keys & term), None)
        if place is None:
            return None
        taken.add(place)
    return taken
