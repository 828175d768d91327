"""Angles without a sign are degrees where they are large enough, and complementary ones are seen."""

from __future__ import annotations

import pytest

from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.solve import read_problem, solve
from tutor_cli.maths.solve.rows import from_row


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("tan^2 60 + 4 cos^2 45", "5"),
        ("what is cos(60)", "1/2"),
        ("find sin(45 + 30)", "(√2 + √6)/4"),
        ("cos(-60)", "1/2"),
        ("what is sin pi/6", "1/2"),
        ("cos 48 - sin 42", "0"),
        ("sin^2 25 + sin^2 65", "1"),
        ("tan 7 tan 23 tan 60 tan 67 tan 83", "√3"),
        ("sin 37", "sin 37°"),
        ("sin 2", "sin 2"),
    ],
)
def test_what_a_pupil_means(text: str, answer: str) -> None:
    """A number of ten or more that a ratio is taken of is in degrees, and so is what stands beside it."""
    solution = solve(read_problem(text))

    assert (solution.text, solution.verified) == (answer, True)


def test_a_sum_is_added_up_in_degrees() -> None:
    """No angle becomes radians on the way, and a complement is named."""
    added = solve(read_problem("sin(45° + 30°)")).all_steps()
    complement = next(iter(solve(read_problem("sin 18/cos 72")).all_steps()))

    assert not any("pi" in to_latex(step.after) for step in added)
    assert complement.id == "arithmetic.complement"


def test_request_rows_are_in_radians() -> None:
    """In typed request rows nothing is in degrees that does not say so."""
    assert solve(from_row({"op": "evaluate", "input": "sin(30)"})).text == "sin 30"
