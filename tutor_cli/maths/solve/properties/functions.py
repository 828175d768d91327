"""Properties of a function: domain, range, even or odd, inverse, one-one, always positive, period."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Apply, Expr, Neg, Number, Power, Relation, Symbol, Text
from tutor_cli.maths.solve import domain, sets, verify
from tutor_cli.maths.solve.bridge import symbol
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.properties.subject import CONSTANTS, Trees, body_of, function_of, number_of
from tutor_cli.maths.solve.recipes.functions import yes_or_no
from tutor_cli.maths.solve.substitution import substituted
from tutor_cli.maths.solve.working import Statement, Working, joined, line_tree
from tutor_cli.maths.solve.writing import to_tree

_ALL = Text("all real numbers")
_Y = symbol("y")


def domain_of(trees: Trees, work: Working) -> Answer:
    """Return the real numbers for which a function has a value."""
    x, _ = function_of(trees[0])
    body = body_of(trees[0])
    needs = domain.constraints(body, {str(x)}, CONSTANTS)
    for need in needs:
        work.note(f"domain.{need.cause}", body, condition=need.tree())
    found = domain.allowed(needs, x)
    if found is sp.S.Reals:
        work.note("function.no_limits", body)
        return Answer("value", None, _ALL, verified=True)
    shown = _excluded(needs, x) or sets.answer_tree(found, x)
    return Answer("set", found, shown, verified=True)


def _excluded(needs: list[domain.Constraint], x: Any) -> Expr | None:
    """Return `x ≠ 4` where nothing but a few points is left out."""
    points = domain.excluded_points(needs, x)
    if not points or any(need.sign != "ne" or not domain.real_zeros(need.expression, x).is_FiniteSet for need in needs):
        return None
    return joined([line_tree(Statement(x, value, "ne")) for value in points], "and")


def range_of(trees: Trees, work: Working) -> Answer:
    """Return the values that a function takes; NoMethod where no school method finds them."""
    x, value = function_of(trees[0])
    for method in (_of_polynomial, _of_fraction, _of_wave, _of_root):
        found = method(value, x, work)
        if found is sp.S.Reals:
            return Answer("value", None, _ALL, verified=True)
        if found is not None:
            return Answer("set", found, _range_tree(found), verified=_agrees(found, value, x))
    raise NoMethod


def _range_tree(found: Any) -> Expr:
    if isinstance(found, sp.Complement):
        return line_tree(Statement(_Y, next(iter(found.args[1])), "ne"))
    return sets.answer_tree(found, _Y)


def _agrees(found: Any, value: Any, x: Any) -> bool:
    """Tell whether the function's values at many places are in the set, and near its ends."""
    samples = [value.subs(x, sp.Rational(k, 7)) for k in range(-70, 71)]
    real = [v for v in samples if v.is_real and v.is_finite]
    return len(real) > 1 and all(found.contains(v) == sp.S.true or sets.contains(found, float(v)) for v in real)


def _of_polynomial(value: Any, x: Any, work: Working) -> Any:
    if not value.is_polynomial(x):
        return None
    degree = sp.degree(value, x)
    if degree % 2:
        work.note("function.odd_degree", to_tree(value))
        return sp.S.Reals
    if degree != 2:
        return None
    a, b = sp.Poly(value, x).coeff_monomial(x**2), sp.Poly(value, x).coeff_monomial(x)
    height = sp.expand(value.subs(x, -b / (2 * a)))
    work.note("function.opens_up" if a > 0 else "function.opens_down", to_tree(value), value=height)
    return sp.Interval(height, sp.oo) if a > 0 else sp.Interval(-sp.oo, height)


def _of_fraction(value: Any, x: Any, work: Working) -> Any:
    """The values of (a x + b)/(c x + d): all but a/c."""
    top, bottom = sp.fraction(sp.together(value))
    if not (top.is_polynomial(x) and bottom.is_polynomial(x)) or sp.degree(bottom, x) != 1 or sp.degree(top, x) > 1:
        return None
    solved = sp.solve(top - _Y * bottom, x)
    limit = sp.limit(value, x, sp.oo)
    if len(solved) != 1 or sp.cancel(value).is_number:
        return None
    work.note("function.solved_for_x", Statement(x, sp.cancel(solved[0])))
    work.note("function.never_there", Statement(_Y, limit, "ne"), value=limit)
    return sp.Complement(sp.S.Reals, sp.FiniteSet(limit))


