"""Rational functions: divide, split into partial fractions, integrate each piece."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.solve.integrals.engine import antiderivative, integral_tree
from tutor_cli.maths.solve.working import Working

# Square roots tried to split a denominator that has no rational factors.
EXTENSIONS = (sp.sqrt(2), sp.sqrt(3), sp.sqrt(5))


def partial_fractions(f: Any, x: Any, work: Working) -> Any:
    """Integrate a rational function."""
    if not f.is_rational_function(x) or f.free_symbols != {x} or f.is_polynomial(x):
        return None
    simple = sp.cancel(f)
    split = _split(simple, x)
    if split is None:
        return _over_a_quadratic(simple, x, work)
    work.step("integral.partial_fractions", integral_tree(f, x), integral_tree(split, x))
    terms = sp.Add.make_args(split)
    found = sp.Add(*(antiderivative(term, x, work) for term in terms))
    work.step("integral.sum", integral_tree(split, x), found)
    return found


def _split(f: Any, x: Any) -> Any:
    split = sp.apart(f, x)
    if split.is_Add:
        return split
    denominator = sp.denom(f)
    if sp.degree(denominator, x) < 3:
        return None
    for root in EXTENSIONS:
        factors = sp.factor_list(denominator, x, extension=root)[1]
        if len(factors) > 1:
            return _undetermined(f, [sp.expand(factor) for factor, _ in factors], x)
    return None


def _undetermined(f: Any, factors: list[Any], x: Any) -> Any:
    """Return the partial fractions over the given factors of degree 1 and 2, each once."""
    if any(sp.degree(factor, x) > 2 for factor in factors):
        return None
    numerator, denominator = sp.fraction(sp.cancel(f))
    scale = sp.cancel(denominator.as_poly(x).LC() / sp.prod(sp.Poly(g, x).LC() for g in factors))
    names = sp.symbols(f"k0:{2 * len(factors)}")
    tops = [names[2 * k] + (names[2 * k + 1] * x if sp.degree(g, x) == 2 else 0) for k, g in enumerate(factors)]
    whole = sum(top * sp.prod([g for j, g in enumerate(factors) if j != k]) for k, top in enumerate(tops))
    solved = sp.solve(sp.Poly(sp.expand(scale * whole - numerator), x).coeffs(), names, dict=True)
    if not solved:
        return None
    values = {name: sp.radsimp(value) for name, value in solved[0].items()}
    return sum(top.subs(values).subs(dict.fromkeys(names, 0)) / g for top, g in zip(tops, factors, strict=True))


def _over_a_quadratic(f: Any, x: Any, work: Working) -> Any:
    """Integrate (m x + n)/q: the derivative of q above gives a logarithm, the rest an arctangent."""
    numerator, denominator = sp.fraction(f)
    constant = denominator.as_independent(x, as_Add=False)[0]
    q = sp.expand(denominator / constant)
    if sp.degree(q, x) != 2 or sp.degree(numerator, x) > 1:
        return None
    slope = sp.diff(q, x)
    m = sp.Poly(numerator, x).coeff_monomial(x) / (slope.coeff(x, 1) * constant)
    n = sp.expand(numerator / constant - m * slope)
    if m == 0:
        return None
    negative = q.subs(x, 0) <= 0 or sp.discriminant(q, x) > 0
    logarithm = m * sp.log(sp.Abs(q) if negative else q)
    if n == 0:
        work.step("integral.log_derivative", integral_tree(f, x), logarithm, inner=q)
        return logarithm
    parts = sp.Add(m * slope / q, n / q, evaluate=False)
    work.step("integral.split_numerator", integral_tree(f, x), integral_tree(parts, x))
    found = logarithm + antiderivative(n / q, x, work)
    work.step("integral.sum", integral_tree(parts, x), found)
    return found
