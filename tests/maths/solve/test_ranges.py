"""The range of an equation with angles, in words and in signs."""

from __future__ import annotations

import pytest

from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.solve import read_problem, solve
from tutor_cli.maths.solve.ranges import with_range


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("solving 2 cos x = 1 between 0 and 360 degrees", "solve 2 cos x = 1 in [0°, 360°]"),
        ("2 sin x - 1 = 0, x 0 se 360 degree ke beech", "solve 2 sin x - 1 = 0 in [0°, 360°]"),
        ("tan x = 1 for 0 <= x < 2pi", "solve tan x = 1 in [0, 2pi)"),
        ("sin x = 1/2, 0 ≤ x ≤ 180", "solve sin x = 1/2 in [0°, 180°]"),
    ],
)
def test_a_range_is_read_however_it_is_said(said: str, read: str) -> None:
    """Numbers that can only be degrees are those."""
    assert with_range(said) == read


@pytest.mark.parametrize("said", ["number of solutions of sin x = 1/2 between 0 and 360", "x + y = 3 from 1 to 2"])
def test_another_question_keeps_its_words(said: str) -> None:
    """Only an equation with angles has such a range."""
    assert with_range(said) == said


def test_angles_are_told_in_degrees_where_the_range_is() -> None:
    """And in radians where that is."""
    degrees, radians = (solve(read_problem(f"2 sin x = 1 for x from {ends}")) for ends in ("0 to 360°", "0 to 2pi"))
    assert to_latex(degrees.answer) == r"x = 30^\circ \text{ or } x = 150^\circ"
    assert r"\frac{\pi}{6}" in to_latex(radians.answer)


def test_a_long_text_is_left_alone() -> None:
    """Whoever repeats himself endlessly is not waited for."""
    endless = "sin x = 1 in " * 200

    assert with_range(endless) == endless
