"""Which of several things in hand is spoken of: "the bigger one", "the other root", "pehla mool", "दूसरे का"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from tutor_cli.errors import MathsError
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.subject.askable import is_light
from tutor_cli.local_model.mind.subject.members import TOGETHER, members
from tutor_cli.local_model.mind.subject.told_things import Things
from tutor_cli.local_model.mind.utterance.keys import by_word, sound_key
from tutor_cli.local_model.mind.utterance.words import Token, is_english, language_of, tokens
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.exact import Undefined
from tutor_cli.maths.solve.numeric import Unknown, compiled

_PLACES = {"first": 0, "second": 1, "third": 2, "last": -1}
_ARTICLES = frozenset(("the", "that", "this", "its", "their"))
_EACH = frozenset(("both", "each", "either", "every", "dono", "donon", "दोनों", "हर", "har", "sabhi"))


@dataclass(frozen=True, slots=True)
class Picked:
    """One of several things, whether it is called "one", "root" or the like, and the utterance with "it" for it."""

    thing: str
    rest: str
    called: bool = False


def picked_in(text: str, in_hand: Iterable[Things]) -> Picked | None:
    """Return which of the things in hand, the latest first, an utterance picks, or None where it picks none."""
    words, hindi = tokens(text), language_of(text) != "en"
    for index, word in enumerate(words):
        which, end = _entry(_picks(), word, hindi=hindi), _end(words, index, hindi=hindi)
        if which and (end > index + 1 or end == len(words) or is_light(words[end].plain)):
            start = next((i for i in range(index, 0, -1) if words[i - 1].plain not in _ARTICLES), 0)
            rest = f"{text[: words[start].start]}it{text[words[end - 1].end :]}"
            thing = _picked(which, {_entry(_ones(), word, hindi=hindi) for word in words[index + 1 : end]}, in_hand)
            return Picked(thing, rest, called=end > index + 1) if thing else None
    return None


def each_in(text: str, in_hand: Iterable[Things]) -> list[str]:
    """Return the things together in hand where an utterance asks something of each of them; else nothing."""
    if not any(word.plain in _EACH for word in tokens(text)):
        return []
    several = next((members(thing) for things in in_hand for thing in _together(things, set())), [])
    return several if len(several) > 1 else []


def _entry(table: Mapping[str, str], word: Token, *, hindi: bool) -> str:
    """Return the entry that has a word, or what a Hindi word sounds like; nothing where none has it."""
    by_sound = hindi and not is_english(word)
    return table.get(word.plain, "") or (table.get(sound_key(word.plain), "") if by_sound else "")


def _end(words: list[Token], index: int, *, hindi: bool) -> int:
    """Return where the words end that say what the picked thing is called: "one", "root", "wala"."""
    end = index + 1
    while end < len(words) and _entry(_ones(), words[end], hindi=hindi):
        end += 1
    return end


def _picked(which: str, kinds: set[str], in_hand: Iterable[Things]) -> str:
    spoken_of: list[str] = []
    for things in in_hand:
        for several in map(members, _together(things, kinds)):
            chosen = _other(several, spoken_of) if which == "other" else _chosen(which, several)
            if len(chosen) == 1:
                return chosen[0]
        spoken_of += things.values()
    return ""


def _other(several: list[str], spoken_of: list[str]) -> list[str]:
    """Return those beside the one that was spoken of last, and the second where none was."""
    last = next((thing for thing in spoken_of if thing in several), next(iter(several)))
    return [thing for thing in several if thing != last]


def _together(things: Things, kinds: set[str]) -> Iterator[str]:
    named = kinds.intersection(TOGETHER)
    yield from (things[kind] for kind in TOGETHER if kind in things and (not named or kind in named))


def _chosen(which: str, several: list[str]) -> list[str]:
    """Return those that are meant by their place, size or sign."""
    if which in _PLACES:
        place = _PLACES[which]
        return several[place : place + 1 or None] if len(several) > 1 else []
    sizes = {member: size for member in several if (size := _size(member)) is not None}
    if len(sizes) < len(several) or not sizes:
        return []
    if which in ("big", "small"):
        return [(max if which == "big" else min)(sizes, key=lambda member: sizes[member])]
    return [member for member, size in sizes.items() if (size > 0) == (which == "positive") and size]


def _size(text: str) -> float | None:
    try:
        return float(compiled(parse(text))({}))
    except (MathsError, Undefined, Unknown, TypeError, ValueError):
        return None


@cache
def _picks() -> dict[str, str]:
    return by_word(load("askable")["picks"])


@cache
def _ones() -> dict[str, str]:
    return by_word(load("askable")["ones"])
