"""Misheard words of maths are put right between the words that tell them, and left alone elsewhere."""

from __future__ import annotations

import pytest

from tutor_cli.local_model.hearing.mishearings import put_right


@pytest.mark.parametrize(
    ("heard", "said"),
    [
        ("Y.", "Why?"),
        ("45 45", "45"),
        ("What is the square root of 400 and 41?", "What is the square root of 441?"),
        ("30% of 200 and 60.", "30% of 260."),
        ("x equals 100 and 8 over 2", "x equals 108 over 2"),
        ("30 for over 50 to.", "34 over 52."),
        ("Expand to y minus 3.", "Expand 2y minus 3."),
        ("Solve for x squared equals 9.", "Solve 4x squared equals 9."),
        ("What is sign of 60 degrees?", "What is sine of 60 degrees?"),
        ("Integrate time x.", "Integrate tan x."),
        ("What is two seven plus one third?", "What is two sevenths plus one third?"),
        ("7, 9 minus 1 half", "7 ninths minus 1 half"),
        ("Divide one half by 5 nights.", "Divide one half by 5 ninths."),
        ("Multiply 2 7s by 14 9s.", "Multiply 2 sevenths by 14 ninths."),
        ("The answer is five sixth.", "The answer is five sixths."),
        ("Differentiate cod x.", "Differentiate cot x."),
        ("Solve due to the x equals 16.", "Solve 2 to the x equals 16."),
        ("Solve 3x squared minus 12 e equals 0.", "Solve 3x squared minus 12 equals 0."),
        ("What is 6 factor over 4, factor?", "What is 6 factorial over 4 factorial?"),
        ("Differentiate each of the 4 x.", "Differentiate e to the 4 x."),
        ("Integrate i to the x.", "Integrate e to the x."),
        ("A minus b all squared.", "a minus b all squared."),
    ],
)
def test_misheard(heard: str, said: str) -> None:
    """What cannot stand in a formula is what it sounds like."""
    assert put_right(heard) == said


@pytest.mark.parametrize(
    "text",
    [
        "y equals 3",
        "Solve for x.",
        "Solve for x if 2x equals 8.",
        "3 3",
        "Find the HCF of 200 and 25.",
        "the sum of 300 and 50",
        "Integrate from 20 to 30.",
        "What is 5 plus 8?",
        "The points 2 3 and 5 9.",
        "A hotel for 3 nights costs 90.",
        "Find a factor of 12.",
        "Simplify i to the 7.",
        "Find the value of each of the angles.",
        "A plus sign.",
        "One sixth.",
        "Explain the two third steps.",
        "A pair of 3s.",
        "It is due to the x in it.",
        "",
    ],
)
def test_left_alone(text: str) -> None:
    """What makes sense as it is stays as it is."""
    assert put_right(text) == text
