"""Ratios of an angle from one of them, in its quadrant: sin A, cos 2A, (1 + sin A)(1 - sin A)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Add, Apply, Expr, Function, Group, Neg, Number, Power, Relation, Root, Symbol, Text
from tutor_cli.maths.solve.asked.given import CONSTANTS, Trees, equals
from tutor_cli.maths.solve.bridge import to_sympy
from tutor_cli.maths.solve.formulas import formula
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.working import Working, joined
from tutor_cli.maths.solve.writing import to_tree

_SIDES: dict[str, tuple[str, str]] = {
    "sin": ("p", "h"), "cos": ("b", "h"), "tan": ("p", "b"),
    "csc": ("h", "p"), "sec": ("h", "b"), "cot": ("b", "p"),
}  # fmt: skip
_SIDE_NAMES = {
    "p": ("opposite side", "सम्मुख भुजा"), "b": ("adjacent side", "संलग्न भुजा"), "h": ("hypotenuse", "कर्ण"),
}  # fmt: skip
# "If tan A is 3 by 4, find sin A": the value is said in words.
_RATIO = r"(?:sin|cos|tan|cosec|csc|sec|cot)"
_SAID = re.compile(
    rf"^(?:if|given(?: that)?|when)? ?(?P<head>{_RATIO} ?(?P<angle>[a-z]|theta|θ)) ?(?:=|is|equals) ?(?P<value>[^,]+?)"
    rf"(?:,| then| and)* (?:find|what is|whats|calculate|then find|what are|get) (?:the values? of )?"
    rf"(?P<wanted>{_RATIO} ?2? ?(?P=angle)(?:(?:,| and|, and) {_RATIO} ?2? ?(?P=angle))*)[?.! ]*$",
    re.IGNORECASE,
)
# The signs of sine and cosine in each quadrant.
_SIGNS = {1: (1, 1), 2: (1, -1), 3: (-1, -1), 4: (-1, 1)}


def said_ratios(text: str) -> Problem | None:
    """Return the problem of ratios of an angle from one whose value is said in words, or None."""
    found = _SAID.match(text)
    if found is None:
        return None
    parts = (f"{found['head']} = {found['value']}", *re.split(r",? and |, ?", found["wanted"]))
    trees = [formula(part.replace("theta", r"\theta "), "auto") for part in parts]
    known = tuple(tree for tree in trees if tree is not None)
    return Problem("quantity", known, quantity="trigonometric ratios") if len(known) == len(trees) else None


def _given(tree: Expr) -> tuple[str, Expr, Any]:
    """Return the name of the ratio, the angle and the value of `sin A = 3/5` or `15 cot A = 8`."""
    if not isinstance(tree, Relation):
        raise NoMethod
    left, value = (to_sympy(side, CONSTANTS) for side in tree.operands)
    ratio = next((node for node in tree.operands[0].walk() if _name(node)), None)
    function = to_sympy(ratio, CONSTANTS) if ratio is not None else None
    if ratio is None or not isinstance(ratio, Apply) or not isinstance(ratio.arguments[0], Symbol):
        raise NoMethod
    factor = sp.simplify(left / function)
    if factor.free_symbols:
        raise NoMethod
    return _name(ratio), ratio.arguments[0], sp.nsimplify(value / factor)


def _name(tree: Expr) -> str:
    name = tree.head.name if isinstance(tree, Apply) and isinstance(tree.head, Function) else ""
    return {"cosec": "csc"}.get(name, name) if {"cosec": "csc"}.get(name, name) in _SIDES else ""


def _sides(name: str, value: Any, given: Expr, work: Working) -> dict[str, Any]:
    """Return the sides p, b and h of a right triangle in which the ratio has this size."""
    above, below = _SIDES[name]
    top, bottom = sp.fraction(abs(value))
    sides = {above: top, below: bottom}
    missing = ({"p", "b", "h"} - set(sides)).pop()
    squares = {side: length**2 for side, length in sides.items()}
    square = sum(squares.values()) if missing == "h" else 2 * squares["h"] - sum(squares.values())
    if not square > 0:
        raise NoMethod
    work.note("trigonometry.triangle", given, first=top, second=bottom, **_side_names(above, below))
    root = equals(missing, _root_of_squares(missing, sides))
    sides[missing] = sp.sqrt(square)
    work.remark("trigonometry.third_side", root, equals(missing, sides[missing]), root=root.operands[1])
    return sides


def _root_of_squares(missing: str, sides: dict[str, Any]) -> Expr:
    """Return the root by Pythagoras that gives the missing side from the two known ones."""
    first, second = (to_tree(sides[side]) for side in sorted(sides, key="hpb".index))
    squares = [Power(tree if isinstance(tree, Number) else Group(tree), Number("2")) for tree in (first, second)]
    return Root(Add((squares[0], squares[1] if missing == "h" else Neg(squares[1]))))


def _side_names(above: str, below: str) -> dict[str, Text]:
    """Return what two sides are called, in English and Hindi, for the sentence of a step."""
    places = (("first_side", above), ("second_side", below))
    english = {place: Text(_SIDE_NAMES[side][0]) for place, side in places}
    return english | {f"{place}_hi": Text(_SIDE_NAMES[side][1]) for place, side in places}


def _ratios(trees: Trees, work: Working, quadrant: int) -> Answer:
    """Return the asked expressions in the angle of the first tree, which lies in the quadrant."""
    given, *wanted = trees
    name, angle, value = _given(given)
    sides = _sides(name, value, given, work)
    p, b, h = (sides[side] for side in "pbh")
    signs = _SIGNS[quadrant]
    sine, cosine = signs[0] * p / h, signs[1] * b / h
    known = {"sin": sine, "cos": cosine, "tan": sine / cosine, "csc": 1 / sine, "sec": 1 / cosine, "cot": cosine / sine}
    if sp.simplify(known[name] - value) != 0:
        work.note("trigonometry.no_such_angle", given)
        raise NoMethod
    if quadrant != 1:
        work.note("trigonometry.signs", equals(_applied("sin", angle), sine), cosine=cosine)
    letter = to_sympy(angle, CONSTANTS)
    lines = [_line(tree, letter, known, work) for tree in wanted]
    values = [to_sympy(line.operands[-1], CONSTANTS) for line in lines]
    whole = values[0] if len(values) == 1 else sp.FiniteSet(sp.Tuple(*values))
    return Answer("value" if len(values) == 1 else "set", whole, joined(list(lines), "and"), verified=True)


def _applied(name: str, angle: Expr) -> Expr:
    return Apply(Function(name), (angle,))


def _line(tree: Expr, letter: Any, known: dict[str, Any], work: Working) -> Relation:
    """Return `sin 2A = 24/25`, with the identity told where the angle is not the plain one."""
    wanted = to_sympy(tree, CONSTANTS)
    if wanted.free_symbols != {letter}:
        raise NoMethod
    expanded = sp.expand_trig(wanted)
    if not _name(tree):
        work.note("trigonometry.put_in", tree)
    elif expanded != wanted:
        work.note("trigonometry.identity", equals(tree, expanded))
    functions = {node: known[type(node).__name__] for node in expanded.atoms(sp.Function) if node.args == (letter,)}
    value = sp.radsimp(sp.simplify(expanded.subs(functions)))
    if value.free_symbols or value.is_finite is not True:
        raise NoMethod
    line = equals(tree, value)
    plain = _name(tree) if expanded == wanted else ""
    work.note("trigonometry.read_off" if plain else "trigonometry.value", line, **_read_off(tree, plain))
    return line


def _read_off(tree: Expr, name: str) -> dict[str, Expr]:
    """Return the words of "cos A is the adjacent side over the hypotenuse"."""
    return {"ratio": tree, **_side_names(*_SIDES[name])} if name else {}


def _all(trees: Trees, work: Working) -> Answer:
    name, angle, _ = _given(trees[0])
    others = tuple(_applied(other, angle) for other in _SIDES if other != name)
    return _ratios((trees[0], *others), work, 1)


RATIO_QUESTIONS: dict[str, Callable[[Trees, Working], Answer]] = {
    "trigonometric ratios": lambda trees, work: _ratios(trees, work, 1),
    "trigonometric ratios in the second quadrant": lambda trees, work: _ratios(trees, work, 2),
    "trigonometric ratios in the third quadrant": lambda trees, work: _ratios(trees, work, 3),
    "trigonometric ratios in the fourth quadrant": lambda trees, work: _ratios(trees, work, 4),
    "all ratios": _all,
}
