"""Arrangements of letters, with and without a condition."""

from __future__ import annotations

import pytest

from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.solve import read_problem, solve
from tutor_cli.maths.solve.recipes.arranging import arrangement_problem

WAYS = "In how many ways can the letters of the word {} be arranged"


@pytest.mark.parametrize(
    ("word", "condition", "answer"),
    [
        ("MATHS", " if M comes first?", "24"),
        ("BANANA", " so that the two Ns are together?", "20"),
        ("DAUGHTER", " so that the vowels are never together?", "36000"),
        ("BANANA", " if it starts with B?", "10"),
    ],
)
def test_conditions_are_kept(word: str, condition: str, answer: str) -> None:
    """Letters in one place, side by side, or never so."""
    assert to_latex(solve(read_problem(WAYS.format(word) + condition)).answer) == f"N = {answer}"


@pytest.mark.parametrize("condition", [" if no two vowels meet and S is last", " in 3 rows", " without the vowels"])
def test_a_condition_that_is_not_read_is_not_passed_over(condition: str) -> None:
    """Neither are words of some of the letters."""
    assert arrangement_problem(WAYS.format("MATHS") + condition) is None
    assert arrangement_problem("How many 3 letter words can be made from the letters of the word MATHS") is None
