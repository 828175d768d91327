"""Polynomial equations of any degree: factors, a substitution, rational roots, or decimals."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.solve import linear, quadratic
from tutor_cli.maths.solve.outcome import Outcome
from tutor_cli.maths.solve.working import Statement, Working


def solve(statement: Statement, x: Any, work: Working, method: str = "") -> Outcome:
    """Return the real roots of a polynomial equation with numbers as coefficients."""
    degree = sp.degree(sp.expand(statement.difference), x)
    if degree <= 1:
        return _linear(statement, x, work)
    power = _isolated_power(statement, x)
    if power is not None and not method:
        return Outcome(sp.FiniteSet(*_take_power(statement, power, x, work)))
    standard = standard_form(statement, x, work)
    if degree == 2:
        roots: list[Any] | None = quadratic.solve(standard, x, work, method)
    else:
        roots = _higher(standard, x, work)
    if roots is None:
        return numeric(standard, x, work)
    return Outcome(sp.FiniteSet(*roots), multiplicities=_repeated(standard.left, x, roots))


def _linear(statement: Statement, x: Any, work: Working) -> Outcome:
    solved = linear.solve(statement, x, work)
    if solved.left == x:
        return Outcome(sp.FiniteSet(solved.right))
    true = solved.difference.equals(0) is True
    work.note("equation.always_true" if true else "equation.never_true", solved)
    return Outcome(sp.S.Reals if true else sp.S.EmptySet)


def standard_form(statement: Statement, x: Any, work: Working) -> Statement:
    """Bring everything to the left, expanded, with whole coefficients and a positive leading one."""
    factored = statement.right == 0 and statement.left.is_Mul
    if factored and all(sp.degree(factor, x) <= 2 for factor in statement.left.args if factor.has(x)):
        return statement
    statement = linear.expand_sides(statement, work)
    if statement.right != 0:
        moved = Statement(statement.difference, sp.Integer(0))
        work.step("equation.all_left", statement, moved)
        statement = moved
    return _whole_coefficients(statement, x, work)


def _whole_coefficients(statement: Statement, x: Any, work: Working) -> Statement:
    poly = sp.Poly(statement.left, x)
    if not all(coefficient.is_Rational for coefficient in poly.coeffs()):
        return statement
    common = sp.ilcm(1, *(coefficient.q for coefficient in poly.coeffs()))
    factor = -common if poly.LC().is_negative else common
    if factor == 1:
        return statement
    whole = Statement(sp.expand(statement.left * factor), sp.Integer(0))
    work.step("equation.multiply", statement, whole, factor=factor)
    return whole


def _isolated_power(statement: Statement, x: Any) -> Any:
    left, right = statement.left, statement.right
    if right.has(x) or not left.is_Pow or not left.exp.is_Integer or left.exp < 2:
        return None
    return left if sp.degree(left.base, x) == 1 and right.is_number else None


def _take_power(statement: Statement, power: Any, x: Any, work: Working) -> list[Any]:
    index, inner = power.exp, power.base
    if index == 2:
        values = quadratic.take_root(statement, inner, work)
    elif index % 2 == 0 and statement.right.is_negative:
        work.note("polynomial.even_power_not_negative", statement, number=statement.right)
        return []
    else:
        root = sp.sqrtdenest(sp.real_root(statement.right, index))
        values = [root] if index % 2 or root == 0 else [-root, root]
        work.step("polynomial.take_root", statement, [Statement(inner, value) for value in values], index=index)
    if inner == x:
        return values
    return [quadratic.factor_roots(Statement(inner - value, sp.Integer(0)), x, work)[0] for value in values]


def _higher(statement: Statement, x: Any, work: Working) -> list[Any] | None:
    gap = _exponent_gap(statement.left, x)
    if gap > 1:
        return _by_substitution(statement, x, gap, work)
    factored = sp.factor(statement.left)
    if not factored.is_Mul and not factored.is_Pow:
        return None
    if not all(_solvable(factor, x) for factor, _ in sp.factor_list(factored, x)[1]):
        return None
    with work.group("polynomial.factor", statement) as group:
        divide_out_roots(statement.left, x, work)
        group.done(Statement(factored, sp.Integer(0)))
    return quadratic_or_power_roots(Statement(factored, sp.Integer(0)), x, work)


def _solvable(factor: Any, x: Any) -> bool:
    return bool(sp.degree(factor, x) <= 2 or _exponent_gap(factor, x) > 1)


def _exponent_gap(polynomial: Any, x: Any) -> int:
    exponents = [monomial[0] for monomial in sp.Poly(polynomial, x).monoms()]
    return int(sp.igcd(*exponents)) if min(exponents) == 0 else 1


def divide_out_roots(polynomial: Any, x: Any, work: Working) -> None:
    """Divide by (x - r) for each rational root r, until a quadratic is left."""
    roots = sp.Poly(polynomial, x).ground_roots()
    found: Any = sp.Integer(1)
    rest = polynomial
    for root in sorted(roots, key=lambda value: (abs(value), value)):
        for _ in range(roots[root]):
            if sp.degree(rest, x) > 2:
                before = found * rest
                rest = sp.div(rest, x - root, x)[0]
                found = found * (x - root)
                work.step("polynomial.divide_root", before, found * rest, root=root)


def quadratic_or_power_roots(statement: Statement, x: Any, work: Working) -> list[Any]:
    """Return the real roots of a product of solvable factors that is 0."""
    factors = [factor for factor, _ in sp.factor_list(statement.left, x)[1]]
    cases = [Statement(factor, sp.Integer(0)) for factor in factors]
    work.step("equation.zero_product", statement, cases)
    roots: set[Any] = set()
    for case in cases:
        if sp.degree(case.left, x) <= 2:
            roots |= set(quadratic.factor_roots(case, x, work))
        else:
            roots |= set(_by_substitution(case, x, _exponent_gap(case.left, x), work) or [])
    ordered = sorted(roots, key=float)
    work.step("equation.collect_roots", cases, [Statement(x, root) for root in ordered])
    return ordered


def _by_substitution(statement: Statement, x: Any, gap: int, work: Working) -> list[Any] | None:
    u = sp.Symbol("u", real=True) if x.name != "u" else sp.Symbol("v", real=True)
    poly = sp.Poly(statement.left, x)
    reduced = sum(coefficient * u ** (exponent // gap) for (exponent,), coefficient in poly.terms())
    substituted = Statement(reduced, sp.Integer(0))
    if sp.degree(reduced, u) == 1:
        isolated = Statement(x**gap, linear.solve(substituted, u, Working()).right)
        work.step("polynomial.isolate_power", statement, isolated)
        return sorted(_take_power(isolated, x**gap, x, work), key=float)
    with work.group("polynomial.substitute", statement, new=Statement(u, x**gap)) as group:
        inner = solve(substituted, u, work)
        values = sorted(inner.solutions, key=float) if inner.exact else []
        group.done([Statement(x**gap, value) for value in values])
    if not inner.exact:
        return None
    roots: set[Any] = set()
    for value in values:
        roots |= set(_take_power(Statement(x**gap, value), x**gap, x, work))
    ordered = sorted(roots, key=float)
    work.step(
        "equation.collect_roots",
        [Statement(x**gap, value) for value in values],
        [Statement(x, root) for root in ordered],
    )
    return ordered


def _repeated(polynomial: Any, x: Any, roots: list[Any]) -> dict[Any, int]:
    repeated = {}
    for factor, times in sp.factor_list(polynomial, x)[1]:
        if times > 1:
            repeated.update({root: times for root in roots if sp.simplify(factor.subs(x, root)) == 0})
    return repeated


def numeric(statement: Statement, x: Any, work: Working) -> Outcome:
    """Return all real roots of a polynomial as decimals, where no exact way is known."""
    poly = sp.Poly(statement.left, x)
    roots = [root.evalf(20) for root in poly.real_roots(multiple=True)]
    work.step("equation.numeric", statement, [Statement(x, root, "approx") for root in roots])
    return Outcome(sp.FiniteSet(*roots), exact=False)
