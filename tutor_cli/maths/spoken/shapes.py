"""Small questions about candidates and trees that the priors share."""

from __future__ import annotations

from collections.abc import Sequence

from tutor_cli.maths.expr import (
    Expr,
    Fence,
    Mul,
    Neg,
    Number,
    PlusMinus,
    Power,
    Root,
    Subscript,
    Symbol,
)
from tutor_cli.maths.spoken.extents import Extent, Reach
from tutor_cli.maths.spoken.trees import factors_of

# What is added to a variable to step on from it.
STEP_NAMES = frozenset({"h", "Delta", "delta"})


def widest(extents: Sequence[Extent], reach: Reach) -> int:
    """Return the last candidate that reaches no further."""
    return max(index for index, extent in enumerate(extents) if extent.reach <= reach or index == 0)


def unsigned_body(node: Expr) -> Expr:
    """Return a term without its sign."""
    return node.body if isinstance(node, (Neg, PlusMinus)) else node


def is_number_times_letters(node: Expr) -> bool:
    """Tell whether a node is a number times letters, as in 2x."""
    factors = factors_of(unsigned_body(node))
    return isinstance(node, Mul) and isinstance(factors[0], Number) and all(is_letter(f) for f in factors[1:])


def is_letter(node: Expr) -> bool:
    """Tell whether a node is a letter, maybe with an index or a power."""
    return isinstance(node, (Symbol, Subscript)) or (isinstance(node, Power) and is_letter(node.base))


def first_ratio(extents: Sequence[Extent]) -> int | None:
    """Return the first candidate that is a fraction, None where there is none."""
    return next((index for index, extent in enumerate(extents) if extent.reach is Reach.RATIO), None)


def symbols_of(node: Expr) -> set[Expr]:
    """Return the letters in a node."""
    return {part for part in node.walk() if isinstance(part, Symbol)}


def rooted(extents: Sequence[Extent], place: int) -> int:
    """Take in a root said last where it holds no more than the extent at `place`: 1 over 2 का वर्गमूल."""
    later = place + 1
    while later < len(extents) and len(extents[later].terms) == 1:
        if isinstance(extents[later].expr, (Root, Fence)):
            return later
        later += 1
    return place


def holds(term: Expr, kind: type[Expr]) -> bool:
    """Tell whether a term has a factor of this kind."""
    return any(isinstance(factor, kind) for factor in factors_of(unsigned_body(term)))
