"""How a student's answer is judged, and what is said about it."""

from __future__ import annotations

import pytest

from tutor_cli.maths.solve import check, read_problem

ANSWERS = [
    ("solve x^2-5x+6=0", "2, 3", "right"),
    ("solve x^2-5x+6=0", "x = 2 or x = 3", "right"),
    ("solve x^2-5x+6=0", "x=2", "incomplete"),
    ("solve x^2-5x+6=0", "-2, -3", "sign"),
    ("solve x^2-5x+6=0", "2, 3, 4", "extra"),
    ("solve x^2-5x+6=0", "6/3, 3", "right_not_simplified"),
    ("solve x^2-5x+6=0", "1, 7", "wrong"),
    ("solve x^2=49", "±7", "right"),
    ("solve x^2=-1", "no solution", "right"),
    ("solve x^2=-1", "x = 1", "extra"),
    ("solve 3(x+2)=3x+6", "all real numbers", "right"),
    ("solve 2x+3=11", "x equals four", "right"),
    ("solve 2x+3=11", "blah blah", "not_understood"),
    ("solve log(x)+log(x-3)=log(10)", "5, -2", "extra"),
    ("solve -2x+1<5", "x > -2", "right"),
    ("solve -2x+1<5", "(-2, oo)", "right"),
    ("solve -2x+1<5", "x < -2", "sign"),
    ("solve -2x+1<5", "x >= -2", "extra"),
    ("solve x^2>4", "x > 2", "incomplete"),
    ("3/4+5/6", "19/12", "right"),
    ("3/4+5/6", "38/24", "right_not_simplified"),
    ("3/4+5/6", "-19/12", "sign"),
    ("factor x^2-5x+6", "(x-2)(x-3)", "right"),
    ("factor 2x^2-8", "2(x^2-4)", "right_not_simplified"),
    ("expand (x-1)^2", "x^2+2x+1", "sign"),
    ("simplify sqrt(50)+sqrt(8)", "5sqrt(2)+2sqrt(2)", "right_not_simplified"),
    ("differentiate x^3", "3x^2", "right"),
    ("integrate x^2", "x^3/3 + C", "right"),
    ("integrate x^2", "x^3/3", "incomplete"),
    ("integrate 1/x", "ln x + C", "incomplete"),
    ("integrate sin x", "cos x + C", "sign"),
    ("solve 2x+3y=7 and x-y=1", "(2,1)", "right"),
    ("solve 2x+3y=7 and x-y=1", "(1,2)", "wrong"),
    ("solve sin x = 1/2", "x = pi/6 + 2n pi or x = 5pi/6 + 2n pi", "right"),
    ("solve sin x = 1/2", "x = pi/6 + 2nπ", "incomplete"),
    ("inverse of [[1,2],[3,4]]", "[[-2,1],[3/2,-1/2]]", "right"),
    ("limit of 1/x as x tends to 0", "does not exist", "right"),
    ("5/0", "undefined", "right"),
    ("area of a circle of radius 7", "49 pi", "right"),
]


@pytest.mark.parametrize(("problem", "answer", "verdict"), ANSWERS)
def test_verdicts(problem: str, answer: str, verdict: str) -> None:
    """Right, not simplified, a root missing or too many, a sign slip, wrong, or not understood."""
    assert check(read_problem(problem), answer).verdict == verdict


def test_a_line_is_no_part_of_a_point() -> None:
    """Whether a point lies on a line is another question than which point it is."""
    assert check(read_problem("Find the midpoint of (1, 2) and (4, 6)."), "3x + 4y = 12").verdict == "not_understood"


def test_the_difference_is_named() -> None:
    """The note says which root is missing, in either language."""
    from tutor_cli.maths.solve.verdict import check as compare

    problem = read_problem("solve x^2-5x+6=0")
    assert compare(problem, "x=2").note == "$3$ is missing."
    assert compare(problem, "x=2", lang="hi").note == "$3$ छूट गया है।"


@pytest.mark.parametrize("answer", ["__import__('os')", "9**9**9**9", "(" * 500, "x" * 3000, "\\frac{1}{", ""])
def test_hostile_answers_are_not_understood(answer: str) -> None:
    """Nothing a student types is evaluated."""
    assert check(read_problem("solve x^2=4"), answer).verdict == "not_understood"


@pytest.mark.parametrize(
    ("answer", "verdict"), [("4", "incomplete"), ("5", "wrong"), ("6", "wrong"), ("x < 2", "incomplete")]
)
def test_a_number_beside_an_inequality_is_part_of_its_solutions_or_not(answer: str, verdict: str) -> None:
    """A single number is no part of the line, yet it is inside or outside."""
    assert check(read_problem("2x - 3 < 7"), answer).verdict == verdict
