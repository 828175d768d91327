"""Identities are proved line by line from either side."""

from __future__ import annotations

import pytest

from tutor_cli.maths.solve import read_problem, solve


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("show that (sin A + cos A)^2 = 1 + 2 sin A cos A", "one_fraction pythagoras"),
        ("prove that tan A + cot A = sec A cosec A", "sin_cos one_fraction pythagoras other_side sin_cos"),
        ("prove (1 - sin A)/(1 + sin A) = ((1 - sin A)/cos A)^2", "conjugate other_side one_fraction pythagoras"),
        ("verify that cos 2A = 1 - 2 sin^2 A", "angles other_side pythagoras"),
        ("prove that sin(A+B) sin(A-B) = sin^2 A - sin^2 B", "angles one_fraction pythagoras other_side pythagoras"),
        ("prove that (1 + cot A - cosec A)(1 + tan A + sec A) = 2", "sin_cos one_fraction pythagoras"),
    ],
)
def test_each_side_is_rewritten_until_the_two_meet(text: str, ids: str) -> None:
    """The shortest way is taken, and every line keeps its value."""
    solution = solve(read_problem(text))

    assert [step.id.removeprefix("identity.") for step in solution.steps] == [*ids.split(), "same"]
    assert solution.verified
