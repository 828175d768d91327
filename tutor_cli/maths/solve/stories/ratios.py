"""Shares in a ratio: of a sum of money, of a class, of a mixture, of a profit."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re
from fractions import Fraction

from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.solve.stories.asked import question
from tutor_cli.maths.solve.stories.making import Found, Known, problem
from tutor_cli.maths.solve.stories.measures import Measure, in_passing, measures

_LONGEST = 400
_RATIO = re.compile(
    r"(?P<a>\d+) ?(?::|to|is to) ?(?P<b>\d+)(?: ?(?::|to|is to) ?(?P<c>\d+))?(?: ?(?::|to|is to) ?(?P<d>\d+))?",
    re.IGNORECASE,
)
_PERSON = r"(?!The\b|If\b|Find\b|Divide\b|Rs\b|In\b|What\b|How\b)[A-Z][a-z]*"
_PEOPLE = re.compile(
    rf"(?:(?:between|among|amongst|to|for)(?: [a-z]+){{0,3}}? )?\b(?P<names>{_PERSON}(?:, {_PERSON})*,? (?:and|&) {_PERSON})\b"
)
# Figures whose parts have a known sum: their angles, in degrees.
_ANGLES = re.compile(
    r"\bangles? of (?:a |an |the |this )?(?P<figure>triangle|quadrilateral|parallelogram|linear pair)|(?P<own>supplementary|complementary) angles",
    re.IGNORECASE,
)
_SUMS = {"triangle": "180", "quadrilateral": "360", "supplementary": "180", "complementary": "90", "linear pair": "180"}
_CORNERS = {"triangle": 3, "quadrilateral": 4}
_NAMES_BEFORE = re.compile(
    r"ratio of (?:the )?(?:number of |ages of |incomes of |costs? of |prices? of )?(?P<one>[A-Za-z]+) (?:to|and) (?:the )?(?:number of )?(?P<two>[A-Za-z]+)",
    re.IGNORECASE,
)
_NAMES_AROUND = re.compile(
    r"(?P<one>[A-Za-z]+)(?:,| and| &) (?P<two>[A-Za-z]+)(?: \w+){0,5}? in (?:the |a )?ratio", re.IGNORECASE
)
_NOT = re.compile(
    r"\bages?\b|years (?:ago|hence|later)|added to|becomes|area|volume|speed|alloy|interest|new ratio|mean|proportion",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:total|class of|group of|in all|altogether|together|whole|strength|how many (?:students|people|children|persons|employees|workers|marbles|balls|coins) (?:are there )?in the|mixture)\b",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\b(?:each|share|shares|both|they get|divide|distribute|split|parts|the numbers|the amounts?)\b", re.IGNORECASE
)
_DIFFERENCE = re.compile(r"\b(?:difference|differ|more than|exceeds?|less than|fewer than)\b", re.IGNORECASE)
# What was asked before tells nothing.
_HOW_MUCH_MORE = re.compile(r"\bhow (?:much|many)\b[^.?]*", re.IGNORECASE)
_PERCENT = re.compile(r"%|\bpercent", re.IGNORECASE)
_PARTNERS = re.compile(r"\b(?:invest\w*|business|partner\w*|capital|contribut\w*)\b", re.IGNORECASE)
_PROFIT = re.compile(r"\b(?:profit|gain)\b", re.IGNORECASE)
_LETTERS = "pqrs"
_ORDER = (("first", "पहला"), ("second", "दूसरा"), ("third", "तीसरा"), ("fourth", "चौथा"))
_NOUNS = {"angle": ("angle", "कोण"), "side": ("side", "भुजा"), "part": ("part", "भाग")}


def ratio_problem(text: str) -> Problem | None:
    """Return the problem of parts in a ratio, of which the whole, one part or the difference is known, or None."""
    plain = told(text[:_LONGEST])
    ratio = _RATIO.search(plain) if re.search(r"\bratio\b", plain, re.IGNORECASE) else None
    if ratio is None:
        return _partners(plain)
    rest = plain[: ratio.start()] + " " * (ratio.end() - ratio.start()) + plain[ratio.end() :]
    amounts = [item for item in measures(rest) if not in_passing(item, rest)]
    parts = [ratio[name] for name in "abcd" if ratio[name]]
    if _NOT.search(plain):
        return None
    if angles := _ANGLES.search(plain):
        counts = [item for item in amounts if item.value in ("2", "3", "4") and not item.unit]
        return _of_angles(angles, parts) if len(amounts) == len(counts) else None
    if len(amounts) != 1 or re.search(r"\bangles?\b", plain):
        return None
    if re.search(r"\b(?:perimeter|sides)\b", plain):
        return _of_sides(plain, parts, amounts[0])
    return _shares(plain, parts, _part_names(plain, ratio, len(parts)), amounts[0])


def _of_angles(found: re.Match[str], parts: list[str]) -> Problem | None:
    """Return the problem of the angles of a figure, whose sum is known."""
    figure = (found["figure"] or found["own"]).lower()
    if figure not in _SUMS or len(parts) != _CORNERS.get(figure, 2):
        return None
    given = Known("N", _SUMS[figure], "sum of the angles", "कोणों का योग", "°")
    return _divided(given, parts, "angle", "°")


def _of_sides(text: str, parts: list[str], amount: Measure) -> Problem | None:
    """Return the problem of the sides of a triangle of which the perimeter is known."""
    if (
        not re.search(r"\bperimeter\b", text)
        or not re.search(r"\btriang\w+", text)
        or len(parts) != _CORNERS["triangle"]
    ):
        return None
    return _divided(Known("N", amount.value, "perimeter", "परिमाप", amount.unit), parts, "side", amount.unit)


def _divided(given: Known, parts: list[str], noun: str, unit: str) -> Problem:
    lines = [Found("k", f"N/({' + '.join(parts)})", "story.one_share")]
    for letter, part, (en, hi) in zip(_LETTERS, parts, _ORDER, strict=False):
        lines.append(
            Found(letter, f"{part} k", "story.part", f"{en} {_NOUNS[noun][0]}", f"{hi} {_NOUNS[noun][1]}", unit)
        )
    return problem([given], lines, tuple(_LETTERS[: len(parts)]))


def _part_names(text: str, ratio: re.Match[str], count: int) -> list[str]:
    found = _NAMES_BEFORE.search(text) or _NAMES_AROUND.search(text[: ratio.start()])
    if found and count == len(_PAIR):
        return [found[name] for name in _PAIR]
    people = _PEOPLE.search(text)
    names = re.split(r",? and |, | & ", people["names"]) if people else []
    return names if len(names) == count else []


_PAIR = ("one", "two")


def _shares(text: str, parts: list[str], names: list[str], amount: Measure) -> Problem | None:
    asked = question(text)
    asks_difference = _DIFFERENCE.search(asked) is not None and amount.value not in asked
    known = _named_beside(names, text, amount)
    if _PERCENT.search(asked):
        return None
    if known is None and names and not (_TOTAL.search(text) or amount.unit or _EACH.search(text)):
        return None
    unit, gap = amount.unit, abs(Fraction(parts[0]) - Fraction(parts[1]))
    if known is not None:
        typed = f"N/{parts[known]}"
        given = Known("N", amount.value, f"number or amount of {names[known]}", names[known], unit)
    elif _DIFFERENCE.search(_HOW_MUCH_MORE.sub("", text)) and not asks_difference:
        typed, given = f"N/{gap}", Known("N", amount.value, "difference", "अंतर", unit)
    else:
        typed, given = f"N/({' + '.join(parts)})", Known("N", amount.value, "whole", "पूरा", unit)
    wanted = _wanted(asked, names, parts, known)
    if not wanted:
        return None
    lines = [Found("k", typed, "story.one_share")]
    for index, part in enumerate(parts):
        en, hi = (names[index], names[index]) if names else (f"{_ORDER[index][0]} part", f"{_ORDER[index][1]} भाग")
        lines.append(Found(_LETTERS[index], f"{part} k", "story.part", _share_of(en), hi, unit))
    if asks_difference:
        two = [Fraction(part) for letter, part in zip(_LETTERS, parts, strict=False) if letter in wanted]
        if len(two) != len(_PAIR):
            return None
        lines = [lines[0], Found("D", f"{abs(two[0] - two[1])} k", "story.part", "difference", "अंतर", unit)]
        wanted = ("D",)
    elif wanted == ("T",):
        lines = [lines[0], Found("T", f"({' + '.join(parts)}) k", "story.all_parts", "total", "कुल", unit)]
    return problem([given], [line for line in lines if line.letter in ("k", *wanted)], wanted)


def _share_of(name: str) -> str:
    if name.endswith("part"):
        return name
    return f"number of {name}" if name.islower() and name.endswith(("s", "n")) else f"share of {name}"


def _named_beside(names: list[str], text: str, amount: Measure) -> int | None:
    """Return which part the amount is, where its name stands next to it."""
    after = text[amount.end : amount.end + 25].lower()
    before = text[max(0, amount.start - 30) : amount.start].lower()
    for index, name in enumerate(names):
        stem = re.escape(name.lower().removesuffix("s"))
        if re.match(rf"(?: more)? (?:of )?{stem}", after) or re.search(
            rf"(?<!and )(?<!& )\b{stem}\w*(?: (?:is|are|gets?|got|has|was|were|as|share|receives?|in the \w+|=))* ?$",
            before,
        ):
            return index
    return None


def _wanted(asked: str, names: list[str], parts: list[str], known: int | None) -> tuple[str, ...]:
    named = [
        index
        for index, name in enumerate(names)
        if index != known and re.search(rf"\b{re.escape(name.removesuffix('s'))}", asked, re.IGNORECASE)
    ]
    if _TOTAL.search(asked) and known is not None:
        return ("T",)
    if named:
        return tuple(_LETTERS[index] for index in named)
    if known is None:
        return tuple(_LETTERS[: len(parts)])
    return ()


def _partners(text: str) -> Problem | None:
    """Read a profit shared in the ratio of what was put in: "A and B invest 30000 and 50000 and gain 16000"."""
    if not (_PARTNERS.search(text) and _PROFIT.search(text)) or re.search(r"months?|%|years?", text):
        return None
    amounts = [item for item in measures(text) if not in_passing(item, text)]
    profits = [
        item
        for item in amounts
        if _PROFIT.search(text[max(0, item.start - 30) : item.start])
        or _PROFIT.match(text[item.end : item.end + 8].strip())
    ]
    put_in = [item for item in amounts if item not in profits]
    if len(profits) != 1 or len(put_in) not in (2, 3):
        return None
    people = list(
        dict.fromkeys(name for name in re.findall(r"\b[A-Z][a-z]+\b", text) if name.lower() not in _NO_PEOPLE)
    )
    names = people if len(people) == len(put_in) else [f"partner {index + 1}" for index in range(len(put_in))]
    letters = "abc"[: len(put_in)]
    given = [
        Known(letter, item.value, f"money of {name}", f"{name} का धन", "rupees")
        for letter, item, name in zip(letters, put_in, names, strict=True)
    ]
    given.append(Known("G", profits[0].value, "profit", "लाभ", "rupees"))
    total = " + ".join(letters)
    lines = [
        Found(share, f"G {letter}/({total})", "story.part_of_profit", f"share of {name}", f"{name} का भाग", "rupees")
        for share, letter, name in zip(_LETTERS, letters, names, strict=False)
    ]
    return problem(given, lines, tuple(line.letter for line in lines))


_NO_PEOPLE = frozenset(
    (
        "the",
        "they",
        "a",
        "an",
        "if",
        "in",
        "at",
        "what",
        "how",
        "find",
        "each",
        "their",
        "he",
        "she",
        "his",
        "her",
        "and",
        "rs",
    )
)
