"""The acute angle with a given ratio; conjugates of complex numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Apply, Expr, Function, Number, Postfix, Relation
from tutor_cli.maths.solve.bridge import to_sympy
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import to_tree

CONSTANTS = ("pi", "e")
_RIGHT_ANGLE = 90
_INVERSES = {"sin": sp.asin, "cos": sp.acos, "tan": sp.atan, "cot": sp.acot, "sec": sp.asec, "cosec": sp.acsc}
Trees = tuple[Expr, ...]


def acute_angle(trees: Trees, work: Working) -> Answer:
    """Return the acute angle, in degrees, one ratio of which is known."""
    name, value = _ratio(trees[0])
    found = _INVERSES[name](value) * 180 / sp.pi
    if not 0 < float(found) < _RIGHT_ANGLE:
        raise NoMethod
    exact = sp.nsimplify(found) if found.is_Rational else None
    written = to_tree(exact) if exact is not None else Number(f"{float(found):.2f}")
    sign = "=" if exact is not None else "approx"
    tree = Relation((trees[0].operands[0].arguments[0], Postfix(written, "°")), (sign,))  # type: ignore[attr-defined]
    work.note("trigonometry.acute_angle", tree)
    return Answer("value", found, tree, verified=True)


def _ratio(tree: Expr) -> tuple[str, Any]:
    if isinstance(tree, Relation) and isinstance(tree.operands[0], Apply):
        value = to_sympy(tree.operands[1], CONSTANTS)
        if value.is_positive:
            return _named(tree.operands[0]), value
    raise NoMethod


def _named(tree: Expr) -> str:
    name = tree.head.name if isinstance(tree, Apply) and isinstance(tree.head, Function) else ""
    name = {"csc": "cosec"}.get(name, name)
    if name not in _INVERSES:
        raise NoMethod
    return name


def conjugate(trees: Trees, work: Working) -> Answer:
    """Return the conjugate of a complex number."""
    value = to_sympy(trees[0], (*CONSTANTS, "i", "I"))
    if value.free_symbols:
        raise Unknown("a complex number")
    result = sp.conjugate(value)
    work.note("complex.conjugate", to_tree(result))
    return Answer("value", result, verified=sp.simplify(sp.im(value) + sp.im(result)) == 0)


RATIOS: dict[str, Callable[[Trees, Working], Answer]] = {
    "acute angle": acute_angle,
    "conjugate": conjugate,
}
