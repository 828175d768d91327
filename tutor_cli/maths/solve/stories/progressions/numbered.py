"""Stories of a progression that never name one: rows of seats, monthly savings, each so much more than the last."""

from __future__ import annotations

import re

from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.solve.stories.progressions.facts import with_ordinals

_LONGEST = 300
_CLAUSE = re.compile(
    r"[.;?!](?!\d)\s*|,?\s+(?:and|but|then)\s+(?=each\b|every\b|after\b|then\b|thereafter\b|increas|decreas|adds?\b|twice\b|double|half\b|\d)|,\s+",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?!\.?\d|/|%|th\b)")
_THAN = re.compile(r"\bthan (?:in )?(?:the|that) .*", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:first|1th) (?P<noun>[a-z]{3,}?)s?\b", re.IGNORECASE)
_EACH = re.compile(
    r"\b(?:each|every|next|successive|subsequent|following|thereafter)\b(?: (?:next|following|successive))?",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?:more|extra|increas\w*|adds?|additional)\b", re.IGNORECASE)
_LESS = re.compile(r"\b(?:less|fewer|decreas\w*|reduc\w*)\b", re.IGNORECASE)
_TIMES = {"twice": "2", "double": "2", "doubles": "2", "thrice": "3", "triple": "3", "triples": "3", "half": "1/2"}
_FACTOR = re.compile(rf"\b(?:{'|'.join(_TIMES)})\b|(?P<number>\d+) times\b", re.IGNORECASE)
_ASKS = re.compile(r"^(?:so |then )?(?:in |on |at |by |after )?(?:how|what|find|which|calculate)\b", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:total|in all|altogether)\b", re.IGNORECASE)
# How many of the one are in the other.
_IN_ALL = {("month", "year"): "12", ("day", "week"): "7", ("hour", "day"): "24", ("week", "year"): "52"}


def numbered_problem(text: str) -> Problem | None:
    """Return the problem of a story that numbers its terms, every number of it in its place, or None."""
    plain = told(with_ordinals(text[:_LONGEST]))
    noun = _FIRST.search(plain)
    clauses = [part.strip() for part in _CLAUSE.split(plain) if part.strip()]
    if noun is None or "%" in plain or len(clauses) < len(("first", "step", "ask")):
        return None
    first = next((part for part in clauses if _FIRST.search(part)), "")
    step = next((part for part in clauses if part != first and _EACH.search(part)), "")
    asks = clauses[-1] if _ASKS.match(clauses[-1]) and clauses[-1] not in (first, step) else ""
    others = [part for part in clauses if part not in (first, step, asks)]
    numbered = [part for part in others if _NUMBER.search(part)]
    count = _count(numbered[0], noun["noun"]) if numbered else ""
    start, by, wanted = _only_number(first), _step(step), _wanted(asks, noun["noun"].lower(), count)
    if not (start and by and wanted) or len(numbered) > bool(count):
        return None
    kind, number = wanted
    trees = tuple(parse(value, "typed") for value in (start, by[1], number))
    return Problem("quantity", trees, quantity=f"{by[0]}_{kind}")


def _only_number(clause: str) -> str:
    """Return the number of a clause, or nothing where it has none or several."""
    numbers = _NUMBER.findall(clause)
    return numbers[0] if len(numbers) == 1 else ""


def _step(clause: str) -> tuple[str, str] | None:
    """Return which progression it is and its step: "2 more each" is added, "twice as many" multiplied."""
    if factor := _FACTOR.search(clause):
        return ("gp", factor["number"] or _TIMES[factor.group().lower()])
    number = _only_number(_THAN.sub("", clause))
    if not number or bool(_MORE.search(clause)) == bool(_LESS.search(clause)):
        return None
    return ("ap", number if _MORE.search(clause) else f"-{number}")


def _count(clause: str, noun: str) -> str:
    """Return how many terms there are where a clause tells that: "a theatre has 20 rows"; else nothing."""
    found = re.search(rf"\b(\d+) {noun}s\b", clause, re.IGNORECASE)
    return found[1] if found and _only_number(clause) else ""


def _wanted(clause: str, noun: str, count: str) -> tuple[str, str] | None:
    """Return what is asked and its number: a term, the sum of terms, or which term has a value."""
    numbers = _NUMBER.findall(clause)
    if count and not numbers and re.search(rf"\blast {noun}\b", clause, re.IGNORECASE):
        return ("term", count)
    if count and not numbers and _TOTAL.search(clause):
        return ("sum", count)
    if (place := re.search(rf"\b(\d+)th {noun}", clause, re.IGNORECASE)) and not numbers:
        return ("sum" if _TOTAL.search(clause) else "term", place[1])
    if re.search(rf"\bwhich {noun}", clause, re.IGNORECASE):
        return ("which_term", numbers[0]) if len(numbers) == 1 else None
    if (asked := re.search(rf"\b(\d+) {noun}s\b", clause, re.IGNORECASE)) and len(numbers) == 1:
        return ("sum", asked[1])
    whole = next((name for part, name in _IN_ALL if part == noun and re.search(rf"\b(?:a|1|the) {name}\b", clause)), "")
    return ("sum", _IN_ALL[noun, whole]) if whole and not set(numbers) - {"1"} else None
