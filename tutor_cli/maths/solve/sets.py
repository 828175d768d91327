"""Sets of real numbers: from SymPy to what is shown, and membership by numbers."""

from __future__ import annotations

from math import isfinite
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import (
    Add,
    Expr,
    Infix,
    Interval,
    Number,
    Postfix,
    Quotient,
    Relation,
    Row,
    Sequence,
    SetOf,
    Symbol,
    Text,
)
from tutor_cli.maths.solve.bridge import symbol
from tutor_cli.maths.solve.working import Statement, joined, line_tree
from tutor_cli.maths.solve.writing import product, to_tree

NEARLY = 1e-7


def answer_tree(solutions: Any, x: Any) -> Expr:
    """Return a solution set as a statement about x: `x = 2 or x = 3`, `x ∈ [1, ∞)`, `x = π/4 + nπ, n ∈ Z`."""
    if solutions is sp.S.EmptySet:
        return Relation((to_tree(x), Symbol("emptyset")), ("in",))
    if solutions.is_FiniteSet:
        return line_tree([Statement(x, value, _sign(value)) for value in ordered(solutions)])
    families = family_terms(solutions)
    if families is not None:
        statements = [Relation((to_tree(x), _family_tree(value)), ("=",)) for value in families]
        integers = Relation((Symbol("n"), Symbol("ZZ")), ("in",))
        return Row((joined(list(statements), "or"), Text(", "), integers))
    return Relation((to_tree(x), set_tree(solutions)), ("in",))


def degrees_tree(solutions: Any, x: Any) -> Expr | None:
    """Return angles that were asked for in degrees as `x = 30° or x = 150°`; None where they are no such."""
    angles = [value * 180 / sp.pi for value in ordered(solutions)] if solutions.is_FiniteSet else []
    if not angles or not all(angle.is_rational for angle in angles):
        return None
    return joined([Relation((to_tree(x), Postfix(to_tree(angle), "°")), ("=",)) for angle in angles], "or")


def _sign(value: Any) -> str:
    return "approx" if value.has(sp.Float) else "="


def ordered(solutions: Any) -> list[Any]:
    """Return the elements of a finite set, real ones ascending first."""
    return sorted(solutions, key=lambda value: (not value.is_real, float(sp.re(value)), float(sp.im(value))))


def family_terms(solutions: Any) -> list[Any] | None:
    """Return the general terms, in the letter n, of a union of families over the integers; None for another set."""
    parts = solutions.args if isinstance(solutions, sp.Union) else (solutions,)
    if not all(isinstance(part, sp.ImageSet) and part.base_sets == (sp.S.Integers,) for part in parts):
        return None
    n = symbol("n")
    return sorted(
        (part.lamda.expr.subs(part.lamda.variables[0], n) for part in parts), key=lambda term: float(term.subs(n, 0))
    )


def _family_tree(term: Any) -> Expr:
    """Return `π/3 + 2nπ`: the letter before the pi, as in textbooks."""
    n = symbol("n")
    constant = term.subs(n, 0)
    turns = sp.expand(term - constant) / (n * sp.pi)
    step = _turns_tree(turns) if turns.is_Rational else to_tree(sp.expand(term - constant))
    return step if constant == 0 else Add((to_tree(constant), step))


def _turns_tree(turns: Any) -> Expr:
    number = [] if turns.p == 1 else [Number(str(turns.p))]
    top = product(*number, Symbol("n"), Symbol("pi"))
    return top if turns.q == 1 else Quotient(top, Number(str(turns.q)))


def family(term: Any, n: Any) -> Any:
    """Return the set of the values of a term for all integers n."""
    # Made without evaluation: SymPy would turn {n} into the integers and 2 n pi + 7 pi into something shifted.
    return sp.Basic.__new__(sp.ImageSet, sp.Lambda(n, term), sp.S.Integers)


def set_tree(solutions: Any) -> Expr:
    """Return a set of reals in set notation."""
    if solutions is sp.S.Reals:
        return Symbol("RR")
    if solutions is sp.S.EmptySet:
        return Symbol("emptyset")
    if isinstance(solutions, sp.Interval):
        return _interval_tree(solutions)
    if solutions.is_FiniteSet:
        return SetOf(tuple(to_tree(value) for value in ordered(solutions)))
    if isinstance(solutions, sp.Union):
        parts = sorted(solutions.args, key=lambda part: (part.inf, part.sup))
        return Infix("cup", tuple(set_tree(part) for part in parts))
    if isinstance(solutions, sp.Complement):
        return Infix("setminus", tuple(set_tree(part) for part in solutions.args))
    raise NotImplementedError(type(solutions).__name__)


def _interval_tree(interval: Any) -> Expr:
    ends = (to_tree(interval.start), to_tree(interval.end))
    if interval.left_open and interval.right_open:
        return Sequence(ends, "(")
    return Interval(*ends, lower_closed=not interval.left_open, upper_closed=not interval.right_open)


def contains(solutions: Any, value: float) -> bool:
    """Tell whether a number, known to about seven digits, is in the set."""
    if solutions in (sp.S.Reals, sp.S.EmptySet):
        return bool(solutions is sp.S.Reals)
    if solutions.is_FiniteSet:
        return any(_near(float(element), value) for element in solutions if element.is_real)
    if isinstance(solutions, sp.Interval):
        return _between(solutions, value)
    if isinstance(solutions, sp.ImageSet):
        return _in_family(solutions.lamda.expr, solutions.lamda.variables[0], value)
    if isinstance(solutions, sp.Complement):
        return contains(solutions.args[0], value) and not contains(solutions.args[1], value)
    if isinstance(solutions, (sp.Union, sp.Intersection)):
        return (any if isinstance(solutions, sp.Union) else all)(contains(part, value) for part in solutions.args)
    raise NotImplementedError(type(solutions).__name__)


def _near(a: float, b: float) -> bool:
    return isfinite(a) and abs(a - b) <= NEARLY * (1 + abs(a))


def _between(interval: Any, value: float) -> bool:
    low, high = float(interval.start), float(interval.end)
    if _near(low, value) or _near(high, value):
        return not (interval.left_open if _near(low, value) else interval.right_open)
    return low < value < high


def _in_family(term: Any, n: Any, value: float) -> bool:
    start = float(term.subs(n, 0))
    period = float(term.subs(n, 1)) - start
    return _near(round((value - start) / period) * period + start, value)


def critical_points(solutions: Any) -> list[Any]:
    """Return the numbers a set is described by: its elements, the ends of its intervals, a few of each family."""
    if solutions.is_FiniteSet:
        return list(solutions)
    if isinstance(solutions, sp.Interval):
        return [end for end in (solutions.start, solutions.end) if end.is_finite]
    if isinstance(solutions, sp.ImageSet):
        n = solutions.lamda.variables[0]
        return [solutions.lamda.expr.subs(n, k) for k in (-2, -1, 0, 1, 2, 3)]
    if isinstance(solutions, (sp.Union, sp.Complement, sp.Intersection)):
        return [point for part in solutions.args for point in critical_points(part)]
    return []
