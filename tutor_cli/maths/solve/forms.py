"""The form an answer is written in: finished or not, factored, expanded, how long."""

from __future__ import annotations

from tutor_cli.maths.expr import Add, Expr, Group, Mul, Neg, Number, Power, Quotient, Root, Sequence, Symbol
from tutor_cli.maths.solve.common_logs import COMMON_LOG
from tutor_cli.maths.solve.exact import TooLarge, Undefined, rational_value


def is_simple(tree: Expr) -> bool:
    """Tell whether a number is written as simply as it can be: no sum left undone, no fraction to reduce."""
    while isinstance(tree, (Group, Neg)):
        tree = tree.body
    if isinstance(tree, Sequence):
        return all(is_simple(item) for item in tree.items)
    try:
        value = rational_value(tree)
    except (Undefined, TooLarge):
        return False
    if value is None:
        return not any(isinstance(node, Root) and not _simple_root(node) for node in tree.walk())
    if isinstance(tree, Quotient):
        above, below = rational_value(tree.numerator), rational_value(tree.denominator)
        return (
            above is not None
            and below is not None
            and abs(above) == abs(value.numerator)
            and below == value.denominator
        )
    return isinstance(tree, Number) or type(tree).__name__ in ("Mixed", "Postfix")


def _simple_root(tree: Root) -> bool:
    value = rational_value(tree.radicand)
    if value is None or tree.index is not None or value.denominator != 1:
        return value is None
    return all(value.numerator % (k * k) for k in range(2, int(abs(value.numerator) ** 0.5) + 1))


def factors(tree: Expr) -> int:
    """Return how many factors with letters a product has, powers counted."""
    while isinstance(tree, (Group, Neg)):
        tree = tree.body
    if isinstance(tree, Mul):
        return sum(factors(factor) for factor in tree.factors)
    if isinstance(tree, Power):
        value = rational_value(tree.exponent)
        return int(value) * factors(tree.base) if value and value.denominator == 1 and value > 0 else 1
    if isinstance(tree, Quotient):
        return factors(tree.numerator)
    return 1 if any(isinstance(node, Symbol) for node in tree.walk()) else 0


def has_sum(tree: Expr) -> bool:
    """Tell whether a sum stands directly in the node."""
    return any(isinstance(node, Add) for node in tree.children()) or any(
        isinstance(node, Group) and isinstance(node.body, Add) for node in tree.children()
    )


def size(tree: Expr) -> int:
    """Return how many nodes a tree has, not counting brackets and the base 10 that nobody writes."""
    nodes = [node for node in tree.walk() if not isinstance(node, Group)]
    return len(nodes) - 2 * nodes.count(COMMON_LOG)
