"""Ratios of complementary angles: sin 65° is cos 25°, which is taken where the other of the two stands beside it."""

from __future__ import annotations

from tutor_cli.maths.expr import Apply, Expr, Function, Number, Postfix, Power

_PAIRS = (("sin", "cos"), ("tan", "cot"), ("sec", "csc"))
_OF_COMPLEMENT = {Function(a): Function(b) for pair in _PAIRS for a, b in (pair, pair[::-1])}
_RIGHT, _HALF = 90, 45


def angle_of(node: Expr) -> int | None:
    """Return the angle of a ratio, or of a power of one, in whole degrees; None of anything else."""
    match node:
        case Apply(Function() | Power(Function()), (Postfix(Number(digits), "°"),)) if digits.isdecimal():
            return int(digits)
    return None


def known_by_heart(angle: int | None) -> bool:
    """Tell whether the ratios of an angle stand in the table of the school books."""
    return angle is not None and (angle % 30 == 0 or angle % _HALF == 0)


def complemented(tree: Expr) -> Expr:
    """Return the tree with the greater of two complementary angles replaced, where neither is known by heart."""
    angles = {angle for node in tree.walk() if (angle := angle_of(node)) is not None and not known_by_heart(angle)}
    greater = {angle for angle in angles if angle > _HALF and _RIGHT - angle in angles}
    return tree.rebuilt(lambda node: _complement(node, angle_of(node)) if angle_of(node) in greater else node)


def _complement(node: Expr, angle: int | None) -> Expr:
    if not isinstance(node, Apply) or angle is None:
        return node
    head = node.head
    ratio = Power(_other(head.base), head.exponent) if isinstance(head, Power) else _other(head)
    return Apply(ratio, (Postfix(Number(str(_RIGHT - angle)), "°"),))


def _other(ratio: Expr) -> Expr:
    return _OF_COMPLEMENT.get(ratio, ratio) if isinstance(ratio, Function) else ratio
