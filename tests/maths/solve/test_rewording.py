"""Questions said in words of their own, values under conditions, and choices from two kinds or from a word."""

from __future__ import annotations

import pytest

from tutor_cli.maths.solve import read_problem, solve
from tutor_cli.maths.solve.asked.conditions import condition_problem
from tutor_cli.maths.solve.recipes.reader import recipe_problem
from tutor_cli.maths.solve.rewording import reworded
from tutor_cli.maths.solve.stories.choosing import choosing_problem
from tutor_cli.maths.solve.stories.sums import sum_problem


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("What happens to (3x + 1)/(x - 2) as x goes to infinity?", "3"),
        ("What should be added to x^2 + xy to obtain 2x^2 + 3xy?", "x² + 2xy"),
        ("If x + 1/x = 5, find the value of x^2 + 1/x^2", "23"),
        ("If a + b = 7 and ab = 12, find a^2 + b^2", "25"),
        ("If x = 3, find the value of x^2 + 2", "11"),
        ("For what k is the matrix [[k, 2], [3, 6]] singular?", "k = 1"),
        ("Find x if the determinant of [[2, x], [3, 6]] is zero", "x = 4"),
        ("Let A be the matrix [[2, 1], [5, 3]]. Find the determinant of A.", "1"),
        (
            "In triangle ABC the angles A, B and C are in the ratio 2 : 3 : 4. Find the angles.",
            "p = 40 and q = 60 and r = 80",
        ),
        ("How many terms of the GP 3, 6, 12, ... give the sum 381?", "x = 7"),
        ("The vertices of a triangle are A(0, 0), B(4, 0) and C(0, 6). What is its area?", "A = 12"),
        ("Find the smallest number which when divided by 12, 16 and 24 leaves no remainder.", "48"),
        ("Find the product of -12, -5 and -2", "−120"),
        ("How many ways to choose 3 letters from MATHS?", "N = 10"),
        ("In how many ways can 3 boys and 2 girls be selected from 5 boys and 4 girls?", "N = 60"),
    ],
)
def test_a_question_is_answered_however_it_is_said(text: str, answer: str) -> None:
    """The words of the table mean what the readers know."""
    solution = solve(read_problem(text))
    assert (solution.text, solution.verified) == (answer, True)


def test_what_is_not_in_the_table_stays_as_it_is() -> None:
    """A letter that does not stand in the expression gives it no value."""
    assert reworded("If a = 2, find the value of b^2 + 3") == ""
    assert reworded("solve x + 2 = 5") == ""


def test_more_is_not_passed_over() -> None:
    """A second letter, a letter that occurs twice and shares of another amount are other problems."""
    assert condition_problem("If x + 1/x = 5, find x^2 + y^2") is None
    assert choosing_problem("How many ways to choose 3 letters from LETTER?") is None
    assert sum_problem("Ram has 5 apples. Sita has 3 times as many. How many do they have in all?") is None
    assert recipe_problem("What is the ratio of 40 cm to 1.5 m?") is None
    assert sum_problem("A farmer has 24 cows and 18 of them are black. How many cows are there in all?") is None