def _of_wave(value: Any, x: Any, work: Working) -> Any:
    """The values of a sin(b x + c) + d: from d - |a| to d + |a|."""
    waves = [node for node in value.atoms(sp.sin, sp.cos) if node.has(x)]
    if len(waves) != 1 or not waves[0].args[0].is_polynomial(x) or sp.degree(waves[0].args[0], x) != 1:
        return None
    t = symbol("t")
    plain = value.subs(waves[0], t)
    if plain.has(x) or not plain.is_polynomial(t) or sp.degree(plain, t) != 1:
        return None
    work.note("function.wave", to_tree(waves[0]), wave=waves[0])
    ends = sorted((plain.subs(t, -1), plain.subs(t, 1)), key=float)
    return sp.Interval(*ends)


def _of_root(value: Any, x: Any, work: Working) -> Any:
    """The values of a√(b x + c) + d and a|b x + c| + d: from d on, or up to d."""
    parts = [node for node in value.atoms(sp.Pow, sp.Abs) if node.has(x)]
    roots = [n for n in parts if isinstance(n, sp.Abs) or n.exp == sp.Rational(1, 2)]
    if len(roots) != 1:
        return None
    inside = roots[0].args[0]
    t = symbol("t")
    plain = value.subs(roots[0], t)
    if plain.has(x) or sp.degree(plain, t) != 1 or not inside.is_polynomial(x):
        return None
    work.note("function.never_negative", to_tree(roots[0]), part=roots[0])
    start = plain.subs(t, 0)
    if sp.degree(inside, x) == 2 and inside.coeff(x, 2) < 0 and not isinstance(roots[0], sp.Abs):
        return _under_arch(plain, t, sp.sqrt(inside.subs(x, -inside.coeff(x, 1) / (2 * inside.coeff(x, 2)))), work)
    if sp.degree(inside, x) != 1:
        return None
    return sp.Interval(start, sp.oo) if sp.diff(plain, t) > 0 else sp.Interval(-sp.oo, start)


def _under_arch(plain: Any, t: Any, highest: Any, work: Working) -> Any:
    """The values of a√q + d where the quadratic q is positive only between its zeros: up to the root of its maximum."""
    if highest.is_real is not True:
        return None
    work.note("function.root_highest", to_tree(highest))
    ends = sorted((plain.subs(t, 0), plain.subs(t, highest)), key=float)
    return sp.Interval(*ends)


def parity(trees: Trees, work: Working) -> Answer:
    """Tell in words whether a function is even, odd or neither."""
    return Answer("value", None, Text(_parity(trees, work)), verified=True)


def _parity(trees: Trees, work: Working) -> str:
    x, value = function_of(trees[0])
    mirrored = sp.simplify(value.subs(x, -x))
    work.note("function.mirrored", Relation((Apply(Symbol("f"), (Neg(to_tree(x)),)), to_tree(mirrored)), ("=",)))
    if sp.simplify(mirrored - value) == 0:
        name = "even"
    else:
        name = "odd" if sp.simplify(mirrored + value) == 0 else "neither even nor odd"
    work.note(f"function.{name.replace(' ', '_')}", to_tree(value))
    return name


def _is(name: str) -> Callable[[Trees, Working], Answer]:
    return lambda trees, work: yes_or_no(_parity(trees, work) == name)


def inverse(trees: Trees, work: Working) -> Answer:
    """Return the inverse of a function that takes every value once."""
    x, value = function_of(trees[0])
    found = sp.solve(sp.Eq(_Y, value), x)
    if len(found) != 1 or not _one_one(value, x):
        work.note("function.no_inverse", to_tree(value))
        return Answer("value", None, Text("no inverse"), verified=True)
    back = sp.simplify(found[0])
    work.note("function.set_y", Statement(_Y, value))
    work.note("function.solved_for_x", Statement(x, back))
    inverted = back.subs(_Y, x)
    head = Apply(Power(Symbol("f"), Neg(Number("1"))), (to_tree(x),))
    if domain.constraints(body_of(trees[0]), {str(x)}, CONSTANTS) and (home := _of_root(value, x, Working())):
        work.note("function.inverse_domain", sets.answer_tree(home, x), home=sets.answer_tree(home, x))
    verified = sp.simplify(value.subs(x, inverted) - x) == 0 or sp.simplify(back.subs(_Y, value) - x) == 0
    return Answer("expression", inverted, Relation((head, to_tree(inverted)), ("=",)), verified=verified)


def one_one(trees: Trees, work: Working) -> Answer:
    """Tell whether a function takes no value twice."""
    x, value = function_of(trees[0])
    holds = _one_one(value, x)
    work.note("function.one_one" if holds else "function.not_one_one", to_tree(value))
    return yes_or_no(holds)


