"""Integrals with a name of their own, and integrands made of absolute values."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.solve.integrals.engine import antiderivative, integral_tree
from tutor_cli.maths.solve.working import Working


def absolute(f: Any, x: Any, work: Working) -> Any:
    """Integrate |g|: the integral of g with the sign of g."""
    constant, bar = f.as_independent(x)
    if not isinstance(bar, sp.Abs):
        return None
    inside = bar.args[0]
    found = constant * sp.sign(inside) * antiderivative(inside, x, work)
    work.step("integral.absolute", integral_tree(f, x), found)
    return found


# The integral of g(u)/u for each g.
OVER_U = {sp.sin: sp.Si, sp.cos: lambda v: sp.Ci(sp.Abs(v)), sp.exp: sp.Ei, sp.sinh: sp.Shi}


def over_x(f: Any, x: Any, work: Working) -> Any:
    """Integrate sin, cos, e^ or sinh of a x, over x: integrals that have names of their own."""
    top = f * x
    if type(top) not in OVER_U or top.args[0].as_independent(x, as_Add=False)[1] != x:
        return None
    found = OVER_U[type(top)](top.args[0])
    work.step("integral.named", integral_tree(f, x), found)
    return found


NAMES = (sp.erf, sp.erfi, sp.Si, sp.Ci, sp.Ei, sp.li, sp.fresnels, sp.fresnelc, sp.Shi, sp.Chi)


# What an answer may not be made of: undone integrals and functions no lesson has.
UNWANTED = (
    sp.Integral,
    sp.Piecewise,
    sp.hyper,
    sp.meijerg,
    sp.RootSum,
    sp.uppergamma,
    sp.expint,
    sp.elliptic_e,
    sp.elliptic_f,
)


def expanded(f: Any, x: Any, work: Working) -> Any:
    """Multiply out or separate exponents, and try again."""
    for form in (sp.expand(f), sp.expand(f, power_exp=True), sp.powsimp(f), sp.expand_trig(f)):
        if form != f and (form.is_Add or form.is_Mul or form.is_Pow):
            work.step("integral.rewrite", integral_tree(f, x), integral_tree(form, x))
            return antiderivative(form, x, work)
    return None


def last_resort(f: Any, x: Any, work: Working) -> Any:
    """Take SymPy's antiderivative, with bars in its logarithms; it is checked like any other."""
    from sympy.integrals.manualintegrate import manualintegrate

    if work.depth > 1:
        return None
    found = manualintegrate(f, x)
    if found.has(*UNWANTED):
        return None
    found = with_bars(found)
    named = found.has(*NAMES)
    work.step("integral.named" if named else "integral.antiderivative", integral_tree(f, x), found)
    return found


def with_bars(found: Any) -> Any:
    """Return the expression with log(u) as log|u|."""
    return found.replace(
        lambda node: isinstance(node, sp.log) and not node.args[0].is_number and not node.args[0].is_nonnegative,
        lambda node: sp.log(sp.Abs(node.args[0])),
    )
