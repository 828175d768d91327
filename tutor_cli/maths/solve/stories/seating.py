"""People who sit in a row or round a table: all of them, some always together, or never together."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re

from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.solve.stories.making import Found, Known, problem

_LONGEST = 300
_PEOPLE = r"people|persons?|students?|children|boys?|girls?|friends?|men|women|guests?|players?|books?|teachers?|ladies|couples?"
_GROUPS = re.compile(
    rf"(?P<a>\d+) (?:different )?(?P<one>{_PEOPLE})(?:,? and (?P<b>\d+) (?P<two>{_PEOPLE}))?\b", re.IGNORECASE
)
_WAYS = re.compile(r"\b(?:how many|number of) (?:different )?(?:ways|arrangements)\b|\bin how many\b", re.IGNORECASE)
_ROUND = re.compile(r"\b(?:round|circular|circle)\b", re.IGNORECASE)
_ROW = re.compile(r"\b(?:row|line|queue|shelf|sit|seated|stand|arranged)\b", re.IGNORECASE)
_STAY = r"(?: (?:always|must|should|have to|want to|are|is|be|to|insist on|sit|sitting|seated|stand|standing|stay|kept|arranged|come))*"
_NEVER = r"(?: (?:never|must not|should not|do not|dont|are not|cannot|can not|refuse to|are never|may not))"
_SIDE = r" (?:together|side by side|next to each other|adjacent)"
_CONDITION = re.compile(
    rf"\b(?:if|so that|such that|when|with|where|provided)? ?(?P<no>no )?(?:the |all |all the )*(?:(?P<k>\d+) )?(?:particular )?"
    rf"(?P<who>of them|{_PEOPLE}|of the (?:{_PEOPLE}))(?P<never>{_NEVER})?{_STAY}{_SIDE}",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\d|probab|chance|\b(?:select|choos|committee|president|alternat|ends?|particular|captain|together|never|at least|specified|opposite|begin|first|last)\w*\b",
    re.IGNORECASE,
)
_PAIR = 2


def seating_problem(text: str) -> Problem | None:
    """Return the problem of how many ways people can sit, or None where a number or condition has no meaning."""
    plain = told(text[:_LONGEST])
    groups = _GROUPS.search(plain)
    if groups is None or not _WAYS.search(plain) or not (_ROW.search(plain) or _ROUND.search(plain)):
        return None
    rest = f"{plain[: groups.start()]} , {plain[groups.end() :]}"
    condition = _CONDITION.search(rest)
    besides = f"{rest[: condition.start()]} {rest[condition.end() :]}" if condition else rest
    if _NOT.search(besides):
        return None
    total = int(groups["a"]) + int(groups["b"] or 0)
    table = bool(_ROUND.search(plain))
    return _ways(total, _block(groups, condition), condition, table=table) if condition else _free(total, table=table)


def _block(groups: re.Match[str], condition: re.Match[str]) -> int:
    """Return how many sit together or apart: the number said, or all of the group that is named; 0 where not clear."""
    sizes = {groups["one"].rstrip("s"): int(groups["a"])}
    if groups["b"]:
        sizes[groups["two"].rstrip("s")] = int(groups["b"])
    named = sizes.get(condition["who"].split()[-1].rstrip("s"), 0)
    if condition["no"]:
        return named if groups["b"] else int(condition["k"] or 0)
    return int(condition["k"] or (named if groups["b"] else 0))


def _free(total: int, *, table: bool) -> Problem:
    line = ("(n - 1)!", "seating.round") if table else ("n!", "seating.row")
    return _problem([_all_of(total)], [Found("N", *line)])


def _ways(total: int, block: int, condition: re.Match[str], *, table: bool) -> Problem | None:
    """Count those together as one; those never together are the others, or stand in the gaps of a row."""
    if not _PAIR <= block < total:
        return None
    given = [_all_of(total), Known("k", str(block), "number in the block", "साथ वालों की संख्या")]
    outer = Found("m", "(n - k)!" if table else "(n - k + 1)!", "seating.as_one_round" if table else "seating.as_one")
    together = [outer, Found("b", "k!", "seating.inside"), Found("s", "m b", "seating.both")]
    if not (condition["no"] or condition["never"]):
        return _problem(given, [*together[:-1], Found("N", "m b", "seating.both")])
    if block == _PAIR:
        every = Found("t", "(n - 1)!" if table else "n!", "seating.round" if table else "seating.row")
        return _problem(given, [every, *together, Found("N", "t - s", "seating.never")])
    others = total - block
    if table or condition["never"] or block > others + 1:
        return None
    gaps = Found("g", "(n - k + 1)!/(n - 2k + 1)!", "seating.gaps")
    return _problem(given, [Found("m", "(n - k)!", "seating.others"), gaps, Found("N", "m g", "seating.both")])


def _all_of(total: int) -> Known:
    return Known("n", str(total), "number of all", "कुल संख्या")


def _problem(given: list[Known], lines: list[Found]) -> Problem:
    *before, last = lines
    return problem(given, [*before, Found("N", last.typed, last.id, "number of ways", "तरीकों की संख्या")], ("N",))
