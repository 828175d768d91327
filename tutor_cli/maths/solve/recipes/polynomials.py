"""Remainders, factors, zeros of polynomials, and the other ratios of an angle from one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Apply, Expr, Function, Relation, Symbol
from tutor_cli.maths.solve import equation
from tutor_cli.maths.solve.bridge import to_sympy
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.recipes.functions import yes_or_no
from tutor_cli.maths.solve.substitution import substituted
from tutor_cli.maths.solve.working import Statement, Working, joined, line_tree
from tutor_cli.maths.solve.writing import to_tree

CONSTANTS = ("pi", "e")
Trees = tuple[Expr, ...]


def _letter(*values: Any) -> Any:
    letters = sorted(set().union(*(value.free_symbols for value in values)), key=str)
    if not letters:
        raise Unknown("a polynomial")
    return letters[0] if len(letters) == 1 else next((x for x in letters if str(x) == "x"), letters[0])


def _polynomials(trees: Trees) -> tuple[Any, ...]:
    values = [to_sympy(tree, CONSTANTS) for tree in trees]
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
        value = _at_root(divisor, trees[1], x, work)
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


def zeros(trees: Trees, work: Working, *, product: bool) -> Answer:
    """Return the sum or the product of the zeros of a quadratic."""
    x, quadratic = _polynomials(trees[:1])
    if sp.degree(quadratic, x) != 2:
        raise NoMethod
    a, b, c = sp.Poly(quadratic, x).all_coeffs()
    value = c / a if product else -b / a
    id = "quadratic.product_of_zeros" if product else "quadratic.sum_of_zeros"
    work.note("quadratic.coefficients", trees[0], a=a, b=b, c=c)
    work.note(id, Statement(sp.Symbol("S"), value))
    roots = sp.roots(quadratic, x)
    found = sp.prod(r**m for r, m in roots.items()) if product else sum(r * m for r, m in roots.items())
    return Answer("value", value, verified=sp.simplify(found - value) == 0)


def degree(trees: Trees, work: Working) -> Answer:
    """Return the degree of a polynomial."""
    x, polynomial = _polynomials(trees[:1])
    value = sp.Integer(sp.degree(polynomial, x))
    work.note("polynomial.degree", trees[0], degree=value, power=x**value)
    return Answer("value", value, verified=True)


# --- ratios of an acute angle --------------------------------------------------------------------------------------

_SIDES: dict[str, tuple[str, str]] = {
    "sin": ("p", "h"), "cos": ("b", "h"), "tan": ("p", "b"),
    "cosec": ("h", "p"), "sec": ("h", "b"), "cot": ("b", "p"),
}  # fmt: skip


def other_ratios(trees: Trees, work: Working) -> Answer:
    """Return the asked ratios of the acute angle of the first, `sin A = 3/5`, which is drawn in a right triangle."""
    given, *wanted = trees
    name, angle, value = _ratio(given)
    above, below = _SIDES[name]
    top, bottom = sp.fraction(sp.radsimp(value) if value.is_Rational else value)
    sides = {above: top, below: bottom}
    missing = ({"p", "b", "h"} - set(sides)).pop()
    squares = {side: length**2 for side, length in sides.items()}
    square = sum(squares.values()) if missing == "h" else 2 * squares["h"] - sum(squares.values())
    if not square > 0:
        raise NoMethod
    sides[missing] = sp.sqrt(square)
    work.note("trigonometry.triangle", given, first=top, second=bottom)
    work.remark("trigonometry.third_side", Relation((Symbol(missing), to_tree(sp.sqrt(square))), ("=",)),
                Relation((Symbol(missing), to_tree(sides[missing])), ("=",)))  # fmt: skip
    found = [(tree, sp.radsimp(sides[_SIDES[_named(tree)][0]] / sides[_SIDES[_named(tree)][1]])) for tree in wanted]
    lines: list[Expr] = [Relation((tree, to_tree(ratio)), ("=",)) for tree, ratio in found]
    for line in lines:
        work.note("trigonometry.read_off", line)
    verified = bool(sp.simplify(sides["p"] ** 2 + sides["b"] ** 2 - sides["h"] ** 2) == 0) and angle is not None
    value_of = found[0][1] if len(found) == 1 else sp.FiniteSet(sp.Tuple(*(ratio for _, ratio in found)))
    return Answer("value" if len(found) == 1 else "set", value_of, joined(lines, "and"), verified=verified)


def _ratio(tree: Expr) -> tuple[str, Expr, Any]:
    if isinstance(tree, Relation) and isinstance(tree.operands[0], Apply):
        value = to_sympy(tree.operands[1], CONSTANTS)
        if value.is_positive:
            return _named(tree.operands[0]), tree.operands[0].arguments[0], value
    raise NoMethod


def _named(tree: Expr) -> str:
    name = tree.head.name if isinstance(tree, Apply) and isinstance(tree.head, Function) else ""
    name = {"csc": "cosec"}.get(name, name)
    if name not in _SIDES:
        raise NoMethod
    return name


POLYNOMIALS: dict[str, Callable[[Trees, Working], Answer]] = {
    "remainder": remainder,
    "is factor": is_factor,
    "unknown coefficient": unknown_coefficient,
    "sum of zeros": lambda trees, work: zeros(trees, work, product=False),
    "product of zeros": lambda trees, work: zeros(trees, work, product=True),
    "degree": degree,
    "other ratios": other_ratios,
}
