"""Intervals as people write them, as SymPy sets."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Expr
from tutor_cli.maths.solve.bridge import to_sympy
from tutor_cli.maths.solve.truth import interval_ends


def to_set(tree: Expr, constants: tuple[str, ...]) -> Any:
    """Return the interval as a SymPy set; raises Unknown for another tree."""
    low, high, low_closed, high_closed = interval_ends(tree)
    return sp.Interval(to_sympy(low, constants), to_sympy(high, constants), not low_closed, not high_closed)
