"""Properties of equations, curves, functions, lines, numbers, lists and matrices, asked in words."""

from __future__ import annotations

import pytest

from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.solve import read_problem, reason, solve
from tutor_cli.maths.solve.quantity import ON_TREES, PROPERTIES

ASKED = {
    r"between which two integers does \sqrt{50} lie": r"7 < \sqrt{50} < 8",
    r"is \sqrt{50} closer to 7 or 8": "7",
    "is 0.36 bar rational or irrational": r"\text{rational}",
    "is 0.1666 recurring rational": r"\text{yes}",
    "is 0.36 bar the same as 4/11": r"\text{yes}",
    "is 1/2 a prime number": r"\text{no}",
    "negative of 3/4": r"-\frac{3}{4}",
    "find k if k(x^2 - 2x) + 6 = 0 has equal roots": "k = 6",
    "sin inverse of 1 by 2 in degrees": r"30^\circ",
    "discriminant of 2x^2 - 4x = 5": "56",
    "nature of the roots of 2x^2 - 4x + 5 = 0": r"\text{no real roots}",
    "are the roots of x^2 - 4x + 4 = 0 equal": r"\text{yes}",
    "are the roots of x^2 + x + 1 = 0 not real": r"\text{yes}",
    "sum and product of zeros of x^2 - 6x + 8": r"S = 6 \text{ and } P = 8",
    "limit of (x^2 - 9)/(x - 3) as x approaches 3": "6",
    "next 2 terms of 5, 9, 13": "17, 21",
    r"number of solutions of \sin x = \frac{1}{2} between 0 and 360": "2",
    "difference of the roots of x^2 - 5x + 6 = 0": "1",
    "is 4 a root of x^2 - 5x + 6 = 0": r"\text{no}",
    "is 5 a solution of 2x - 3 < 7": r"\text{no}",
    "smallest whole number of 2x - 3 > 7": "6",
    "vertex of (x - 4)(x - 3)": r"(\frac{7}{2}, -\frac{1}{4})",
    "complete the square for 2x^2 + 8x + 1": "2(x + 2)^2 - 7",
    "x intercepts of x^2 - 5x + 6": r"(2, 0) \text{ and } (3, 0)",
    "turning points of x^3 - 3x": r"(-1, 2) \text{ and } (1, -2)",
    "equation of the tangent to y = x^3 - 3x at x = 2": "y = 9x - 16",
    "normal to x^2 at x = 0": "x = 0",
    "is x^3 - 3x increasing at x = 0": r"\text{no}",
    "area under x^2 - 1 from 0 to 2": "2",
    "domain of 1/(x-4)": r"x \ne 4",
    "domain of sqrt(9 - x^2)": r"x \in [-3, 3]",
    "range of 3 sin x + 1": r"y \in [-2, 4]",
    "is x^3 + x even or odd": r"\text{odd}",
    "inverse function of 2x + 3": r"f^{-1}(x) = \frac{x}{2} - \frac{3}{2}",
    "inverse function of x^2 + 1": r"\text{no inverse}",
    "is x^2 - 7x + 12 always positive": r"\text{no}",
    "period of sin 2x": r"\pi",
    "slope of 2x + 3y = 6": r"-\frac{2}{3}",
    "intercepts of 2x + 3y = 6": r"(3, 0) \text{ and } (0, 2)",
    "line perpendicular to y = 3x - 1 through (1, 2)": r"y = \frac{7}{3} - \frac{x}{3}",
    "does (8, 11) lie on y = x + 3": r"\text{yes}",
    "distance of (1,2) from 3x + 4y = 1": "2",
    "are 2x + 3y = 6 and 4x + 6y = 7 parallel": r"\text{yes}",
    "how many factors does 36 have": "9",
    "is 60 a perfect square": r"\text{no}",
    "is the square root of 49 a rational number": r"\text{yes}",
    "is sqrt(50) rational": r"\text{no}",
    "is pi irrational": r"\text{yes}",
    r"product of 1 - \sqrt{2}, 1 + \sqrt{2}": "-1",
    "positive difference of 20, 30": "10",
    "next term of 3, 7, 11": "15",
    r"value in degrees of \frac{\pi}{6}, \frac{5\pi}{6}": r"30^\circ, 150^\circ",
    "decimal value of 7/12": r"\frac{7}{12} \approx 0.5833",
    r"decimal value of \sqrt{3}": r"\sqrt{3} \approx 1.7321",
    "A = [[1,2],[2,4]], is A singular": r"\text{yes}",
    "order of [[1,2,3],[3,4,5]]": r"2 \times 3",
}


@pytest.mark.parametrize("text", ASKED)
def test_a_property_is_worked_out_and_checked(text: str) -> None:
    """The answer is right, every step holds, and each has its sentence in both languages."""
    solution = solve(read_problem(text))
    assert to_latex(solution.answer) == ASKED[text]
    assert solution.verified
    assert all(reason(step, "en") and reason(step, "hi") for top in solution.steps for step in top.walk())


@pytest.mark.parametrize("text", ["discriminant of x^3 - x", "slope of x^2", "is (1, 2, 3) on y = x"])
def test_what_has_no_such_property_is_refused(text: str) -> None:
    """Nothing is made up."""
    assert solve(read_problem(text)).kind in ("refused", "expression", "undefined") or not read_problem(text).quantity


def test_no_property_has_the_name_of_another_quantity() -> None:
    """A name that two topics use would be worked out by the last of them."""
    assert all(ON_TREES[name] is work_out for name, work_out in PROPERTIES.items())
