"""The heads of functions and indexed letters, taken apart."""

from __future__ import annotations

from tutor_cli.maths.expr import Apply, Expr, Function, Matrix, Neg, Number, Power, Subscript, Symbol
from tutor_cli.maths.solve.numeric.fields import Unknown


def application(tree: Apply) -> tuple[str, Expr | None, Expr | None]:
    """Return the function's name, the power written on it (`sin^2`, maybe -1) and its index (`log_2`)."""
    head: Expr = tree.head
    exponent: Expr | None = None
    index: Expr | None = None
    while isinstance(head, (Power, Subscript)):
        if isinstance(head, Power):
            exponent = head.exponent
        else:
            index = head.index
        head = head.base
    if not isinstance(head, (Function, Symbol)):
        raise Unknown("such a function")
    if exponent == Neg(Number("1")):
        return f"arc{head.name}", None, index
    return head.name, exponent, index


def is_transpose(tree: Power) -> bool:
    """Tell whether a power is a matrix with a T above it."""
    return tree.exponent == Symbol("T") and any(isinstance(node, Matrix) for node in tree.base.walk())


def subscripted(tree: Subscript) -> str:
    """Return the name of an indexed letter: `x_1`."""
    if isinstance(tree.base, Symbol) and isinstance(tree.index, (Symbol, Number)):
        index = tree.index.name if isinstance(tree.index, Symbol) else tree.index.digits
        return f"{tree.base.name}_{index}"
    raise Unknown("such an index")
