"""Saying no is an answer too: why a problem is not solved, in words that can be spoken."""

from __future__ import annotations

import re

from tutor_cli.errors import MathsError
from tutor_cli.maths.expr import Text
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.solution import Refusal, Solution

_TOO_LARGE = ("maths_too_deep", "maths_too_long", "number_too_long")
# What people type who want something other than maths to happen.
_CODE = re.compile(r"__|import|\b(?:eval|exec|open|lambda|system|os|sys)\b|[;`'\"]|\.\w+\(")

SENTENCES: dict[Refusal, dict[str, str]] = {
    "unsafe": {
        "en": "I only work with maths, so I cannot run that.",
        "hi": "मैं केवल गणित करता हूँ, इसलिए यह नहीं चला सकता।",
    },
    "too_large": {
        "en": "That is too large to work out here. Try a smaller one.",
        "hi": "यह यहाँ हल करने के लिए बहुत बड़ा है। कोई छोटा सवाल लीजिए।",
    },
    "timed_out": {
        "en": "That takes too long to work out. Try a simpler one.",
        "hi": "इसे हल करने में बहुत समय लगता है। कोई सरल सवाल लीजिए।",
    },
    "not_understood": {
        "en": "I could not read that as maths. Say it another way.",
        "hi": "इसमें गणित का सवाल नहीं मिला। दूसरे तरीके से कहिए।",
    },
    "unsupported": {
        "en": "I do not know a way to solve that yet.",
        "hi": "इसे हल करने का तरीका मुझे अभी नहीं आता।",
    },
}


def refused(problem: Problem, why: Refusal) -> Solution:
    """Return the solution that says no."""
    return Solution(problem, "refused", refusal=why, text=SENTENCES[why]["en"])


def unreadable(error: MathsError, text: str) -> Solution:
    """Return the refusal of a text that is not maths, or is far too long to be."""
    why: Refusal = "not_understood"
    if error.code in _TOO_LARGE:
        why = "too_large"
    elif _CODE.search(text):
        why = "unsafe"
    return refused(Problem("evaluate", (Text(text[:80]),)), why)


def sentence(solution: Solution, lang: str = "en") -> str:
    """Return why the problem was refused, in English or Hindi."""
    return SENTENCES[solution.refusal][lang]
