"""Factoring over the rational numbers, by the pattern a teacher would name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Expr, Mul, Number, Power, Relation
from tutor_cli.maths.solve import expand, polynomial, quadratic
from tutor_cli.maths.solve.bridge import to_sympy
from tutor_cli.maths.solve.working import Statement, Working, line_tree
from tutor_cli.maths.solve.writing import to_tree


def solve(tree: Expr, constants: tuple[str, ...], work: Working) -> Any:
    """Return the complete factorisation of a polynomial with rational coefficients."""
    f = to_sympy(tree, constants)
    if not f.is_polynomial() and f.is_rational_function():
        return _whole(tree, f, work)
    standard = sp.expand(f)
    if expand.leaves(line_tree(standard)) != expand.leaves(tree) and not f.is_Mul:
        work.step("algebra.collect", tree, standard)
    return factor(standard, work)


def _whole(tree: Expr, f: Any, work: Working) -> Any:
    result = sp.factor(f)
    work.step("factor.whole", tree, result)
    return result


def factor(f: Any, work: Working) -> Any:
    """Factor an expanded polynomial: common factor first, then each part by its pattern."""
    result = sp.factor(f)
    common, rest = common_factor(f)
    current = f
    if common != 1:
        current = sp.Mul(common, rest, evaluate=False)
        work.step("factor.common", f, current, factor=common)
    inner = Working()
    factored = _by_pattern(rest, inner)
    if factored is not None and factored != rest:
        with work.group("factor.pattern" if inner.steps else "factor.whole", current) as group:
            work.steps += inner.steps
            group.done(result)
    elif common == 1:
        work.note("factor.irreducible", f)
    return result


def common_factor(f: Any) -> tuple[Any, Any]:
    """Return the common number and letters of all terms, and what is left; the leading term is made positive."""
    letters = sorted(f.free_symbols, key=str)
    if not letters:
        return sp.Integer(1), f
    content, _ = sp.Poly(f, *letters).primitive()
    common = content
    terms = [sp.Poly(term, *letters).monoms()[0] for term in sp.Add.make_args(f)]
    for position, letter in enumerate(letters):
        common *= letter ** min(monomial[position] for monomial in terms)
    if sp.Poly(f, *letters).LC().is_negative:
        common = -common
    return common, sp.expand(f / common)


def _by_pattern(f: Any, work: Working) -> Any:
    result = sp.factor(f)
    for pattern in (_squares, _cubes, _perfect_square, _middle_term, _rational_roots):
        if result != f and pattern(f, work):
            break
    return result


def _squares(f: Any, work: Working) -> bool:
    roots = _two_roots(f, 2)
    if roots is None or not f.as_ordered_terms()[1].could_extract_minus_sign():
        return False
    a, b = roots
    work.step("factor.difference_of_squares", f, (a - b) * (a + b), first=a, second=b)
    return True


def _cubes(f: Any, work: Working) -> bool:
    roots = _two_roots(f, 3)
    if roots is None:
        return False
    a, b = roots
    negative = f.as_ordered_terms()[1].could_extract_minus_sign()
    result = (a - b) * (a**2 + a * b + b**2) if negative else (a + b) * (a**2 - a * b + b**2)
    work.step("factor.cubes_difference" if negative else "factor.cubes_sum", f, result, first=a, second=b)
    return True


def _two_roots(f: Any, index: int) -> tuple[Any, Any] | None:
    if not f.is_Add or len(f.args) != 2:
        return None
    first, second = f.as_ordered_terms()
    if second.could_extract_minus_sign():
        second = -second
    roots = [_monomial_root(term, index) for term in (first, second)]
    return None if None in roots else (roots[0], roots[1])


def _monomial_root(term: Any, index: int) -> Any:
    number, rest = term.as_coeff_Mul()
    root = sp.real_root(number, index) if number.is_positive else None
    if root is None or not root.is_Rational:
        return None
    for base, exponent in rest.as_powers_dict().items():
        if not exponent.is_Integer or exponent % index:
            return None
        root *= base ** (exponent / index)
    return root


def _perfect_square(f: Any, work: Working) -> bool:
    _, factors = sp.factor_list(f)
    if len(factors) != 1 or factors[0][1] != 2 or len(f.args) != 3:
        return False
    work.step("factor.perfect_square", f, factors[0][0] ** 2)
    return True


def _middle_term(f: Any, work: Working) -> bool:
    if len(f.free_symbols) != 1:
        return False
    x = next(iter(f.free_symbols))
    a, b, c = quadratic.coefficients(f, x) if sp.degree(f, x) == 2 else (0, 0, 0)
    if a == 0 or b == 0 or c == 0:
        return False
    inner = Working()
    quadratic.split_middle(Statement(f, sp.Integer(0)), x, inner)
    for step in inner.steps:
        work.steps.append(replace(step, before=_left(step.before), after=_left(step.after)))
    return bool(inner.steps)


def _left(tree: Expr) -> Expr:
    return tree.operands[0] if isinstance(tree, Relation) else tree


def _rational_roots(f: Any, work: Working) -> bool:
    if len(f.free_symbols) != 1:
        return False
    x = next(iter(f.free_symbols))
    polynomial.divide_out_roots(f, x, work)
    return bool(work.steps)


def primes(number: int, work: Working) -> Expr:
    """Return a whole number as a product of powers of primes."""
    rest, divisors = number, []
    for prime, times in sp.factorint(number).items():
        for _ in range(times):
            divisors.append(prime)
            work.step(
                "factor.divide_prime",
                to_tree(sp.Integer(rest)),
                _product(prime, rest // prime),
                prime=sp.Integer(prime),
            )
            rest //= prime
    powers = [_power(prime, times) for prime, times in sp.factorint(number).items()]
    return powers[0] if len(powers) == 1 else Mul(tuple(powers), "cross")


def _product(prime: int, rest: int) -> Expr:
    return Mul((Number(str(prime)), Number(str(rest))), "cross")


def _power(prime: int, times: int) -> Expr:
    base = Number(str(prime))
    return base if times == 1 else Power(base, Number(str(times)))
