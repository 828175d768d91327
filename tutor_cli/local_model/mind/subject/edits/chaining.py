"""What is done next with what was found, a problem of its own: "us par 10% discount de to", "and 18% GST on that"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.subject.edits.said import REPLACES, in_english
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.wording import filled

_ON_IT = re.compile(
    r"\b(?:on|to|of|from|at) (?:it|that|this|that (?:price|amount)|this (?:price|amount))\b", re.IGNORECASE
)
_IN_THE_END = re.compile(
    r"^(?:(?:and|so|but|now) )*(?:then|now|finally|what|how)\b(?!.*\bif\b)"
    r"|\b(?:left|is left|now|then|still|in that case)\b",
    re.IGNORECASE,
)
_STILL = re.compile(r"\b(?:still|then|now|in that case)\b", re.IGNORECASE)
_COST = frozenset(("the cost price", "cost price", "क्रय मूल्य"))
_SOLD_FOR = frozenset(("the selling price", "selling price", "विक्रय मूल्य"))
_FURTHER = re.compile(r"\b(?:another|further|additional|extra|more|again|also|second)\b", re.IGNORECASE)
_SUPPOSES = re.compile(r"\d|\b(?:if|suppose|supposing)\b", re.IGNORECASE)
_PERCENT = re.compile(r"\b(?P<percent>\d+(?:\.\d+)?)%")
_PRICED = re.compile(r"^-?\d+(?:\.\d+)?$")


def chained(text: str, versions: Sequence[Worked]) -> str:
    """Return the problem about what was found last, or nothing: a price with a discount, a tax, a profit on it.

    `versions` are the problem in hand and those that led there: what is gained in the end hangs on the first cost.
    """
    english = in_english(text)
    # What takes the place of what was done is not done to what came of it.
    if REPLACES.search(english) or _is_told(english, versions[0]):
        return ""
    percent = _PERCENT.findall(english)
    value = _found(versions[0])
    if (marked := _discounted(english, percent, versions[0])) is not None:
        return marked
    for entry in load("edits")["next"].values() if value else ():
        if not re.search(rf"\b(?:{entry['words']})\b", english, re.IGNORECASE):
            continue
        if "<cost>" in entry["problem"]:
            bought = versions if _STILL.search(english) else versions[1:]
            cost = _cost(bought) if _IN_THE_END.search(english) and not _SUPPOSES.search(english) else ""
            sold = _amount(versions[0], _SOLD_FOR) or value
            if cost:
                return filled(entry["problem"], {"value": sold, "cost": cost})
        elif _ON_IT.search(english) and len(percent) == 1:
            return filled(entry["problem"], {"value": value, "percent": percent[0]})
    return ""


def _is_told(english: str, worked: Worked) -> bool:
    """Tell whether the story has a percentage of this name already: then that is what changes."""
    told = {
        word for amount in worked.amounts if amount.unit == "%" and not amount.asked for word in amount.name.split()
    }
    named = {"discount", "tax", "profit", "loss"} & told & set(re.findall(r"[a-z]+", english.lower()))
    return bool(named) and _FURTHER.search(english) is None


def _discounted(english: str, percent: Sequence[str], worked: Worked) -> str | None:
    """Return the story of something bought and sold with a discount on its price, or what it is sold for then."""
    entry = load("edits")["discounted"]
    given = {role: _amount(worked, names) for role, names in (("cost", _COST), ("price", _SOLD_FOR))}
    numbers = set(re.findall(r"\d+(?:\.\d+)?", _PERCENT.sub("", english)))
    if not (all(given.values()) and len(percent) == 1 and numbers <= {given["price"]}):
        return None
    if re.search(entry["words"], english, re.IGNORECASE) is None:
        return None
    asked = next((name for name, said in entry["asked"].items() if re.search(said, english)), "")
    if not asked:
        return filled(load("edits")["next"]["discount"]["problem"], {"value": given["price"], "percent": percent[0]})
    return filled(entry["problem"], {**given, "percent": percent[0], "asked": asked})


def _cost(versions: Sequence[Worked]) -> str:
    """Return what was paid first for what is sold now."""
    return next(filter(None, (_amount(worked, _COST) for worked in versions)), "")


def _amount(worked: Worked, names: frozenset[str]) -> str:
    amounts = (amount for amount in worked.amounts if amount.name in names and _PRICED.fullmatch(amount.value))
    return next((amount.value for amount in amounts), "")


def _found(worked: Worked) -> str:
    """Return the sum of money that was found, or else the last one in the story, or the number."""
    money = [amount for amount in worked.amounts if amount.unit == "rupees"]
    asked = [amount for amount in money if amount.asked] or [
        amount for amount in money if "price" in amount.name or "मूल्य" in amount.name
    ]
    value = asked[-1].value if asked else "" if worked.amounts else worked.target
    return value if _PRICED.fullmatch(value) else ""
