"""Two sides shown to be equal: each is rewritten until the two meet; else their difference comes to zero.

Ratios of angles are written with sine and cosine, brought to one fraction, and reduced by sin² + cos² = 1; a sine below
is taken away with its conjugate, after which the fraction is in a form that only equal sides share.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Expr
from tutor_cli.maths.solve.bridge import to_sympy
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.problem import WRITTEN_CONSTANTS
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import to_tree

Form = tuple[str, Any]

_IN_SINES = {
    sp.tan: lambda angle: sp.sin(angle) / sp.cos(angle),
    sp.cot: lambda angle: sp.cos(angle) / sp.sin(angle),
    sp.sec: lambda angle: 1 / sp.cos(angle),
    sp.csc: lambda angle: 1 / sp.sin(angle),
}
_RATIOS = (sp.sin, sp.cos, *_IN_SINES)


def show_equal(left: Expr, right: Expr, work: Working) -> None:
    """Record how each side is rewritten until they meet; raise Unknown where it is not seen that they are equal."""
    one, other = (list(_forms(to_sympy(side, WRITTEN_CONSTANTS))) for side in (left, right))
    meeting = _meeting(one, other)
    if meeting is None:
        _come_to_nothing(one[0][1] - other[0][1], work)
        return
    _rewrite(left, one[1 : meeting[0] + 1], work)
    if meeting[1]:
        work.note("identity.other_side", right, side=right)
        _rewrite(right, other[1 : meeting[1] + 1], work)


def _meeting(left: list[Form], right: list[Form]) -> tuple[int, int] | None:
    """Return how many lines of each side lead to a form that both come to, as few as possible; None where none does."""
    ways = sorted(product(range(len(left)), range(len(right))), key=lambda way: (sum(way), way[1]))
    return next(((i, j) for i, j in ways if left[i][1] == right[j][1]), None)


def _rewrite(start: Expr, forms: list[Form], work: Working) -> None:
    before: Any = start
    for id, after in forms:
        work.step(id, before, after)
        before = after


def _come_to_nothing(difference: Any, work: Working) -> None:
    """Record how the difference of two sides becomes zero; raise Unknown where that is not seen."""
    _, *forms = _forms(difference)
    if not forms or forms[-1][1] != 0:
        raise Unknown("how to prove this")
    work.note("identity.difference", difference)
    _rewrite(to_tree(difference), forms, work)


def _forms(value: Any) -> Iterator[Form]:
    """Yield the expression and what it becomes, with the id of the step that leads to each."""
    yield "", value
    for id, change in _CHANGES:
        changed = change(value)
        if changed != value:
            yield id, changed
            value = changed


def _single_angles(value: Any) -> Any:
    has_sums = any(not angle.is_Symbol for ratio in value.atoms(*_RATIOS) for angle in ratio.args)
    return sp.expand_trig(value) if has_sums else value


def _in_sines(value: Any) -> Any:
    for ratio, rewritten in _IN_SINES.items():
        value = value.replace(ratio, rewritten)
    return value


def _one_fraction(value: Any) -> Any:
    above, below = sp.fraction(sp.cancel(sp.together(value)))
    return sp.expand(above) / sp.expand(below)


def _by_pythagoras_above(value: Any) -> Any:
    above, below = sp.fraction(sp.together(value))
    for angle in _angles(above):
        above = _even_sines_replaced(above, angle)
    return sp.expand(above) / below


def _by_pythagoras(value: Any) -> Any:
    """Return a fraction with the even powers of sines above and below in cosines, and common factors cancelled."""
    above, below = sp.fraction(sp.together(value))
    for angle in _angles(value):
        above, below = _even_sines_replaced(above, angle), _even_sines_replaced(below, angle)
    return sp.cancel(above / below)


def _even_sines_replaced(value: Any, angle: Any) -> Any:
    powers = sp.Poly(sp.expand(value), sp.sin(angle)) if value.has(sp.sin(angle)) else None
    if powers is None:
        return sp.expand(value)
    square = 1 - sp.cos(angle) ** 2
    terms = (factor * square ** (power // 2) * sp.sin(angle) ** (power % 2) for (power,), factor in powers.terms())
    return sp.expand(sp.Add(*terms))


def _without_sines_below(value: Any) -> Any:
    above, below = sp.fraction(sp.together(value))
    for angle in _angles(value):
        conjugate = below.subs(sp.sin(angle), -sp.sin(angle))
        if conjugate != below:
            above, below = sp.expand(above * conjugate), sp.expand(below * conjugate)
    return _by_pythagoras(above / below)


def _angles(value: Any) -> list[Any]:
    return sorted({ratio.args[0] for ratio in value.atoms(sp.sin, sp.cos)}, key=str)


_CHANGES: tuple[tuple[str, Callable[[Any], Any]], ...] = (
    ("identity.angles", _single_angles),
    ("identity.sin_cos", _in_sines),
    ("identity.one_fraction", _one_fraction),
    ("identity.pythagoras", _by_pythagoras_above),
    ("identity.pythagoras", _by_pythagoras),
    ("identity.conjugate", _without_sines_below),
)
