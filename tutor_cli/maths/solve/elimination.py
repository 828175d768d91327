"""Elimination for two linear equations in two unknowns: make one pair of coefficients alike, then add or subtract."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.solve.working import Statement, Working


def solve(equations: list[Statement], unknowns: list[Any], work: Working) -> tuple[Any, ...] | None:
    """Return the values of both unknowns, with the steps; None where there is not just one solution."""
    if any(equation.left.coeff(unknown, 1) == 0 for equation in equations for unknown in unknowns):
        return None
    gone, kept = sorted(unknowns, key=lambda unknown: _effort(equations, unknown))
    factors = _factors(equations, gone)
    first, second = (_multiplied(equation, factor, work) for equation, factor in zip(equations, factors, strict=True))
    left = _combined(first, second, gone, work)
    if left.left.coeff(kept, 1) == 0:
        return None
    value = left.right / left.left.coeff(kept, 1)
    work.step("system.express", left, Statement(kept, value), unknown=kept)
    return _with_other(equations, unknowns, {kept: value}, gone, work)


def _effort(equations: list[Statement], unknown: Any) -> tuple[bool, Any, bool]:
    """Return how hard it is to make the coefficients alike; opposite ones, which are just added, are easiest."""
    first, second = (equation.left.coeff(unknown, 1) for equation in equations)
    return abs(first) != abs(second), sp.lcm(first, second), first != -second


def _factors(equations: list[Statement], unknown: Any) -> tuple[Any, Any]:
    first, second = (abs(equation.left.coeff(unknown, 1)) for equation in equations)
    common = sp.lcm(first, second)
    return common / first, common / second


def _multiplied(equation: Statement, factor: Any, work: Working) -> Statement:
    result = Statement(sp.expand(factor * equation.left), sp.expand(factor * equation.right))
    work.step("system.multiply", equation, result, factor=factor)
    return result


def _combined(first: Statement, second: Statement, gone: Any, work: Working) -> Statement:
    """Add the equations where the coefficients have opposite signs, else subtract the second from the first."""
    opposite = first.left.coeff(gone, 1) == -second.left.coeff(gone, 1)
    sign = 1 if opposite else -1
    result = Statement(sp.expand(first.left + sign * second.left), sp.expand(first.right + sign * second.right))
    work.remark("system.add_up" if opposite else "system.eliminate", first, result, second=second, unknown=gone)
    return result


def _with_other(
    equations: list[Statement], unknowns: list[Any], known: dict[Any, Any], gone: Any, work: Working
) -> tuple[Any, ...]:
    """Put the value found into the simpler equation and solve it for the other unknown."""
    equation = min(equations, key=lambda item: (abs(item.left.coeff(gone, 1)), sp.count_ops(item.left)))
    inserted = sp.expand(equation.left.subs(known))
    number = inserted.subs(gone, 0)
    rest = Statement(inserted - number, equation.right - number)
    given = next(Statement(unknown, value) for unknown, value in known.items())
    work.remark("system.back_substitute", equation, rest, given=given)
    value = rest.right / rest.left.coeff(gone, 1)
    work.step("system.express", rest, Statement(gone, value), unknown=gone)
    values = {**known, gone: value}
    return tuple(values[unknown] for unknown in unknowns)
