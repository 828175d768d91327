"""Taking spoken brackets off where precedence implies them anyway."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from tutor_cli.maths.expr import Expr, Group
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.spoken.trees import Quantity


def without_implied_brackets(node: Expr) -> Expr:
    """Return the tree without the spoken brackets that precedence implies anyway, as the tree of maths wants it."""
    if isinstance(node, Quantity):
        return without_implied_brackets(node.body)
    changes: dict[str, Any] = {}
    for field in fields(node):
        value = getattr(node, field.name)
        stripped = _stripped(value)
        if stripped is not value:
            changes[field.name] = stripped
    node = replace(node, **changes) if changes else node
    for field in fields(node):
        node = _without_group(node, field.name)
    return node


def _stripped(value: Any) -> Any:
    if isinstance(value, Expr):
        return without_implied_brackets(value)
    if isinstance(value, tuple):
        items = tuple(_stripped(item) for item in value)
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    return value


def _without_group(node: Expr, name: str) -> Expr:
    value = getattr(node, name)
    if isinstance(value, Group):
        return _shorter(node, name, value.body)
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            if isinstance(item, Group):
                node = _shorter(node, name, (*getattr(node, name)[:index], item.body, *value[index + 1 :]))
    return node


def _shorter(node: Expr, name: str, value: Any) -> Expr:
    candidate = replace(node, **{name: value})
    return candidate if to_latex(candidate) == to_latex(node) else node
