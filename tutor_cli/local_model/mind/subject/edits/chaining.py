"""What is done next with what was found, a problem of its own: "us par 10% discount de to", "and 18% GST on that"."""

from __future__ import annotations

import re

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.subject.edits.said import in_english
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.wording import filled

_ON_IT = re.compile(
    r"\b(?:on|to|of|from|at) (?:it|that|this|that (?:price|amount)|this (?:price|amount))\b", re.IGNORECASE
)
_PERCENT = re.compile(r"\b(?P<percent>\d+(?:\.\d+)?)%")
_PRICED = re.compile(r"^-?\d+(?:\.\d+)?$")


def chained(text: str, worked: Worked) -> str:
    """Return the problem about what was found last, or nothing: a price with a discount, a tax, a profit on it."""
    english = in_english(text)
    percent = _PERCENT.findall(english)
    value = _found(worked)
    if not _ON_IT.search(english) or len(percent) != 1 or not value:
        return ""
    for entry in load("edits")["next"].values():
        if re.search(rf"\b(?:{entry['words']})\b", english, re.IGNORECASE):
            return filled(entry["problem"], {"value": value, "percent": percent[0]})
    return ""


def _found(worked: Worked) -> str:
    """Return the sum of money that was found, or else the last one in the story, or the number."""
    money = [amount for amount in worked.amounts if amount.unit == "rupees"]
    asked = [amount for amount in money if amount.asked] or [
        amount for amount in money if "price" in amount.name or "मूल्य" in amount.name
    ]
    value = asked[-1].value if asked else "" if worked.amounts else worked.target
    return value if _PRICED.fullmatch(value) else ""
