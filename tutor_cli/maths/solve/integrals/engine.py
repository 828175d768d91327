"""The order in which rules are tried on an integrand; every rule may come back here for what it leaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Expr, Group, Integral, Symbol
from tutor_cli.maths.solve.outcome import NoMethod
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import to_tree

Rule = Callable[[Any, Any, Working], Any]
MAX_DEPTH = 7


def integral_tree(f: Any, x: Any) -> Expr:
    """Return the integral of f dx as a tree."""
    tree = to_tree(f)
    return Integral(Group(tree) if f.is_Add else tree, (Symbol(x.name),))


def antiderivative(f: Any, x: Any, work: Working) -> Any:
    """Return an antiderivative of f and record the steps; raise NoMethod where no rule applies."""
    from tutor_cli.maths.solve.integrals.rules import RULES

    if work.depth >= MAX_DEPTH or (f, x) in work.failed:
        raise NoMethod
    for rule in RULES:
        found = _attempt(rule, f, x, work)
        if found is not None:
            return found
    work.failed.add((f, x))
    raise NoMethod


def _attempt(rule: Rule, f: Any, x: Any, work: Working) -> Any:
    sheet = work.sheet()
    try:
        found = rule(f, x, sheet)
    except (NoMethod, sp.PolynomialError, NotImplementedError):
        return None
    if found is not None:
        work.steps += sheet.steps
        work.conditions += sheet.conditions
    return found
