"""Numbers in the place of letters, on the tree: what a student writes when a solution is checked."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from tutor_cli.maths.expr import Expr, Group, Mul, Number, Symbol
from tutor_cli.maths.solve.writing import to_tree


def substituted(tree: Expr, name: str, value: Any) -> Expr:
    """Return the tree with a SymPy value for a letter, in brackets where it is more than one positive number."""
    number = to_tree(value)
    wrapped = number if isinstance(number, (Number, Symbol)) else Group(number)
    return replaced(tree, name, wrapped)


def replaced(tree: Expr, name: str, by: Expr) -> Expr:
    """Return the tree with another tree for a letter."""
    result: Expr = _replaced(tree, name, by)
    return result


def _replaced(value: Any, name: str, number: Expr) -> Any:
    if isinstance(value, tuple):
        return tuple(_replaced(item, name, number) for item in value)
    if value == Symbol(name):
        return number
    if isinstance(value, Mul):
        return _product(value, name, number)
    if isinstance(value, Expr):
        return replace(
            value, **{field.name: _replaced(getattr(value, field.name), name, number) for field in fields(value)}
        )
    return value


def _product(tree: Mul, name: str, number: Expr) -> Expr:
    factors = tuple(_replaced(factor, name, number) for factor in tree.factors)
    sign = "dot" if tree.sign == "implicit" and factors != tree.factors else tree.sign
    return Mul(factors, sign)
