"""Integration by parts, once or again and again, and the cycle that comes back to itself."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.solve.integrals.engine import antiderivative, integral_tree
from tutor_cli.maths.solve.working import Working

# Differentiated rather than integrated, in this order.
FIRST = (sp.log, sp.asin, sp.acos, sp.atan, sp.asinh, sp.acosh, sp.atanh)
WAVES = (sp.sin, sp.cos, sp.sinh, sp.cosh)


def by_parts(f: Any, x: Any, work: Working) -> Any:
    """Integrate u dv with a logarithm or inverse function as u, or a polynomial beside an exponential or a wave."""
    pair = _choice(f, x)
    if pair is None:
        return None
    u, dv = pair
    with work.group("integral.parts", integral_tree(f, x), first=u, second=dv) as group:
        v = antiderivative(dv, x, work)
        rest = sp.expand(sp.simplify(v * sp.diff(u, x))) if u.has(*FIRST) else v * sp.diff(u, x)
        left = u * v
        inner = antiderivative(rest, x, work) if rest != 0 else sp.Integer(0)
        found = left - inner
        group.done(found)
    return found


def _choice(f: Any, x: Any) -> tuple[Any, Any] | None:
    factors = sp.Mul.make_args(f)
    for factor in factors:
        if isinstance(factor.as_base_exp()[0], FIRST) and factor.as_base_exp()[1].is_positive:
            return factor, f / factor
    below = sp.Mul(
        *(factor for factor in factors if factor.as_base_exp()[0] == x and _below_minus_one(factor.as_base_exp()[1]))
    )
    if below != 1 and isinstance(f / below, (sp.sin, sp.cos, sp.exp)):
        return f / below, below
    polynomial = [factor for factor in factors if factor.is_polynomial(x) and factor.has(x)]
    rest = [factor for factor in factors if factor not in polynomial]
    if len(polynomial) == 0 or not any(factor.has(x) for factor in rest):
        return None
    other = sp.Mul(*rest)
    if not other.has(*WAVES, sp.exp, sp.sec, sp.csc) and not _is_exponential(other, x):
        return None
    return sp.Mul(*polynomial), other


def _is_exponential(f: Any, x: Any) -> bool:
    base, exponent = f.as_independent(x)[1].as_base_exp()
    return bool(not base.has(x) and exponent.has(x))


def cyclic(f: Any, x: Any, work: Working) -> Any:
    """Integrate e^(a x) times sin or cos of b x: by parts twice gives the integral back, so solve for it."""
    factors = [factor for factor in sp.Mul.make_args(f) if factor.has(x)]
    if len(factors) != 2:
        return None
    constant = f.as_independent(x)[0]
    power = next((g for g in factors if not g.as_base_exp()[0].has(x)), None)
    wave = next((g for g in factors if isinstance(g, (sp.sin, sp.cos))), None)
    if power is None or wave is None:
        return None
    base, exponent = power.as_base_exp()
    inside = wave.args[0]
    if not all(part.is_polynomial(x) and sp.degree(part, x) == 1 for part in (exponent, inside)):
        return None
    a, b = sp.diff(exponent, x) * sp.log(base), sp.diff(inside, x)
    found = constant * power * (a * wave - b * sp.diff(wave, x) / b) / (a**2 + b**2)
    return _recorded(f, found, x, work)


def _recorded(f: Any, found: Any, x: Any, work: Working) -> Any:
    work.step("integral.cyclic_parts", integral_tree(f, x), found)
    return found


def secant_power(f: Any, x: Any, work: Working) -> Any:
    """Integrate an odd power of sec or cosec: by parts gives the integral back, so solve for it."""
    constant, power = f.as_independent(x)
    base, n = power.as_base_exp()
    if isinstance(base, (sp.cos, sp.sin)) and n.is_Integer and n <= -3:
        base, n = (sp.sec if isinstance(base, sp.cos) else sp.csc)(base.args[0]), -n
    if not isinstance(base, (sp.sec, sp.csc)) or not n.is_Integer or n < 3:
        return None
    angle = base.args[0]
    if not angle.is_polynomial(x) or sp.degree(angle, x) != 1:
        return None
    slope = sp.diff(angle, x)
    other = sp.tan(angle) if isinstance(base, sp.sec) else -sp.cot(angle)
    with work.group("integral.cyclic_parts", integral_tree(f, x)) as group:
        lower = antiderivative(base ** (n - 2), x, work)
        found = constant * (base ** (n - 2) * other / slope + (n - 2) * lower) / (n - 1)
        group.done(sp.expand(found))
    return sp.expand(found)


def _below_minus_one(exponent: Any) -> bool:
    return bool(exponent.is_number and exponent <= -2)
