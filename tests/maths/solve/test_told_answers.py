"""Answers in a sentence that says what they are."""

from __future__ import annotations

import pytest

from tutor_cli.maths.solve import read_problem, solve
from tutor_cli.maths.solve.answers import told


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("find the 22nd term of the AP 3, 7, 11", "The 22nd term is $87$."),
        ("Find the HCF and LCM of 12 and 18", "The HCF is $6$ and the LCM is $36$."),
        ("find the distance between A(2, 3) and B(4, 1)", r"The distance is $2\sqrt{2}$, about $2.83$."),
        ("what is the mean of 3, 4, 4, 7", "The mean is $4.5$."),
        ("equation of the tangent to y = x^2 at x = 1", "The tangent is $y = 2x - 1$."),
        ("A cuboid has length 5 cm, breadth 4 cm and height 3 cm. Find its volume.", "The volume is $60$ cubic cm."),
        ("A chair is bought for 700 and sold for 630. What is the loss in percent?", r"The loss percent is $10\%$."),
        ("To what amount do 6000 rupees grow in 2 years at 10% compound interest?", "The amount is $7260$ rupees."),
        (
            "The sum of the ages of a father and his son is 45. 5 years ago their product was 124. Find the ages.",
            "The father's age is $36$ years and the son's age is $9$ years.",
        ),
        ("solve 2x = 6", ""),
    ],
)
def test_an_answer_is_named(text: str, sentence: str) -> None:
    """A value has the name of what was asked, roots a decimal beside them; equations speak for themselves."""
    assert told(solve(read_problem(text)), "en") == sentence


def test_answers_are_named_in_hindi_too() -> None:
    """The same in Hindi."""
    assert told(solve(read_problem("find the 22nd term of the AP 3, 7, 11")), "hi") == "22वाँ पद $87$ है।"
