"""A problem in words, whichever reader understands it."""

from __future__ import annotations

from tutor_cli.maths.solve.asked.reader import asked_problem
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.reader import recipe_problem
from tutor_cli.maths.solve.recipes.requests import formula_problem
from tutor_cli.maths.solve.stories.chances.reader import chance_problem
from tutor_cli.maths.solve.stories.choosing import choosing_problem
from tutor_cli.maths.solve.stories.multiples import multiples_problem
from tutor_cli.maths.solve.stories.observations import observations_problem
from tutor_cli.maths.solve.stories.parts import parts_problem
from tutor_cli.maths.solve.stories.progressions.ranges import range_problem
from tutor_cli.maths.solve.stories.progressions.reader import progression_problem
from tutor_cli.maths.solve.stories.proportion import proportion_problem
from tutor_cli.maths.solve.stories.rates import rate_problem
from tutor_cli.maths.solve.stories.ratios import ratio_problem
from tutor_cli.maths.solve.stories.reader import frame_problem
from tutor_cli.maths.solve.stories.relations.reader import relation_problem
from tutor_cli.maths.solve.stories.shopping import shopping_problem
from tutor_cli.maths.solve.stories.sums import sum_problem


def worded_problem(text: str) -> Problem | None:
    """Return the problem in words that a text poses, or None: those who account for most of the text come first."""
    return next(filter(None, (reader(text) for reader in _READERS)), None)


_READERS = (
    *(asked_problem, progression_problem, range_problem, chance_problem, choosing_problem, observations_problem),
    *(rate_problem, frame_problem, relation_problem, recipe_problem, ratio_problem, shopping_problem),
    *(proportion_problem, parts_problem, multiples_problem, sum_problem, formula_problem),
)
