"""What the words of a problem give beside its formulas: lists, points, money at interest, shares, round bodies."""

from __future__ import annotations

import re
from collections import Counter

from tutor_cli.local_model.mind.subject.worked import Amount, Worked, fraction_of
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.solve.asked.programming import programming_problem
from tutor_cli.maths.solve.recipes.hindi.words import in_english_words
from tutor_cli.maths.solve.recipes.table import LIST, POINTS
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.solve.stories.measures import UNITS

Things = dict[str, str]
"""Kinds and the formulas of these kinds that belong to one solution, the one meant first at the front."""

_LIST, _POINTS = re.compile(LIST, re.IGNORECASE), re.compile(POINTS, re.IGNORECASE)
_POINT = re.compile(r"\(\s*[^(),]+,\s*[^(),]+\)")
# Two numbers are no list.
_FEWEST_LISTED = 3
_WHICH = ("recipe.ap_which_term.", "recipe.gp_which_term.")
_TERM = ("recipe.ap_term.", "recipe.gp_term.")
_IN_A_BAG = re.compile(r"\b(?:bag|box|jar|urn|basket)\b")
_COLOURED = re.compile(r"\b(\d+) (red|blue|green|white|black|yellow|orange|pink|brown|purple)\b")
_GIVEN = re.compile(r"\b([adrn]) = (-?\d+)(?![\d./])")
# Who shares something, in the order of the parts: "A, B and C share", "between Ravi and Anil".
_CORNER = re.compile(r"\b([A-Z])\s?\(\s*-?\d")
_NAME = r"[A-Z][a-z]*"
_SHARERS = re.compile(rf"\b(?P<names>{_NAME}(?:, {_NAME})*,? (?:and|aur|और) {_NAME})(?![a-z])")
_TWO, _CORNERS = 2, 3
_SHARED = "recipe.split_in"
_PARTED = re.compile(r",? (?:and|aur|और) |, ")
_VALUE = re.compile(r"[a-z] = (-?[\d.]+)")
# The kinds of interest by the steps that work them out; other periods than years are neither.
_INTEREST = {
    "story.simple_interest": "simple interest",
    "story.compound": "compound interest",
    "story.compound_half_yearly": "half-yearly interest",
}
# What an owner has of a thing told of several: "the share of Ravi", "Ravi's age".
_OWNERLESS = frozenset(("the", "of", "his", "her", "one", "का", "की", "के"))


def from_words(source: str) -> Things:
    """Return the points or the list that a text gives."""
    if programme := programming_problem(source):
        goal, *limits = map(to_latex, programme.expressions)
        if "<=" not in goal and not re.search(r"\\[gl]e\b", goal):
            region = ", ".join(limits)
            return {"region": region, "programme": f"{goal} subject to {region}"}
    text = told(source)
    if bag := _bag(source):
        return {"bag": bag, "bag without": bag}
    if found := _POINTS.search(text):
        points = ", ".join(point.group() for point in _POINT.finditer(found.group()))
        return {"points": points} | ({"corners": letters} if (letters := "".join(_CORNER.findall(source))) else {})
    if (found := _LIST.search(text)) and len(re.findall(r"\d+(?:[./]\d+)?", found.group())) >= _FEWEST_LISTED:
        return {"list": re.sub(r",? and ", ", ", found.group().strip(" ,.+"))}
    return {}


def _bag(source: str) -> str:
    """Return what is in the bag of a problem about one, "5 red and 3 blue balls"; nothing where there is none."""
    text = told(in_english_words(source) or source).lower()
    counts = {colour: count for count, colour in _COLOURED.findall(text)} if _IN_A_BAG.search(text) else {}
    parts = [f"{count} {colour}" for colour, count in counts.items()]
    return f"{', '.join(parts[:-1])} and {parts[-1]} balls" if len(parts) > 1 else ""


def progression(worked: Worked) -> Things:
    """Return the first terms of a progression given by its first term and its step, and which term was asked for."""
    name = worked.steps[0].id if worked.steps else ""
    given = {letter: int(value) for letter, value in _GIVEN.findall(worked.problem)}
    if name.startswith("recipe.ap_") and {"a", "d"} <= given.keys():
        terms = [given["a"] + k * given["d"] for k in range(_FEWEST_LISTED)]
    elif name.startswith("recipe.gp_") and {"a", "r"} <= given.keys():
        terms = [given["a"] * given["r"] ** k for k in range(_FEWEST_LISTED)]
    else:
        return {}
    listed = f"{', '.join(map(str, terms))}, ..."
    number = given.get("n") if name.startswith(_TERM) else None
    if name.startswith(_WHICH) and worked.value.isdecimal():
        number = int(worked.value)
    if number is None:
        return {"list": listed}
    return {"term": f"number = {number}, before = {number - 1}, after = {number + 1}, of = {listed}", "list": listed}


