"""Linear programming, points and planes in space, data told in a sentence of their own."""

from __future__ import annotations

import pytest

from tutor_cli.maths.solve import read_problem, solve
from tutor_cli.maths.solve.asked.programming import programming_problem
from tutor_cli.maths.solve.stories.observations import observations_problem


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Maximise Z = 3x + 2y subject to x + 2y <= 10, 3x + y <= 15, x, y >= 0", "maximum 18 at (4, 3)"),
        ("Minimise 200x + 500y subject to x + 2y >= 10, 3x + 4y <= 24, x >= 0, y >= 0", "minimum 2300 at (4, 3)"),
        ("What is the maximum of 3x + 4y if x + y is at most 4 and x and y are not negative?", "maximum 16 at (0, 4)"),
        ("Find the distance of the point (2, 5, -3) from the plane 6x - 3y + 2z = 4", "13/7"),
        ("Find the area of the parallelogram with sides i + j and i - j", "2"),
        ("Are the points (1, 1), (2, 3) and (4, 7) collinear?", "yes"),
        ("A line has x-intercept 3 and y-intercept 4. Find its equation.", "4x + 3y = 12"),
        ("The runs in six innings are 36, 35, 50, 46, 60 and 55. Find the average.", "47"),
    ],
)
def test_a_question_is_answered_from_all_its_formulas(text: str, answer: str) -> None:
    """Every limit, point and number has its part in the answer."""
    solution = solve(read_problem(text))
    assert (solution.text, solution.verified) == (answer, True)


def test_a_region_without_end_has_no_greatest_value() -> None:
    """The corner points alone do not tell."""
    assert solve(read_problem("Maximise x + y subject to x + y >= 2, x >= 0, y >= 0")).kind == "refused"


def test_words_and_numbers_without_a_place_are_not_passed_over() -> None:
    """More than limits and an aim, or than data and a question, is another problem."""
    assert programming_problem("Maximise x + y subject to x + y <= 4, x >= 0, y >= 0 over three days") is None
    assert observations_problem("The marks of 6 students are 12, 15, 11, 20, 15. Find the mean.") is None
    assert observations_problem("The marks are 12, 15, 11, 20. If 4 is added to each, find the mean.") is None
