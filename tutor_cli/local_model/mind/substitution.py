"""Putting a solution back into its equation, as text for the solver: nothing is computed here."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from tutor_cli.errors import MathsError
from tutor_cli.maths.expr import Expr, Group, Relation, Row, Symbol
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.parse import parse


def sides_at_solution(problem: str, answer: str) -> tuple[str, str, str] | None:
    """Return the first solution and both sides of the equation with it put in, in LaTeX.

    None where the problem is not one equation or the answer does not say what one unknown is.
    """
    try:
        equation, solution = parse(problem), _first(parse(answer))
    except MathsError:
        return None
    match equation, solution:
        case Relation((left, right), ("=",)), Relation((Symbol() as unknown, value), ("=",)):
            if unknown in value.walk():
                return None
            at_left, at_right = (to_latex(_with(side, unknown, value)) for side in (left, right))
            return to_latex(solution), at_left, at_right
    return None


def sides_of_statement(problem: str) -> tuple[str, str] | None:
    """Return the sides of an equation between numbers, which states something and leaves nothing to solve."""
    try:
        tree = parse(problem)
    except MathsError:
        return None
    match tree:
        case Relation((left, right), ("=",)) if not any(isinstance(node, Symbol) for node in tree.walk()):
            return to_latex(left), to_latex(right)
    return None


def expression_at(expression: str, unknown: str, value: str) -> str:
    """Return the expression with a value put in, in LaTeX; empty where it does not hold the unknown."""
    try:
        tree = parse(expression)
        symbol = Symbol(unknown)
        return to_latex(_with(tree, symbol, parse(value))) if symbol in tree.walk() else ""
    except MathsError:
        return ""


def _first(answer: Expr) -> Expr:
    return answer.items[0] if isinstance(answer, Row) and answer.items else answer


def _with(tree: Expr, unknown: Symbol, value: Expr) -> Expr:
    """Return the tree with the value, in brackets, in the place of the unknown."""
    if tree == unknown:
        return Group(value)
    changed: dict[str, Any] = {field.name: _inside(getattr(tree, field.name), unknown, value) for field in fields(tree)}
    return replace(tree, **changed)


def _inside(part: object, unknown: Symbol, value: Expr) -> object:
    if isinstance(part, Expr):
        return _with(part, unknown, value)
    if isinstance(part, tuple):
        return tuple(_inside(item, unknown, value) for item in part)
    return part
