"""Identities: whether both sides are the same for every angle, shown line by line, and at one angle."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Expr, Number, Postfix, Relation, Root, Text
from tutor_cli.maths.solve.asked.given import CONSTANTS, Trees, value_of
from tutor_cli.maths.solve.bridge import to_sympy
from tutor_cli.maths.solve.identities import show_equal
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.recipes.functions import yes_or_no
from tutor_cli.maths.solve.school_angles import LEAST_DEGREES
from tutor_cli.maths.solve.verify import expressions_agree
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import to_tree

# Angles that show where two sides differ, the plainest first, in parts of a half turn.
_ACUTE = (sp.Rational(1, 6), sp.Rational(1, 4), sp.Rational(1, 3))
_TRIED = (*_ACUTE, sp.Rational(1, 2), sp.Rational(2, 3))


def _sides(tree: Expr) -> tuple[Expr, Expr]:
    """Return both sides of an equation; raise NoMethod of anything else."""
    match tree:
        case Relation((left, right), ("=",)):
            return left, right
    raise NoMethod


def _at_angle(sides: tuple[Expr, Expr], angle: Any) -> tuple[Any, Any]:
    """Return what both sides come to with the angle for their letter; raise NoMethod where there is not one letter."""
    left, right = (to_sympy(side, CONSTANTS) for side in sides)
    letters = left.free_symbols | right.free_symbols
    if len(letters) != 1:
        raise NoMethod
    values = dict.fromkeys(letters, angle)
    return sp.simplify(left.subs(values)), sp.simplify(right.subs(values))


def _identity(trees: Trees, work: Working) -> Answer:
    sides = _sides(trees[0])
    if expressions_agree(*sides, CONSTANTS):
        show_equal(*sides, work)
        work.note("identity.same", trees[0])
        return Answer("value", None, Text("an identity"), verified=True)
    # Under a root books mean acute angles, and say nothing of it.
    for angle in _ACUTE if any(isinstance(node, Root) for node in trees[0].walk()) else _TRIED:
        values = _at_angle(sides, angle * sp.pi)
        if all(value.is_finite for value in values) and sp.simplify(values[0] - values[1]) != 0:
            _differ(values, angle, work)
            return Answer("value", None, Text("not an identity"), verified=True)
    raise NoMethod


def _differ(values: tuple[Any, Any], angle: Any, work: Working) -> None:
    shown = Relation((to_tree(values[0]), to_tree(values[1])), ("ne",))
    work.note("identity.differs", shown, angle=Postfix(to_tree(180 * angle), "°"))


def _at(trees: Trees, work: Working) -> Answer:
    """Tell whether both sides are equal at one angle."""
    tree = _with_sign(trees[0])
    values = _at_angle(_sides(trees[1]), value_of(tree))
    if not all(value.is_finite for value in values):
        work.note("identity.undefined", trees[1])
        return yes_or_no(holds=False)
    holds = sp.simplify(values[0] - values[1]) == 0
    shown = Relation((to_tree(values[0]), to_tree(values[1])), ("=" if holds else "ne",))
    work.note("identity.at", shown, angle=tree)
    return yes_or_no(holds)


def _with_sign(place: Expr) -> Expr:
    """Return a bare number that no angle in radians is with the sign of degrees."""
    value = place.operands[-1] if isinstance(place, Relation) else place
    large = isinstance(value, Number) and float(value.digits) >= LEAST_DEGREES
    return Postfix(value, "°") if large else value


IDENTITIES: dict[str, Callable[[Trees, Working], Answer]] = {"identity": _identity, "identity at": _at}
