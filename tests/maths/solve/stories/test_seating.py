"""People in a row or round a table, together or apart."""

from __future__ import annotations

import pytest

from tutor_cli.maths.solve import solve
from tutor_cli.maths.solve.answers import told
from tutor_cli.maths.solve.stories.seating import seating_problem


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("How many ways can 6 friends sit in a row if 2 of them always sit together?", 240),
        ("In how many ways can 6 friends sit in a row if two of them must not sit together?", 480),
        ("How many ways can 6 people sit round a circular table if 2 of them never sit together?", 72),
        ("In how many ways can 5 boys and 3 girls sit in a row?", 40320),
        ("In how many ways can 5 boys and 3 girls sit in a row if all the girls sit together?", 4320),
        ("In how many ways can 5 boys and 3 girls sit in a row if no two girls sit together?", 14400),
    ],
)
def test_seats_are_counted(text: str, ways: int) -> None:
    """Those together count as one; those never together are the others, or stand in the gaps."""
    problem = seating_problem(text)
    assert problem is not None
    assert told(solve(problem), "en") == f"The number of ways is ${ways}$."


@pytest.mark.parametrize(
    "text",
    [
        "In how many ways can 5 boys and 3 girls sit in a row if they alternate?",
        "In how many ways can 6 friends sit in a row if Ram is at one end?",
        "In how many ways can 3 boys and 5 girls sit in a row if no two girls sit together?",
    ],
)
def test_other_conditions_are_not_passed_over(text: str) -> None:
    """What has no meaning here is no problem of seats."""
    assert seating_problem(text) is None
