"""Progressions told by their terms, sums and steps; numbers of one kind in a range."""

# ruff: noqa: E501  # a problem reads best on one line

from __future__ import annotations

import pytest

from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.solve import read_problem, solve
from tutor_cli.maths.solve.answers import told
from tutor_cli.maths.solve.stories.progressions.facts import telling
from tutor_cli.maths.solve.stories.progressions.numbered import numbered_problem
from tutor_cli.maths.solve.stories.progressions.ranges import range_problem
from tutor_cli.maths.solve.stories.progressions.reader import progression_problem


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The 4th term of an AP is 11 and the ninth is 26. Find the AP.", "The first term is $2$, the 2nd term is $5$"),
        ("The 5th and 9th terms of an AP are 12 and 20. What is the 20th term?", "The 20th term is $42$."),
        ("In a GP the 2nd term is 6 and the 5th term is 48. Find the 8th term.", "The 8th term is $384$."),
        ("The first term of an AP is 5, the last term is 45 and the sum is 400. Find the number of terms.", "The number of terms is $16$."),
        ("An AP has 12 terms of which the 3rd term is 7 and the last term is 34. Find the 5th term.", "The 5th term is $13$."),
        ("Insert two numbers between 3 and 81 so that the resulting sequence is a GP.", "The 2nd term is $9$ and the 3rd term is $27$."),
        ("How many terms of 7, 11, 15 add up to 250?", "The number of terms is $10$."),
        ("Find the sum of 7 + 10 + 13 + ... + 40.", "The sum is $282$."),
    ],
)  # fmt: skip
def test_a_progression_is_found_from_what_is_told_of_it(text: str, answer: str) -> None:
    """Terms, sums and ends lead to what is asked, whatever their order."""
    problem = progression_problem(text)
    assert problem is not None
    solution = solve(problem)
    assert solution.verified
    assert told(solution, "en").startswith(answer)


@pytest.mark.parametrize(
    "text",
    [
        "The 3rd term of an AP is 7. Find the AP.",
        "In a GP the 2nd term is 6 and the 4th term is 54. Find the 8th term.",
        "The 3rd term of an AP is 7 and the 7th is 15 apples. Find the AP.",
        "Find the 4th term in the expansion of (x + 2)^7.",
    ],
)
def test_what_does_not_settle_a_progression_is_left_alone(text: str) -> None:
    """Too few facts, two possible ratios, and words without a meaning make no problem."""
    assert progression_problem(text) is None


def test_listed_terms_show_the_kind_of_progression() -> None:
    """Equal steps make an AP, equal ratios a GP."""
    arithmetic, geometric = telling("10th term of 2, 5, 8"), telling("10th term of 2, 6, 18")
    assert arithmetic is not None
    assert geometric is not None
    assert (arithmetic.geometric, geometric.geometric) == (False, True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Find the sum of all odd numbers between 0 and 50.", "625"),
        ("How many two-digit numbers are divisible by 3?", "30"),
        ("Find the sum of all multiples of 7 lying between 500 and 900", "39900"),
    ],
)
def test_numbers_in_a_range_are_a_progression(text: str, value: str) -> None:
    """They are counted and added by their first, last and step."""
    assert value in solve(read_problem(text)).text


def test_it_has_to_be_said_which_numbers() -> None:
    """Neither a range without an end nor two steps make a progression."""
    assert range_problem("Find the sum of all odd numbers.") is None
    assert range_problem("Find the sum of odd multiples of 7 between 1 and 50") is None


@pytest.mark.parametrize(
    ("story", "recipe", "given"),
    [
        ("has 12 chairs in the first row and each row has 3 more than the one before. How many are in 10 rows?", "ap_sum", "12 3 10"),
        ("has 20 rows. The first row has 15 seats and every row has 2 more than the row before it. How many in all?", "ap_sum", "15 2 20"),
        ("saves 50 rupees in the first month and 20 less each month. How much in the fourth month?", "ap_term", "50 -20 4"),
        ("puts 2 grains on the first day and twice as many each next day. How many on the 7th day?", "gp_term", "2 2 7"),
        ("plants 3 trees on the first day and 4 more every day. On which day does he plant 39?", "ap_which_term", "3 4 39"),
    ],
)  # fmt: skip
def test_a_story_that_numbers_its_terms_is_a_progression(story: str, recipe: str, given: str) -> None:
    """Rows, months and days are terms where each has so much more than the one before."""
    problem = numbered_problem(f"Somebody {story}")
    assert problem is not None
    assert (problem.quantity, " ".join(map(to_latex, problem.expressions))) == (recipe, given)


def test_a_number_that_is_left_over_is_no_progression() -> None:
    """What is not accounted for would be a wrong answer."""
    text = "A row costs 5 rupees. The first row has 12 chairs, each row 3 more than the last. How many are in 10 rows?"
    assert numbered_problem(text) is None
