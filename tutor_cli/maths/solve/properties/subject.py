"""What a property is asked of, as SymPy sees it: a function of one letter, a line, a point, a list of numbers."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Add, Apply, Expr, Group, Neg, Number, Relation, Sequence, Symbol
from tutor_cli.maths.solve.bridge import symbol, to_sympy
from tutor_cli.maths.solve.numeric import Unknown

CONSTANTS = ("pi", "e")
Trees = tuple[Expr, ...]
# The letters of the axes: a function of x is drawn against y.
_X, _Y = symbol("x"), symbol("y")


def body_of(tree: Expr) -> Expr:
    """Return the side of `y = ...` or `f(x) = ...` that is the function; an equation with all of it on the left."""
    if not isinstance(tree, Relation) or tree.signs != ("=",):
        return tree
    left, right = tree.operands
    if left == Symbol("y") or (isinstance(left, Apply) and isinstance(left.head, Symbol)):
        return right
    return left if right == Number("0") else Add((left, Neg(Group(right) if isinstance(right, Add) else right)))


def function_of(tree: Expr) -> tuple[Any, Any]:
    """Return the letter and the value of a function of one letter; raise Unknown for anything else."""
    value = to_sympy(body_of(tree), CONSTANTS)
    letters = sorted(getattr(value, "free_symbols", ()), key=str)
    if len(letters) != 1 or value.is_Matrix:
        raise Unknown("a function of one letter")
    return letters[0], value


def quadratic_of(tree: Expr) -> tuple[Any, Any, tuple[Any, Any, Any]]:
    """Return letter, polynomial and coefficients of a quadratic; raise Unknown for anything else."""
    x, value = function_of(tree)
    if not value.is_polynomial(x) or sp.degree(value, x) != 2:
        raise Unknown("a quadratic")
    poly = sp.Poly(value, x)
    return x, sp.expand(value), tuple(poly.coeff_monomial(x**k) for k in (2, 1, 0))


def line_of(tree: Expr) -> tuple[Any, Any, Any]:
    """Return a, b and c of the line a x + b y + c = 0 or through two points; raise Unknown for anything else."""
    match tree:
        case Sequence((Sequence() as one, Sequence() as other)):
            (p, q), (r, s) = point_of(one), point_of(other)
            if (p, q) == (r, s):
                raise Unknown("two points")
            return s - q, p - r, q * (r - p) - p * (s - q)
    if not isinstance(tree, Relation) or tree.signs != ("=",):
        raise Unknown("the equation of a line")
    difference = sp.expand(to_sympy(tree.operands[0], CONSTANTS) - to_sympy(tree.operands[1], CONSTANTS))
    if not difference.free_symbols <= {_X, _Y} or not difference.is_polynomial(_X, _Y):
        raise Unknown("the equation of a line")
    poly = sp.Poly(difference, _X, _Y)
    if poly.total_degree() != 1:
        raise Unknown("the equation of a line")
    return poly.coeff_monomial(_X), poly.coeff_monomial(_Y), poly.coeff_monomial(1)


def point_of(tree: Expr) -> tuple[Any, Any]:
    """Return the coordinates of a point; raise Unknown for anything else."""
    if not isinstance(tree, Sequence) or len(tree.items) != 2:
        raise Unknown("a point")
    a, b = (number_of(item) for item in tree.items)
    return a, b


def number_of(tree: Expr) -> Any:
    """Return a real number, of `x = 3` the 3; raise Unknown for anything else."""
    if isinstance(tree, Relation) and isinstance(tree.operands[0], Symbol):
        tree = tree.operands[-1]
    value = to_sympy(tree, CONSTANTS)
    if value.is_real is not True or value.free_symbols:
        raise Unknown("a number")
    return value


def numbers_of(trees: Trees) -> list[Any]:
    """Return the numbers of a list, however it is bracketed; raise Unknown where there is anything else."""
    found: list[Any] = []
    for tree in trees:
        found += numbers_of(tree.items) if isinstance(tree, Sequence) else [number_of(tree)]
    return found
