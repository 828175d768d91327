"""The rules of integration in the order they are tried: the plainest first."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.solve.integrals import parts, rational, special, substitution, table, trigonometric
from tutor_cli.maths.solve.integrals.engine import Rule, antiderivative, integral_tree
from tutor_cli.maths.solve.working import Working


def _sum(f: Any, x: Any, work: Working) -> Any:
    if not f.is_Add:
        return None
    with work.group("integral.sum", integral_tree(f, x)) as group:
        found = sp.Add(*(antiderivative(term, x, work) for term in f.as_ordered_terms()))
        group.done(found)
    return found


def _constant_factor(f: Any, x: Any, work: Working) -> Any:
    constant, rest = f.as_independent(x, as_Add=False)
    if constant == 1 or not rest.has(x):
        return None
    with work.group("integral.constant_factor", integral_tree(f, x), factor=constant) as group:
        found = sp.expand(constant * antiderivative(rest, x, work))
        group.done(found)
    return found


RULES: list[Rule] = [
    table.known,
    special.over_x,
    _constant_factor,
    _sum,
    table.quadratic_root,
    parts.secant_power,
    trigonometric.odd_power,
    trigonometric.even_powers,
    substitution.inner_function,
    rational.partial_fractions,
    parts.cyclic,
    parts.by_parts,
    trigonometric.tangent_powers,
    trigonometric.root_of_one_plus,
    substitution.root_of_linear,
    trigonometric.tangent_substitution,
    trigonometric.half_angle,
    substitution.exponential,
    special.absolute,
    special.expanded,
    special.last_resort,
]
