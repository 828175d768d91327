"""Which question of the tables a sentence asks: every formula has its place in it, every word a meaning.

An entry of `data/*.toml` has `says`, patterns that are all found in the sentence, with `<f:curve>` in the place of a
formula of that kind (`<a*:number>`: one or more); `order`, the letters of the formulas as the quantity takes them;
`may`, words that go with the question; `quantity`, what is worked out, where it is not the name of the entry.
Questions about the same formulas may be asked in one sentence: the domain and the range.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations

from tutor_cli.maths.expr import Expr
from tutor_cli.maths.solve.asked.conditions import condition_problem
from tutor_cli.maths.solve.asked.definitions import with_names_put_in
from tutor_cli.maths.solve.asked.differential import differential_problem
from tutor_cli.maths.solve.asked.kinds import sign
from tutor_cli.maths.solve.asked.programming import programming_problem
from tutor_cli.maths.solve.asked.sentence import Sentence, take_apart
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.tables import read_table

FILES = ("space", "conics", "curves", "plane", "algebra", "numbers")
# Between the quantities of a problem that asks for several.
AND = "; "
_MOST_AT_ONCE = 6
_GAP = re.compile(r"<(?P<name>\w)(?P<many>\*?):(?P<kinds>[\w |]+)>")
_MARK = re.compile(r"⟨(\d+)[^⟩]*⟩")
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)
# This and a mark are matched in one way only, so that no list, however long, takes time to be none.
_SEPARATOR = r"[\s,;]*(?:and\b[\s,;]*)?"


@dataclass(frozen=True, slots=True)
class Asking:
    """An entry of the tables."""

    quantity: str
    says: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None
    order: str
    may: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Found:
    """A question found in a sentence, and the words it leaves without a meaning."""

    quantity: str
    trees: tuple[Expr, ...]
    rest: frozenset[tuple[int, str]]


@lru_cache(maxsize=64)
def asked_problem(text: str) -> Problem | None:
    """Return the problem a question about formulas asks for, or None."""
    return programming_problem(text) or differential_problem(text) or condition_problem(text) or _in_tables(text)


def _in_tables(text: str) -> Problem | None:
    if not _keywords().search(text):
        return None
    for version in dict.fromkeys((text, with_names_put_in(text))):
        sentence = take_apart(version.strip(" ?.!।,"))
        if sentence is not None and (problem := _problem(sentence)):
            return problem
    return None


def _problem(sentence: Sentence) -> Problem | None:
    found = list(_found(sentence))
    for count in range(1, _MOST_AT_ONCE + 1):
        for group in combinations(found, count):
            if problem := _together(group):
                return problem
    return None


def _together(group: tuple[_Found, ...]) -> Problem | None:
    trees = {item.trees for item in group}
    if len(trees) > 1 or frozenset.intersection(*(item.rest for item in group)):
        return None
    return Problem("quantity", trees.pop(), quantity=AND.join(item.quantity for item in group))


def _found(sentence: Sentence) -> Iterator[_Found]:
    for asking in _table():
        if asking.unless is not None and asking.unless.search(sentence.words):
            continue
        matches = [pattern.search(sentence.words) for pattern in asking.says]
        if not all(matches):
            continue
        known = [match for match in matches if match is not None]
        places = {name[0]: value for match in known for name, value in match.groupdict().items() if value}
        numbers = [number for name in asking.order for number in _numbers(places.get(name, ""))]
        seen = {number for marks in places.values() for number in _numbers(marks)}
        if len(numbers) == len(set(numbers)) and seen == set(range(len(sentence.trees))):
            trees = tuple(sentence.trees[number] for number in numbers)
            yield _Found(asking.quantity, trees, frozenset(_rest(sentence.words, known, asking.may)))


def _numbers(marks: str) -> list[int]:
    return [int(mark[1]) for mark in _MARK.finditer(marks)]


def _rest(words: str, matches: list[re.Match[str]], may: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Yield the words, by their places, that stand outside the matches and are neither fillers nor of the question."""
    bare = _MARK.sub(lambda found: " " * len(found.group()), words)
    for word in _WORD.finditer(bare):
        covered = any(match.start() <= word.start() < match.end() for match in matches)
        if not covered and word.group().lower() not in _fillers() | may:
            yield word.start(), word.group().lower()


@cache
def _table() -> tuple[Asking, ...]:
    return tuple(
        _asking(name, entry)
        for file in FILES
        for name, entry in read_table(__package__, "data", f"{file}.toml").items()
        if name != "keywords"
    )


def _asking(name: str, entry: dict[str, object]) -> Asking:
    says = entry["says"] if isinstance(entry["says"], list) else []
    unless = entry.get("unless")
    return Asking(
        str(entry.get("quantity", name.partition(":")[0])),
        tuple(map(_pattern, says)),
        re.compile(str(unless), re.IGNORECASE) if unless else None,
        str(entry.get("order", "f")),
        frozenset(str(entry.get("may", "")).split()),
    )


def _pattern(text: str) -> re.Pattern[str]:
    """Return the expression of a pattern: `<f:kind>` is the mark of a formula, `~` words without one."""
    uses: dict[str, int] = {}

    def gap(found: re.Match[str]) -> str:
        uses[found["name"]] = uses.get(found["name"], 0) + 1
        signs = "".join(map(sign, found["kinds"].split("|")))
        mark = rf"⟨\d+[^⟩\d{signs}]*[{signs}][^⟩]*⟩"
        more = f"(?:{_SEPARATOR}{mark})*" if found["many"] else ""
        return rf"(?P<{found['name']}__{uses[found['name']]}>{mark}{more})"

    return re.compile(_GAP.sub(gap, text.replace("~", "[^⟨⟩]{0,60}?")), re.IGNORECASE)


@cache
def _fillers() -> frozenset[str]:
    return frozenset(read_table(__package__, "data", "fillers.toml")["words"])


@cache
def _keywords() -> re.Pattern[str]:
    words = (word for file in FILES for word in read_table(__package__, "data", f"{file}.toml")["keywords"]["words"])
    return re.compile("|".join(f"(?<![a-z]){word}" if word[0].isalpha() else word for word in words), re.IGNORECASE)
