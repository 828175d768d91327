"""Do two formulas mean the same? By their values where they have some, piece by piece where they have none."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from tutor_cli.maths.expr import Expr, Group, Mul, Relation
from tutor_cli.maths.solve import verify
from tutor_cli.maths.solve.exact import TooLarge

CONSTANTS = ("e", "pi")
# The sign of a relation read from its right side.
MIRRORED = {"=": "=", "<": ">", ">": "<", "le": "ge", "ge": "le", "ne": "ne"}


def equivalent(first: Expr, second: Expr) -> bool:
    """Tell whether two formulas mean the same: equal values, the same equation, or equal parts in the same places."""
    first, second = ungrouped(first), ungrouped(second)
    if first == second:
        return True
    if isinstance(first, Relation) and isinstance(second, Relation):
        return _same_relation(first, second)
    try:
        agreed = verify.expressions_agree(first, second, CONSTANTS)
    except (TooLarge, RecursionError, TypeError):
        agreed = None
    return agreed if agreed is not None else _same_parts(first, second)


def ungrouped(tree: Expr) -> Expr:
    """Return what stands in the outer brackets."""
    while isinstance(tree, Group):
        tree = tree.body
    return tree


def _same_relation(first: Relation, second: Relation) -> bool:
    if _same_sides(first, second) or _same_sides(_turned(first), second):
        return True
    return len(first.operands) == 2 and verify.differences_scale(first, second, CONSTANTS)


def _turned(relation: Relation) -> Relation:
    signs = tuple(MIRRORED.get(sign, "") for sign in reversed(relation.signs))
    return Relation(relation.operands[::-1], signs)


def _same_sides(first: Relation, second: Relation) -> bool:
    if first.signs != second.signs:
        return False
    return all(equivalent(a, b) for a, b in zip(first.operands, second.operands, strict=True))


def _same_parts(first: Expr, second: Expr) -> bool:
    if type(first) is not type(second):
        return False
    return all(
        _same_field(field.name, getattr(first, field.name), getattr(second, field.name))
        for field in fields(first)
        if not (isinstance(first, Mul) and field.name == "sign")
    )


def _same_field(name: str, one: Any, two: Any) -> bool:
    if isinstance(one, Expr) and isinstance(two, Expr):
        return equivalent(one, two)
    if isinstance(one, tuple) and isinstance(two, tuple):
        return len(one) == len(two) and all(_same_field(name, a, b) for a, b in zip(one, two, strict=True))
    return bool(one == two or name in ("style", "bracket"))
