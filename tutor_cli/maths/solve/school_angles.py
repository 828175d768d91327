"""What an angle without a sign means to a pupil: degrees, as tan² 60 is said and typed, once it is no small number.

Request rows are typed maths for machines, in which every angle is in radians: they never ask.
"""

from __future__ import annotations

from collections.abc import Iterable

from tutor_cli.maths.expr import Add, Apply, Expr, Function, Neg, Number, Postfix, Power

_RATIOS = frozenset(Function(name) for name in ("sin", "cos", "tan", "cot", "sec", "csc"))
LEAST_DEGREES = 10
"""From so many on a bare number is an angle in degrees: nobody means ten radians."""


def in_degrees(trees: Iterable[Expr]) -> tuple[Expr, ...]:
    """Return the trees with the numbers that ratios are taken of in degrees, where one is large enough for that."""
    trees = tuple(trees)
    angles = [angle for tree in trees for node in tree.walk() for angle in _angles(node)]
    if not any(float(number.digits) >= LEAST_DEGREES for angle in angles for number in _numbers(angle)):
        return trees
    return tuple(tree.rebuilt(_with_sign) for tree in trees)


def _angles(node: Expr) -> tuple[Expr, ...]:
    """Return what a ratio is taken of, where that is numbers with nothing but signs and sums around them."""
    match node:
        case Apply((Function() as ratio) | Power(Function() as ratio), (angle,)) if ratio in _RATIOS:
            return (angle,) if all(map(_may_be_of_angle, angle.walk())) else ()
    return ()


def _may_be_of_angle(part: Expr) -> bool:
    return isinstance(part, Number | Neg | Add) or (isinstance(part, Postfix) and part.sign == "°")


def _numbers(angle: Expr) -> list[Number]:
    return [part for part in angle.walk() if isinstance(part, Number)]


def _with_sign(node: Expr) -> Expr:
    return (
        Apply(node.head, tuple(map(_signed, angles))) if isinstance(node, Apply) and (angles := _angles(node)) else node
    )


def _signed(angle: Expr) -> Expr:
    """Return the angle with one degree sign behind it, so that a sum is added up before a ratio is taken."""
    return Neg(_signed(angle.body)) if isinstance(angle, Neg) else Postfix(angle.rebuilt(_bare), "°")


def _bare(part: Expr) -> Expr:
    return part.body if isinstance(part, Postfix) else part
