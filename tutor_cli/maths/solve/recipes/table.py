"""The recipes, as read from the data files.

A recipe holds: `given`, the letters of the numbers it needs, in their order; `equations` in unknowns, and `lines`, one
formula each, in which given and found letters may stand; `answer`, the letters that are asked for (the last line's
where it says nothing); sentences `opening_en` and `en`, one for each line, and the same in Hindi; and `asked`, how it
is asked for in the text, where no other reader asks for it. `quantity` names a function that works it out instead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tutor_cli.tables import read_table

FILES = ("numbers", "money", "progressions", "geometry", "mensuration", "stories", "counting")
# How many things are spoken of is no number of the problem: "the sum of 2 numbers".
_NO_COUNT = r"(?![2-4] (?:numbers|integers|angles|consecutive|parts|digits?|trains)\b)"
# A number: negative, decimal, a fraction, or a multiple of a root.
_ROOT = r"(?:√|root|sqrt)\s*\(?\d+\)?"
NUMBER = rf"(?<![\d.]){_NO_COUNT}-?(?:\d+(?:\.\d+)?(?:/\d+|\^\d+)?(?:\s*{_ROOT})?|{_ROOT})"
_BETWEEN = r"(?:\s*(?:,|;|\+|\band\b|\baur\b|और)\s*|\s+)(?:(?:and|aur|और|\+)\s+)?"
LIST = rf"{NUMBER}(?:{_BETWEEN}{NUMBER})+(?:[\s,+]*(?:\.\.+|…|and so on|etc))?"
_POINT = rf"(?:[a-z]\s*)?\(\s*{NUMBER}\s*,\s*{NUMBER}\s*\)"
POINTS = rf"{_POINT}(?:\s*(?:,|;|and|to|with|aur|और)?\s*(?:and\s+)?{_POINT})+"
# "find the", "what is his", "how much is the": whatever asks for what follows.
_FIND = (
    r"(?:\bfind|\bwhat(?:s| is| are| was| will be| would be| should be)?|\bcalculate|\bdetermine|\bget|\btell me"
    r"|\bgive me|\bwork out|\bhow much(?: is| was)?|\bwhich|\bhow)(?: out)?"
    r"(?: (?:the|its|his|her|their|your|total|simple|that|be))* "
)
# Words without a number, but for how many things are spoken of: "the sum of 2 numbers is".
_WORDS = r"(?:[^\d]|(?<!\d)[2-5] (?:numbers|integers|angles|sides|parts|natural|positive|consecutive|digits?)){0,60}?"
_GAP = re.compile(r"(?<!\?P)<(\w+)>")
_KINDS = {"LIST": LIST, "POINTS": POINTS, "POINT": _POINT}


@dataclass(frozen=True, slots=True)
class Asking:
    """One way of asking: every pattern of `says` is found in the text and none of `unless`; `derive` reads lists."""

    says: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]
    derive: str
    fixed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """A formula of a recipe: the letter it gives, its right side as typed maths, and whether it is an angle."""

    letter: str
    typed: str
    angle: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """What a letter of an answer is called in English and Hindi, and the kind of quantity it is, for its unit."""

    letter: str
    en: str
    hi: str
    kind: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """A kind of problem; `whole`, `positive` and `whole_line` say which solutions make sense.

    `less` names two of the given numbers, the first of which has to be less; `point` makes the answer one point.
    """

    name: str
    given: tuple[str, ...]
    equations: tuple[str, ...]
    lines: tuple[Line, ...]
    answer: tuple[str, ...]
    asked: tuple[Asking, ...]
    quantity: str
    opens: bool
    whole: bool
    positive: bool
    whole_line: str
    point: bool
    less: tuple[str, ...]
    names: tuple[Name, ...]


@cache
def recipes() -> dict[str, Recipe]:
    """Return the recipes by name, the more particular ones first."""
    return {name: _recipe(name, entry) for name, entry in _entries().items()}


@cache
def sentences(language: str) -> dict[str, str]:
    """Return what is said at the opening and the lines of the recipes, by the ids of the steps."""
    found: dict[str, str] = {}
    for name, entry in _entries().items():
        if f"opening_{language}" in entry:
            found[f"recipe.{name}.opening"] = entry[f"opening_{language}"]
        for index, sentence in enumerate(entry.get(language, ())):
            found[f"recipe.{name}.{index}"] = sentence
    return found


@cache
def _entries() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in FILES:
        found |= read_table(__package__, "data", f"{name}.toml")
    return found


def _recipe(name: str, entry: dict[str, Any]) -> Recipe:
    lines = tuple(_line(text) for text in entry.get("lines", ()))
    return Recipe(
        name,
        tuple(entry.get("given", ())),
        tuple(entry.get("equations", ())),
        lines,
        tuple(entry.get("answer", [lines[-1].letter] if lines else [])),
        tuple(_asking(item) for item in entry.get("asked", ())),
        entry.get("quantity", ""),
        "opening_en" in entry,
        entry.get("whole", False),
        entry.get("positive", False),
        entry.get("whole_line", ""),
        entry.get("point", False),
        tuple(entry.get("less", ())),
        tuple(Name(letter, *texts) for letter, texts in _names().get(name, {}).items()),
    )


@cache
def _names() -> dict[str, Any]:
    return read_table(__package__, "data", "names.toml")


def _line(text: str) -> Line:
    letter, _, typed = text.partition(" = ")
    return Line(letter, typed.removesuffix(" in degrees"), typed.endswith(" in degrees"))


def _asking(entry: dict[str, Any]) -> Asking:
    says, unless = (tuple(map(_pattern, entry.get(kind, ()))) for kind in ("says", "unless"))
    return Asking(says, unless, entry.get("derive", ""), entry.get("fixed", {}))


def _pattern(text: str) -> re.Pattern[str]:
    """Return the expression of a pattern: `<a>` is a number, `FIND` a request, `~` whatever holds no digit."""
    uses: dict[str, int] = {}

    def gap(found: re.Match[str]) -> str:
        name = found[1]
        uses[name] = uses.get(name, 0) + 1
        return rf"(?P<{name}__{uses[name]}>{_KINDS.get(name, NUMBER)})"

    return re.compile(_GAP.sub(gap, text.replace("FIND ", _FIND).replace("~", _WORDS)), re.IGNORECASE)
