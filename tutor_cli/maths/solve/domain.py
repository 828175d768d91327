"""Where an expression over the reals has a meaning, read from the tree as it was typed, before anything cancels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Apply, Expr, Number, Power, Quotient, Relation, Root
from tutor_cli.maths.solve.bridge import to_sympy
from tutor_cli.maths.solve.exact import Undefined, rational_value
from tutor_cli.maths.solve.numeric import Unknown, application
from tutor_cli.maths.solve.writing import to_tree

# The denominators hidden in these functions.
_HIDDEN = {"tan": sp.cos, "sec": sp.cos, "cot": sp.sin, "csc": sp.sin, "cosec": sp.sin}


@dataclass(frozen=True)
class Constraint:
    """`expression sign 0` must hold; `cause` is `denominator`, `root`, `logarithm` or `arc`."""

    expression: Any
    sign: str
    cause: str

    def tree(self) -> Expr:
        """Return the condition as it is shown."""
        return Relation((to_tree(self.expression), Number("0")), (self.sign,))

    def solved(self, x: Any) -> Any:
        """Return the set of x that satisfy it; raise NotImplementedError where that is not known."""
        f = self.expression
        if self.sign == "ne":
            return sp.Complement(sp.S.Reals, real_zeros(f, x))
        return inequality_set(f, x, strict=self.sign == ">")


def real_zeros(f: Any, x: Any) -> Any:
    """Return the real zeros of an expression as a set."""
    f = sp.together(f)
    if f.is_polynomial(x):
        return sp.FiniteSet(*sp.real_roots(sp.Poly(f, x))) if f.has(x) else sp.S.EmptySet
    zeros = sp.solveset(f, x, sp.S.Reals)
    if zeros.has(sp.ConditionSet):
        raise NotImplementedError("zeros")
    return zeros


def inequality_set(f: Any, x: Any, *, strict: bool) -> Any:
    """Return where f > 0 (or f >= 0)."""
    if not f.has(x):
        return sp.S.Reals if (f > 0 if strict else f >= 0) else sp.S.EmptySet
    return sp.solve_univariate_inequality(f > 0 if strict else f >= 0, x, relational=False)


def constraints(tree: Expr, names: set[str], constants: tuple[str, ...]) -> list[Constraint]:
    """Return what must hold for the tree to have a meaning, for the conditions that mention one of the letters."""
    found: list[Constraint] = []
    for node in tree.walk():
        for expression, sign, cause in _needs(node, constants):
            if {symbol.name for symbol in expression.free_symbols} & names:
                constraint = Constraint(expression, sign, cause)
                if constraint not in found:
                    found.append(constraint)
    return found


def _needs(node: Expr, constants: tuple[str, ...]) -> Iterator[tuple[Any, str, str]]:
    try:
        if isinstance(node, Quotient):
            yield sp.numer(sp.together(to_sympy(node.denominator, constants))), "ne", "denominator"
        elif isinstance(node, Root) and _even(node.index):
            yield to_sympy(node.radicand, constants), "ge", "root"
        elif isinstance(node, Power):
            yield from _power_needs(node, constants)
        elif isinstance(node, Apply):
            yield from _function_needs(node, constants)
    except (Unknown, Undefined):
        return


def _even(index: Expr | None) -> bool:
    value = rational_value(index) if index is not None else None
    return index is None or (value is not None and value % 2 == 0)


def _power_needs(node: Power, constants: tuple[str, ...]) -> Iterator[tuple[Any, str, str]]:
    exponent = rational_value(node.exponent)
    if exponent is None:
        return
    base = to_sympy(node.base, constants)
    if exponent <= 0:
        yield base, "ne", "denominator"
    if exponent.denominator % 2 == 0:
        yield base, "ge", "root"


def _function_needs(node: Apply, constants: tuple[str, ...]) -> Iterator[tuple[Any, str, str]]:
    name, _, _ = application(node)
    argument = to_sympy(node.arguments[0], constants)
    if name in ("log", "ln"):
        yield argument, ">", "logarithm"
    elif name == "sqrt":
        yield argument, "ge", "root"
    elif name in _HIDDEN:
        yield _HIDDEN[name](argument), "ne", "denominator"
    elif name in ("arcsin", "arccos", "asin", "acos"):
        yield 1 - argument**2, "ge", "arc"


def allowed(found: list[Constraint], x: Any) -> Any:
    """Return the set of x that satisfy all constraints; raise NotImplementedError where that is not known."""
    home = sp.S.Reals
    for constraint in found:
        home = home.intersect(constraint.solved(x))
    return home


def excluded_points(found: list[Constraint], x: Any) -> list[Any]:
    """Return the points taken out by denominators, ascending."""
    points: set[Any] = set()
    for constraint in found:
        if constraint.sign == "ne":
            zeros = real_zeros(constraint.expression, x)
            points |= set(zeros) if zeros.is_FiniteSet else set()
    return sorted(points, key=float)
