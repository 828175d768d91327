"""A question that is whole by itself is answered the same, whatever was talked about before."""

from __future__ import annotations

from functools import cache

import pytest

from tests.local_model.mind.lessons import Lesson
from tests.local_model.mind.solver_tools import lesson

BEFORE = (
    "Solve 2x + y = 7 and x - y = 2",
    "If sin A = 3/5, find cos A and tan A",
    "Find the mean of 4, 8, 6, 5, 3",
    "A shopkeeper buys a watch for 800 rupees and sells it for 920 rupees. Find his profit percent.",
    "Find the determinant of [[2, 3], [1, 4]]",
)
QUESTIONS = (
    "what is the value of cos 60?",
    "What is the limit of sine x over x as x approaches 0?",
    "what is 5 squared plus 12 squared",
    "find the median of 3, 9, 4, 1",
    "find the 10th term of the AP 2, 5, 8",
    "find the distance between (1, 2) and (4, 6)",
    "how many factors does 36 have",
    "find the compound interest on 1000 rupees at 10 percent for 2 years",
    "maximum value of 4x - x^2",
    "25% of 80",
    "square root of 2",
    "I got 5 for 2x = 10, is that right?",
)


@pytest.mark.parametrize("before", BEFORE)
def test_a_whole_question_stands_alone(before: str) -> None:
    """What the solver is given does not change with what is in hand."""
    assert [_posed(question, before) for question in QUESTIONS] == [_posed(question) for question in QUESTIONS]


@cache
def _posed(question: str, *before: str) -> object:
    conversation: Lesson = lesson()
    for earlier in before:
        conversation.reply(earlier)
    conversation.called.clear()
    conversation.reply(question)
    return next(call.arguments["problem"] for call in conversation.called if call.name == "solve_math")
