"""Equations with the unknown in logarithms: combine them into one, or substitute."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.solve import methods
from tutor_cli.maths.solve.logs import base_of, exact_logarithm, tidy_logs
from tutor_cli.maths.solve.outcome import NoMethod, Outcome
from tutor_cli.maths.solve.working import Statement, Working


def solve(statement: Statement, x: Any, work: Working, method: str = "") -> Outcome:
    """Solve an equation in which x stands in logarithms alone."""
    difference = sp.expand(statement.difference)
    logs = sorted((node for node in difference.atoms(sp.log) if node.has(x)), key=str)
    names = {log: sp.Dummy(f"y{k}", real=True) for k, log in enumerate(logs)}
    inside = difference.subs(names)
    if inside.has(x) or not inside.is_polynomial(*names.values()):
        raise NoMethod
    if sp.Poly(inside, *names.values()).total_degree() == 1:
        return _combine(statement, {log: inside.coeff(name, 1) for log, name in names.items()}, x, work, method)
    if len(logs) == 1:
        return _substitute(statement, logs[0], x, work, method)
    raise NoMethod


def _combine(statement: Statement, weights: dict[Any, Any], x: Any, work: Working, method: str) -> Outcome:
    """Bring sum of k log f = c into the form log F = c and take it away."""
    first = next(iter(weights.values()))
    ratios = {log: tidy_logs(sp.simplify(weight / first)) for log, weight in weights.items()}
    if not all(ratio.is_Rational for ratio in ratios.values()):
        raise NoMethod
    scale = sp.ilcm(1, *(ratio.q for ratio in ratios.values()))
    rest = statement.difference - sum(weight * log for log, weight in weights.items())
    right = tidy_logs(sp.simplify(-sp.expand(rest) * scale / first))
    powers = {log.args[0]: ratio * scale for log, ratio in ratios.items()}
    above = sp.Mul(*(inner**times for inner, times in powers.items() if times > 0))
    below = sp.Mul(*(inner**-times for inner, times in powers.items() if times < 0))
    ln_b = base_of(statement.difference)
    combined = Statement(sp.log(above / below, evaluate=False) / ln_b, exact_logarithm(right / ln_b))
    work.step("logarithm.combine", statement, combined, may_add=True)
    plain = Statement(sp.expand(above), sp.expand(sp.exp(right) * below))
    work.step("logarithm.undo", combined, plain, may_add=True)
    return methods.solve(plain, x, work, method)


def _substitute(statement: Statement, log: Any, x: Any, work: Working, method: str) -> Outcome:
    u = sp.Symbol("u", real=True)
    ln_b = base_of(statement.difference)
    reduced = Statement(statement.left.subs(log, u * ln_b), statement.right.subs(log, u * ln_b))
    with work.group("logarithm.substitute", statement, new=Statement(u, log / ln_b)) as group:
        inner = methods.solve(reduced, u, work, method)
        if not inner.exact or not inner.solutions.is_FiniteSet:
            raise NoMethod
        values = sorted(inner.solutions, key=float)
        group.done([Statement(log / ln_b, value) for value in values])
    found = sp.S.EmptySet
    for value in values:
        plain = Statement(log.args[0], sp.exp(value * ln_b))
        work.step("logarithm.undo", Statement(log / ln_b, value), plain)
        found = found.union(methods.solve(plain, x, work, method).solutions)
    return Outcome(found)
