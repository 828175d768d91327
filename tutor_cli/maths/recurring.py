r"""Decimals that recur, however they are said or written, as digits with dots: 0.\overline{36} is 0.363636\ldots."""

from __future__ import annotations

import re
from fractions import Fraction

from tutor_cli.maths.expr import Expr, Mul, Number, Symbol

_DOTS = r"\ldots"
_SHOWN = 3
"""How often a period is written before the dots."""
_DECIMAL = r"(?P<whole>\d*)\.(?P<places>\d+)"
_BAR = r"(?:\\overline|\\bar|\\dot)"
_REPEATS = (
    r"(?:recurring|repeating|repeated|repeats?|recurs|bar\b|dohr\w+|aavarti|baar ?baar"
    r"|आवर्ती|दोहर[\w\u0900-\u0963]*|बार[ -]बार|बार(?!\s*\d))"
)
_ON = (
    r"(?:and so on|and on and on|(?:and )?(?:it )?(?:going|goes) on|forever|dot dot dot"
    r"|(?:aur |और )?(?:aage bhi|aise hi|aage aise|आगे भी|ऐसे ही|आगे ऐसे)(?: (?:aise hi|hi|chalta|ऐसे ही|ही|चलता))?)"
)
# The period under its mark, in brackets, or named beside the decimal.
_MARKED = re.compile(
    rf"(?P<whole>\d*)\.(?P<places>\d*)(?:{_BAR}\{{(?P<period>\d+)\}}|(?<=[.\d])\((?P<bracketed>\d+)\))"
)
_NAMED = re.compile(
    rf"{_DECIMAL},? ?(?:\(|(?:with|where|in which|having|jisme(?:in)?|जिसमें) )(?:only )?(?:a |the )?(?:digits? )?"
    rf"(?:bar (?:on|over|above) (?:the )?(?P<barred>\d+)|(?P<period>\d+) (?:is |are |keeps? |par |पर )?{_REPEATS}"
    r"(?: (?:aata|hota|ho raha|आता|होता) (?:hai|है)| hai| है)?)\)?",
    re.IGNORECASE,
)
_ALL = re.compile(rf"{_DECIMAL} ?,? ?(?:is |are )?{_REPEATS}", re.IGNORECASE)
_DOTTED = re.compile(rf"{_DECIMAL} ?(?:\.\.+|…|\\ldots|\\dots|,? ?{_ON})(?: and so on| forever)?", re.IGNORECASE)
_BEFORE = re.compile(rf"(?:recurring|repeating) (?:decimal )?{_DECIMAL}(?!\w*\\)", re.IGNORECASE)
_HAS_DECIMAL = re.compile(r"\d*\.(?:\d|\\|\(\d)")


def with_recurring(text: str) -> str:
    """Return the text with its recurring decimals as digits and dots."""
    for pattern in (_MARKED, _NAMED, _DOTTED, _ALL, _BEFORE) if _HAS_DECIMAL.search(text) else ():
        text = pattern.sub(_dotted, text)
    return text


def recurring_value(tree: Expr) -> tuple[str, str, Fraction] | None:
    r"""Return the places before the period, the period and the value of digits with dots, 0.1666\ldots; else None."""
    match tree:
        case Mul((Number(digits), Symbol("ldots"))) if "." in digits:
            whole, _, places = digits.partition(".")
            head, period = _parted(places)
            value = int(whole + head + period) - int(whole + head)
            return head, period, Fraction(value, 10 ** len(head) * (10 ** len(period) - 1))
    return None


def _dotted(found: re.Match[str]) -> str:
    given = {name: value for name, value in found.groupdict().items() if value}
    whole, head = given.get("whole", "0"), given.get("places", "")
    period = given.get("period") or given.get("bracketed") or given.get("barred") or ""
    if found.re is _NAMED:
        head = head.removesuffix(period)
    elif found.re is _DOTTED or (not period and _ends_in_threes(head)):
        head, period = _parted(head)
    elif not period:
        head, period = "", head
    return f"{whole}.{head}{period * _SHOWN}{_DOTS}"


def _ends_in_threes(places: str) -> bool:
    return re.search(r"(\d)\1\1$", places) is not None


def _parted(places: str) -> tuple[str, str]:
    """Return what comes before the period and the shortest period seen twice at the end; all of it where none is."""
    for size in range(1, len(places) // 2 + 1):
        period = places[-size:]
        if places.endswith(period * 2):
            head = places
            while head.endswith(period):
                head = head[:-size]
            return head, period
    return "", places
