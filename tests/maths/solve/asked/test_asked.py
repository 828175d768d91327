"""Questions about formulas: what is asked of which curve, line, point, vector or set."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve import read_problem, solve
from tutor_cli.maths.solve.asked.kinds import kinds, sign
from tutor_cli.maths.solve.asked.quantities import ASKED
from tutor_cli.maths.solve.asked.reader import asked_problem
from tutor_cli.maths.solve.asked.sentence import take_apart

# Our own questions, each answer worked out by hand.
QUESTIONS = [
    json.loads(line)
    for line in (Path(__file__).parents[3] / "data" / "formula_questions.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: str(question["text"]))
def test_a_question_about_formulas_is_read_and_answered(question: dict[str, str]) -> None:
    """The answer is right and checked, and there are steps."""
    solution = solve(read_problem(question["text"]))
    assert (solution.text, solution.verified) == (question["answer"], True)
    assert solution.steps


@pytest.mark.parametrize(
    "text",
    [
        "find the length of the tangent to y = x^2 at x = 1",
        "find the maximum of x^3 - 3x on [0, 5] for even x",
        "if sin A = 3/5 and B is acute, find cos A in the old book",
        "find the HCF of 12 and 18 apples in 5 boxes",
        "the mean of 5 numbers is 12. If one number 8 is removed, find the new mean",
        "what is the area of a circle of radius 7",
    ],
)
def test_a_word_without_a_meaning_makes_it_nobodys_question(text: str) -> None:
    """What is not understood word by word is not worked out."""
    assert asked_problem(text) is None


@pytest.mark.parametrize(
    ("formula", "kind"),
    [
        ("y = x^2", "curve"), ("f(x) = 2x", "function"), ("x = 2", "value"), ("(2, -3)", "point"), ("A(2, 3)", "point"),
        ("2i + 3j - k", "vector"), ("3 + 4i", "complex"), ("sin A = 3/5", "given ratio"), ("0.333...", "repeating"),
        ("{1, 2}", "set"), ("f(g(x))", "composed"), ("P(B|A) = 0.4", "given"), ("2:3", "proportion"),
    ],
)  # fmt: skip
def test_what_a_formula_is(formula: str, kind: str) -> None:
    """The tables ask for formulas by their kind."""
    assert kind in kinds(parse(formula))


def test_typed_formulas_are_read_as_typed_among_words() -> None:
    """Brackets and commas keep their meaning; spoken formulas are read too."""
    sentence = take_apart("the distance from (3, -5) to x squared plus 1/(sqrt(5) - 2)")
    assert sentence is not None
    assert sentence.words.count("⟨") == 2
    assert sign("point") in sentence.words


def test_every_quantity_can_be_worked_out() -> None:
    """Every name of the tables has its function."""
    assert all(map(callable, ASKED.values()))


@pytest.mark.parametrize("text", ["find the mean of " + "1, " * 90 + "frequencies", "sin A = 3/5 and " * 18, "(" * 290])
def test_long_lists_are_read_in_one_way_only(text: str) -> None:
    """Whoever sends a hundred numbers and no question gets no problem, and gets it at once."""
    assert asked_problem(text[:299]) is None
