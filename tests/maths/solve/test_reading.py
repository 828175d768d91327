"""Requests in English, Hindi and Hinglish, typed and spoken."""

from __future__ import annotations

import pytest

from tutor_cli.errors import MathsError
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.solve import read_problem, solve

REQUESTS = [
    ("solve x^2=4", "solve", ["x^2 = 4"]),
    ("Solve 2x + 3 = 11.", "solve", ["2x + 3 = 11"]),
    ("solve x squared minus 5 x plus 6 equals zero", "solve", ["x^2 - 5x + 6 = 0"]),
    ("find x if 3x - 7 = 11", "solve", ["3x - 7 = 11"]),
    ("solve 2x+3y=7 and x-y=1", "solve", ["2x + 3y = 7", "x - y = 1"]),
    ("x ka varg + 5x = 0 hal karo", "solve", ["x^2 + 5x = 0"]),
    ("2x + 5 = 11 ko hal karo", "solve", ["2x + 5 = 11"]),
    ("what is the derivative of sine x times e to the x", "differentiate", [r"\sin x \times e^x"]),
    ("x^2 का अवकलन निकालो", "differentiate", ["x^2"]),
    ("integrate x cubed from zero to two", "integrate", ["x^3"]),
    (r"\int_0^2 x^3 dx", "integrate", ["x^3"]),
    ("limit of sine x over x as x approaches zero", "limit", [r"\frac{\sin x}{x}"]),
    ("three fourths plus two fifths", "evaluate", [r"\frac{3}{4} + \frac{2}{5}"]),
    ("What is 12 times 15?", "evaluate", [r"12 \times 15"]),
    ("factor x^2-5x+6", "factor", ["x^2 - 5x + 6"]),
    ("x^2 - 9 ka gunankhand karo", "factor", ["x^2 - 9"]),
    ("expand (x+2)^3", "expand", ["(x + 2)^3"]),
    ("ok now differentiate x^2", "differentiate", ["x^2"]),
    ("simplify (x^2-4)/(x-2)", "simplify", [r"\frac{x^2 - 4}{x - 2}"]),
    ("find the nth term of 3, 7, 11, 15", "sequence", ["3, 7, 11, 15"]),
]

QUANTITIES = [
    ("LCM of 12 and 18", "lcm", "36"),
    ("12 और 18 का लघुत्तम समापवर्त्य", "lcm", "36"),
    ("HCF of 24, 36 and 60", "hcf", "12"),
    ("fifteen percent of 240", "", "36"),
    ("convert 0.75 to a fraction", "fraction", "3/4"),
    ("slope of the line through (2,3) and (5,9)", "slope_of", "m = 2"),
    ("equation of the line through (1,2) and (3,6)", "line through two points", "y = 2x"),
    ("distance between (1,2) and (4,6)", "distance_of", "D = 5"),
    ("find the area of a circle with radius 7", "story", "A = 49π"),
    ("volume of a cone of radius 3 cm and height 10 cm", "story", "V = 30π"),
    ("simple interest on 5000 at 8 percent for 3 years", "simple_interest_of", "I = 1200"),
    ("mean of 2, 4, 6, 8", "mean", "5"),
    ("median of 3, 1, 4, 1, 5", "median", "3"),
    ("standard deviation of 2, 4, 4, 4, 5, 5, 7, 9", "standard deviation", "2"),
]


@pytest.mark.parametrize(("text", "operation", "formulas"), REQUESTS)
def test_the_operation_and_its_maths_are_found(text: str, operation: str, formulas: list[str]) -> None:
    """What is asked and what it is asked of, whatever the words around it."""
    problem = read_problem(text)
    assert (problem.operation, [to_latex(tree) for tree in problem.expressions]) == (operation, formulas)


@pytest.mark.parametrize(("text", "quantity", "answer"), QUANTITIES)
def test_named_quantities_are_found_and_worked_out(text: str, quantity: str, answer: str) -> None:
    """Areas, interest, averages, points and lines are asked for by name."""
    problem = read_problem(text)
    solution = solve(problem)
    assert (problem.quantity, solution.text, solution.verified) == (quantity, answer, True)


def test_a_method_is_taken_from_the_words() -> None:
    """`by completing the square` chooses the way, and the way is gone."""
    problem = read_problem("solve x^2+6x+5=0 by completing the square")
    assert problem.method == "complete_square"
    assert "quadratic.write_square" in [step.id for step in solve(problem).steps]


def test_an_interval_and_an_order_are_taken_from_the_words() -> None:
    """Solutions in an interval, and a second derivative."""
    assert read_problem("solve sin x = 1/2 in [0, 2pi)").interval is not None
    assert read_problem("second derivative of x^4").order == 2


@pytest.mark.parametrize("text", ["hello how are you", "", "   ", "why?"])
def test_words_without_maths_are_refused(text: str) -> None:
    """Small talk is no problem to solve."""
    with pytest.raises(MathsError):
        read_problem(text)


@pytest.mark.parametrize("asked", ["total", "mean", "range"])
def test_a_list_that_goes_on_has_no_total(asked: str) -> None:
    """Only the terms of a progression are asked of it, never what all its numbers come to."""
    with pytest.raises(MathsError):
        read_problem(f"{asked} of 15, 17, 19, ...")
