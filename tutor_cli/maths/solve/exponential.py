"""Equations with the unknown in an exponent: equal bases, a substitution, or logarithms."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.solve import methods
from tutor_cli.maths.solve.logs import tidy_logs
from tutor_cli.maths.solve.outcome import NoMethod, Outcome
from tutor_cli.maths.solve.working import Statement, Working

# Exponents whose ratio is a fraction with a larger denominator are not worth a substitution.
MAX_DENOMINATOR = 12


def powers_in(f: Any, x: Any) -> list[Any]:
    """Return the powers with x in the exponent and a positive number as base."""
    found = [node for node in f.atoms(sp.Pow, sp.exp) if node.as_base_exp()[1].has(x)]
    return sorted(found, key=str)


def solve(statement: Statement, x: Any, work: Working, method: str = "") -> Outcome:
    """Solve an equation in which x stands in exponents alone; raise NoMethod for another."""
    powers = powers_in(statement.difference, x)
    if any(node.as_base_exp()[0].has(x) for node in powers):
        raise NoMethod
    two = _two_terms(statement, x)
    if two is not None:
        return _compare(*two, x, work, method)
    return _substitution(statement, powers, x, work, method)


def _two_terms(statement: Statement, x: Any) -> tuple[Statement, Any, Any] | None:
    """Return the equation as `A = B`, each one positive product of powers, with the logarithms of both sides."""
    terms = sp.Add.make_args(sp.expand(statement.difference, power_exp=False))
    if len(terms) != 2:
        return None
    first, second = sorted(terms, key=lambda term: (not term.has(x), term.could_extract_minus_sign()))
    first, second = (-first, second) if first.could_extract_minus_sign() else (first, -second)
    logs = [_logarithm(term, x) for term in (first, second)]
    if None in logs:
        return None
    return Statement(first, second), logs[0], logs[1]


def _logarithm(term: Any, x: Any) -> Any:
    total = sp.Integer(0)
    for base, exponent in term.as_powers_dict().items():
        if base.has(x) or not base.is_positive:
            return None
        total += exponent * (1 if base == sp.E else sp.log(base))
    return total


def _compare(statement: Statement, left: Any, right: Any, x: Any, work: Working, method: str) -> Outcome:
    base = _common_base(statement)
    if base is not None:
        left, right = (sp.simplify(side / sp.log(base)) if base != sp.E else side for side in (left, right))
        left, right = sp.expand(sp.logcombine(left)), sp.expand(sp.logcombine(right))
    if base is not None and not (left.has(sp.log) or right.has(sp.log)):
        same = Statement(sp.Pow(base, left, evaluate=False), sp.Pow(base, right, evaluate=False))
        work.step("exponential.same_base", statement, same, base=base)
        compared = Statement(left, right)
        work.step("exponential.compare", same, compared)
        return methods.solve(compared, x, work, method)
    logs = Statement(*(_logarithm(side, x) for side in (statement.left, statement.right)))
    work.step("exponential.take_logs", statement, logs)
    difference = sp.expand(logs.difference)
    if sp.degree(difference, x) != 1:
        return methods.solve(logs, x, work, method)
    return Outcome(sp.FiniteSet(_linear_root(difference, x, logs, work)))


def _linear_root(difference: Any, x: Any, logs: Statement, work: Working) -> Any:
    slope, rest = difference.coeff(x, 1), -difference.coeff(x, 0)
    if slope.could_extract_minus_sign():
        slope, rest = -slope, -rest
    collected = Statement(slope * x, rest)
    work.step("exponential.collect", logs, collected)
    root = tidy_logs(rest / slope)
    work.step("equation.divide", collected, Statement(x, root), factor=slope)
    return root


def _common_base(statement: Statement) -> Any:
    bases = {b for side in (statement.left, statement.right) for b in side.as_powers_dict() if b != 1}
    if bases == {sp.E} or bases == set():
        return sp.E
    if sp.E in bases or not all(base.is_Rational for base in bases):
        return None
    primes = {prime for base in bases for prime in sp.factorrat(base)}
    return sp.Integer(min(primes)) if len(primes) == 1 else _shared_root(bases)


def _shared_root(bases: set[Any]) -> Any:
    smallest = min((base if base > 1 else 1 / base for base in bases), default=None)
    if smallest is None or smallest == 1:
        return None
    try:
        good = all(smallest ** _ratio(sp.log(base), sp.log(smallest)) == base for base in bases)
    except NoMethod:
        return None
    return smallest if good else None


def _substitution(statement: Statement, powers: list[Any], x: Any, work: Working, method: str) -> Outcome:
    rates = [sp.expand(sp.log(base) * exponent.coeff(x, 1)) for base, exponent in (p.as_base_exp() for p in powers)]
    if not powers or not all(
        p.as_base_exp()[1].is_polynomial(x) and sp.degree(p.as_base_exp()[1], x) == 1 for p in powers
    ):
        raise NoMethod
    unit = min(rates, key=lambda rate: abs(float(rate)))
    unit = -unit if float(unit) < 0 else unit
    ratios = [_ratio(rate, unit) for rate in rates]
    unit = unit / sp.ilcm(1, *(ratio.q for ratio in ratios))
    u = sp.Symbol("u", positive=True)
    inserted = {}
    for power, rate in zip(powers, rates, strict=True):
        base, exponent = power.as_base_exp()
        inserted[power] = base ** exponent.coeff(x, 0) * u ** sp.nsimplify(
            float(rate / unit), rational=True, tolerance=1e-9
        )
    return _solve_for_power(statement, inserted, unit, x, work, method)


def _ratio(rate: Any, unit: Any) -> Any:
    """Return rate / unit as a fraction with a small denominator; raise NoMethod where it is none."""
    fraction = sp.Rational(str(float(rate / unit))).limit_denominator(MAX_DENOMINATOR)
    if abs(sp.N(rate - fraction * unit, 30)) > sp.Rational(1, 10**25):
        raise NoMethod
    return fraction


def _solve_for_power(
    statement: Statement, inserted: dict[Any, Any], unit: Any, x: Any, work: Working, method: str
) -> Outcome:
    u = sp.Symbol("u", positive=True)
    real = sp.Symbol("u", real=True)
    sides = [side.subs(inserted).subs(u, real) for side in (statement.left, statement.right)]
    reduced = Statement(*sides)
    if reduced.difference.has(x):
        raise NoMethod
    power = _unit_power(unit, x)
    with work.group("exponential.substitute", statement, new=Statement(real, power)) as group:
        inner = methods.solve(reduced, real, work, method)
        if not inner.exact or not inner.solutions.is_FiniteSet:
            raise NoMethod
        values = sorted((value for value in inner.solutions if value.is_real), key=float)
        group.done([Statement(power, value) for value in values])
    roots = []
    for value in values:
        if not value.is_positive:
            work.note("exponential.never_negative", Statement(power, value), value=value)
            continue
        root = tidy_logs(sp.log(value) / unit)
        work.step("exponential.take_logs", Statement(power, value), Statement(x, root))
        roots.append(root)
    return Outcome(sp.FiniteSet(*roots))


def _unit_power(unit: Any, x: Any) -> Any:
    if unit.is_Rational:
        return sp.exp(unit * x)
    number, logarithm = unit.as_coeff_Mul()
    base = logarithm.args[0] if isinstance(logarithm, sp.log) else sp.exp(logarithm)
    return sp.Pow(base, number * x)
