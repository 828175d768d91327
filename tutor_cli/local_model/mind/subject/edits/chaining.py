"""What is done next with what was found, a problem of its own: "us par 10% discount de to", "and 18% GST on that"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.subject.edits.said import in_english
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.wording import filled

_ON_IT = re.compile(
    r"\b(?:on|to|of|from|at) (?:it|that|this|that (?:price|amount)|this (?:price|amount))\b", re.IGNORECASE
)
_IN_THE_END = re.compile(
    r"^(?:(?:and|so|but|now) )*(?:then|now|finally|what|how)\b(?!.*\bif\b)|\b(?:left|is left|now|then)\b", re.IGNORECASE
)
_COST = frozenset(("the cost price", "cost price", "क्रय मूल्य"))
_PERCENT = re.compile(r"\b(?P<percent>\d+(?:\.\d+)?)%")
_PRICED = re.compile(r"^-?\d+(?:\.\d+)?$")


def chained(text: str, versions: Sequence[Worked]) -> str:
    """Return the problem about what was found last, or nothing: a price with a discount, a tax, a profit on it.

    `versions` are the problem in hand and those that led there: what is gained in the end hangs on the first cost.
    """
    english = in_english(text)
    percent = _PERCENT.findall(english)
    value = _found(versions[0])
    for entry in load("edits")["next"].values() if value else ():
        if not re.search(rf"\b(?:{entry['words']})\b", english, re.IGNORECASE):
            continue
        if "<cost>" in entry["problem"]:
            cost = _cost(versions) if _IN_THE_END.search(english) and not percent else ""
            if cost:
                return filled(entry["problem"], {"value": value, "cost": cost})
        elif _ON_IT.search(english) and len(percent) == 1:
            return filled(entry["problem"], {"value": value, "percent": percent[0]})
    return ""


def _cost(versions: Sequence[Worked]) -> str:
    """Return what was paid first, where the price in hand came about by a change since."""
    earlier = (amount for worked in versions[1:] for amount in worked.amounts)
    return next((amount.value for amount in earlier if amount.name in _COST and _PRICED.fullmatch(amount.value)), "")


def _found(worked: Worked) -> str:
    """Return the sum of money that was found, or else the last one in the story, or the number."""
    money = [amount for amount in worked.amounts if amount.unit == "rupees"]
    asked = [amount for amount in money if amount.asked] or [
        amount for amount in money if "price" in amount.name or "मूल्य" in amount.name
    ]
    value = asked[-1].value if asked else "" if worked.amounts else worked.target
    return value if _PRICED.fullmatch(value) else ""
