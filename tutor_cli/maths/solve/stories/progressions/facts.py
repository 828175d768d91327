"""What a text says of a progression and what it asks, every number and word accounted for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from itertools import pairwise

from tutor_cli.maths.solve.recipes.table import LIST, NUMBER
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.tables import read_table

# Longer texts are no school problems, and so few terms show no progression.
_LONGEST = 300
_FEWEST = 3
_ORDINALS = (
    *("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
    *("thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"),
)
_ORDINAL = re.compile(rf"\b({'|'.join(_ORDINALS)})\b", re.IGNORECASE)
_GAP = re.compile(r"<([nmvwf])>")
_COUNT = r"(?<![\d./-])\d{1,4}(?!\d|[./]\d)"
# 3 + 2n, 5 - n, 4n - 1
_LINEAR = r"(?:-?\d+ ?[-+] ?\d*n|-?\d*n(?: ?[-+] ?\d+)?)(?![\w^*/(]| ?[-+^(])"
_KINDS = {"n": _COUNT, "m": _COUNT, "v": NUMBER, "w": NUMBER, "f": _LINEAR}
_LIST = re.compile(LIST, re.IGNORECASE)
_ITEM = re.compile(NUMBER)
_LAST = re.compile(rf"[\s,+]*(?:\.\.+|…)?[\s,+]*(?:up to|to|till|upto)?[\s,+]*(?P<v>{NUMBER})(?! terms)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """A fact or a question: its name, its numbers by letter, and its words."""

    name: str
    numbers: dict[str, str]
    words: str = ""


@dataclass
class Telling:
    """What a text says of a progression; `terms` are those it lists."""

    geometric: bool
    facts: list[Said] = field(default_factory=list)
    asks: list[Said] = field(default_factory=list)
    terms: tuple[Fraction, ...] = ()


def telling(text: str) -> Telling | None:
    """Return what a text says and asks of a progression; None where it is about none or a word has no meaning."""
    table = _table()
    plain = told(with_ordinals(text[:_LONGEST]))
    if not table.about.search(plain) or table.unless.search(plain):
        return None
    found = Telling(table.geometric.search(plain) is not None)
    plain = _with_list(plain, found)
    left = re.findall(r"[a-z]+|\d+", _left(plain, found).lower())
    return found if found.asks and set(left) <= table.fillers else None


def with_ordinals(text: str) -> str:
    """Return a text with its ordinals from the second on in digits."""
    return _ORDINAL.sub(lambda found: f"{_ORDINALS.index(found[1].lower()) + 2}th", text)


def _with_list(text: str, found: Telling) -> str:
    """Take the listed terms out of a text, and the last one behind the dots."""
    for run in _LIST.finditer(text):
        terms = tuple(Fraction(item.group().replace(" ", "")) for item in _items(run.group()))
        if len(terms) < _FEWEST or not (_steps(terms) or _ratios(terms)):
            continue
        found.terms = terms
        found.geometric = not _steps(terms) or (found.geometric and _ratios(terms))
        after = text[run.end() :]
        if re.search(r"\.\.|…", run.group()[-6:]) and (last := _LAST.match(after)):
            found.facts.append(Said("last", {"v": last["v"]}, last["v"]))
            after = after[last.end() :]
        return f"{text[: run.start()]} {after}"
    return text


def _items(run: str) -> Iterator[re.Match[str]]:
    return (item for item in _ITEM.finditer(run) if re.fullmatch(r"-?\d+(?:\.\d+)?(?:/\d+)?", item.group()))


def _steps(terms: tuple[Fraction, ...]) -> bool:
    return len({b - a for a, b in pairwise(terms)}) == 1


def _ratios(terms: tuple[Fraction, ...]) -> bool:
    return all(terms) and len({b / a for a, b in pairwise(terms)}) == 1


def _left(text: str, telling: Telling) -> str:
    """Note what the entries say of a text, and return the rest of it."""
    for entry in _table().entries:
        while found := entry.says.search(text):
            numbers = {name[0]: value for name, value in found.groupdict().items() if value}
            (telling.asks if entry.asks else telling.facts).append(Said(entry.name, numbers, found.group()))
            text = f"{text[: found.start()]} {text[found.end() :]}"
    return text


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    asks: bool
    says: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Table:
    about: re.Pattern[str]
    geometric: re.Pattern[str]
    unless: re.Pattern[str]
    entries: tuple[_Entry, ...]
    fillers: frozenset[str]


@cache
def _table() -> _Table:
    data = read_table("tutor_cli.maths.solve.stories", "data", "progressions.toml")
    about, geometric, unless = (re.compile(data[key], re.IGNORECASE) for key in ("about", "geometric", "unless"))
    entries = tuple(
        _Entry(item.get("fact") or item["ask"], "ask" in item, _pattern(item["says"])) for item in data["says"]
    )
    return _Table(about, geometric, unless, entries, frozenset(data["fillers"]))


def _pattern(text: str) -> re.Pattern[str]:
    uses = iter(range(len(text)))

    def gap(found: re.Match[str]) -> str:
        return rf"(?P<{found[1]}{next(uses)}>{_KINDS[found[1]]})"

    return re.compile(rf"(?<![a-z\d])(?:{_GAP.sub(gap, text)})", re.IGNORECASE)
