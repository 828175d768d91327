"""Checking what was found by another way than the one that found it: numbers put into what stands on the paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from tutor_cli.maths.expr import Derivative, Expr, Group, Relation, Symbol
from tutor_cli.maths.solve.exact import Undefined
from tutor_cli.maths.solve.numeric import FLOATS, PRECISE, Field, Unknown, compiled, is_complex

# Where expressions are compared: both signs, small and large, none of them special.
SAMPLES = (
    0.6371829, -0.4319736, 1.7891734, -1.2773519, 2.7418127, -3.3427183, 0.0913747, 4.6139281, 9.3271938, -0.1763941,
    0.2633179,
)  # fmt: skip
ENOUGH = 3


def letters(tree: Expr, constants: tuple[str, ...]) -> set[str]:
    """Return the names of the unknowns in a tree."""
    return {node.name for node in tree.walk() if isinstance(node, Symbol)} - {*constants, *_SIGNS}


_SIGNS = ("infty", "RR", "ZZ", "emptyset")


def expressions_agree(
    first: Expr, second: Expr, constants: tuple[str, ...], positive: Iterable[str] = (), field: Field = FLOATS
) -> bool | None:
    """Tell whether two expressions are equal wherever both have a value; None where too few points say anything."""
    try:
        imaginary = is_complex(first, constants) or is_complex(second, constants)
        one, two = (
            compiled(tree, PRECISE if imaginary else field, constants, imaginary=imaginary) for tree in (first, second)
        )
    except Unknown:
        return None
    names = sorted(letters(first, constants) | letters(second, constants))
    compared = 0
    for env in sample_points(names, set(positive), field):
        try:
            a, b = one(env), two(env)
        except Undefined:
            continue
        if _distance(a, b) > 1e3 * field.epsilon:
            return False
        compared += 1
    return True if compared >= (ENOUGH if names else 1) else None


def _distance(a: Any, b: Any) -> float:
    """Return how far two numbers, or two matrices entry by entry, are apart, relative to their size."""
    if hasattr(a, "rows") or hasattr(b, "rows"):
        if not (hasattr(a, "rows") and hasattr(b, "rows") and (a.rows, a.cols) == (b.rows, b.cols)):
            return 1.0
        return max(_distance(x, y) for x, y in zip(a, b, strict=True))
    return float(abs(a - b) / (1 + abs(a) + abs(b)))


def sample_points(names: list[str], positive: set[str], field: Field = FLOATS) -> Iterator[dict[str, Any]]:
    """Yield environments for the letters; those in `positive` (or all, in a second round) get positive values."""
    rounds = [positive, set(names)] if names else [positive]
    for above_zero in rounds:
        for k in range(len(SAMPLES)):
            env = {name: SAMPLES[(k + 4 * j) % len(SAMPLES)] for j, name in enumerate(names)}
            yield {name: _number(abs(v) if name in above_zero else v, field) for name, v in env.items()}
        if not names:
            return


def _number(value: float, field: Field) -> Any:
    return PRECISE.library.mpf(value) if field is PRECISE else value


def derivative_agrees(found: Expr, integrand: Expr, name: str, constants: tuple[str, ...]) -> bool | None:
    """Is the derivative of one expression the other, wherever the other has a value? Missing bars in ln|x| show."""
    try:
        slope = compiled(Derivative(Group(found), (Symbol(name),)), FLOATS, constants)
        f = compiled(integrand, FLOATS, constants)
    except Unknown:
        return None
    names = sorted(letters(integrand, constants) | letters(found, constants) | {name})
    compared = 0
    for env in islice(sample_points(names, set()), len(SAMPLES)):
        try:
            wanted = f(env)
        except Undefined:
            continue
        try:
            got = slope(env)
        except Undefined:
            return False
        if abs(got - wanted) > 1e-6 * (1 + abs(wanted)):
            return False
        compared += 1
    return True if compared >= ENOUGH else None


def differences_scale(before: Expr, after: Expr, constants: tuple[str, ...]) -> bool:
    """Tell whether the difference of the sides of one equation is a constant multiple, not 0, of that of another."""
    if not (isinstance(before, Relation) and isinstance(after, Relation) and before.signs == after.signs == ("=",)):
        return False
    names = sorted(letters(before, constants) | letters(after, constants))
    try:
        sides = [compiled(side, FLOATS, constants) for side in (*before.operands, *after.operands)]
        rows = [[side(env) for side in sides] for env in islice(sample_points(names, set()), 5)]
    except (Unknown, Undefined):
        return False
    ratios = [(d - c) / (b - a) for a, b, c, d in rows if b != a]
    return len(ratios) >= ENOUGH and ratios[0] != 0 and all(abs(r / ratios[0] - 1) < 1e-9 for r in ratios)
