"""Questions with yes or no about matrices: singular, invertible, symmetric, equal; and their order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Apply, Expr, Function, Mul, Relation
from tutor_cli.maths.solve.matrices import value_of
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer
from tutor_cli.maths.solve.properties.subject import CONSTANTS, Trees
from tutor_cli.maths.solve.recipes.functions import yes_or_no
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import to_tree


def _matrix(tree: Expr) -> Any:
    value = value_of(tree, CONSTANTS)
    if not getattr(value, "is_Matrix", False):
        raise Unknown("a matrix")
    return value


def singular(trees: Trees, work: Working, *, wanted: bool) -> Answer:
    """Tell whether a matrix is singular (`wanted`) or has an inverse: by its determinant."""
    m = _matrix(trees[0])
    if m.rows != m.cols:
        raise Unknown("a square matrix")
    value = sp.expand(m.det())
    work.note("matrix.determinant", Relation((Apply(Function("det"), (to_tree(m),)), to_tree(value)), ("=",)))
    work.note("matrix.is_singular" if value == 0 else "matrix.not_singular", to_tree(m), value=value)
    return yes_or_no((value == 0) == wanted)


def symmetric(trees: Trees, work: Working) -> Answer:
    """Tell whether a matrix is its own transpose."""
    m = _matrix(trees[0])
    work.remark("matrix.transpose", Apply(Function("transpose"), (to_tree(m),)), to_tree(m.T))
    return yes_or_no(m == m.T)


def same(trees: Trees, work: Working) -> Answer:
    """Tell whether two matrices, or what is worked out from some, are equal."""
    one, other = map(_matrix, trees)
    for tree, value in zip(trees, (one, other), strict=True):
        work.remark("matrix.entry_by_entry", tree, to_tree(value))
    return yes_or_no(one == other)


def order(trees: Trees, work: Working) -> Answer:
    """Return how many rows and columns a matrix has."""
    m = _matrix(trees[0])
    tree = Mul((to_tree(sp.Integer(m.rows)), to_tree(sp.Integer(m.cols))), "cross")
    work.note("matrix.order", to_tree(m), rows=sp.Integer(m.rows), columns=sp.Integer(m.cols))
    return Answer("value", None, tree, verified=True)


MATRICES: dict[str, Callable[[Trees, Working], Answer]] = {
    "singular": lambda trees, work: singular(trees, work, wanted=True),
    "invertible": lambda trees, work: singular(trees, work, wanted=False),
    "symmetric matrix": symmetric,
    "same matrix": same,
    "order of matrix": order,
}
