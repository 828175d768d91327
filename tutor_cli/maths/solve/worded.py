"""A problem in words, whichever reader understands it."""

from __future__ import annotations

from tutor_cli.maths.solve.asked.reader import asked_problem
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.reader import recipe_problem
from tutor_cli.maths.solve.recipes.requests import formula_problem
from tutor_cli.maths.solve.stories.reader import frame_problem
from tutor_cli.maths.solve.stories.relations.reader import relation_problem


def worded_problem(text: str) -> Problem | None:
    """Return the problem in words that a text poses, or None: those who account for most of the text come first."""
    readers = (asked_problem, frame_problem, relation_problem, recipe_problem, formula_problem)
    return next((problem for read in readers if (problem := read(text))), None)
