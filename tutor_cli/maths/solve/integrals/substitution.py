"""Substitution: what stands inside becomes a new letter when its derivative stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from tutor_cli.maths.solve.integrals.engine import antiderivative, integral_tree
from tutor_cli.maths.solve.outcome import NoMethod
from tutor_cli.maths.solve.working import Statement, Working

LETTERS = ("u", "v", "w", "t", "y")


def new_letter(*used: Any) -> Any:
    """Return a letter that none of the expressions has."""
    taken = {symbol.name for item in used for symbol in item.free_symbols}
    return sp.Symbol(next(name for name in LETTERS if name not in taken), real=True)


def inner_function(f: Any, x: Any, work: Working) -> Any:
    """Substitute u = g(x) where f is h(g) g' up to a constant."""
    for inner in _candidates(f, x):
        reduced = _reduced(f, inner, x)
        if reduced is not None:
            found = _carried_out(f, reduced, inner, x, work)
            if found is not None:
                return found
    return None


def _candidates(f: Any, x: Any) -> Iterator[Any]:
    seen = set()
    for node in sp.preorder_traversal(f):
        for inner in _insides(node):
            if inner.has(x) and inner not in (x, f) and inner not in seen and not _is_linear(inner, x):
                seen.add(inner)
                yield inner


def _insides(node: Any) -> tuple[Any, ...]:
    if isinstance(node, sp.Function):
        return (node.args[0], node)
    if node.is_Pow:
        base, exponent = node.as_base_exp()
        return (
            (base, exponent, node) if not base.is_Symbol or exponent.is_Rational is not True or exponent.q > 1 else ()
        )
    return ()


def _is_linear(inner: Any, x: Any) -> bool:
    return bool(inner.is_polynomial(x) and sp.degree(inner, x) == 1)


def _reduced(f: Any, inner: Any, x: Any) -> Any:
    """Return f / inner' written in the new letter, or None where x stays."""
    u = new_letter(f)
    slope = sp.diff(inner, x)
    if slope == 0:
        return None
    quotient = sp.powsimp(sp.cancel(sp.together(f / slope))) if f.is_rational_function(x) else sp.powsimp(f / slope)
    for form in (quotient, sp.simplify(quotient)):
        reduced = _in_terms(form, inner, u, x)
        if reduced is not None:
            return reduced
    return None


def _in_terms(form: Any, inner: Any, u: Any, x: Any) -> Any:
    reduced = form.subs(inner, u)
    if reduced.has(x) and inner.is_Pow and inner.base == x and inner.exp.is_Integer:
        reduced = form.replace(
            lambda n: n.is_Pow and n.base == x and n.exp % inner.exp == 0, lambda n: u ** (n.exp / inner.exp)
        )
    if reduced.has(x) and inner.is_polynomial(x) and sp.degree(inner, x) == 2 and sp.diff(inner, x, 1).subs(x, 0) == 0:
        square = sp.solve(inner - u, x**2)
        reduced = sp.simplify(form.subs(inner, u)).subs(x**2, square[0]) if square else reduced
    return None if reduced.has(x) else reduced


def _carried_out(f: Any, reduced: Any, inner: Any, x: Any, work: Working) -> Any:
    u = new_letter(f)
    inside = work.sheet()
    try:
        found = antiderivative(reduced, u, inside)
    except NoMethod:
        return None
    result = found.subs(u, inner)
    substitute(f, reduced, Statement(u, inner), inside, result, x, work)
    return result


def substitute(f: Any, reduced: Any, new: Statement, inside: Working, result: Any, x: Any, work: Working) -> None:
    """Record a substitution: the integral in the new letter with its steps, and the way back."""
    with work.group("integral.substitute", integral_tree(f, x), new=new) as group:
        work.remark("integral.in_new_letter", integral_tree(f, x), integral_tree(reduced, new.left), new=new)
        work.steps += inside.steps
        group.done(result)


def exponential(f: Any, x: Any, work: Working) -> Any:
    """Substitute t = e^x in a function of e^x alone."""
    powers = [node for node in f.atoms(sp.exp) if node.has(x)]
    if not powers or any(node.args[0].coeff(x, 1).is_Integer is not True for node in powers):
        return None
    t = sp.Symbol("t", positive=True)
    reduced = f.subs(x, sp.log(t)) / t
    reduced = sp.simplify(reduced)
    if reduced.has(sp.log, sp.exp):
        return None
    real = new_letter(f)
    return change_letter(f, reduced.subs(t, real), Statement(real, sp.exp(x)), x, work)


def root_of_linear(f: Any, x: Any, work: Working) -> Any:
    """Substitute v = √(a x + b) in an algebraic function with that root alone."""
    roots = {node.base for node in f.atoms(sp.Pow) if node.exp.is_Rational and node.exp.q == 2 and node.has(x)}
    if len(roots) != 1:
        return None
    inside = roots.pop()
    if not _is_linear(inside, x):
        return None
    v = sp.Symbol(new_letter(f).name, positive=True)
    a, b = sp.Poly(inside, x).all_coeffs()
    reduced = sp.cancel(sp.together(f.subs(inside, v**2).subs(x, (v**2 - b) / a) * 2 * v / a))
    if not reduced.is_rational_function(v) or reduced.has(x):
        return None
    real = sp.Symbol(v.name, real=True)
    return change_letter(f, reduced.subs(v, real), Statement(real, sp.sqrt(inside)), x, work)


def change_letter(f: Any, reduced: Any, new: Statement, x: Any, work: Working) -> Any:
    """Integrate the reduced integrand in its own letter and put the old expression back."""
    inside = work.sheet()
    found = antiderivative(reduced, new.left, inside)
    result = found.subs(new.left, new.right)
    substitute(f, reduced, new, inside, result, x, work)
    return result
