"""Amounts that are added and taken away, one after the other: totals, change, what is left, what rises and falls."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.solve.stories.asked import question
from tutor_cli.maths.solve.stories.making import Found, Known, problem
from tutor_cli.maths.solve.stories.measures import Measure, measures

_LONGEST = 300
_LETTERS = "abcdfg"
_FEWEST = 2
# Words that make a number more than an amount to be added or taken away.
_NOT = re.compile(
    r"\beach\b|\bper\b|\bevery\b|times|ratio|%|average|mean\b|twice|half|double|\bmore than\b|less than|fewer|profit|loss|interest|speed"
    r"|area|perimeter|volume|shar|divid|equal|age\b|years? (?:ago|old)|digits?|angle|square|product|at (?:the )?rate|numbers?\b(?! of)|\bof (?:the )?(?:rest|remain|remainder)"
    r"|litres? of|days|hours|cost of \d|same|\bold\b|wide|\blong and\b|both|dozen|a (?:pack|box|kg)|steps?|°C? (?:angle|elevation)|heads|legs|prob",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:in all|altogether|in total|total(?: number| amount| length| weight| distance| cost)?|together)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\bof (?:them|these|those|which|whom)\b", re.IGNORECASE)
_LEFT = re.compile(r"\b(?:left|remain\w*|still)\b", re.IGNORECASE)
_BACK = re.compile(r"\b(?:change|(?:get|got|gets|given|give|return\w*) back|balance|return)\b", re.IGNORECASE)
_GAVE = re.compile(r"\b(?:gave|gives?|paid|pays|handed|note of|with)\b[a-z ]*$", re.IGNORECASE)
_UP = re.compile(
    r"\b(?:r[io]ses?|rose|went up|goes up|climb\w*|increas\w*|ascend\w*|gain\w*|deposit\w*|add\w*|more came|join\w*|comes? up|came up|got \w*\s*more|received|bought)\b[a-z ]*$",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:f[ae]lls?|fell|drops?|dropped|went down|goes? down|decreas\w*|descend\w*|los[te]s?|withdr\w+|spen[dt]s?|sold|ate|eats|gave (?:away)?|gives? (?:away)?|used|left|cut off|broke)\b[a-z ]*$",
    re.IGNORECASE,
)
_GOES = re.compile(
    r"\s*(?:of (?:them|these) |(?!more)\w+ )?(?:flew away|flew|left|died|went away|broke|(?:were|was|are) (?:eaten|sold|broken|lost|used|rotten|given away))\b",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:\band|,)\s*$", re.IGNORECASE)
# "Cut 3 m from a roll of 12 m."
_TAKEN_FROM = re.compile(r"^[a-z ]*\bfrom (?:a|an|the|his|her)\b[a-z ]*\bof\s*$", re.IGNORECASE)
_BELOW = re.compile(r"^\s*(?:m|metres?|km|feet)? ?(?:below|under)\b", re.IGNORECASE)
_STATE = re.compile(
    r"\b(?:what (?:is|was|will be)|find)\b.*\b(?:temperature|depth|height|level|position|balance|now|then|at noon|at night|final)\b",
    re.IGNORECASE,
)
# What is counted: the word behind the number, unless that says where, when or of what.
_NOUN = re.compile(
    r"\s+(?:more |other )?(?!(?:in|on|at|to|from|by|for|and|of|is|are|was|were|the|then)\b)(?P<noun>[a-z]+?)s?\b"
)
_JOINED = re.compile(r"\s+(?:[a-z]+ ){0,3}(?:and|,)\s*|\s*,\s*", re.IGNORECASE)
_HOW_MANY = re.compile(r"\bhow many (?P<noun>[a-z]+?)s?\b", re.IGNORECASE)
_PART = re.compile(r"\b(?:what|which|how much)(?: \w+){0,3} (?:part|fraction)\b|\b(?:part|fraction)\b", re.IGNORECASE)


def sum_problem(text: str) -> Problem | None:
    """Return the problem of adding and taking away the amounts of a story, or None where more is said of one."""
    plain = told(text[:_LONGEST])
    if _NOT.search(plain):
        return None
    found = [item for item in measures(plain) if not item.is_article]
    asks = question(plain)
    if (
        not _FEWEST <= len(found) <= len(_LETTERS)
        or not asks
        or len({item.unit for item in found}) > 1
        or re.search(r"\d", asks)
    ):
        return None
    signs = _signs(plain, found, asks)
    return _problem(plain, found, signs, asks) if signs else None


def _signs(text: str, found: list[Measure], asks: str) -> str:
    """Return the sign of each amount in what is asked, or nothing where one is not clear."""
    starts = [0, *(item.end for item in found)]
    before = [text[start : item.start] for start, item in zip(starts, found, strict=False)]
    parts = all("/" in item.value and Fraction(item.value) < 1 and not item.unit for item in found)
    if _LEFT.search(asks) and (parts or _PART.search(asks)):
        return "1" + "-" * len(found) if parts else ""
    if _BACK.search(asks) and found[0].kind == "money":
        given = [index for index, words in enumerate(before) if _GAVE.search(words)]
        return "".join("+" if index in given else "-" for index in range(len(found))) if len(given) == 1 else ""
    if (
        _TOTAL.search(asks)
        and _are_counted_together(text, found, asks)
        and not _OF_THEM.search(text)
        and not any(_DOWN.search(words) for words in before[1:] if not re.search(r"\bsold\b", words))
    ):
        return "+" * len(found)
    if _LEFT.search(asks) and len(found) == _FEWEST and _TAKEN_FROM.search(text[found[0].end : found[1].start]):
        return "-+"
    if _STATE.search(asks) or (_LEFT.search(asks) and not _PART.search(asks)):
        return _one_after_another(before, [text[item.end :] for item in found])
    return ""


def _are_counted_together(text: str, found: list[Measure], asks: str) -> bool:
    """Tell whether numbers of things are of one list, "24 boys and 18 girls", or of the very things asked for."""
    wanted = _HOW_MANY.search(asks)
    if found[0].unit:
        return wanted is None or wanted["noun"].lower() in found[0].unit
    between = [text[one.end : other.start] for one, other in pairwise(found)]
    if all(map(_JOINED.fullmatch, between)):
        return True
    counted = {noun["noun"].lower() for item in found if (noun := _NOUN.match(text, item.end))}
    return len(counted) == 1 and wanted is not None and wanted["noun"].lower() in counted


def _one_after_another(before: list[str], after: list[str]) -> str:
    """Return the signs of amounts that come and go, the first of which was there; nothing where a verb is missing."""
    signs = "+"
    for said, rest in zip(before[1:], after[1:], strict=True):
        if _UP.search(said):
            signs += "+"
        elif _DOWN.search(said) or _GOES.match(rest):
            signs += "-"
        elif len(signs) > 1 and _AND.search(said):
            signs += signs[-1]
        else:
            return ""
    return signs


def _problem(text: str, found: list[Measure], signs: str, asks: str) -> Problem | None:
    whole = signs.startswith("1")
    signs = signs.removeprefix("1")
    under = [bool(_BELOW.search(text[item.end :])) for item in found]
    if any(under[1:]) or (under[0] and not re.search(r"\bdepth\b", asks)):
        return None
    if under[0]:
        signs = "+" + signs[1:].translate(str.maketrans("+-", "-+"))
    letters = _LETTERS[: len(found)]
    given = [Known(letter, _value(text, item), unit=item.unit) for letter, item in zip(letters, found, strict=True)]
    typed = "1" if whole else ""
    for letter, sign in zip(letters, signs, strict=True):
        typed += f" {sign} {letter}" if typed or sign == "-" else letter
    name = ("part that is left", "बचा भाग") if whole else ("answer", "उत्तर")
    lines = [Found("N", typed.strip(), "story.added_up", *name, found[-1].unit)]
    return problem(given, lines, ("N",), positive=False)


def _value(text: str, item: Measure) -> str:
    """Return the value of an amount, below zero where a minus stands before it."""
    return f"-{item.value}" if re.search(r"(?:^|[ (])-$", text[: item.start]) else item.value
