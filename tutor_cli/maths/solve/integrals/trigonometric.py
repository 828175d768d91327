"""Integrals of powers and quotients of trigonometric functions."""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy.simplify.fu import TR8

from tutor_cli.maths.solve.integrals.engine import antiderivative, integral_tree
from tutor_cli.maths.solve.integrals.substitution import change_letter, new_letter
from tutor_cli.maths.solve.working import Statement, Working

CIRCULAR = (sp.sin, sp.cos, sp.tan, sp.cot, sp.sec, sp.csc)


def _angle(f: Any, x: Any) -> Any:
    """Return the one linear angle of all trigonometric functions in f, where x stands nowhere else."""
    nodes = [node for node in f.atoms(*CIRCULAR) if node.has(x)]
    angles = {node.args[0] for node in nodes}
    if len(angles) != 1:
        return None
    angle = angles.pop()
    if not angle.is_polynomial(x) or sp.degree(angle, x) != 1:
        return None
    letters = {node: sp.Dummy() for node in nodes}
    return None if f.subs(letters).has(x) else angle


def even_powers(f: Any, x: Any, work: Working) -> Any:
    """Rewrite even powers and products of sine and cosine with multiple angles."""
    if not f.atoms(sp.sin, sp.cos) or f.atoms(sp.tan, sp.cot, sp.sec, sp.csc):
        return None
    dummies = {node: sp.Dummy() for node in f.atoms(sp.sin, sp.cos) if node.has(x)}
    inside = f.subs(dummies)
    if inside.has(x) or not inside.is_polynomial(*dummies.values()) or not _needs_angles(f, x):
        return None
    rewritten = _linear_in_waves(f, x)
    if rewritten is None or rewritten == f:
        return None
    work.step("integral.multiple_angles", integral_tree(f, x), integral_tree(rewritten, x))
    return antiderivative(rewritten, x, work)


def _linear_in_waves(f: Any, x: Any) -> Any:
    """Return f with no product or power of sine and cosine left, or None where a few rounds are not enough."""
    for _ in range(4):
        f = sp.expand(TR8(f))
        if not any(node.is_Pow and node.has(x) for node in f.atoms(sp.Pow)):
            return f
    return None


def _needs_angles(f: Any, x: Any) -> bool:
    """Tell whether no power is odd: those go by substitution."""
    powers = {base: k for base, k in f.as_powers_dict().items() if isinstance(base, (sp.sin, sp.cos))}
    return len({base.args[0] for base in powers}) > 1 or all(exponent % 2 == 0 for exponent in powers.values())


def odd_power(f: Any, x: Any, work: Working) -> Any:
    """Integrate sin^m cos^n with an odd exponent: split one factor off and substitute the other function."""
    angle = _angle(f, x)
    if angle is None or f.atoms(sp.tan, sp.cot, sp.sec, sp.csc):
        return None
    s, c = sp.sin(angle), sp.cos(angle)
    powers = f.as_powers_dict()
    u, slope = new_letter(f), sp.diff(angle, x)
    for one, other, sign in ((s, c, -1), (c, s, 1)):
        n = powers.get(one, 0)
        if getattr(n, "is_Integer", False) and n % 2 and n > 0:
            reduced = sign * sp.expand(((1 - u**2) ** ((n - 1) / 2) * f / one**n).subs(other, u)) / slope
            if not reduced.has(x):
                return change_letter(f, reduced, Statement(u, other), x, work)
    return None


def tangent_powers(f: Any, x: Any, work: Working) -> Any:
    """Use tan² = sec² - 1 (or cot² = csc² - 1) on a power of tan or cot."""
    constant, power = f.as_independent(x)
    base, n = power.as_base_exp()
    if not isinstance(base, (sp.tan, sp.cot)) or not n.is_Integer or n < 2:
        return None
    square = sp.sec(base.args[0]) ** 2 if isinstance(base, sp.tan) else sp.csc(base.args[0]) ** 2
    rewritten = sp.expand(constant * base ** (n - 2) * square) - constant * base ** (n - 2)
    work.step("integral.tangent_square", integral_tree(f, x), integral_tree(rewritten, x))
    return antiderivative(rewritten, x, work)


def tangent_substitution(f: Any, x: Any, work: Working) -> Any:
    """Substitute t = tan of the angle where f depends on the tangent (and its roots) alone."""
    angle = _angle(f, x)
    if angle is None:
        return None
    t = sp.Symbol(new_letter(f).name, positive=True)
    secant = sp.sqrt(1 + t**2)
    values = {
        sp.sin(angle): t / secant, sp.cos(angle): 1 / secant, sp.tan(angle): t,
        sp.cot(angle): 1 / t, sp.sec(angle): secant, sp.csc(angle): secant / t,
    }  # fmt: skip
    reduced = sp.simplify(f.subs(values) / ((1 + t**2) * sp.diff(angle, x)))
    if any(node.exp.is_Rational and node.exp.q > 1 and node.base != t for node in reduced.atoms(sp.Pow)):
        return None
    real = sp.Symbol(t.name, real=True)
    return change_letter(f, reduced.subs(t, real), Statement(real, sp.tan(angle)), x, work)


def half_angle(f: Any, x: Any, work: Working) -> Any:
    """Substitute t = tan(angle/2), which turns every quotient of sines and cosines into a rational function."""
    angle = _angle(f, x)
    if angle is None:
        return None
    t = new_letter(f)
    sine, cosine = 2 * t / (1 + t**2), (1 - t**2) / (1 + t**2)
    values = {
        sp.sin(angle): sine, sp.cos(angle): cosine, sp.tan(angle): sine / cosine,
        sp.cot(angle): cosine / sine, sp.sec(angle): 1 / cosine, sp.csc(angle): 1 / sine,
    }  # fmt: skip
    reduced = sp.cancel(sp.together(f.subs(values) * 2 / ((1 + t**2) * sp.diff(angle, x))))
    if not reduced.is_rational_function(t):
        return None
    return change_letter(f, reduced, Statement(t, sp.tan(angle / 2)), x, work)


def root_of_one_plus(f: Any, x: Any, work: Working) -> Any:
    """Integrate √(a ± a sin θ) and √(a ± a cos θ): multiply by the conjugate root."""
    constant, power = f.as_independent(x)
    if not power.is_Pow or power.exp != sp.S.Half:
        return None
    angle = _angle(power.base, x)
    if angle is None:
        return None
    a, wave = power.base.as_independent(x, as_Add=True)
    b, wave = wave.as_independent(x, as_Add=False)
    if a == 0 or abs(a) != abs(b) or not isinstance(wave, (sp.sin, sp.cos)):
        return None
    slope = sp.diff(angle, x)
    other = sp.cos(angle) if isinstance(wave, sp.sin) else sp.sin(angle)
    sign = -1 if (isinstance(wave, sp.sin)) == (a == b) else 1
    found = constant * sign * 2 * a * other / (slope * power)
    work.step("integral.conjugate_root", integral_tree(f, x), found)
    return found
