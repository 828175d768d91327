"""Limits from both sides, with the method a teacher would name."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Expr, Group, Limit, Mul, Relation, Symbol
from tutor_cli.maths.solve.bridge import precise, symbol, to_sympy
from tutor_cli.maths.solve.exact import Undefined
from tutor_cli.maths.solve.numeric import PRECISE, compiled
from tutor_cli.maths.solve.outcome import Answer
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import to_tree


def one_sided(f: Any, x: Any, target: Any, side: str) -> Any:
    """Return the limit from one side, ±∞ included; None where it does not exist."""
    try:
        value = sp.limit(f, x, target, dir=side)
    except (NotImplementedError, ValueError, TypeError):
        return None
    if value.has(sp.AccumBounds, sp.nan, sp.zoo, sp.Limit, sp.I) or (not value.is_real and not value.is_infinite):
        return None
    return sp.simplify(value) if value.is_finite else value


def limit_tree(body: Expr | Any, x: Any, target: Any, side: str = "both") -> Expr:
    """Return a limit as a tree."""
    tree = body if isinstance(body, Expr) else to_tree(body)
    return Limit(Group(tree), Symbol(x.name), to_tree(target), side)  # type: ignore[arg-type]


def solve(problem: Problem, name: str, to: Expr, work: Working) -> Answer:
    """Return the limit, from both sides unless one is asked for."""
    tree, side, constants = problem.expressions[0], problem.side, problem.constants
    x, f, target = symbol(name), to_sympy(tree, constants), to_sympy(to, constants)
    start = limit_tree(tree, x, target, side)
    if not target.is_finite:
        left = right = one_sided(f, x, target, "-" if target > 0 else "+")
    else:
        left = one_sided(f, x, target, "-") if side != "above" else None
        right = one_sided(f, x, target, "+") if side != "below" else None
        left, right = (right, right) if side == "above" else (left, left) if side == "below" else (left, right)
    if left is None or right is None or left != right:
        return _none(start, f, x, target, left, right, work)
    _explain(start, f, x, target, left, work, problem.method)
    return Answer("value", left, verified=approaches(tree, name, target, left, side, constants))


def _none(start: Expr, f: Any, x: Any, target: Any, left: Any, right: Any, work: Working) -> Answer:
    if left is not None and right is not None:
        work.note("limit.from_left", Relation((limit_tree(f, x, target, "below"), to_tree(left)), ("=",)), value=left)
        work.note(
            "limit.from_right", Relation((limit_tree(f, x, target, "above"), to_tree(right)), ("=",)), value=right
        )
        work.note("limit.sides_differ", start)
    else:
        work.note("limit.oscillates", start)
    return Answer("does_not_exist", verified=True)


def _explain(start: Expr, f: Any, x: Any, target: Any, value: Any, work: Working, method: str = "") -> None:
    """Show the way: put the number in, cancel, conjugate, a known limit, l'Hôpital, or divide by the highest power."""
    if target.is_finite and _direct(f, x, target, value):
        work.remark("limit.direct", start, to_tree(value))
        return
    for id, rewritten in _rewritings(f, x, target) if method != "l_hopital" else ():
        if rewritten != f and _direct(rewritten, x, target, value):
            after = limit_tree(rewritten, x, target)
            work.remark(id, start, after)
            work.remark("limit.direct", after, to_tree(value))
            return
    if target == 0 and method != "l_hopital" and _by_sine(start, f, x, value, work):
        return
    if target.is_finite and _l_hopital(start, f, x, target, value, work):
        return
    work.remark("limit.value", start, to_tree(value))


def _direct(f: Any, x: Any, target: Any, value: Any) -> bool:
    try:
        inserted = f.subs(x, target)
    except (ZeroDivisionError, ValueError):
        return False
    return bool(inserted == value or (inserted.is_finite and sp.simplify(inserted - value) == 0))


def _rewritings(f: Any, x: Any, target: Any) -> list[tuple[str, Any]]:
    numerator, denominator = sp.fraction(sp.together(f))
    found = [("limit.cancel", sp.cancel(f))]
    if not target.is_finite and f.is_rational_function(x):
        degree = max(sp.degree(numerator, x), sp.degree(denominator, x))
        above, below = (sp.expand(sp.expand(part) / x**degree) for part in (numerator, denominator))
        found.append(("limit.highest_power", above / below))
    roots = [node for node in numerator.atoms(sp.Pow) if node.exp == sp.S.Half and node.has(x)]
    if roots:
        conjugate = numerator.subs(roots[0], -roots[0])
        product = sp.expand(numerator * conjugate)
        if product != 0:
            found.append(("limit.conjugate", sp.cancel(product / denominator) / conjugate))
    return found


def _by_sine(start: Expr, f: Any, x: Any, value: Any, work: Working) -> bool:
    """Lead back to the limit of sin u over u: a number times sin kx over x, or times tan kx over x."""
    numerator, denominator = sp.fraction(sp.together(f))
    wave = next(iter(numerator.atoms(sp.sin, sp.tan)), None)
    if wave is None or numerator.as_independent(x)[1] != wave or denominator.as_independent(x)[1] != x:
        return False
    inside = wave.args[0]
    if not (inside / x).is_number:
        return False
    known = limit_tree(wave / inside, x, sp.Integer(0))
    factor = sp.simplify(f / (wave / inside))
    after = known if factor == 1 else Mul((to_tree(factor), known), "dot")
    work.step("limit.sine_form", start, after, inside=inside)
    work.remark("limit.sine", after, to_tree(value), known=known)
    return True


def _l_hopital(start: Expr, f: Any, x: Any, target: Any, value: Any, work: Working) -> bool:
    numerator, denominator = sp.fraction(sp.together(f))
    before = start
    for _ in range(3):
        ends = [part.subs(x, target) for part in (numerator, denominator)]
        if not all(sp.simplify(end) == 0 for end in ends) or not denominator.has(x):
            return False
        numerator, denominator = sp.diff(numerator, x), sp.diff(denominator, x)
        after = limit_tree(numerator / denominator, x, target)
        work.remark("limit.l_hopital", before, after)
        before = after
        if _direct(numerator / denominator, x, target, value):
            work.remark("limit.direct", after, to_tree(value))
            return True
    return False


def approaches(tree: Expr, name: str, target: Any, value: Any, side: str, constants: tuple[str, ...]) -> bool:
    """Tell, as a second way, whether the values near the target come ever closer to the limit, or grow without end."""
    f = compiled(tree, PRECISE, constants)
    shifts = [1, -1] if side == "both" else [1] if side == "above" else [-1]
    verdicts = [_closes_in(f, name, target, value, shift) for shift in (shifts if target.is_finite else [1])]
    return False not in verdicts and True in verdicts


def _closes_in(f: Any, name: str, target: Any, value: Any, shift: int) -> bool | None:
    """Look along one side; None where the function has no values there."""
    mp = PRECISE.library
    values = []
    for k in (3, 5, 7, 9):
        at = (
            mp.mpf(10) ** k * (1 if target > 0 else -1)
            if not target.is_finite
            else precise(target) + shift * mp.mpf(10) ** -k
        )
        try:
            values.append(f({name: at}))
        except Undefined:
            continue
    if len(values) < 2:
        return None
    if not value.is_finite:
        return bool(values[-1] * (1 if value > 0 else -1) > values[-2] * (1 if value > 0 else -1) > 0)
    gaps = [abs(v - precise(value)) for v in values]
    return bool(gaps[-1] <= gaps[0] + mp.mpf(10) ** -25 and gaps[-1] < 0.1 * (1 + abs(values[-1])))
