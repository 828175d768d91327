"""The numbers of one kind in a range, which are a progression: odd numbers, multiples of 7, numbers of two digits."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re

from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.wording import told

_LONGEST = 200
_KIND = (
    r"(?:(?P<parity>odd|even) |(?:the )?multiples of (?P<multiple>\d+)|)"
    r"(?:(?:natural |whole |positive )?(?P<digits>[2-4]|two|three|four)[- ]digit |)(?:natural |whole |positive )*(?:numbers|integers|)"
)
_DIVISIBLE = r"(?:,? ?(?:which|that)? ?(?:are )?(?:exactly )?divisible by (?P<divisor>\d+)|)"
_RANGE = (
    r"(?: (?:lying |which lie |that lie )?(?P<way>between|from) (?P<low>\d+) (?:and|to) (?P<high>\d+)"
    r"| (?P<below>less than|below|up to|upto|not exceeding) (?P<top>\d+)|)"
)
_ASK = r"^(?:(?:find|what is|calculate|determine|get) )?(?:the )?(?:(?P<sum>sum of)|(?P<count>how many|number of))"
_REQUEST = re.compile(
    rf"{_ASK} (?:all )?(?:the )?{_KIND}{_DIVISIBLE}(?: (?:are|is) there)?{_RANGE}"
    r"(?:,? ?(?:which|that)? ?(?:are )?(?:exactly )?divisible by (?P<last>\d+))?(?: are there)?[?. ]*$",
    re.IGNORECASE,
)
_WORDS = {"two": 2, "three": 3, "four": 4}


def range_problem(text: str) -> Problem | None:
    """Return the problem of counting or adding the numbers of one kind in a range, or None."""
    found = _REQUEST.match(told(text[:_LONGEST]))
    if found is None:
        return None
    limits, step = _limits(found), _step(found)
    if limits is None or step is None:
        return None
    low, high = limits
    residue = 1 if (found["parity"] or "").lower() == "odd" else 0
    first = low + (residue - low) % step
    last = high - (high - residue) % step
    if last <= first:
        return None
    numbers = tuple(parse(str(number), "typed") for number in (first, step, last))
    return Problem("quantity", numbers, quantity="ap_sum_to" if found["sum"] else "ap_count")


def _step(found: re.Match[str]) -> int | None:
    """Return how far the numbers stand apart; None where that is said twice."""
    steps = [int(found[name]) for name in ("multiple", "divisor", "last") if found[name]]
    steps += [2] if found["parity"] else []
    return (steps or [1])[0] if len(steps) <= 1 and 0 not in steps else None


def _limits(found: re.Match[str]) -> tuple[int, int] | None:
    """Return the least and greatest number there may be; None where it is not said, or whether the ends count."""
    if found["digits"]:
        digits = _WORDS.get(found["digits"].lower()) or int(found["digits"])
        return None if found["way"] or found["below"] else (10 ** (digits - 1), 10**digits - 1)
    if found["below"]:
        top = int(found["top"])
        return 1, top if found["below"].lower() in ("up to", "upto", "not exceeding") else top - 1
    if not found["way"]:
        return None
    low, high = int(found["low"]), int(found["high"])
    return (low, high) if found["way"].lower() == "from" else (low + 1, high - 1)
