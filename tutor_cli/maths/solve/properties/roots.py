"""Properties of an equation and its solutions: discriminant, nature, number, differences, whether a value is one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Expr, Number, Relation, Sequence, Text
from tutor_cli.maths.solve import equation, quadratic, system
from tutor_cli.maths.solve.bridge import precise, to_sympy
from tutor_cli.maths.solve.numeric import PRECISE, Unknown
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.properties.subject import CONSTANTS, Trees, function_of, number_of, quadratic_of
from tutor_cli.maths.solve.recipes.functions import yes_or_no
from tutor_cli.maths.solve.substitution import substituted
from tutor_cli.maths.solve.truth import statement
from tutor_cli.maths.solve.working import Statement, Working, joined, line_tree
from tutor_cli.maths.solve.writing import to_tree

_NATURE = {1: "two different real roots", 0: "two equal real roots", -1: "no real roots"}


def discriminant(trees: Trees, work: Working) -> Answer:
    """Return b² - 4 a c of a quadratic."""
    value, repeated = _discriminant(trees[0], work)
    return Answer("value", value, verified=repeated)


def _discriminant(tree: Expr, work: Working) -> tuple[Any, bool]:
    """Return the discriminant, and whether the roots say the same."""
    x, value, (a, b, c) = quadratic_of(tree)
    found = b**2 - 4 * a * c
    work.note("quadratic.coefficients", tree, a=a, b=b, c=c)
    shown = Relation((quadratic.discriminant_tree(a, b, c), to_tree(found)), ("=",))
    work.note("quadratic.discriminant", shown, value=found)
    return found, sp.simplify(sp.discriminant(value, x) - found) == 0


def nature(trees: Trees, work: Working) -> Answer:
    """Return in words how many real roots a quadratic has and whether they are equal."""
    value, checked = _discriminant(trees[0], work)
    sign = int(sp.sign(value))
    work.note(f"roots.nature_{_NATURE[sign].replace(' ', '_')}", to_tree(value), value=value)
    return Answer("value", None, Text(_NATURE[sign]), verified=checked)


def _asked(holds: Callable[[Any], bool]) -> Callable[[Trees, Working], Answer]:
    """Return the question whether the discriminant of a quadratic is so."""

    def answer(trees: Trees, work: Working) -> Answer:
        found = nature(trees, work)
        _, _, (a, b, c) = quadratic_of(trees[0])
        answered = yes_or_no(holds(b**2 - 4 * a * c))
        answered.verified = found.verified
        return answered

    return answer


def _is_square(value: Any) -> bool:
    return bool(sp.sqrt(value).is_Rational)


def _solutions(tree: Expr, work: Working, home: Any = None) -> Any:
    """Return the solutions of an equation, or the zeros of a function."""
    x, _ = function_of(tree)
    relation = tree if isinstance(tree, Relation) else Relation((tree, Number("0")), ("=",))
    found = equation.solve(relation, str(x), CONSTANTS, work, home=home)
    if found.kind != "set" or not found.verified:
        raise NoMethod
    return found.value


def count(trees: Trees, work: Working) -> Answer:
    """Return how many real solutions an equation has, between two numbers where they are given."""
    *ends, tree = trees
    home = None
    if ends:
        low, high = map(number_of, ends)
        scale = sp.pi / 180 if _in_degrees(high, tree) else 1
        home = sp.Interval(low * scale, high * scale)
    found = _solutions(tree, work, home)
    if not found.is_FiniteSet and found is not sp.S.EmptySet:
        return Answer("value", None, Text("infinitely many"), verified=True)
    return Answer("value", sp.Integer(len(found)), verified=True)


def only_one(trees: Trees, work: Working) -> Answer:
    """Tell whether an equation, or two together, have exactly one solution."""
    parts = trees[0].items if isinstance(trees[0], Sequence) else trees
    found = count(parts, work) if len(parts) == 1 else count_of_two(parts, work)
    answered = yes_or_no(found.value == 1)
    answered.verified = found.verified
    return answered


def count_of_two(trees: Trees, work: Working) -> Answer:
    """Return how many solutions two equations have together."""
    answer = system.solve(Problem("solve", trees, constants=CONSTANTS), work)
    if answer.value is sp.S.EmptySet:
        return Answer("value", sp.Integer(0), verified=answer.verified)
    if isinstance(answer.value, sp.FiniteSet) and not answer.value.free_symbols:
        return Answer("value", sp.Integer(len(answer.value)), verified=answer.verified)
    return Answer("value", None, Text("infinitely many"), verified=answer.verified)


def _in_degrees(end: Any, tree: Expr) -> bool:
    """Tell whether the ends of an interval for an angle are degrees: no one goes round the circle thirty times."""
    _, value = function_of(tree)
    return bool(value.has(sp.sin, sp.cos, sp.tan)) and abs(end) >= 90


def difference(trees: Trees, work: Working) -> Answer:
    """Return how far the two solutions of an equation lie apart."""
    found = _solutions(trees[0], work)
    if not found.is_FiniteSet or len(found) != 2:
        raise NoMethod
    low, high = sorted(found, key=float)
    shown = Relation(
        (to_tree(sp.Add(high, sp.Mul(-1, low, evaluate=False), evaluate=False)), to_tree(high - low)), ("=",)
    )
    work.note("roots.difference", shown)
    return Answer("value", sp.simplify(high - low), verified=True)


def complex_roots(trees: Trees, work: Working) -> Answer:
    """Return both roots of a quadratic, complex ones with i."""
    x, value, (a, b, _) = quadratic_of(trees[0])
    found, checked = _discriminant(trees[0], work)
    roots = [sp.expand((-b + sign * sp.sqrt(found)) / (2 * a)) for sign in (-1, 1)]
    work.note("roots.complex", to_tree(sp.sqrt(found)), value=sp.sqrt(found))
    fits = all(sp.expand(value.subs(x, root)) == 0 for root in roots)
    tree = joined([line_tree(Statement(x, root)) for root in dict.fromkeys(roots)], "or")
    return Answer("set", sp.FiniteSet(*roots), tree, verified=checked and fits)


def sum_and_product(trees: Trees, work: Working) -> Answer:
    """Return the sum and the product of the roots of a quadratic."""
    x, value, (a, b, c) = quadratic_of(trees[0])
    work.note("quadratic.coefficients", trees[0], a=a, b=b, c=c)
    total, product = Statement(sp.Symbol("S"), -b / a), Statement(sp.Symbol("P"), c / a)
    work.note("quadratic.sum_of_zeros", total)
    work.note("quadratic.product_of_zeros", product)
    again = sp.expand(a * (x**2 - total.right * x + product.right))
    tree = joined([line_tree(total), line_tree(product)], "and")
    return Answer("set", sp.FiniteSet(sp.Tuple(-b / a, c / a)), tree, verified=sp.expand(again - value) == 0)


def is_solution(trees: Trees, work: Working) -> Answer:
    """Tell whether a value solves an equation or inequality, or is a zero of a function: by putting it in."""
    value, tree = number_of(trees[0]), trees[1]
    relation = tree if isinstance(tree, Relation) else Relation((tree, Number("0")), ("=",))
    name = str(only_letter(relation))
    holds = statement(relation, PRECISE, CONSTANTS)({name: precise(value)})
    work.note("roots.put_in", substituted(relation, name, value), value=Statement(sp.Symbol(name), value))
    left, right = (_value(side, name, value) for side in relation.operands)
    work.note("roots.is_true" if holds else "roots.is_not_true", Relation((left, right), relation.signs))
    return yes_or_no(holds)


def _value(side: Expr, name: str, value: Any) -> Expr:
    found = sp.simplify(to_sympy(substituted(side, name, value), CONSTANTS))
    if not found.is_finite:
        raise NoMethod
    return to_tree(found)


def only_letter(relation: Relation) -> Any:
    """Return the one letter of an equation or inequality; raise Unknown where there is none or another."""
    letters = set().union(*(to_sympy(side, CONSTANTS).free_symbols for side in relation.operands))
    if len(letters) != 1:
        raise Unknown("one unknown")
    return letters.pop()


ROOTS: dict[str, Callable[[Trees, Working], Answer]] = {
    "discriminant": discriminant,
    "nature of roots": nature,
    "roots real": _asked(lambda d: bool(d >= 0)),
    "roots not real": _asked(lambda d: bool(d < 0)),
    "roots equal": _asked(lambda d: bool(d == 0)),
    "roots different": _asked(lambda d: bool(d > 0)),
    "roots rational": _asked(lambda d: bool(d >= 0) and _is_square(d)),
    "number of solutions": count,
    "number of solutions in": count,
    "number of solutions of two": count_of_two,
    "one solution": only_one,
    "difference of roots": difference,
    "roots with i": complex_roots,
    "sum and product of zeros": sum_and_product,
    "is solution": is_solution,
}
