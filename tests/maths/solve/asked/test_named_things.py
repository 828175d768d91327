"""Points and vectors given by name: what is asked of them, of which of them, and in which words."""

from __future__ import annotations

import pytest

from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.solve import answers, read_problem, solve
from tutor_cli.maths.solve.asked.named_things import named_question
from tutor_cli.maths.solve.asked.shapes import SHAPES
from tutor_cli.maths.solve.lexicon import lexicon

TRIANGLE = "The vertices of a triangle are A(1, 2), B(4, 6) and C(7, 2). Find the length of AB."
VECTORS = "Given vectors a = 2i + 3j - k and b = i - j + 2k, find a dot b."


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (TRIANGLE, "distance between (1, 2) and (4, 6)"),
        (f"{TRIANGLE} Now what is the mid point of BC?", "midpoint of (4, 6) and (7, 2)"),
        (f"{TRIANGLE} Now AC ki dhal kitni hai", "slope of the line through (1, 2) and (7, 2)"),
        (f"{TRIANGLE} Now क्षेत्रफल ज्ञात करो", "area of the triangle with vertices (1, 2), (4, 6), (7, 2)"),
        (f"{TRIANGLE} Now what type of triangle is it?", "kind of figure (1, 2), (4, 6), (7, 2)"),
        (f"{TRIANGLE} Now what is the incentre?", ""),
        (VECTORS, "dot product of 2i + 3j - k and i - j + 2k"),
        (f"{VECTORS} Now what is the angle between them?", "angle between the vectors 2i + 3j - k and i - j + 2k"),
        (f"{VECTORS} Now projection of b on a", "projection of i - j + 2k on 2i + 3j - k"),
        (f"{VECTORS} Now 2a - b", "2(2i + 3j - k) - (i - j + 2k)"),
    ],
)
def test_names_are_put_into_the_question(text: str, question: str) -> None:
    """The last question is asked of what it names, of all where it names nothing; an unknown word asks nothing."""
    assert named_question(text) == question


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("kind of figure (1, 2), (4, 6), (7, 2)", "It is an isosceles triangle."),
        ("kind of figure (0, 0), (4, 0), (0, 3)", "It is a right-angled triangle."),
        ("kind of figure (0, 0), (4, 0), (4, 3), (0, 3)", "It is a rectangle."),
        ("kind of figure (0, 0), (2, 1), (3, 3), (1, 2)", "It is a rhombus."),
        ("is figure square (0, 0), (4, 0), (4, 3), (0, 3)", r"\text{no}"),
        ("perimeter of figure (1, 2), (4, 6), (7, 2)", "The perimeter is $16$."),
    ],
)
def test_corners_tell_the_kind_of_a_figure(question: str, answer: str) -> None:
    """Sides and diagonals from the corners decide."""
    solution = solve(read_problem(question))
    assert (answers.told(solution, "en") or to_latex(solution.answer)) == answer


def test_composed_functions_go_by_their_names() -> None:
    """Which of the functions is told first does not matter."""
    solution = solve(read_problem("g(x) = x^2 and f(x) = 2x + 3. find gof(x)"))
    assert to_latex(solution.answer) == "4x^2 + 12x + 9"


def test_what_is_posed_can_be_asked() -> None:
    """The tables of points and vectors pose only what has words."""
    table = lexicon("tutor_cli.maths.solve.asked", "named").table
    assert {*table["points"], *table["vectors"]} == table["asks"].keys()
    assert "kind of figure" in SHAPES