def from_story(worked: Worked) -> Things:
    """Return what a story is about: the shares of some, money at interest, a round body, a quantity with its unit.

    Each is written as its quantities, "P = 8000, R = 5"; the sharers stand before theirs.
    """
    things: Things = {}
    if shares := _shares(worked):
        things["shares"] = ", ".join(f"{name} = {value}" for name, value in shares.items())
        if unit := next((item.unit for item in worked.amounts if item.asked), ""):
            things["shares"] += f", unit = {unit}"
        if len(shares) == _TWO:
            things["two shares"] = things["shares"]
    if len(angles := [item.value for item in worked.amounts if item.asked and item.unit == "°"]) > _TWO:
        things["angles"] = ", ".join(angles)
    named = {item.name.removeprefix("the "): fraction_of(item.value) for item in worked.amounts}
    start, step = named.get("first term"), named.get("common difference")
    if start is not None and step is not None:
        things["list"] = ", ".join(str(start + k * step) for k in range(_FEWEST_LISTED))
    given = {item.letter: item.value for item in worked.amounts if item.unit or item.letter == "T"}
    kind = next((kind for id, kind in _INTEREST.items() if any(re.match(rf"{id}\.\d", s.id) for s in worked.steps)), "")
    if kind and {"P", "R"} <= given.keys():
        things[kind] = _written(given, "PRT")
    radius = next((item for item in worked.amounts if item.letter == "r" and item.unit), None)
    if radius is not None:
        things["round"] = f"{_written(given, 'rh')}, unit = {radius.unit}"
        things |= {"solid": things["round"]} if "h" in given else {}
    sides = [item.value for item in worked.amounts if item.name.endswith("side") and not item.asked]
    if len(sides) == _CORNERS:
        things["sides"] = ", ".join(sides)
    if comparable := _named(worked):
        things["quantities"] = comparable
    if pair := _pair(worked):
        things["pair"] = pair
    asked = [item for item in worked.amounts if item.asked]
    if len(asked) == 1 and asked[0].unit in UNITS:
        things["measure"] = f"value = {asked[0].value}, unit = {asked[0].unit}"
    return things


def _named(worked: Worked) -> str:
    """Return the quantities of a story that can be compared, those of the unit that is asked for where they are two."""
    by_unit: dict[str, list[Amount]] = {}
    for item in worked.amounts:
        if fraction_of(item.value) is not None:
            by_unit.setdefault(item.unit, []).append(item)
    groups = sorted(by_unit.values(), key=lambda items: (any(item.asked for item in items), len(items)))
    items = next((items for items in reversed(groups) if len(items) >= _TWO), [])
    if not items:
        return ""
    told = ", ".join(f"{name} = {item.value}" for name, item in zip(_told_apart(items), items, strict=True))
    return f"{told}, unit = {items[0].unit}"


def _told_apart(items: list[Amount]) -> list[str]:
    """Return the names of quantities without the words that several have: apple and mango, father and son."""
    words = [re.sub(r"['’]s\b", "", item.name).split() for item in items]
    counts = Counter(word for each in words for word in set(each))
    own = [" ".join(word for word in each if counts[word] == 1 and word not in _OWNERLESS) for each in words]
    return [name or item.name.removeprefix("the ") for name, item in zip(own, items, strict=True)]


def _pair(worked: Worked) -> str:
    """Return the values of two unknowns that were found together: two ages, two prices."""
    items = worked.unknowns
    return ", ".join(item.value for item in items) if len(items) == _TWO and items[0].unit == items[1].unit else ""


def _written(values: dict[str, str], letters: str) -> str:
    return ", ".join(f"{letter} = {values[letter]}" for letter in letters if letter in values)


def _shares(worked: Worked) -> dict[str, str]:
    """Return what each of some has, by the names of the story or in the order in which the text names them."""
    asked = [item for item in worked.amounts if item.asked]
    if len(asked) > 1 and len({item.unit for item in asked}) == 1:
        owners = _owners(asked)
        return dict(zip(owners, (item.value for item in asked), strict=True)) if owners else {}
    found, values = _SHARERS.search(worked.source), _VALUE.findall(worked.answer)
    names = _PARTED.split(found["names"]) if found else []
    fits = worked.steps and worked.steps[0].id.startswith(_SHARED) and len(names) == len(values)
    return dict(zip(names, values, strict=True)) if fits else {}


def _owners(items: list[Amount]) -> list[str]:
    """Return by which words the names of quantities of one sort differ: Ravi and Anil have shares."""
    words = [re.sub(r"['’]s\b", "", item.name).split() for item in items]
    common = set(words[0]).intersection(*words[1:]) | _OWNERLESS
    owners = [" ".join(word for word in each if word not in common) for each in words]
    return owners if all(owners) and len(set(owners)) == len(owners) else []
