"""Slips with linear equations in one unknown: signs of what changes sides, a division forgotten."""

from __future__ import annotations

from collections.abc import Iterator

from tutor_cli.local_model.mind.practice.misrules.rule import Suspect, number
from tutor_cli.local_model.mind.practice.misrules.values import value
from tutor_cli.maths.expr import Expr, Relation, Symbol

_NEAR = 1e-9


def linear(tree: Expr) -> Iterator[Suspect]:
    """Forget to divide, subtract instead, or keep the sign of what goes to the other side."""
    match tree:
        case Relation((left, right), ("=",)):
            at_left, at_right = _coefficients(left), _coefficients(right)
        case _:
            return
    unknown = next((node.name for node in tree.walk() if isinstance(node, Symbol)), "x")
    if at_left is None or at_right is None:
        return
    (a, b), (c, d) = at_left, at_right
    yield from _not_divided(a - c, d - b, unknown)
    yield from _sign_kept(a, b, c, d, unknown)


def _not_divided(factor: float, rest: float, unknown: str) -> Iterator[Suspect]:
    if factor == 0:
        return
    slots = {"left": f"{number(factor)}{unknown}", "right": number(rest), "factor": number(factor)}
    yield Suspect("slip_not_divided", rest, slots)
    yield Suspect("slip_subtracted_factor", rest - factor, slots)
    yield Suspect("slip_multiplied_factor", rest * factor, slots)


def _sign_kept(a: float, b: float, c: float, d: float, unknown: str) -> Iterator[Suspect]:
    if b and a != c:
        yield Suspect("slip_sign_other_side", (d + b) / (a - c), {"term": number(b)})
    if c and a != -c:
        slots = {"term": f"{number(c) if abs(c) != 1 else '-' * (c < 0)}{unknown}"}
        yield Suspect("slip_sign_other_side", (d - b) / (a + c), slots)


def _coefficients(side: Expr) -> tuple[float, float] | None:
    """Return the coefficient of the unknown and the constant of a side, or None where it is not linear."""
    at_zero, at_one, at_two = (value(side, place) for place in (0.0, 1.0, 2.0))
    if at_zero is None or at_one is None or at_two is None or abs(at_two - 2 * at_one + at_zero) > _NEAR:
        return None
    return round(at_one - at_zero, 9), round(at_zero, 9)
