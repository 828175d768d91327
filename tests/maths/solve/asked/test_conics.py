"""Circles, ellipses, hyperbolas and parabolas: what a curve is, its parts, and points beside it."""

from __future__ import annotations

import pytest

from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.solve import read_problem, solve

ELLIPSE, HYPERBOLA = "x^2/25 + y^2/9 = 1", "x^2/16 - y^2/9 = 1"
UPRIGHT, SHIFTED = "9x^2 + 4y^2 = 36", "9x^2 + 4y^2 - 36x + 24y + 36 = 0"
CIRCLE, PARABOLA = "x^2 + y^2 - 6x + 4y - 12 = 0", "y^2 = 12x"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (ELLIPSE, r"\text{an ellipse}"),
        (HYPERBOLA, r"\text{a hyperbola}"),
        (CIRCLE, r"\text{a circle}"),
        (PARABOLA, r"\text{a parabola}"),
        ("y^2/9 - x^2/16 = 1", r"\text{a hyperbola}"),
        (f"foci of {ELLIPSE}", r"(-4, 0) \text{ and } (4, 0)"),
        (f"foci of {UPRIGHT}", r"(0, -\sqrt{5}) \text{ and } (0, \sqrt{5})"),
        (f"find the focus of the parabola {PARABOLA}", "(3, 0)"),
        (f"vertices of {SHIFTED}", r"(2, -6) \text{ and } (2, 0)"),
        ("vertex of the parabola (y - 2)^2 = 4(x + 1)", "(-1, 2)"),
        (f"eccentricity of {HYPERBOLA}", r"\frac{5}{4}"),
        (f"eccentricity of {CIRCLE}", "0"),
        (f"length of the latus rectum of {ELLIPSE}", r"\frac{18}{5}"),
        (f"directrix of {PARABOLA}", "x = -3"),
        ("directrix of x^2 = -8y", "y = 2"),
        (f"asymptotes of {HYPERBOLA}", r"y = \frac{3x}{4} \text{ and } y = -\frac{3x}{4}"),
        (f"length of the minor axis of {UPRIGHT}", "4"),
        (f"x intercepts of {ELLIPSE}", r"(-5, 0) \text{ and } (5, 0)"),
        (f"is (3, 2) inside {ELLIPSE}", r"\text{yes}"),
        (f"is (0, 0) inside {HYPERBOLA}", r"\text{no}"),
        (f"is (1, 1) inside {PARABOLA}", r"\text{yes}"),
        (f"position of (7, 1) with respect to {CIRCLE}", r"\text{on the curve}"),
        ("length of the tangent from (7, 1) to x^2 + y^2 = 25", "5"),
        (f"solve {PARABOLA} for x", r"x = \frac{y^2}{12}"),
    ],
)
def test_a_curve_is_told_and_its_parts_are_found(question: str, answer: str) -> None:
    """An equation of the second degree by itself asks what curve it is; its parts are asked for by their names."""
    solution = solve(read_problem(question))
    assert (to_latex(solution.answer), solution.verified) == (answer, True)


@pytest.mark.parametrize("question", ["foci of x^2 + y^2 + 4 = 0", f"asymptotes of {ELLIPSE}", "foci of x^2 + xy = 3"])
def test_what_a_curve_does_not_have_is_refused(question: str) -> None:
    """An equation of no points, a part that this curve has not and an equation with a product are not worked out."""
    assert solve(read_problem(question)).kind == "refused"
