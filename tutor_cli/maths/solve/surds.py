"""Roots in numbers: take out squares, combine, clear the denominator of roots."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Expr, Root
from tutor_cli.maths.solve.bridge import to_sympy
from tutor_cli.maths.solve.exact import rational_value
from tutor_cli.maths.solve.working import Working, line_tree
from tutor_cli.maths.solve.writing import to_tree


def solve(tree: Expr, constants: tuple[str, ...], work: Working) -> Any:
    """Return the simplest form of a number with roots."""
    taken_out = _roots_taken_out(tree)
    work.step("surd.take_out", tree, taken_out)
    value = to_sympy(tree, constants)
    expanded = sp.expand(value)
    if expanded.is_Add or not _root_below(expanded):
        work.step("surd.combine", taken_out, expanded)
    else:
        work.step("surd.combine", taken_out, value)
        expanded = value
    result = simplest(expanded)
    work.step("surd.rationalise" if _root_below(expanded) else "surd.simplify", expanded, result)
    return result


def simplest(value: Any) -> Any:
    """Return a number expanded, with no root in a denominator and no nested root that can be undone."""
    rational = sp.radsimp(sp.expand(sp.sqrtdenest(value)), max_terms=6)
    forms = [sp.expand(rational), rational, sp.nsimplify(rational) if rational.is_Rational else rational]
    if value.has(sp.sin, sp.cos, sp.tan, sp.log, sp.exp, sp.I, sp.asin, sp.acos, sp.atan):
        forms.append(sp.simplify(value))
    return min(forms, key=lambda form: (_root_below(form), sp.count_ops(form)))


def _root_below(value: Any) -> bool:
    return any(
        (power.exp.is_negative and power.base.has(sp.Pow))
        or (power.exp.is_Rational and power.exp.is_negative and power.exp.q > 1)
        for power in value.atoms(sp.Pow)
    )


def _roots_taken_out(tree: Any) -> Any:
    if isinstance(tree, tuple):
        return tuple(_roots_taken_out(item) for item in tree)
    if isinstance(tree, Root) and rational_value(tree.radicand) is not None:
        return line_tree(to_tree(to_sympy(tree, ())))
    if isinstance(tree, Expr):
        return replace(tree, **{field.name: _roots_taken_out(getattr(tree, field.name)) for field in fields(tree)})
    return tree
