"""Data told in one sentence and asked about in another: "The marks are 12, 15 and 18. Find the mean" of these."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re

from tutor_cli.maths.solve.asked.reader import asked_problem
from tutor_cli.maths.solve.named import named_quantity
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.table import LIST, NUMBER
from tutor_cli.maths.solve.recipes.wording import told

_LONGEST = 400
_FEWEST = 3
_LIST = re.compile(LIST, re.IGNORECASE)
_ITEM = re.compile(NUMBER)
_ASKED = re.compile(
    r"\b(?:mean deviation(?: about the (?:mean|median))?|standard deviation|variance|mean|average|median|mode|range)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:find|what|calculate|determine|compute|work out|tell|get|how much)\b", re.IGNORECASE)
# What is more than data and a question about them.
_NOT = re.compile(
    r"frequenc|added|remov|exclud|includ|\beach\b|\bnew\b|\bx\b|\bif\b|correct|wrong|misread|instead|%|probab|chance|how many"
    r"|more than|less than|above|below|\bother\b|replac|increas|decreas|multipl|divid|\bwhen\b|ratio|class(?:es)? |interval|first \d",
    re.IGNORECASE,
)


def observations_problem(text: str) -> Problem | None:
    """Return the problem of working out an average or the spread of data told in a sentence of their own, or None."""
    plain = told(text[:_LONGEST])
    if _NOT.search(plain) or not _ASKS.search(plain):
        return None
    runs = [run for run in _LIST.finditer(plain) if len(_ITEM.findall(run.group())) >= _FEWEST]
    if len(runs) != 1:
        return None
    data, rest = runs[0], f"{plain[: runs[0].start()]} {plain[runs[0].end() :]}"
    count = len(_ITEM.findall(data.group()))
    asked = list(dict.fromkeys(found.group().lower() for found in _ASKED.finditer(rest)))
    if not asked or any(number != str(count) for number in re.findall(r"\d+(?:\.\d+)?", rest)):
        return None
    numbers = ", ".join(item.group().strip() for item in _ITEM.finditer(data.group()))
    question = f"find the {' and '.join(asked)} of {numbers}"
    return asked_problem(question) or named_quantity(question)
