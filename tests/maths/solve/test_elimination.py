"""Elimination: two linear equations added or subtracted, every step checked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.solve import read_problem, solve


@pytest.mark.parametrize(
    ("problem", "ids"),
    [
        ("x + y = 7 and x - y = 3", ["system.add_up", "system.express", "system.back_substitute"]),
        ("3x + 4y = 10 and 2x - 2y = 2", ["system.multiply", "system.add_up", "system.express"]),
        ("2x + y = 5 and 2x + 3y = 7", ["system.eliminate", "system.express", "system.back_substitute"]),
    ],
)
def test_one_unknown_is_made_to_go_away(problem: str, ids: list[str]) -> None:
    """Coefficients that differ are made alike; opposite ones are added, equal ones subtracted."""
    solution = solve(replace(read_problem(f"solve {problem}"), method="elimination"))
    assert solution.verified
    assert [step.id for step in solution.steps][: len(ids)] == ids


def test_equations_of_numbers_alone_are_no_system() -> None:
    """Where nothing is unknown there is nothing to solve for."""
    assert solve(read_problem("2 = 2 and 3 = 3")).refusal == "unsupported"


def test_a_root_below_is_cleared_by_its_conjugate() -> None:
    """The multiplication and what the denominator becomes are shown."""
    solution = solve(read_problem("rationalise 1/(sqrt 5 - sqrt 3)"))
    assert [step.id for step in solution.told_steps()] == ["surd.conjugate", "surd.squares"]
    assert to_latex(solution.told_steps()[1].params["squares"]) == r"(\sqrt{5})^2 - (\sqrt{3})^2"


def test_the_square_of_a_sum_is_opened_by_its_identity() -> None:
    """Twice the product of both terms is shown before it is worked out."""
    solution = solve(read_problem("expand (x + 2)^2"))
    assert [step.id for step in solution.steps] == ["algebra.square_of_sum", "algebra.square_worked_out"]
    assert to_latex(solution.steps[0].after) == r"x^2 + 2 \cdot x \cdot 2 + 2^2"
