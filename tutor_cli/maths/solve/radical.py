"""Equations with roots: get one root alone, raise both sides to its power, test what comes out."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.solve import methods
from tutor_cli.maths.solve.outcome import NoMethod, Outcome
from tutor_cli.maths.solve.working import Statement, Working

MAX_ROUNDS = 4


def roots_in(f: Any, x: Any) -> list[Any]:
    """Return the roots (fractional powers) with x inside, the most complicated first."""
    found = [power for power in f.atoms(sp.Pow) if power.exp.is_Rational and power.exp.q > 1 and power.has(x)]
    return sorted(found, key=lambda power: (-sp.count_ops(power.base), str(power)))


def solve(statement: Statement, x: Any, work: Working, method: str = "") -> Outcome:
    """Square (or cube ...) until no root is left; every round may add false solutions."""
    for _ in range(MAX_ROUNDS):
        roots = roots_in(statement.difference, x)
        if not roots:
            return methods.solve(statement, x, work, method)
        statement = _without_denominators(statement, x, work)
        statement = _raised(statement, roots_in(statement.difference, x), x, work)
    raise NoMethod


def _without_denominators(statement: Statement, x: Any, work: Working) -> Statement:
    terms = [*sp.Add.make_args(statement.left), *sp.Add.make_args(statement.right)]
    below = [denominator for term in terms if (denominator := sp.fraction(term)[1]).has(x)]
    if not below:
        return statement
    common = sp.Mul(*set(below))
    cleared = Statement(sp.expand(statement.left * common), sp.expand(statement.right * common))
    work.step("rational.clear_denominators", statement, cleared, may_add=True, factor=common)
    return cleared


def _raised(statement: Statement, roots: list[Any], x: Any, work: Working) -> Statement:
    alone = _isolated(statement, roots[0], x)
    work.step("radical.isolate", statement, alone)
    index = roots[0].exp.q
    left, right = (sp.expand(_power(side, index)) for side in (alone.left, alone.right))
    raised = Statement(left, right)
    id = "radical.square" if index == 2 else "radical.power"
    work.step(id, alone, raised, may_add=index % 2 == 0, index=sp.Integer(index))
    return raised


def _isolated(statement: Statement, root: Any, x: Any) -> Statement:
    y = sp.Dummy("y", positive=True)
    unit = root.base ** sp.Rational(1, root.exp.q)
    difference = sp.expand(statement.difference).subs(root, y**root.exp.p).subs(unit, y)
    if not difference.is_polynomial(y) or sp.degree(difference, y) != root.exp.p:
        raise NoMethod
    with_root = sum(term for term in sp.Add.make_args(sp.expand(difference)) if term.has(y))
    rest = sp.expand(difference - with_root)
    left = with_root.subs(y, unit)
    number = sp.Poly(with_root, y).LC()
    if number.is_number and number != 0:
        return Statement(sp.expand(left / number), sp.expand(-rest / number))
    return Statement(left, -rest)


def _power(side: Any, index: int) -> Any:
    if side.is_Pow:
        return side.base ** (side.exp * index)
    if side.is_Mul:
        return sp.Mul(*(_power(factor, index) for factor in side.args))
    return side**index
