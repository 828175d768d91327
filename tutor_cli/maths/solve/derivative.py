"""Derivatives by the rules of school: sum, product, quotient, chain, and a table of functions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Derivative, Expr, Symbol
from tutor_cli.maths.expr import Group as Brackets
from tutor_cli.maths.solve.working import Statement, Working, line_tree
from tutor_cli.maths.solve.writing import to_tree

# The derivative of f(u) with respect to u.
TABLE: dict[Any, Callable[[Any], Any]] = {
    sp.sin: lambda u: sp.cos(u),
    sp.cos: lambda u: -sp.sin(u),
    sp.tan: lambda u: sp.sec(u) ** 2,
    sp.cot: lambda u: -(sp.csc(u) ** 2),
    sp.sec: lambda u: sp.sec(u) * sp.tan(u),
    sp.csc: lambda u: -sp.csc(u) * sp.cot(u),
    sp.asin: lambda u: 1 / sp.sqrt(1 - u**2),
    sp.acos: lambda u: -1 / sp.sqrt(1 - u**2),
    sp.atan: lambda u: 1 / (1 + u**2),
    sp.acot: lambda u: -1 / (1 + u**2),
    sp.sinh: lambda u: sp.cosh(u),
    sp.cosh: lambda u: sp.sinh(u),
    sp.tanh: lambda u: 1 / sp.cosh(u) ** 2,
    sp.asinh: lambda u: 1 / sp.sqrt(u**2 + 1),
    sp.acosh: lambda u: 1 / sp.sqrt(u**2 - 1),
    sp.atanh: lambda u: 1 / (1 - u**2),
    sp.exp: lambda u: sp.exp(u),
    sp.log: lambda u: 1 / u,
    sp.Abs: lambda u: sp.sign(u),
    sp.sign: lambda u: sp.Integer(0),
}


def derivative_tree(body: Any, x: Any, order: int = 1) -> Expr:
    """Return d/dx (body) as a tree; `body` is a SymPy expression or a tree."""
    tree = line_tree(body)
    return Derivative(tree if isinstance(tree, (Symbol, Brackets)) else Brackets(tree), (to_tree(x),) * order)


def solve(original: Expr, f: Any, x: Any, order: int, work: Working) -> Any:
    """Differentiate as often as `order` says, each time with its steps."""
    for k in range(order):
        before = derivative_tree(original if k == 0 else f, x)
        if order == 1:
            return tidy(derive(f, x, work, before), x, work)
        with work.group("derivative.once", before) as group:
            f = tidy(derive(f, x, work, before), x, work)
            group.done(f)
    return f


def tidy(result: Any, x: Any, work: Working) -> Any:
    """Write the result as one fraction where it is one, expanded where it is a polynomial."""
    if result.is_polynomial(*result.free_symbols):
        simpler = sp.expand(result)
    elif result.is_rational_function(x):
        numerator, denominator = sp.fraction(sp.together(result))
        simpler = sp.expand(numerator) / sp.factor(denominator)
    else:
        simpler = result
    work.step("derivative.tidy", result, simpler)
    return simpler


def derive(f: Any, x: Any, work: Working, before: Expr | None = None) -> Any:
    """Return df/dx and record the rule used, with the inner derivatives as sub-steps."""
    line = before if before is not None else derivative_tree(f, x)
    if not f.has(x):
        return _plain("derivative.constant", line, sp.Integer(0), work)
    if f == x:
        return _plain("derivative.variable", line, sp.Integer(1), work)
    if f.is_Add:
        return _sum(f, x, line, work)
    if f.is_Mul:
        return _product(f, x, line, work)
    if f.is_Pow:
        return _power(f, x, line, work)
    if type(f) in TABLE and len(f.args) == 1:
        return _chain(f, TABLE[type(f)], x, line, work)
    if isinstance(f, sp.Piecewise):
        return sp.Piecewise(*((derive(value, x, Working()), condition) for value, condition in f.args))
    raise NotImplementedError(type(f).__name__)


def _plain(id: str, line: Expr, result: Any, work: Working, **params: Any) -> Any:
    work.step(id, line, result, **params)
    return result


def _sum(f: Any, x: Any, line: Expr, work: Working) -> Any:
    with work.group("derivative.sum", line) as group:
        result = sp.Add(*(derive(term, x, work) for term in f.as_ordered_terms()))
        group.done(result)
    return result


def _product(f: Any, x: Any, line: Expr, work: Working) -> Any:
    constant, rest = f.as_independent(x)
    numerator, denominator = sp.fraction(rest)
    if denominator.has(x):
        return _quotient(constant * numerator, denominator, x, line, work)
    if constant != 1:
        return _constant_factor(constant, rest, x, line, work)
    factors = rest.as_ordered_factors()
    u, v = factors[0], sp.Mul(*factors[1:])
    with work.group("derivative.product", line, first=u, second=v) as group:
        du, dv = derive(u, x, work), derive(v, x, work)
        result = du * v + u * dv
        group.done(result)
    return result


def _constant_factor(constant: Any, rest: Any, x: Any, line: Expr, work: Working) -> Any:
    if rest.is_Pow and rest.base == x and not rest.exp.has(x):
        return _plain("derivative.power", line, constant * rest.exp * x ** (rest.exp - 1), work, exponent=rest.exp)
    with work.group("derivative.constant_factor", line, factor=constant) as group:
        result = constant * derive(rest, x, work)
        group.done(result)
    return result


def _quotient(u: Any, v: Any, x: Any, line: Expr, work: Working) -> Any:
    if not u.has(x):
        with work.group("derivative.reciprocal", line) as group:
            result = -u * derive(v, x, work) / v**2
            group.done(result)
        return result
    with work.group("derivative.quotient", line, first=u, second=v) as group:
        du, dv = derive(u, x, work), derive(v, x, work)
        result = (du * v - u * dv) / v**2
        group.done(result)
    return result


def _power(f: Any, x: Any, line: Expr, work: Working) -> Any:
    base, exponent = f.base, f.exp
    if not exponent.has(x):
        if base == x:
            return _plain("derivative.power", line, exponent * x ** (exponent - 1), work, exponent=exponent)
        with work.group("derivative.chain_power", line, inner=base, exponent=exponent) as group:
            result = exponent * base ** (exponent - 1) * derive(base, x, work)
            group.done(result)
        return result
    if not base.has(x):
        return _chain(f, lambda u: base**u * sp.log(base), x, line, work, inner=exponent)
    return _logarithmic(base, exponent, x, line, work)


def _logarithmic(base: Any, exponent: Any, x: Any, line: Expr, work: Working) -> Any:
    rewritten = exponent * sp.log(base)
    with work.group("derivative.logarithmic", line, power=rewritten) as group:
        result = base**exponent * derive(rewritten, x, work)
        group.done(result)
    return result


def _chain(f: Any, rule: Callable[[Any], Any], x: Any, line: Expr, work: Working, inner: Any = None) -> Any:
    inner = f.args[0] if inner is None else inner
    outer = rule(inner)
    if inner == x:
        return _plain("derivative.known", line, outer, work)
    with work.group("derivative.chain", line, inner=inner) as group:
        result = outer * derive(inner, x, work)
        group.done(result)
    return result


def corner_conditions(f: Any, x: Any) -> list[Statement]:
    """Return where |u| takes a point out of the domain of the derivative: `x ≠ 0` for |x|."""
    points: set[Any] = set()
    for node in f.atoms(sp.Abs):
        if node.args[0].is_polynomial(x) and node.has(x):
            points |= set(sp.real_roots(sp.Poly(node.args[0], x)))
    return [Statement(x, point, "ne") for point in sorted(points, key=float)]
