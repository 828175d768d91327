"""Slips with factors of a quadratic: two numbers with the right product and another sum, or with the other signs."""

from __future__ import annotations

from collections.abc import Iterator

from tutor_cli.local_model.mind.practice.misrules.rule import Suspect, latex
from tutor_cli.local_model.mind.practice.misrules.values import value
from tutor_cli.maths.expr import Add, Expr, Number, Relation, Symbol
from tutor_cli.maths.parse import parse

_LARGEST = 144


def of_quadratic(tree: Expr) -> Iterator[Suspect]:
    """Choose the wrong pair of numbers, or give the right ones the wrong signs."""
    match tree:
        case Relation((Add() as left, Number("0")), ("=",)):
            tree = left
    letters = {node.name for node in tree.walk() if isinstance(node, Symbol)}
    at_zero, at_one, at_minus, at_two = (value(tree, place) for place in (0.0, 1.0, -1.0, 2.0))
    if not isinstance(tree, Add) or len(letters) != 1:
        return
    if at_zero is None or at_one is None or at_minus is None or at_two is None:
        return
    a, b, c = (at_one + at_minus) / 2 - at_zero, (at_one - at_minus) / 2, at_zero
    if at_two != 4 * a + 2 * b + c or not all(map(float.is_integer, (a, b, c))) or not a or not c:
        return
    x = letters.pop()
    mirrored = _polynomial(a, -b, c, x)
    yield Suspect("slip_factor_signs", mirrored, {"product": latex(mirrored), "problem": latex(tree)})
    if a == 1 and abs(c) <= _LARGEST:
        yield from _other_pairs(int(b), int(c), x)


def _other_pairs(b: int, c: int, x: str) -> Iterator[Suspect]:
    for first in range(-abs(c), abs(c) + 1):
        if first and c % first == 0 and first + c // first not in (b, -b):
            second = c // first
            slots = {"first": str(first), "second": str(second), "product": str(c), "sum": str(first + second)}
            yield Suspect("slip_factor_sum", _polynomial(1, first + second, c, x), {**slots, "wanted": str(b)})


def _polynomial(a: float, b: float, c: float, x: str) -> Expr:
    head = "" if a == 1 else f"{a:g}"
    return parse(f"{head}{x}^2 {_term(b, x)} {_term(c, '')}".strip())


def _term(number: float, letter: str) -> str:
    if not number:
        return ""
    size = "" if abs(number) == 1 and letter else f"{abs(number):g}"
    return f"{'+' if number > 0 else '-'} {size}{letter}"
