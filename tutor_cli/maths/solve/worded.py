"""A problem in words, whichever reader understands it."""

from __future__ import annotations

from collections.abc import Callable

from tutor_cli.maths.solve.asked.ratios import said_ratios
from tutor_cli.maths.solve.asked.reader import asked_problem
from tutor_cli.maths.solve.figures.reader import figure_problem
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.arranging import arrangement_problem
from tutor_cli.maths.solve.recipes.reader import recipe_problem
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.solve.stories.asked import asks_for_something_else
from tutor_cli.maths.solve.stories.chances.reader import chance_problem
from tutor_cli.maths.solve.stories.choosing import choosing_problem
from tutor_cli.maths.solve.stories.multiples import multiples_problem
from tutor_cli.maths.solve.stories.observations import observations_problem
from tutor_cli.maths.solve.stories.parts import parts_problem
from tutor_cli.maths.solve.stories.progressions.numbered import numbered_problem
from tutor_cli.maths.solve.stories.progressions.ranges import range_problem
from tutor_cli.maths.solve.stories.progressions.reader import progression_problem
from tutor_cli.maths.solve.stories.proportion import proportion_problem
from tutor_cli.maths.solve.stories.rates import rate_problem
from tutor_cli.maths.solve.stories.ratios import ratio_problem
from tutor_cli.maths.solve.stories.reader import frame_problem
from tutor_cli.maths.solve.stories.relations.reader import relation_problem
from tutor_cli.maths.solve.stories.seating import seating_problem
from tutor_cli.maths.solve.stories.shopping import shopping_problem
from tutor_cli.maths.solve.stories.sums import sum_problem
from tutor_cli.maths.solve.stories.two_sets import sets_problem


def worded_problem(text: str) -> Problem | None:
    """Return the problem in words that a text poses, or None: those who account for most of the text come first."""
    return next(filter(None, (_read(reader, text) for reader in _READERS)), None)


def _read(reader: Reader, text: str) -> Problem | None:
    problem = reader(text)
    if problem is None or reader not in _OF_ANY_QUESTION:
        return problem
    names = problem.story.asked_names if problem.story else problem.quantity
    return None if asks_for_something_else(told(text), names) else problem


Reader = Callable[[str], Problem | None]
_READERS: tuple[Reader, ...] = (
    *(
        asked_problem,
        said_ratios,
        arrangement_problem,
        progression_problem,
        range_problem,
        numbered_problem,
        chance_problem,
        choosing_problem,
        seating_problem,
        observations_problem,
        sets_problem,
    ),
    *(rate_problem, figure_problem, frame_problem, relation_problem, recipe_problem, ratio_problem, shopping_problem),
    *(proportion_problem, parts_problem, multiples_problem, sum_problem),
)
# These look at what is told, and hardly at what is asked.
_OF_ANY_QUESTION: tuple[Reader, ...] = (
    *(rate_problem, frame_problem, relation_problem, recipe_problem, ratio_problem, shopping_problem),
    proportion_problem,
)
