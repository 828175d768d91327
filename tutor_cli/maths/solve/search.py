"""Looking for solutions with numbers only: the search that nothing a method lost can hide from."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tutor_cli.maths.expr import Expr, Relation, Row, Text
from tutor_cli.maths.solve.exact import Undefined
from tutor_cli.maths.solve.numeric import Unknown, compiled
from tutor_cli.maths.solve.truth import signs_chosen, statement

# Odd steps, so that the points are nobody's round numbers; wide enough for the numbers of school problems.
_NEAR = [-12.037 + 0.0937 * k for k in range(257)]
_FAR = [12.2 * 1.21**k for k in range(40)]
GRID = [*(-value for value in reversed(_FAR)), *_NEAR, *_FAR]

Real = Callable[[float], float | None]


def roots_of(tree: Expr, name: str, constants: tuple[str, ...]) -> list[float]:
    """Return the values of the letter, found by scanning, at which an equation (or one of several) is true.

    Raises Unknown where the tree has no equation to scan.
    """
    holds = statement(tree, constants=constants)
    found: list[float] = []
    for left, right in _equations(tree):
        first, second = compiled(left, constants=constants), compiled(right, constants=constants)
        found += [x for x in _zeros(_difference(first, second, name)) if holds({name: x})]
    return found


def _equations(tree: Expr) -> Iterator[tuple[Expr, Expr]]:
    if isinstance(tree, Row):
        for item in tree.items:
            if not isinstance(item, Text):
                yield from _equations(item)
    elif isinstance(tree, Relation) and tree.signs == ("=",):
        for version in signs_chosen(tree):
            left, right = version.children()
            yield left, right
    else:
        raise Unknown("no equation")


def _difference(first: Callable[..., float], second: Callable[..., float], name: str) -> Real:
    def difference(x: float) -> float | None:
        try:
            return first({name: x}) - second({name: x})
        except Undefined:
            return None

    return difference


def _zeros(f: Real) -> Iterator[float]:
    values = [f(x) for x in GRID]
    for k in range(1, len(GRID)):
        low, high = values[k - 1], values[k]
        if high == 0:
            # Far out, 0 may only be what is left of a number too small for a float.
            yield from [GRID[k]] if abs(GRID[k]) < _NEAR[-1] else []
        elif low is not None and high is not None and low * high < 0:
            yield from _bisected(f, GRID[k - 1], GRID[k])
    for k in range(1, len(GRID) - 1):
        if _dips(values[k - 1], values[k], values[k + 1]):
            yield from _lowest(f, GRID[k - 1], GRID[k + 1])


def _dips(before: float | None, here: float | None, after: float | None) -> bool:
    if before is None or here is None or after is None:
        return False
    return abs(here) <= abs(before) and abs(here) <= abs(after) and before * after > 0


def _bisected(f: Real, low: float, high: float) -> Iterator[float]:
    start = f(low)
    for _ in range(80):
        middle = (low + high) / 2
        value = f(middle)
        if value is None or start is None:
            return
        low, high = (middle, high) if value * start > 0 else (low, middle)
    yield from _settled(f, (low + high) / 2)


def _settled(f: Real, x: float) -> Iterator[float]:
    """Yield the root, rounded where that is nearer; nothing where the round number is a hole in the function."""
    nearest = round(x, 7)
    value = f(nearest)
    if value is not None:
        yield nearest if abs(value) <= abs(f(x) or 0) else x


def _lowest(f: Real, low: float, high: float) -> Iterator[float]:
    for _ in range(60):
        first, second = low + (high - low) / 3, high - (high - low) / 3
        left, right = f(first), f(second)
        if left is None or right is None:
            return
        low, high = (low, second) if abs(left) < abs(right) else (first, high)
    yield from _settled(f, (low + high) / 2)
