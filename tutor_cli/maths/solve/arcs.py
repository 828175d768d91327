"""Equations with one inverse trigonometric function: its range first, then the function itself on both sides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.solve import methods
from tutor_cli.maths.solve.outcome import NoMethod, Outcome
from tutor_cli.maths.solve.working import Statement, Working

# The values each function takes, and the function that undoes it.
RANGES: dict[Any, tuple[Any, Callable[[Any], Any]]] = {
    sp.asin: (sp.Interval(-sp.pi / 2, sp.pi / 2), sp.sin),
    sp.acos: (sp.Interval(0, sp.pi), sp.cos),
    sp.atan: (sp.Interval.open(-sp.pi / 2, sp.pi / 2), sp.tan),
}


def solve(statement: Statement, x: Any, work: Working, method: str = "") -> Outcome:
    """Solve a equation that is linear in one inverse function."""
    nodes = [node for node in statement.difference.atoms(*RANGES) if node.has(x)]
    y = sp.Dummy("y", real=True)
    inside = statement.difference.subs(nodes[0], y)
    if len(nodes) != 1 or inside.has(x) or not inside.is_polynomial(y) or sp.degree(inside, y) != 1:
        raise NoMethod
    value = sp.solve(inside, y)[0]
    alone = Statement(nodes[0], value)
    work.step("arc.isolate", statement, alone)
    home, undo = RANGES[type(nodes[0])]
    if home.contains(value) != sp.true:
        work.note("arc.out_of_range", alone, value=value)
        return Outcome(sp.S.EmptySet)
    plain = Statement(nodes[0].args[0], undo(value))
    work.step("arc.undo", alone, plain)
    return methods.solve(plain, x, work, method)
