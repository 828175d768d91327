"""What the quantities take from the formulas of a question: functions, points, lines; and trees they make of these."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Apply, Expr, Relation, Row, Sequence, Symbol, Text
from tutor_cli.maths.solve.bridge import symbol, to_sympy
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import NoMethod
from tutor_cli.maths.solve.writing import to_tree

CONSTANTS = ("pi", "e")
Trees = tuple[Expr, ...]
X, Y = symbol("x"), symbol("y")


def value_of(tree: Expr) -> Any:
    """Return the number or expression of a tree, of `x = 2` the right side."""
    return to_sympy(tree.operands[1] if isinstance(tree, Relation) else tree, CONSTANTS)


def body_of(tree: Expr) -> Expr:
    """Return the expression of a function: the right side of `y = ...` and `f(x) = ...`."""
    if isinstance(tree, Relation):
        left, right = tree.operands
        if isinstance(left, Apply) or left == Symbol("y"):
            return right
        raise NoMethod
    return tree


def function_of(tree: Expr) -> tuple[Any, Any]:
    """Return the letter and the expression of a function of one letter; raise NoMethod for anything else."""
    f = to_sympy(body_of(tree), CONSTANTS)
    letters = f.free_symbols
    if len(letters) > 1:
        raise NoMethod
    return (next(iter(letters)) if letters else X), f


def left_of_zero(tree: Expr) -> Any:
    """Return left side minus right side of an equation."""
    if not isinstance(tree, Relation) or tree.signs != ("=",):
        raise Unknown("an equation")
    left, right = (to_sympy(side, CONSTANTS) for side in tree.operands)
    return left - right


def line_of(tree: Expr) -> tuple[Any, Any, Any]:
    """Return a, b and c of the line ax + by + c = 0; raise NoMethod where it is no line."""
    f = sp.expand(left_of_zero(tree))
    if not f.free_symbols <= {X, Y} or not f.is_polynomial(X, Y) or sp.Poly(f, X, Y).total_degree() != 1:
        raise NoMethod
    return f.coeff(X, 1).coeff(Y, 0), f.coeff(Y, 1).coeff(X, 0), f.subs({X: 0, Y: 0})


def point_of(tree: Expr) -> tuple[Any, ...]:
    """Return the coordinates of a point, (2, 3) or A(2, 3)."""
    match tree:
        case Sequence(items, "(") | Apply(Symbol(), items):
            return tuple(to_sympy(item, CONSTANTS) for item in items)
    raise Unknown("a point")


def point_tree(*coordinates: Any) -> Expr:
    """Return a point as a tree."""
    return Sequence(tuple(map(to_tree, coordinates)), "(")


def equals(*sides: Any) -> Relation:
    """Return a chain of equal sides, given as trees, SymPy expressions or letters in quotes."""
    trees = [
        side if isinstance(side, Expr) else Symbol(side) if isinstance(side, str) else to_tree(side) for side in sides
    ]
    parts = tuple(dict.fromkeys(trees))
    return Relation(parts, ("=",) * (len(parts) - 1))


def told(*parts: Any) -> Expr:
    """Return words and values side by side: `told("maximum ", 2, " at ", x_is_1)`."""
    items = (
        Text(part) if isinstance(part, str) else part if isinstance(part, Expr) else to_tree(part) for part in parts
    )
    return Row(tuple(items))
