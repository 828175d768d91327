"""Other numbers for a problem in words, each put where the same noun or unit stands: "what if it's 3 years?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.maths.solve.recipes.table import NUMBER
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.solve.stories.changing import tells_quantity

_NUMBER = re.compile(NUMBER)
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[a-z]+|%|°", re.IGNORECASE)
# What has which units, where a follow-up names it without one.
_UNITS_OF = {
    "distance": ("km", "metres", "m"),
    "time": ("hours", "minutes", "seconds", "days", "years"),
    **dict.fromkeys(("principal", "sum", "money"), ("rupees",)),
    **dict.fromkeys(("cost", "costs", "price", "each", "one"), ("rupees",)),
    "rate": ("%",),
    "angle": ("°",),
}
_OWNER = re.compile(r"\b[A-Z][a-z]+\b")
_LABEL = re.compile(r"\b([a-z]) ?(?:=|is|was|were|be)\W*$", re.IGNORECASE)
# So far from a number a word can stand that says what the number is.
_REACH = 8
# "a 10 m pole": what is so long, stands behind the unit.
_OF_THING = re.compile(
    r"[\s-]*(?:m|cm|km|kg|g|l|met(?:re|er)s?|kilomet(?:re|er)s?|lit(?:re|er)s?|rupees?)[\s-]+([a-z]{3,})", re.IGNORECASE
)
_PER = re.compile(r"\s*[a-z]+\s*(?:per\b|/)", re.IGNORECASE)


def with_other_numbers(rest: str, source: str) -> Iterator[str]:
    """Give other values to the numbers that the follow-up names by their nouns or units."""
    given, changed = told(rest), told(source)
    numbers = list(_NUMBER.finditer(given))
    if not same_story(given, changed):
        return
    if len(numbers) > len(_NUMBER.findall(changed)):
        return
    for number in numbers:
        if _stands_there(given, number, told(source)):
            continue
        place = _place(given, number, changed)
        if place is None:
            return
        changed = changed[: place[0]] + number.group() + changed[place[1] :]
    yield changed


def _stands_there(given: str, number: re.Match[str], source: str) -> bool:
    """Tell whether a number with what it counts is told of the problem itself: "the 6 notebooks cost 180"."""
    counted = _WORD.match(given[number.end() :].lstrip())
    if counted is None or counted.group().lower() in _small_words() or len(_NUMBER.findall(given)) == 1:
        return False
    return re.search(rf"(?<![\w.]){re.escape(number.group())} ?{re.escape(counted.group())}", source) is not None


def same_story(given: str, source: str) -> bool:
    """Tell whether the follow-up speaks of nothing new: its words are those of the problem or names of numbers."""
    known = {word.lower() for word in _WORD.findall(source)} | _number_words() | set(_UNITS_OF) | _neutral()
    words = [word.lower() for word in _WORD.findall(given) if word.lower() not in _small_words()]
    return all(
        any(_alike(word, other) for other in known) or tells_quantity(word, source) for word in words if len(word) > 1
    )


def names_other_owner(said: str, source: str) -> bool:
    """Tell whether a number in a unit is said of a person of the story who stands beside no number in that unit."""
    number = _NUMBER.search(told(said))
    unit = _WORD.match(told(said)[number.end() :].lstrip()) if number else None
    owners = {name for name in _OWNER.findall(said) if name in source}
    if unit is None or not owners:
        return False
    places = [item for item in _NUMBER.finditer(source) if _alike(_counted_by(source, item), unit.group().lower())]
    return bool(places) and not any(owners & set(_near(source, item)) for item in places)


def _near(source: str, number: re.Match[str]) -> list[str]:
    """Return the words before a number since the one before it."""
    return _WORD.findall(_DIGITS.split(source[: number.start()])[-1])


def place_of(what: str, source: str) -> tuple[int, int] | None:
    """Return where the number stands that a name goes with, "red balls" or "rate"; None where that is not clear."""
    words = [word.lower() for word in _WORD.findall(what) if word.lower() not in _small_words()]
    numbers = list(_NUMBER.finditer(source))
    for word in words:
        # Of red balls the one number that red stands behind is meant, not that of balls drawn.
        counted = [item for item in numbers if _alike(word, _counted_by(source, item))]
        if len(counted) == 1:
            return counted[0].span()
    scores = {
        item.span(): max((_score(source, item, unit, words) for unit in ("", *words)), default=0) for item in numbers
    }
    best = max(scores.values(), default=0)
    places = [place for place, score in scores.items() if score == best]
    return places[0] if best > 0 and len(places) == 1 else None


def _counted_by(source: str, number: re.Match[str]) -> str:
    found = _WORD.match(source[number.end() :].lstrip())
    return found.group().lower() if found else ""


def _place(given: str, number: re.Match[str], source: str) -> tuple[int, int] | None:
    """Return where in the source the number stands that the same words go with; None where that is not clear."""
    old = list(_NUMBER.finditer(source))
    if len(old) == 1:
        return old[0].span()
    if label := _LABEL.search(given[: number.start()]):
        same = [item.span() for item in old if _labelled(source[: item.start()]) == label[1].lower()]
        return same[0] if same else None
    after = _WORD.match(given[number.end() :].lstrip())
    unit = after.group().lower() if after and after.group().lower() not in _small_words() else ""
    words = _WORD.findall(_DIGITS.split(given[: number.start()])[-1]) or _WORD.findall(given[: number.start()])
    before = [word.lower() for word in words if word.lower() not in _small_words()]
    scores = [_score(source, item, unit, before) for item in old]
    best = max(scores, default=0)
    return old[len(scores) - 1 - scores[::-1].index(best)].span() if best > 0 else None


def _labelled(before: str) -> str:
    found = _LABEL.search(before)
    return found[1].lower() if found else ""


def _score(source: str, item: re.Match[str], unit: str, before: list[str]) -> int:
    after = _WORD.match(source[item.end() :].lstrip())
    own_unit = after.group().lower() if after else ""
    same_unit = bool(unit and own_unit and _alike(unit, own_unit) and unit not in _small_words())
    if not unit and own_unit and not _PER.match(source[item.end() :]):
        same_unit = any(own_unit in _UNITS_OF.get(said, ()) for said in before)
    around = [word.lower() for word in _WORD.findall(source[: item.start()])][-_REACH:]
    near = min((around[::-1].index(word) for word in around for said in before if _alike(said, word)), default=-1)
    of_thing = _OF_THING.match(source[item.end() :])
    names_thing = of_thing is not None and any(_alike(of_thing[1].lower(), word) for word in before)
    return 10 * same_unit + 20 * names_thing + (_REACH - near if near >= 0 else 0)


def _alike(one: str, other: str) -> bool:
    return one.rstrip("s") == other.rstrip("s") or (len(one) > 3 and one[:4] == other[:4])


@cache
def _neutral() -> frozenset[str]:
    return frozenset(load("edits")["neutral"])


@cache
def _number_words() -> frozenset[str]:
    return frozenset(load("cues")["number_words"]["en"])


@cache
def _small_words() -> frozenset[str]:
    lists = (load("words")[kind] for kind in ("fillers", "grammar", "english", "hindi", "articles"))
    return frozenset(("it", "its", "s", "at", "in", "on", "for")).union(*lists)
