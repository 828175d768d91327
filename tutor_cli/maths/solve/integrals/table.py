"""Integrals known by heart, of x or of a linear expression in x."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.solve.integrals.engine import integral_tree
from tutor_cli.maths.solve.working import Statement, Working, line_tree

u = sp.Symbol("u", real=True)

# The integral of each function of u with respect to u.
FUNCTIONS: dict[Any, Callable[[Any], Any]] = {
    sp.exp: sp.exp,
    sp.sin: lambda v: -sp.cos(v),
    sp.cos: sp.sin,
    sp.tan: lambda v: -sp.log(sp.Abs(sp.cos(v))),
    sp.cot: lambda v: sp.log(sp.Abs(sp.sin(v))),
    sp.sec: lambda v: sp.log(sp.Abs(sp.sec(v) + sp.tan(v))),
    sp.csc: lambda v: -sp.log(sp.Abs(sp.csc(v) + sp.cot(v))),
    sp.sinh: sp.cosh,
    sp.cosh: sp.sinh,
    sp.tanh: lambda v: sp.log(sp.cosh(v)),
    sp.coth: lambda v: sp.log(sp.Abs(sp.sinh(v))),
    sp.log: lambda v: v * sp.log(v) - v,
    sp.asin: lambda v: v * sp.asin(v) + sp.sqrt(1 - v**2),
    sp.acos: lambda v: v * sp.acos(v) - sp.sqrt(1 - v**2),
    sp.atan: lambda v: v * sp.atan(v) - sp.log(v**2 + 1) / 2,
    sp.Abs: lambda v: v * sp.Abs(v) / 2,
    sp.sign: sp.Abs,
}
# These come from by parts; shown as such by `parts`.
BY_PARTS = (sp.log, sp.asin, sp.acos, sp.atan)

# Products and powers of u known by heart.
PRODUCTS: dict[Any, Any] = {
    sp.sec(u) ** 2: sp.tan(u),
    sp.csc(u) ** 2: -sp.cot(u),
    1 / sp.cos(u) ** 2: sp.tan(u),
    1 / sp.sin(u) ** 2: -sp.cot(u),
    sp.sec(u) * sp.tan(u): sp.sec(u),
    sp.csc(u) * sp.cot(u): -sp.csc(u),
    1 / sp.cos(u): sp.log(sp.Abs(sp.sec(u) + sp.tan(u))),
    1 / sp.sin(u): -sp.log(sp.Abs(sp.csc(u) + sp.cot(u))),
    1 / sp.cosh(u) ** 2: sp.tanh(u),
    sp.sech(u) ** 2: sp.tanh(u),
}


def known(f: Any, x: Any, work: Working) -> Any:
    """Integrate constants, powers, exponentials and the functions of the table, of a linear inside."""
    found = _power(f, x) if f.is_Pow or f == x or not f.has(x) else None
    id = "integral.power"
    if found is None:
        found, id = _function(f, x), "integral.known"
    if found is None:
        return None
    work.step(id, integral_tree(f, x), found)
    exponent = f.as_base_exp()[1]
    if id == "integral.power" and exponent.is_number is False and not exponent.has(x):
        work.conditions.append(line_tree(Statement(exponent, sp.Integer(-1), "ne")))
    return found


def _linear(inner: Any, x: Any) -> Any:
    """Return the slope of a linear inside, or None."""
    if not inner.is_polynomial(x) or sp.degree(inner, x) != 1:
        return None
    return sp.Poly(inner, x).LC()


def _power(f: Any, x: Any) -> Any:
    if not f.has(x):
        return f * x
    base, exponent = f.as_base_exp()
    if not exponent.has(x):
        return _constant_exponent(base, exponent, x)
    slope = _linear(exponent, x)
    if slope is None or base.has(x):
        return None
    return f / (slope * sp.log(base))


def _constant_exponent(base: Any, exponent: Any, x: Any) -> Any:
    slope = _linear(base, x)
    if slope is None:
        return None
    if exponent == -1:
        return sp.log(sp.Abs(base)) / slope
    return base ** (exponent + 1) / (slope * (exponent + 1))


def _function(f: Any, x: Any) -> Any:
    if type(f) in FUNCTIONS and type(f) not in BY_PARTS:
        slope = _linear(f.args[0], x)
        return None if slope is None else FUNCTIONS[type(f)](f.args[0]) / slope
    insides = {node.args[0] for node in f.atoms(sp.Function) if node.has(x)}
    if len(insides) != 1:
        return None
    inner = insides.pop()
    slope = _linear(inner, x)
    pattern = f.subs(inner, u)
    if slope is None or pattern not in PRODUCTS:
        return None
    return PRODUCTS[pattern].subs(u, inner) / slope


def quadratic_root(f: Any, x: Any, work: Working) -> Any:
    """Integrate 1/√q, √q and 1/q for a quadratic q by completing the square."""
    number, power = f.as_independent(x)
    base, exponent = power.as_base_exp()
    if not base.is_polynomial(x) or sp.degree(base, x) != 2 or exponent not in (-1, sp.Rational(-1, 2), sp.S.Half):
        return None
    poly = sp.Poly(base, x)
    a, b, c = (poly.coeff_monomial(x**k) for k in (2, 1, 0))
    shift, rest = b / (2 * a), sp.expand(c / a - b**2 / (4 * a**2))
    if not a.is_number or not (rest.is_number or rest.is_nonnegative):
        return None
    found = _form(a, x + shift, rest, exponent)
    if found is None:
        return None
    square = (
        sp.Mul(a, sp.Add((x + shift) ** 2, rest, evaluate=False), evaluate=False) if a != 1 else (x + shift) ** 2 + rest
    )
    if shift != 0:
        work.step("integral.complete_square", integral_tree(f, x), integral_tree(number * square**exponent, x))
    found = number * found
    work.step("integral.quadratic_form", integral_tree(f, x), found)
    return found


def _form(a: Any, v: Any, k: Any, exponent: Any) -> Any:
    """Return the integral of (a(v² + k))^exponent with respect to v."""
    root = sp.sqrt(abs(k))
    if exponent == -1:
        if k == 0:
            return -1 / (a * v)
        if k.is_nonnegative:
            return sp.atan(v / root) / (a * root)
        return sp.log(sp.Abs((v - root) / (v + root))) / (2 * a * root)
    if a < 0 and k.is_negative:
        outer = sp.sqrt(-a)
        if exponent == sp.Rational(-1, 2):
            return sp.asin(v / root) / outer
        return outer * (v * sp.sqrt(-k - v**2) / 2 - k * sp.asin(v / root) / 2)
    if a > 0 and k != 0:
        outer, wave = sp.sqrt(a), sp.sqrt(v**2 + k)
        logarithm = sp.log(sp.Abs(v + wave))
        return logarithm / outer if exponent == sp.Rational(-1, 2) else outer * (v * wave / 2 + k * logarithm / 2)
    return None
