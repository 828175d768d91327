"""What cannot be done to an object is refused for what it is."""

from __future__ import annotations

import pytest

from tutor_cli.maths.solve import read_problem, solve


@pytest.mark.parametrize("problem", ["expand (a+b)^99", "expand (x+y+z)^30"])
def test_more_terms_than_a_lesson_writes_are_not_written_out(problem: str) -> None:
    """So many terms are neither worked out nor said."""
    assert solve(read_problem(problem)).refusal == "too_large"


@pytest.mark.parametrize(
    "problem",
    ["determinant of 2A", "inverse of f", "transpose of A", "determinant of [[1, 2, 3], [4, 5, 6]]", "factorise sin x"],
)
def test_an_operation_that_does_not_apply_is_refused_as_unknown(problem: str) -> None:
    """A matrix that is not given, or is of another shape, and no polynomial: none is called too large."""
    assert solve(read_problem(problem)).refusal == "unsupported"
