"""Identities of trigonometry: whether both sides are the same for every angle, shown side by side and at one angle."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Expr, Number, Postfix, Relation, Text
from tutor_cli.maths.solve.asked.given import CONSTANTS, Trees, value_of
from tutor_cli.maths.solve.bridge import to_sympy
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.recipes.functions import yes_or_no
from tutor_cli.maths.solve.school_angles import LEAST_DEGREES
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import to_tree

_S, _C = sp.Symbol("s"), sp.Symbol("c")
_RATIOS = (sp.sin, sp.cos, sp.tan, sp.cot, sp.sec, sp.csc)
# Angles that show where two sides differ, the plainest first, in parts of a half turn.
_ACUTE = (sp.Rational(1, 6), sp.Rational(1, 4), sp.Rational(1, 3))
_TRIED = (*_ACUTE, sp.Rational(1, 2), sp.Rational(2, 3))


def _sides(tree: Expr) -> tuple[Any, Any, Any]:
    """Return both sides and the angle; raise NoMethod where there is not one angle that ratios are taken of."""
    if not isinstance(tree, Relation) or tree.signs != ("=",):
        raise NoMethod
    left, right = (to_sympy(side, CONSTANTS) for side in tree.operands)
    letters = left.free_symbols | right.free_symbols
    if len(letters) != 1 or not (left - right).has(*_RATIOS):
        raise NoMethod
    return left, right, letters.pop()


def _in_sines(f: Any, x: Any) -> Any:
    """Return an expression in sine and cosine of the angle; raise NoMethod where other ratios remain."""
    s, c = sp.sin(x), sp.cos(x)
    put = {sp.tan(x): s / c, sp.cot(x): c / s, sp.sec(x): 1 / c, sp.csc(x): 1 / s}
    found = sp.expand_trig(f).subs(put)
    if found.subs({s: _S, c: _C}).has(x):
        raise NoMethod
    return found


def _shown(tree: Expr, f: Any, x: Any, work: Working) -> Any:
    """Tell what a side comes to: in sine and cosine, as one fraction, without the square of the sine."""
    s, c = sp.sin(x), sp.cos(x)
    plain = _in_sines(f, x)
    if plain != f:
        work.step("identity.in_sines", tree, plain)
    above, below = (part.subs({s: _S, c: _C}) for part in sp.fraction(sp.together(plain)))
    above, below = (sp.rem(sp.expand(part), _S**2 + _C**2 - 1, _S) for part in (above, below))
    end = sp.cancel(above / below).subs({_S: s, _C: c})
    whole = below.is_number
    work.step("identity.multiplied" if whole else "identity.pythagoras", plain if plain != f else tree, end)
    return end


def _identity(trees: Trees, work: Working) -> Answer:
    left, right, x = _sides(trees[0])
    assert isinstance(trees[0], Relation)  # noqa: S101
    rooted = any(not node.exp.is_Integer for node in (left - right).atoms(sp.Pow))
    for angle in _ACUTE if rooted else _TRIED:
        values = [sp.simplify(side.subs(x, angle * sp.pi)) for side in (left, right)]
        if all(value.is_finite for value in values) and sp.simplify(values[0] - values[1]) != 0:
            _differ(values, angle, work)
            return Answer("value", None, Text("not an identity"), verified=True)
    one = _shown(trees[0].operands[0], left, x, work)
    if one != right:
        work.note("identity.other_side", trees[0].operands[1])
    if sp.simplify(one - _shown(trees[0].operands[1], right, x, work)) != 0:
        raise NoMethod
    work.note("identity.same", trees[0])
    return Answer("value", None, Text("an identity"), verified=True)


def _differ(values: list[Any], angle: Any, work: Working) -> None:
    shown = Relation((to_tree(values[0]), to_tree(values[1])), ("ne",))
    work.note("identity.differs", shown, angle=Postfix(to_tree(180 * angle), "°"))


def _at(trees: Trees, work: Working) -> Answer:
    """Tell whether both sides are equal at one angle."""
    left, right, x = _sides(trees[1])
    tree = _with_sign(trees[0])
    place = value_of(tree)
    values = [sp.simplify(side.subs(x, place)) for side in (left, right)]
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
