"""Remainders, factors, zeros, extreme values and coefficients of polynomials."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Expr, Relation
from tutor_cli.maths.solve import equation
from tutor_cli.maths.solve.bridge import to_sympy
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.properties.subject import body_of
from tutor_cli.maths.solve.recipes.functions import yes_or_no
from tutor_cli.maths.solve.substitution import substituted
from tutor_cli.maths.solve.working import Statement, Working, line_tree
from tutor_cli.maths.solve.writing import to_tree

CONSTANTS = ("pi", "e")
Trees = tuple[Expr, ...]


def _letter(*values: Any) -> Any:
    letters = sorted(set().union(*(value.free_symbols for value in values)), key=str)
    if not letters:
        raise Unknown("a polynomial")
    return letters[0] if len(letters) == 1 else next((x for x in letters if str(x) == "x"), letters[0])


def _polynomials(trees: Trees) -> tuple[Any, ...]:
    values = [to_sympy(body_of(tree), CONSTANTS) for tree in trees]
    x = _letter(values[0])
    if not all(value.is_polynomial(x) for value in values):
        raise Unknown("a polynomial")
    return (x, *values)


def _at_root(divisor: Any, tree: Expr, x: Any, work: Working) -> Any:
    """Put the root of a linear divisor into the dividend, as the remainder theorem has it."""
    root = sp.solve(divisor, x)[0]
    work.note("polynomial.root_of_divisor", Statement(x, root), divisor=divisor, root=root)
    inserted = substituted(tree, str(x), root)
    value = sp.expand(to_sympy(inserted, CONSTANTS))
    work.remark("polynomial.remainder_theorem", inserted, to_tree(value), root=root)
    return value


def remainder(trees: Trees, work: Working) -> Answer:
    """Return the remainder of the second polynomial divided by the first."""
    x, divisor, dividend = _polynomials(trees)
    degree = sp.degree(divisor, x)
    if degree < 1:
        raise Unknown("a divisor")
    if degree == 1:
        value = _at_root(divisor, body_of(trees[1]), x, work)
    else:
        quotient, value = sp.div(dividend, divisor, x)
        shown = sp.Add(sp.Mul(divisor, quotient, evaluate=False), value, evaluate=False)
        work.step("polynomial.divide", dividend, line_tree(shown), quotient=quotient, rest=value)
    fits = sp.rem(sp.expand(dividend - value), divisor, x) == 0
    return Answer("expression" if value.free_symbols else "value", value, verified=fits)


def is_factor(trees: Trees, work: Working) -> Answer:
    """Tell whether the first polynomial is a factor of the second."""
    rest = remainder(trees, work)
    zero = rest.value == 0
    work.note("polynomial.is_factor" if zero else "polynomial.is_no_factor", trees[1], divisor=trees[0])
    answer = yes_or_no(zero)
    answer.verified = rest.verified
    return answer


def unknown_coefficient(trees: Trees, work: Working) -> Answer:
    """Return the letter in the second polynomial that leaves the remainder (third, else 0) for the first."""
    x, divisor, dividend = _polynomials(trees[:2])
    wanted = to_sympy(trees[2], CONSTANTS) if len(trees) > 2 else sp.Integer(0)
    others = dividend.free_symbols - {x}
    if len(others) != 1 or sp.degree(divisor, x) != 1:
        raise NoMethod
    value = _at_root(divisor, trees[1], x, work)
    relation = Relation((to_tree(value), to_tree(wanted)), ("=",))
    work.note("polynomial.remainder_is", relation, value=wanted)
    return equation.solve(relation, str(others.pop()), CONSTANTS, work)


def degree(trees: Trees, work: Working) -> Answer:
    """Return the degree of a polynomial."""
    x, polynomial = _polynomials(trees[:1])
    value = sp.Integer(sp.degree(polynomial, x))
    work.note("polynomial.degree", trees[0], degree=value, power=x**value)
    return Answer("value", value, verified=True)


def coefficient(trees: Trees, work: Working) -> Answer:
    """Return the coefficient of the first tree, a power of a letter, in the second."""
    power, f = (to_sympy(tree, CONSTANTS) for tree in trees)
    x = _letter(power)
    if not power.is_polynomial(x) or power.free_symbols != {x}:
        raise Unknown("a power of one letter")
    polynomial = sp.Poly(sp.expand(f), x)
    value = polynomial.coeff_monomial(power)
    work.step("algebra.multiply_out", f, polynomial.as_expr(), term=trees[1])
    work.note("polynomial.coefficient", polynomial.as_expr(), power=power, value=value)
    verified = sp.diff(polynomial.as_expr(), x, sp.degree(power, x)).subs(x, 0) == value * sp.factorial(
        sp.degree(power, x)
    )
    return Answer("value", value, verified=bool(verified))


def unknown_entry(trees: Trees, work: Working) -> Answer:
    """Return the letter for which the determinant of the first tree, a matrix, has the value of the second."""
    matrix, wanted = to_sympy(trees[0], CONSTANTS), to_sympy(trees[1], CONSTANTS)
    letters = matrix.free_symbols
    if len(letters) != 1:
        raise NoMethod
    relation = Relation((to_tree(sp.expand(matrix.det())), to_tree(wanted)), ("=",))
    work.note("matrix.zero_determinant", relation, value=wanted)
    return equation.solve(relation, str(letters.pop()), CONSTANTS, work)


POLYNOMIALS: dict[str, Callable[[Trees, Working], Answer]] = {
    "remainder": remainder,
    "is factor": is_factor,
    "unknown coefficient": unknown_coefficient,
    "degree": degree,
    "coefficient": coefficient,
    "unknown entry": unknown_entry,
}
