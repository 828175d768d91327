"""Identities of trigonometry."""

from __future__ import annotations

import pytest

from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.solve import read_problem, solve

SAME, OTHER = r"\text{an identity}", r"\text{not an identity}"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("prove that (1 - sin^2 A) sec^2 A = 1", SAME),
        ("prove (sin A + cos A)^2 = 1 + 2 sin A cos A", SAME),
        ("show that tan A + cot A = sec A cosec A", SAME),
        ("verify the identity sin 2x = 2 sin x cos x", SAME),
        ("is sin 2x = 2 sin x?", OTHER),
        ("prove that sin A + cos A = 1", OTHER),
        ("is 2 cos x = 1 true at 300", r"\text{yes}"),
        ("is (1 - sin^2 A) sec^2 A = 1 true at 90°", r"\text{no}"),
    ],
)
def test_both_sides_are_compared_for_every_angle_and_at_one(question: str, answer: str) -> None:
    """An identity is proved or an angle shown where it fails."""
    solution = solve(read_problem(question))
    assert (to_latex(solution.answer), solution.verified) == (answer, True)
