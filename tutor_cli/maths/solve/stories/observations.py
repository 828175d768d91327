"""Data told in one sentence and asked about in another: "The marks are 12, 15 and 18. Find the mean" of these."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re

from tutor_cli.maths.solve.asked.reader import asked_problem
from tutor_cli.maths.solve.named import named_quantity
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.table import LIST, NUMBER
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.solve.stories.making import Found, Known, problem

_LONGEST = 400
_FEWEST = 3
_LIST = re.compile(LIST, re.IGNORECASE)
_ITEM = re.compile(NUMBER)
_ASKED = re.compile(
    r"\b(?:mean deviation(?: about the (?:mean|median))?|standard deviation|variance|mean|average|median|mode|range)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:find|what|calculate|determine|compute|work out|tell|get|how much)\b", re.IGNORECASE)
# "Which number must be added to 4, 8 and 6 so that the mean becomes 9?"
_ADDED = re.compile(
    r"\b(?:add(?:ed|ing)?|includ\w+|put in|joins?|1 more|another|extra|new|next|4th|5th|6th|fourth|fifth|sixth|coming)\b",
    re.IGNORECASE,
)
_WHICH = re.compile(r"\b(?:which|what|find|how much)\b", re.IGNORECASE)
_ONE = re.compile(r"\b1 (?:more|number|value|observation)\b", re.IGNORECASE)
_BECOMES = re.compile(
    r"\b(?:mean|average)(?: of (?:all|them|these))?(?: (?:to|is|be|of|becomes?|equals?|should|will|must|comes|goes|get|gives|=|exactly))*(?P<least> at least| not less than)? (?P<mean>-?\d+(?:\.\d+)?)",
    re.IGNORECASE,
)
_NAMES = {
    False: ("number to be added", "जोड़ी जाने वाली संख्या"),
    True: ("least number to be added", "जोड़ी जाने वाली सबसे छोटी संख्या"),
}
# What is more than data and a question about them.
_NOT = re.compile(
    r"frequenc|added|remov|exclud|includ|\beach\b|\bnew\b|\bx\b|\bif\b|correct|wrong|misread|instead|%|probab|chance|how many"
    r"|more than|less than|above|below|\bother\b|replac|increas|decreas|multipl|divid|\bwhen\b|ratio|class(?:es)? |interval|first \d",
    re.IGNORECASE,
)


def observations_problem(text: str) -> Problem | None:
    """Return the problem of working out an average or the spread of data told in a sentence of their own, or None."""
    plain = told(text[:_LONGEST])
    if wanted := _one_more(plain):
        return wanted
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


def _one_more(text: str) -> Problem | None:
    """Return the problem of the value that brings the mean of data to a number, or None."""
    runs = [run for run in _LIST.finditer(text) if len(_ITEM.findall(run.group())) >= _FEWEST]
    if len(runs) != 1 or _ADDED.search(text) is None or not _WHICH.search(text):
        return None
    data = _ITEM.findall(runs[0].group())
    rest = _ONE.sub(" ", f"{text[: runs[0].start()]} {text[runs[0].end() :]}")
    rest = re.sub(rf"\b(?:{len(data)} (?=[a-z])|{len(data) + 1}(?:th|st|nd|rd)\b)", "", rest)
    mean = _BECOMES.search(rest)
    wanted = mean["mean"] if mean else ""
    if re.findall(r"-?\d+(?:\.\d+)?", rest) != [wanted]:
        return None
    given = [Known("n", str(len(data)), "number of values", "मानों की संख्या"), Known("m", wanted, "new mean", "नया माध्य")]
    lines = [
        Found("s", " + ".join(data), "observations.sum", "sum of the values", "मानों का योग"),
        Found("t", "m(n + 1)", "observations.new_sum", "new sum", "नया योग"),
        Found("x", "t - s", "observations.one_more", *_NAMES[mean is not None and mean["least"] is not None]),
    ]
    return problem(given, lines, ("x",), positive=False, fractions=True)
