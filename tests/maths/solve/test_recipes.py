"""School problems in words: which recipe a text asks for, and what comes out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tutor_cli.errors import MathsError
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve import Solution, read_problem, solve
from tutor_cli.maths.solve.recipes.reader import recipe_problem
from tutor_cli.maths.solve.recipes.table import recipes, sentences
from tutor_cli.maths.solve.recipes.units import factor
from tutor_cli.maths.solve.recipes.wording import told

# Our own problems, each answer worked out by hand.
PROBLEMS = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "data" / "word_problems.jsonl").read_text(encoding="utf-8").splitlines()
]


def solved(text: str) -> Solution:
    """Return the solution of a problem in words."""
    return solve(read_problem(text))


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: str(problem["text"]))
def test_a_word_problem_is_set_up_solved_and_checked(problem: dict[str, str]) -> None:
    """The answer is right, the steps hold, and there are steps."""
    solution = solved(problem["text"])
    assert (solution.text, solution.verified) == (problem["answer"], True)
    assert solution.steps


@pytest.mark.parametrize(
    "text",
    [
        "the mean of 5 numbers is 18 and 16 is one of them",
        "the area of a triangle is 40 and its base is 8",
        "in how many years will 5000 double at 8 percent compound interest",
        "a bag has 3 red and 5 blue balls, 2 balls are drawn without replacement. probability both are red",
        "find the 10th term of 3, 7, 12, ...",
        "a train 120 m long crosses another train",
    ],
)
def test_what_is_not_fully_understood_is_not_worked_out(text: str) -> None:
    """A number that has no place in the recipe, or a question it does not ask, is nobody's problem."""
    assert recipe_problem(text) is None


def test_a_story_without_a_sensible_solution_says_so() -> None:
    """Three even numbers never have an odd sum."""
    assert solved("the sum of three consecutive even numbers is 75. find them").text == "∅"


@pytest.mark.parametrize("language", ["en", "hi"])
def test_every_recipe_is_written_in_both_languages(language: str) -> None:
    """Each line has its sentence."""
    for name, recipe in recipes().items():
        assert [k for k in range(len(recipe.lines)) if f"recipe.{name}.{k}" not in sentences(language)] == [], name
        assert (f"recipe.{name}.opening" in sentences(language)) == recipe.opens, name


def test_every_formula_of_a_recipe_can_be_read() -> None:
    """Equations and lines are typed maths."""
    for recipe in recipes().values():
        for text in (*recipe.equations, *(line.typed for line in recipe.lines)):
            parse(text, "typed")


def test_numbers_are_told_alike() -> None:
    """Money, percentages, angles and ordinals have one form."""
    assert told("Rs 1,25,000 at eight per cent") == "125000 rupees at 8%"
    assert told("the fifth term, from a point 20 m away") == "the 5th term, from a place 20 m away"


def test_units_belong_together() -> None:
    """Lengths are no times."""
    assert (factor("km", "metres"), factor("km per hour", "m/s")) == ("1000", "5/18")
    with pytest.raises(ValueError, match="kinds"):
        factor("km", "hours")


def test_letters_stand_for_what_the_text_defines() -> None:
    """Matrices and sets with names are put into the question."""
    assert solved("A = [[1, 2], [3, 4]] and B = [[0, 1], [1, 0]], find AB").text == "(2, 1; 4, 3)"
    with pytest.raises(MathsError):
        read_problem("what is the colour of B")
