"""Equations with the unknown in a denominator."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.solve import polynomial
from tutor_cli.maths.solve.outcome import Outcome
from tutor_cli.maths.solve.working import Statement, Working


def solve(statement: Statement, x: Any, work: Working, method: str = "") -> Outcome:
    """Multiply by the common denominator and solve what is left; the candidates must be tested."""
    terms = [*sp.Add.make_args(statement.left), *sp.Add.make_args(statement.right)]
    common = sp.Integer(1)
    for term in terms:
        common = sp.lcm(common, sp.denom(sp.together(term)))
    common = sp.factor(common)
    left, right = (sp.expand(sp.cancel(common * side)) for side in (statement.left, statement.right))
    cleared = Statement(left, right)
    work.step("rational.clear_denominators", statement, cleared, may_add=True, factor=common)
    return polynomial.solve(cleared, x, work, method)
