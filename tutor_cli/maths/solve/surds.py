"""Roots in numbers: take out squares, combine, clear the denominator of roots."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Add, Expr, Group, Mul, Neg, Number, Power, Quotient, Root
from tutor_cli.maths.solve.bridge import to_sympy
from tutor_cli.maths.solve.exact import rational_value
from tutor_cli.maths.solve.working import Working, line_tree
from tutor_cli.maths.solve.writing import to_tree

_TWO = 2


def solve(tree: Expr, constants: tuple[str, ...], work: Working) -> Any:
    """Return the simplest form of a number with roots."""
    taken_out = _roots_taken_out(tree)
    work.step("surd.take_out", tree, taken_out)
    value = to_sympy(tree, constants)
    if fraction := _fraction_with_root(taken_out, constants):
        return _rationalised(taken_out, *fraction, work)
    expanded = sp.expand(value)
    if expanded.is_Add or not _root_below(expanded):
        work.step("surd.combine", taken_out, expanded)
    else:
        work.step("surd.combine", taken_out, value)
        expanded = value
    result = simplest(expanded)
    work.step("surd.simplify", expanded, result)
    return result


def has_root_below(tree: Expr, constants: tuple[str, ...]) -> bool:
    """Tell whether a number is a fraction whose denominator can be cleared of its roots in one step."""
    return _fraction_with_root(tree, constants) is not None


def _fraction_with_root(tree: Expr, constants: tuple[str, ...]) -> tuple[Any, Any, Any] | None:
    """Return top and bottom of a fraction, and what clears the bottom of roots: its conjugate, or its one root."""
    if not isinstance(tree, Quotient) or not any(isinstance(node, Root) for node in tree.denominator.walk()):
        return None
    above, below = (sp.expand(to_sympy(part, constants)) for part in (tree.numerator, tree.denominator))
    roots = [node for node in below.atoms(sp.Pow) if node.exp == sp.S.Half]
    if below.is_Add and len(below.args) == _TWO:
        first, second = sorted(below.args, key=_positive_first)
        conjugate = first - second
    else:
        conjugate = roots[0] if len(roots) == 1 else sp.S.Zero
    product = sp.expand(below * conjugate)
    return (above, below, conjugate) if product.is_Rational and product != 0 else None


def _positive_first(term: Any) -> tuple[bool, Any]:
    return term.could_extract_minus_sign(), sp.default_sort_key(term)


def _rationalised(tree: Expr, above: Any, below: Any, conjugate: Any, work: Working) -> Any:
    """Show the denominator cleared of roots: above and below times the conjugate, and what that makes of them."""
    product, over = sp.expand(below * conjugate), sp.expand(above * conjugate)
    squares, result = _squares_below(below, conjugate), sp.together(sp.expand(over / product))
    with work.group("surd.rationalise", tree, conjugate=conjugate, squares=squares, product=product) as group:
        numerator, denominator = (tree.numerator, tree.denominator) if isinstance(tree, Quotient) else (above, below)
        times = Quotient(_times(numerator, conjugate), _times(denominator, conjugate))
        work.step("surd.conjugate", tree, times, conjugate=conjugate)
        cleared = to_tree(over) if product == 1 else Quotient(to_tree(over), to_tree(product))
        work.step("surd.squares", times, cleared, squares=squares, product=product)
        work.step("surd.simplify", cleared, result)
        group.done(result)
    return result


def _times(one: Any, other: Any) -> Expr:
    factors = [line_tree(factor) for factor in (one, other) if factor != Number("1")]
    if len(factors) == 1:
        return factors[0]
    return Mul(tuple(Group(tree) if isinstance(tree, Add) else tree for tree in factors), "dot")


def _squares_below(below: Any, conjugate: Any) -> Expr:
    """Return `(√5)^2 - (√3)^2`, which the denominator becomes, or the product of a root with itself."""
    if not conjugate.is_Add:
        return _times(below, conjugate)
    first, second = (to_tree(abs(term)) for term in sorted(below.args, key=_positive_first))
    squares = [Power(tree if isinstance(tree, Number) else Group(tree), Number("2")) for tree in (first, second)]
    return Add((squares[0], Neg(squares[1])))


def simplest(value: Any) -> Any:
    """Return a number expanded, with no root in a denominator and no nested root that can be undone."""
    rational = sp.radsimp(sp.expand(sp.sqrtdenest(value)), max_terms=6)
    forms = [sp.expand(rational), rational, sp.nsimplify(rational) if rational.is_Rational else rational]
    if value.has(sp.sin, sp.cos, sp.tan, sp.log, sp.exp, sp.I, sp.asin, sp.acos, sp.atan):
        forms.append(sp.simplify(value))
    return min(forms, key=lambda form: (_root_below(form), sp.count_ops(form)))


def _root_below(value: Any) -> bool:
    return any(
        (power.exp.is_negative and power.base.has(sp.Pow))
        or (power.exp.is_Rational and power.exp.is_negative and power.exp.q > 1)
        for power in value.atoms(sp.Pow)
    )


def _roots_taken_out(tree: Any) -> Any:
    if isinstance(tree, tuple):
        return tuple(_roots_taken_out(item) for item in tree)
    if isinstance(tree, Root) and rational_value(tree.radicand) is not None:
        return line_tree(to_tree(to_sympy(tree, ())))
    if isinstance(tree, Expr):
        return replace(tree, **{field.name: _roots_taken_out(getattr(tree, field.name)) for field in fields(tree)})
    return tree
