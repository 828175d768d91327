"""What a wrong rule says of a problem."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tutor_cli.maths.expr import Add, Expr, Group, Mul, Neg, Number
from tutor_cli.maths.latex import to_latex


@dataclass(frozen=True, slots=True)
class Suspect:
    """A slip that may have been made: the key of the text that names it, its gaps, and the answer it leads to.

    A `rough` one may have been rounded by the pupil.
    """

    key: str
    answer: Expr | float
    slots: dict[str, str] = field(default_factory=dict)
    rough: bool = False


Misrule = Callable[[Expr], Iterator[Suspect]]


def number(value: float) -> str:
    """Return a number as it is written, without a point where it is whole."""
    return str(int(value)) if value == int(value) else f"{value:g}"


def terms_of(tree: Expr) -> tuple[Expr, ...]:
    """Return the terms of a sum, or the tree itself as the only one."""
    return tree.terms if isinstance(tree, Add) else (tree,)


def inner(tree: Expr) -> Expr:
    """Return what a bracket holds."""
    return inner(tree.body) if isinstance(tree, Group) else tree


def factors_of(tree: Expr) -> tuple[Expr, ...]:
    """Return the factors of a product, nested ones too."""
    if not isinstance(tree, Mul):
        return (tree,)
    return tuple(factor for part in tree.factors for factor in factors_of(part))


def product(factors: tuple[Expr, ...]) -> Expr:
    """Return the product of some factors."""
    return Mul(factors) if len(factors) > 1 else factors[0] if factors else Number("1")


def negative(tree: Expr) -> Expr:
    """Return the tree with the other sign."""
    return tree.body if isinstance(tree, Neg) else Neg(tree)


def latex(tree: Expr) -> str:
    """Return the tree as it is written."""
    return to_latex(tree)
