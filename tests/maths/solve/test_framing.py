"""What pupils say around a question is no part of it."""

from __future__ import annotations

import pytest

from tutor_cli.maths.solve.framing import unframed


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