def _one_one(value: Any, x: Any) -> bool:
    """Tell it for polynomials, (a x + b)/(c x + d), roots, exponentials and logarithms; raise NoMethod for others."""
    slope = sp.simplify(sp.diff(value, x))
    if not slope.has(x):
        return bool(slope != 0)
    if value.is_polynomial(x):
        zeros = sp.real_roots(sp.Poly(slope, x))
        return sp.degree(value, x) % 2 == 1 and all(zeros.count(zero) % 2 == 0 for zero in zeros)
    top, bottom = sp.fraction(sp.together(value))
    if top.is_polynomial(x) and bottom.is_polynomial(x) and max(sp.degree(top, x), sp.degree(bottom, x)) == 1:
        return True
    if value.has(sp.sin, sp.cos, sp.tan, sp.Abs):
        return False
    if is_simple_root(value, x):
        return True
    raise NoMethod


def is_simple_root(value: Any, x: Any) -> bool:
    """Tell whether it is one root, exponential or logarithm of a linear expression, times a number, plus one."""
    parts = [node for node in value.atoms(sp.Pow, sp.exp, sp.log) if node.has(x)]
    if len(parts) != 1 or value.subs(parts[0], _Y).has(x) or sp.degree(value.subs(parts[0], _Y), _Y) != 1:
        return False
    inside = parts[0].exp if isinstance(parts[0], sp.Pow) and not parts[0].base.has(x) else parts[0].args[0]
    return bool(inside.is_polynomial(x)) and sp.degree(inside, x) == 1 and parts[0].as_base_exp()[1] != 2


def sign(trees: Trees, work: Working, *, positive: bool) -> Answer:
    """Tell whether a quadratic or linear function is positive, or negative, everywhere."""
    x, value = function_of(trees[0])
    if not value.is_polynomial(x):
        raise NoMethod
    relation = value > 0 if positive else value < 0
    found = sp.solve_univariate_inequality(relation, x, relational=False)
    holds = found == sp.S.Reals
    if not holds:
        place = _where_not(found)
        there = value.subs(x, place)
        work.note("function.not_there", to_tree(there), place=Statement(x, place), value=there)
    elif sp.degree(value, x) == 2:
        shown = sp.Poly(value, x)
        across = -shown.coeff_monomial(x) / (2 * shown.coeff_monomial(x**2))
        work.note(
            "function.opens_up" if positive else "function.opens_down", to_tree(value), value=value.subs(x, across)
        )
    else:
        work.note("function.same_sign", to_tree(value))
    return yes_or_no(holds)


def _where_not(found: Any) -> Any:
    """Return a simple number outside the set."""
    tried = (0, 1, -1, 2, -2, 3, -3, *range(4, 40), *range(-40, -3))
    outside = next((k for k in tried if not found.contains(sp.Integer(k))), None)
    if outside is not None:
        return sp.Integer(outside)
    return next(iter(sp.Complement(sp.S.Reals, found).boundary))


def period(trees: Trees, work: Working) -> Answer:
    """Return the period of a function of one wave."""
    x, value = function_of(trees[0])
    waves = [node for node in value.atoms(sp.sin, sp.cos, sp.tan, sp.cot) if node.has(x)]
    inside = waves[0].args[0] if len(waves) == 1 else sp.Integer(0)
    if not inside.is_polynomial(x) or sp.degree(inside, x) != 1:
        raise NoMethod
    turn = sp.pi if isinstance(waves[0], (sp.tan, sp.cot)) else 2 * sp.pi
    found = turn / abs(sp.Poly(inside, x).LC())
    work.note("function.period", to_tree(waves[0]), turn=turn, wave=waves[0])
    return Answer("value", found, verified=sp.simplify(value.subs(x, x + found) - value) == 0)


def value_at(trees: Trees, work: Working) -> Answer:
    """Return the value of a function at a place."""
    x, value = function_of(trees[1])
    place = number_of(trees[0])
    found = sp.simplify(value.subs(x, place))
    if found.is_finite is not True or found.is_real is not True:
        work.note("function.no_value", body_of(trees[1]), place=Statement(x, place))
        return Answer("undefined", verified=True)
    inserted = substituted(body_of(trees[1]), str(x), place)
    work.note("function.value", inserted, place=Statement(x, place))
    return Answer("value", found, verified=verify.expressions_agree(inserted, to_tree(found), CONSTANTS) is True)


FUNCTIONS_OF_X: dict[str, Callable[[Trees, Working], Answer]] = {
    "domain": domain_of,
    "range of function": range_of,
    "parity": parity,
    "is even": _is("even"),
    "is odd": _is("odd"),
    "inverse function": inverse,
    "one one": one_one,
    "always positive": lambda trees, work: sign(trees, work, positive=True),
    "always negative": lambda trees, work: sign(trees, work, positive=False),
    "period": period,
    "value at": value_at,
}
