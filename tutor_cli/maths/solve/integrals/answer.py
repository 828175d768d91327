"""Indefinite and definite integrals as answers: with + C, with limits, checked by derivative or by quadrature."""

from __future__ import annotations

from typing import Any

import mpmath
import sympy as sp

from tutor_cli.maths.expr import Add, Evaluated, Expr, Function, Group, Integral, Interval, Symbol
from tutor_cli.maths.solve import verify
from tutor_cli.maths.solve.bridge import symbol, to_sympy
from tutor_cli.maths.solve.exact import Undefined
from tutor_cli.maths.solve.integrals.engine import antiderivative
from tutor_cli.maths.solve.limits import one_sided
from tutor_cli.maths.solve.numeric import FLOATS, Unknown, compiled
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.truth import interval_ends
from tutor_cli.maths.solve.working import Statement, Working, line_tree
from tutor_cli.maths.solve.writing import to_tree

CONSTANT = Symbol("C")


def indefinite(tree: Expr, name: str, constants: tuple[str, ...], work: Working) -> Answer:
    """Return an antiderivative with + C; `no_closed_form` where none of the named functions will do."""
    x = symbol(name)
    f = to_sympy(tree, constants)
    try:
        found = tidy(antiderivative(f, x, work), x)
    except NoMethod:
        work.note("integral.no_closed_form", Integral(_grouped(tree), (Symbol(name),)))
        return Answer("no_closed_form", tree=Integral(_grouped(tree), (Symbol(name),)))
    shown = with_constant(found)
    work.remark("integral.add_constant", Integral(_grouped(tree), (Symbol(name),)), shown)
    return Answer("expression", found, shown, verified=is_antiderivative(found, tree, x, constants))


def _grouped(tree: Expr) -> Expr:
    return Group(tree) if isinstance(tree, Add) else tree


def with_constant(found: Any) -> Expr:
    """Return the antiderivative with + C."""
    tree = to_tree(found)
    terms = tree.terms if isinstance(tree, Add) else (tree,)
    return Add((*terms, CONSTANT))


def tidy(found: Any, x: Any) -> Any:
    """Return the antiderivative without an added number."""
    number = found.as_independent(x, as_Add=True)[0] if found.is_Add else sp.Integer(0)
    return found - number if number.is_number else found


def is_antiderivative(found: Any, tree: Expr, x: Any, constants: tuple[str, ...]) -> bool:
    """Tell whether the derivative of what was found is the integrand, wherever the integrand has a value."""
    try:
        back = verify.derivative_agrees(line_tree(found), tree, x.name, (*constants, "e"))
    except Unknown:
        return False
    return back is True


def definite(tree: Expr, name: str, interval: Expr, constants: tuple[str, ...], work: Working) -> Answer:
    """Return the integral between limits; limits at ±∞ and at gaps of the integrand are taken as limits."""
    x, f = symbol(name), to_sympy(tree, constants)
    low, high = (to_sympy(end, constants) for end in interval_ends(interval)[:2])
    shown = Integral(_grouped(tree), (Symbol(name),), to_tree(low), to_tree(high))
    if high < low:
        flipped = definite(tree, name, _turned(interval), constants, work)
        return flipped if flipped.value is None else Answer("value", -flipped.value, verified=flipped.verified)
    found = _antiderivative(f, x, work.sheet())
    own = inner_gaps(f, x, low, high)
    gaps = sorted({*own, *inner_gaps(found, x, low, high)}, key=float)
    pieces = list(zip([low, *gaps], [*gaps, high], strict=True))
    if own:
        work.note("integral.gap", shown, points=[Statement(x, gap) for gap in own])
    found = _antiderivative(f, x, work)
    values = [_piece(found, f, x, a, b, work) for a, b in pieces]
    if any(value is None for value in values):
        work.note("integral.diverges", shown)
        return Answer("diverges", verified=True)
    total = sp.simplify(sum(values))
    _show_evaluation(shown, found, pieces, total, work)
    if not (low.is_finite and high.is_finite) and _oscillates(tree):
        return Answer("value", total, verified=is_antiderivative(found, tree, x, constants))
    return Answer("value", total, verified=_quadrature_agrees(tree, name, low, high, gaps, total, constants))


def _turned(interval: Expr) -> Expr:
    low, high, low_closed, high_closed = interval_ends(interval)
    return Interval(high, low, high_closed, low_closed)


def _antiderivative(f: Any, x: Any, work: Working) -> Any:
    return tidy(antiderivative(f, x, work), x)


def inner_gaps(f: Any, x: Any, low: Any, high: Any) -> list[Any]:
    """Return where the integrand has no value, or changes its rule, strictly between the limits."""
    points: set[Any] = set()
    plain = f.replace(sp.tan, _sine_over_cosine).replace(sp.cot, _cosine_over_sine)
    plain = plain.replace(sp.sec, lambda a: 1 / sp.cos(a)).replace(sp.csc, lambda a: 1 / sp.sin(a))
    denominators = [node.base for node in plain.atoms(sp.Pow) if node.exp.is_negative and node.has(x)]
    arguments = [node.args[0] for node in f.atoms(sp.log, sp.Abs, sp.sign) if node.has(x)]
    for g in (*denominators, *arguments):
        if g.has(x):
            zeros = sp.solveset(g, x, sp.Interval.open(low, high))
            if not zeros.is_FiniteSet and zeros is not sp.S.EmptySet:
                raise NoMethod
            points |= set(zeros)
    return sorted((point for point in points if point.is_real), key=float)


def _sine_over_cosine(angle: Any) -> Any:
    return sp.sin(angle) / sp.cos(angle)


def _cosine_over_sine(angle: Any) -> Any:
    return sp.cos(angle) / sp.sin(angle)


def _piece(found: Any, f: Any, x: Any, a: Any, b: Any, work: Working) -> Any:
    """Return F(b-) - F(a+), or None where it is infinite."""
    upper, lower = one_sided(found, x, b, "-"), one_sided(found, x, a, "+")
    if upper is None or lower is None or not (upper - lower).is_finite:
        return None
    return upper - lower


def _show_evaluation(shown: Expr, found: Any, pieces: list[tuple[Any, Any]], total: Any, work: Working) -> None:
    brackets = tuple(Evaluated(to_tree(found), to_tree(a), to_tree(b)) for a, b in pieces)
    bracket = brackets[0] if len(brackets) == 1 else Add(brackets)
    work.remark("integral.fundamental_theorem", shown, bracket)
    work.remark("integral.insert_limits", bracket, to_tree(total))


def _oscillates(tree: Expr) -> bool:
    """Tell whether the integrand has a sine or cosine, for which plain quadrature to infinity fails."""
    return any(node in (Function("sin"), Function("cos")) for node in tree.walk())


def _quadrature_agrees(
    tree: Expr, name: str, low: Any, high: Any, gaps: list[Any], total: Any, constants: tuple[str, ...]
) -> bool:
    """A second way: numeric quadrature of the integrand."""
    f = compiled(tree, FLOATS, constants)

    def value(at: Any) -> Any:
        try:
            return f({name: float(at)})
        except Undefined:
            return 0.0

    ends = [
        mpmath.mpf(str(sp.N(point, 17))) if point.is_finite else mpmath.inf * (1 if point > 0 else -1)
        for point in [low, *gaps, high]
    ]
    estimate = mpmath.quad(value, ends)
    return bool(abs(estimate - mpmath.mpf(str(sp.N(total, 17)))) < 1e-4 * (1 + abs(estimate)))
