"""What pupils say around a question is no part of it."""

from __future__ import annotations

import pytest

from tutor_cli.maths.solve.framing import unframed, without_wishes


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("I don't get fractions, how do I add 2/3 and 1/4", "how do I add 2/3 and 1/4"),
        ("so basically i need to factorise x^2 + 9x", "factorise x^2 + 9x"),
        ("mujhe 84 ka prime factorisation nahi aata, samjha do", "84 ka prime factorisation batao"),
        ("मुझे 84 के गुणनखंड समझ नहीं आ रहे", "84 के गुणनखंड batao"),
        ("so differentiate x e^x please", "differentiate x e^x"),
        ("I have 5 pens, he has 3. How many are there", "I have 5 pens, he has 3. How many are there"),
        ("Now Ram is 10 years old", "Now Ram is 10 years old"),
    ],
)
def test_only_the_question_is_left(said: str, question: str) -> None:
    """Troubles, wishes and politeness go; a story keeps all its words."""
    assert unframed(said) == question


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("quiz me on this one: factorise x^2 - 7x + 10", "factorise x^2 - 7x + 10"),
        ("let me try to solve 4x = 12", "solve 4x = 12"),
        ("I want to differentiate x sin x by myself, no hints please", "differentiate x sin x"),
        (
            "A pole is 5 m high. How long is its shadow? Give me only hints.",
            "A pole is 5 m high. How long is its shadow?",
        ),
        ("2x - 1 = 0 practise karna hai, x 0 se 3 tak", "2x - 1 = 0, x 0 se 3 tak"),
        ("give me a hint for 3x = 12", "3x = 12"),
        ("3x = 12 खुद करना है, उत्तर मत बताना", "3x = 12"),
    ],
)
def test_who_wants_to_work_alone_is_told_from_his_problem(said: str, question: str) -> None:
    """Clauses and words that only say how he wants to work go, and are noticed."""
    assert without_wishes(said) == (question, True)


@pytest.mark.parametrize(
    "said", ["don't tell me the answer", "give me a hint", "x = 3, y = 4", "solve 3x = 9", "In a test Asha got 35."]
)
def test_without_a_problem_or_a_wish_nothing_goes(said: str) -> None:
    """A wish alone is no problem, and a problem alone no wish."""
    assert without_wishes(said) == (said, False)
