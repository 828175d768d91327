"""The words by which a claim is known: those that state, ask, deny or try a value, and those that ask for something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.utterance.keys import is_among, of_entry
from tutor_cli.local_model.mind.utterance.words import Token, tokens

# "so Ravi is 13?", "the smallest is 26"
_CONCLUDES = re.compile(
    r"^\W*(?:(?:so|then|but|and|ok|hmm|to|toh)\W+)*"
    r"(?:(?:[a-z]+(?:'s)?\s+){1,4}?(?:is|are|was)|it's|that's|(?:is|was) (?:the|his|her|their) [a-z]+)"
    r"\s+\S+(?:\s\S+){0,3}$",
    re.IGNORECASE,
)


def apart(text: str) -> tuple[frozenset[str], str]:
    """Return the names of the cues in a text, and the text without them."""
    words = tokens(text)
    found = list(_cues_in(words))
    cues = frozenset(name for name, _, _ in found) | ({"states"} if _CONCLUDES.match(text) else set())
    return cues, _without(text, words, found)


def asks_for_something(rest: str, *, named: bool = False) -> bool:
    """Tell whether a text without its cues asks; words that name what is asked do not where that is `named`."""
    asking = listed("asking") if named else listed("asking") | listed("naming")
    return any(is_among(word, asking) for word in tokens(rest))


def _without(text: str, words: list[Token], found: list[tuple[str, int, int]]) -> str:
    """Return the text with the cues taken off; a semicolon stands where one was."""
    for _, start, end in sorted(found, key=lambda cue: -cue[1]):
        text = f"{text[: words[start].start]} ; {text[words[end - 1].end :]}"
    return text


def _cues_in(words: list[Token]) -> Iterator[tuple[str, int, int]]:
    """Yield the cues of a text and the words they take, the longest at each place."""
    position = 0
    while position < len(words):
        matches = [(len(cue), name) for cue, name in _cues_from(words[position]) if _stands(cue, words[position:])]
        if matches:
            length, name = max(matches)
            yield name, position, position + length
            position += length
        else:
            position += 1


def _stands(cue: tuple[str, ...], words: list[Token]) -> bool:
    return len(words) >= len(cue) and all(
        part in (word.plain, word.sound) for part, word in zip(cue, words, strict=False)
    )


def _cues_from(word: Token) -> list[tuple[tuple[str, ...], str]]:
    table = _cues()
    return [*table.get(word.plain, ()), *(table.get(word.sound, ()) if word.sound != word.plain else ())]


@cache
def listed(name: str) -> frozenset[str]:
    """Return the keys of the words of a list."""
    return of_entry(load("claims")[name])


@cache
def _cues() -> Mapping[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, languages in load("claims")["cues"].items():
        for language, phrases in languages.items():
            for phrase in phrases:
                cue = tuple(word.plain if language == "en" else word.sound for word in tokens(phrase))
                table.setdefault(cue[0], []).append((cue, name))
    return table
