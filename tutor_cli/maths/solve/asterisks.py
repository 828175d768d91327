"""Products typed with an asterisk, written as on paper."""

from __future__ import annotations

from tutor_cli.maths.expr import Expr, Mul, Number, Power, Subscript, Symbol
from tutor_cli.maths.precedence import starts_with_digit


def without_asterisks(tree: Expr) -> Expr:
    """Return the tree with 2*x as 2x and 2*3 as 2 · 3."""
    return tree.rebuilt(_on_paper)


def _on_paper(node: Expr) -> Expr:
    if not isinstance(node, Mul) or node.sign != "star":
        return node
    touching = any(starts_with_digit(factor) for factor in node.factors[1:])
    plain = all(isinstance(_base(factor), (Number, Symbol)) for factor in node.factors)
    return Mul(node.factors, "implicit" if plain and not touching else "dot")


def _base(factor: Expr) -> Expr:
    return factor.base if isinstance(factor, (Power, Subscript)) else factor
