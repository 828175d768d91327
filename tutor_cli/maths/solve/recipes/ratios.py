"""The other ratios of an acute angle from one; lengths and products of vectors; conjugates of complex numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Apply, Expr, Function, Mul, Number, Postfix, Relation, Symbol
from tutor_cli.maths.solve.bridge import to_sympy
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.working import Working, joined
from tutor_cli.maths.solve.writing import to_tree

CONSTANTS = ("pi", "e")
_RIGHT_ANGLE = 90
Trees = tuple[Expr, ...]

_SIDES: dict[str, tuple[str, str]] = {
    "sin": ("p", "h"), "cos": ("b", "h"), "tan": ("p", "b"),
    "cosec": ("h", "p"), "sec": ("h", "b"), "cot": ("b", "p"),
}  # fmt: skip


def other_ratios(trees: Trees, work: Working) -> Answer:
    """Return the asked ratios of the acute angle of the first, `sin A = 3/5`, which is drawn in a right triangle."""
    given, *wanted = trees
    name, ratio, value = _ratio(given)
    angle = ratio.arguments[0] if isinstance(ratio, Apply) else ratio
    above, below = _SIDES[name]
    top, bottom = sp.fraction(sp.radsimp(value) if value.is_Rational else value)
    sides = {above: top, below: bottom}
    missing = ({"p", "b", "h"} - set(sides)).pop()
    squares = {side: length**2 for side, length in sides.items()}
    square = sum(squares.values()) if missing == "h" else 2 * squares["h"] - sum(squares.values())
    if not square > 0:
        raise NoMethod
    sides[missing] = sp.sqrt(square)
    work.note("trigonometry.triangle", given, first=top, second=bottom)
    work.remark("trigonometry.third_side", Relation((Symbol(missing), to_tree(sp.sqrt(square))), ("=",)),
                Relation((Symbol(missing), to_tree(sides[missing])), ("=",)))  # fmt: skip
    found = [(tree, sp.radsimp(_of_angle(tree, angle, sides))) for tree in wanted]
    lines: list[Expr] = [Relation((tree, to_tree(ratio)), ("=",)) for tree, ratio in found]
    for line in lines:
        work.note("trigonometry.read_off", line)
    verified = bool(sp.simplify(sides["p"] ** 2 + sides["b"] ** 2 - sides["h"] ** 2) == 0)
    value_of = found[0][1] if len(found) == 1 else sp.FiniteSet(sp.Tuple(*(ratio for _, ratio in found)))
    return Answer("value" if len(found) == 1 else "set", value_of, joined(lines, "and"), verified=verified)


def _of_angle(tree: Expr, angle: Expr, sides: dict[str, Any]) -> Any:
    """Return a ratio of the angle, or of twice the angle."""
    above, below = _SIDES[_named(tree)]
    argument = tree.arguments[0] if isinstance(tree, Apply) else tree
    if argument != Mul((Number("2"), Symbol(angle.name) if isinstance(angle, Symbol) else angle)):
        return sides[above] / sides[below]
    sine, cosine = sides["p"] / sides["h"], sides["b"] / sides["h"]
    doubled = {"p": 2 * sine * cosine, "b": cosine**2 - sine**2, "h": sp.Integer(1)}
    if doubled[below] == 0:
        raise NoMethod
    return doubled[above] / doubled[below]


def acute_angle(trees: Trees, work: Working) -> Answer:
    """Return the acute angle, in degrees, one ratio of which is known."""
    name, _, value = _ratio(trees[0])
    inverses = {"sin": sp.asin, "cos": sp.acos, "tan": sp.atan, "cot": sp.acot, "sec": sp.asec, "cosec": sp.acsc}
    found = inverses[name](value) * 180 / sp.pi
    if not 0 < float(found) < _RIGHT_ANGLE:
        raise NoMethod
    exact = sp.nsimplify(found) if found.is_Rational else None
    written = to_tree(exact) if exact is not None else Number(f"{float(found):.2f}")
    sign = "=" if exact is not None else "approx"
    tree = Relation((trees[0].operands[0].arguments[0], Postfix(written, "°")), (sign,))  # type: ignore[attr-defined]
    work.note("trigonometry.acute_angle", tree)
    return Answer("value", found, tree, verified=True)


def _ratio(tree: Expr) -> tuple[str, Expr, Any]:
    if isinstance(tree, Relation) and isinstance(tree.operands[0], Apply):
        value = to_sympy(tree.operands[1], CONSTANTS)
        if value.is_positive:
            return _named(tree.operands[0]), tree.operands[0].arguments[0], value
    raise NoMethod


def _named(tree: Expr) -> str:
    name = tree.head.name if isinstance(tree, Apply) and isinstance(tree.head, Function) else ""
    name = {"csc": "cosec"}.get(name, name)
    if name not in _SIDES:
        raise NoMethod
    return name


# --- vectors and complex numbers -----------------------------------------------------------------------------------


def conjugate(trees: Trees, work: Working) -> Answer:
    """Return the conjugate of a complex number."""
    value = to_sympy(trees[0], (*CONSTANTS, "i", "I"))
    if value.free_symbols:
        raise Unknown("a complex number")
    result = sp.conjugate(value)
    work.note("complex.conjugate", to_tree(result))
    return Answer("value", result, verified=sp.simplify(sp.im(value) + sp.im(result)) == 0)


RATIOS: dict[str, Callable[[Trees, Working], Answer]] = {
    "other ratios": other_ratios,
    "acute angle": acute_angle,
    "conjugate": conjugate,
}
