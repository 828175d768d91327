"""Things bought for a price each: what they cost in all, what is left of the money, what change there is."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.solve.stories.asked import question
from tutor_cli.maths.solve.stories.making import Found, Known, problem
from tutor_cli.maths.solve.stories.measures import Measure, measures

_LONGEST = 400
_HAD = re.compile(
    r"\b(?:had|has|have|with|from|gave|gives|pays? with|paid with|took|takes|starts? with)\b[a-z ]*$", re.IGNORECASE
)
_NOTE = re.compile(r"\s*(?:note\b|rupee note\b|to the shopkeeper)", re.IGNORECASE)
_LEFT = re.compile(r"\b(?:left|remain\w*|change|balance|get back|gets back|return|saved?)\b", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:total|altogether|in all|how much|cost|spend|spent|pay|bill|money)\b", re.IGNORECASE)
_NOT = re.compile(
    r"%|profit|loss|gain|discount|interest|average|ratio|more than|less than|times|tax|gst|equally|divid|share|twice|half|sold|sells|selling"
    r"|fenc|square|area|metre(?:s)? long|wide|\bper (?:day|hour|month|week)\b",
    re.IGNORECASE,
)
_TO_PRICE = re.compile(
    r"[a-z, ]{0,40}?(?:\b(?:for|at|costing|of|worth|costs?|priced at|which costs?|each costing|is|are)\b|@)? ?(?:the rate of )?$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\s*(?:(?:kg|kgs|litres?|metres?|m|dozen|packets?|pairs?) (?:of )?)?(?P<noun>[a-z]+)", re.IGNORECASE
)


# The letters of the count and the price of each thing.
_LETTERS = (("a", "b"), ("c", "d"), ("f", "g"), ("m", "n"))


@dataclass(frozen=True, slots=True)
class _Item:
    """So many of a thing at a price for each."""

    count: Measure
    price: Measure
    noun: str


def shopping_problem(text: str) -> Problem | None:
    """Return the problem of a bill, or of what is left after it, or None."""
    plain = told(text[:_LONGEST])
    if _NOT.search(plain):
        return None
    found = measures(plain)
    money = [item for item in found if item.kind == "money" or (item.kind == "count" and _NOTE.match(plain, item.end))]
    items = _items(found, plain)
    had = [
        item
        for item in money
        if _HAD.search(plain[max(0, item.start - 30) : item.start]) or _NOTE.match(plain, item.end)
    ]
    accounted = [*had, *(measure for item in items for measure in (item.count, item.price))]
    if not items or len(had) > 1 or len(accounted) != len(found):
        return None
    return _bill(items, had, question(plain))


def _items(found: list[Measure], text: str) -> list[_Item]:
    items = []
    for count, price in pairwise(found):
        counts = count.kind in ("count", "mass", "volume", "length")
        if counts and price.kind.startswith("rate") and _TO_PRICE.fullmatch(text[count.end : price.start]):
            named = _NAMED.match(text, count.end)
            items.append(_Item(count, price, named["noun"].lower() if named else ""))
    return items


def _bill(items: list[_Item], had: list[Measure], asked: str) -> Problem | None:
    given, terms = [], []
    for item, (n, p) in zip(items, _LETTERS, strict=False):
        given += [
            Known(n, item.count.value, f"number of {item.noun}" if item.noun else "", "संख्या", item.count.unit),
            Known(p, item.price.value, f"price of one of the {item.noun}" if item.noun else "", "एक का मूल्य", "rupees"),
        ]
        terms.append(f"{n} {p}")
    if len(terms) != len(items):
        return None
    lines = [Found("T", " + ".join(terms), "story.bill", "total cost", "कुल मूल्य", "rupees")]
    if not had:
        return problem(given, lines, ("T",)) if _TOTAL.search(asked) and not _LEFT.search(asked) else None
    given.append(Known("H", had[0].value, "money at first", "आरंभ का धन", "rupees"))
    lines.append(Found("R", "H - T", "story.left", "money left", "बचा धन", "rupees"))
    return problem(given, lines, ("R",)) if _LEFT.search(asked) else None
