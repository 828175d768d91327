"""Pupils' requests as the solver reads them."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import solve_math
from tutor_cli.local_model.mind.utterance.requests import core, in_solvers_words


@pytest.mark.parametrize(
    ("request_", "answer"),
    [
        ("increase 450 by 10%", "495"),
        ("20% off 800", "640"),
        ("find the value of x^2 + 3x when x = 2", "10"),
        ("if f(x) = x^2 + 1 find f(3)", "10"),
        ("what is sin 60", r"\frac{\sqrt{3}}{2}"),
        ("solve sin x = 1/2 for 0 <= x <= 2 pi", r"x = \frac{\pi}{6} \text{ or } x = \frac{5\pi}{6}"),
        ("sin x ka derivative kya hoga", r"\cos x"),
        ("बारह और अठारह का लघुत्तम समापवर्त्य बताइए", "36"),
        ("दस में से चार घटाओ", "6"),
        ("तीन चौथाई में एक आधा जोड़ो", r"\frac{5}{4}"),
        ("2/3 divided by 4/5", r"\frac{5}{6}"),
        ("solve three x minus y equals four and x plus y equals eight", r"x = 3 \text{ and } y = 5"),
        ("find the slope of the line through the points two three and five nine", "m = 2"),
        ("convert zero point seven five to a fraction", r"\frac{3}{4}"),
        ("log base two of thirty two", "5"),
    ],
)
def test_a_request_is_put_so_that_the_solver_answers_it(request_: str, answer: str) -> None:
    """Numbers in words, percentages, values of functions, ranges and Hindi word order."""
    assert solve_math(in_solvers_words(request_) or request_)["answer"] == answer


@pytest.mark.parametrize(
    "text",
    [
        "what is the square root of one hundred and forty four",
        "x plus y equals ten",
        "expand x plus two times x minus three",
        "three fourths plus two fifths",
        "solve 2x + 3 = 11",
        "good morning",
        "add",
        "square",
        "x" * 500,
    ],
)
def test_what_the_solver_reads_itself_is_left_alone(text: str) -> None:
    """Nothing is reworded that could lose its meaning."""
    assert in_solvers_words(text) == ""


def test_it_stands_for_the_earlier_result() -> None:
    """Without an earlier result there is nothing to refer to."""
    assert in_solvers_words("add five to it", "36") == "(36) + 5"
    assert in_solvers_words("add five to it") == ""


@pytest.mark.parametrize(
    ("said", "quantities"),
    [("ab -2x + 1 > 9 karo", "-2x + 1 > 9"), ("(2x + 1)(x - 3) karo", "(2x + 1)(x - 3)"), ("please 3 + 4", "3 + 4")],
)
def test_signs_and_brackets_before_a_quantity_belong_to_it(said: str, quantities: str) -> None:
    """What is left of politeness is the whole formula, from its first sign on."""
    assert core(said).strip() == quantities
