"""What works out each quantity that a question about formulas asks for, by its name."""

from __future__ import annotations

from collections.abc import Callable

from tutor_cli.maths.solve.asked.areas import AREAS
from tutor_cli.maths.solve.asked.circles import CIRCLES
from tutor_cli.maths.solve.asked.complex_numbers import COMPLEX
from tutor_cli.maths.solve.asked.conditions import CONDITIONS
from tutor_cli.maths.solve.asked.conic_parts import CONICS
from tutor_cli.maths.solve.asked.curves import CURVES
from tutor_cli.maths.solve.asked.differential import DIFFERENTIAL
from tutor_cli.maths.solve.asked.forms import FORMS
from tutor_cli.maths.solve.asked.given import Trees
from tutor_cli.maths.solve.asked.identities import IDENTITIES
from tutor_cli.maths.solve.asked.lines import LINES
from tutor_cli.maths.solve.asked.mappings import MAPPINGS
from tutor_cli.maths.solve.asked.polynomials import POLYNOMIAL_QUESTIONS
from tutor_cli.maths.solve.asked.programming import PROGRAMMING
from tutor_cli.maths.solve.asked.ratios import RATIO_QUESTIONS
from tutor_cli.maths.solve.asked.sets_and_data import COLLECTIONS
from tutor_cli.maths.solve.asked.shapes import SHAPES
from tutor_cli.maths.solve.asked.space import SPACE
from tutor_cli.maths.solve.asked.vectors import VECTORS
from tutor_cli.maths.solve.outcome import Answer
from tutor_cli.maths.solve.working import Working

ASKED: dict[str, Callable[[Trees, Working], Answer]] = {
    **CURVES, **AREAS, **MAPPINGS, **LINES, **CIRCLES, **CONICS, **VECTORS, **SPACE, **PROGRAMMING,
    **POLYNOMIAL_QUESTIONS, **COMPLEX, **RATIO_QUESTIONS, **FORMS, **COLLECTIONS, **CONDITIONS, **SHAPES, **IDENTITIES,
    **DIFFERENTIAL,
}  # fmt: skip
