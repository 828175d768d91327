"""SymPy expressions written as trees, the way a teacher would: descending powers, fractions, roots."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import (
    Add,
    Apply,
    Choose,
    Empty,
    Expr,
    Fence,
    Function,
    Matrix,
    Mixed,
    Mul,
    Neg,
    Number,
    Postfix,
    Power,
    Quotient,
    Root,
    Sequence,
    Subscript,
    Symbol,
)
from tutor_cli.maths.solve.logs import BASED, base_of, with_bases

_NAMES = {
    "asin": "arcsin", "acos": "arccos", "atan": "arctan", "acot": "arccot", "asec": "arcsec", "acsc": "arccsc",
    "log": "ln", "sign": "sgn", "asinh": "arsinh", "acosh": "arcosh", "atanh": "artanh", "factorial": "factorial",
}  # fmt: skip
_FENCES = {"Abs": "abs", "floor": "floor", "ceiling": "ceil"}
_ATOMS = {sp.pi: "pi", sp.E: "e", sp.I: "i", sp.oo: "infty"}


def to_tree(value: Any) -> Expr:
    """Return a SymPy expression as a tree, written as a teacher would: descending powers, fractions, roots."""
    value = sp.Integer(value) if isinstance(value, int) else value
    if value in _ATOMS:
        return Symbol(_ATOMS[value])
    if value.is_Symbol:
        return letter(value.name)
    if value.is_Rational:
        return _rational_tree(value)
    if isinstance(value, sp.Float):
        return _decimal_tree(value)
    if value.is_Add:
        return Add(tuple(to_tree(term) for term in ordered_terms(value)))
    if value == -sp.oo:
        return Neg(Symbol("infty"))
    if value.is_Mul:
        return _product_tree(value)
    if value.is_Pow or isinstance(value, sp.exp):
        return _power_tree(*value.as_base_exp())
    if value.is_Matrix:
        return Matrix(tuple(tuple(to_tree(cell) for cell in value.row(k)) for k in range(value.rows)))
    return _function_tree(value)


def listed(values: Iterable[Any]) -> Expr:
    """Return numbers side by side, with commas between them."""
    return Sequence(tuple(map(to_tree, values)))


def letter(name: str) -> Expr:
    """Return the tree of a symbol's name; `x_1` is an indexed letter."""
    base, _, index = name.partition("_")
    if not index:
        return Symbol(name)
    return Subscript(Symbol(base), Number(index) if index.isdigit() else Symbol(index))


def ordered_terms(value: Any) -> list[Any]:
    """Return the terms by descending powers; `3 - x` and not `-x + 3` where only the first of two is negative."""
    terms = sorted(value.as_ordered_terms(), key=lambda term: term.has(sp.I))
    if len(terms) == 2 and terms[0].could_extract_minus_sign() and not terms[1].could_extract_minus_sign():
        terms.reverse()
    return terms


def _rational_tree(value: Any) -> Expr:
    size = Number(str(abs(value.p)))
    body: Expr = size if value.q == 1 else Quotient(size, Number(str(value.q)))
    return Neg(body) if value < 0 else body


def _decimal_tree(value: Any) -> Expr:
    digits = f"{abs(float(value)):.4f}".rstrip("0").rstrip(".")
    return Neg(Number(digits)) if value < 0 else Number(digits)


def _product_tree(value: Any) -> Expr:
    if value.as_coeff_Mul()[0].is_negative:
        return Neg(to_tree(-value))
    if value.has(sp.log):
        spread = sp.expand_mul(value) if base_of(value) is not sp.S.One else value
        if spread.is_Add:
            return to_tree(spread)
        value = with_bases(value)
        if not value.is_Mul:
            return to_tree(value)
    numerator, denominator = sp.fraction(value, exact=True)
    if denominator != 1:
        return Quotient(to_tree(numerator), to_tree(denominator))
    return product(*(to_tree(factor) for factor in _ordered_factors(value)))


def _ordered_factors(value: Any) -> list[Any]:
    factors = value.as_ordered_factors()

    def rank(factor: Any) -> int:
        base = factor.as_base_exp()[0]
        return 0 if factor.is_number else 1 if base.is_Symbol else 2

    return sorted(factors, key=rank)


def product(*factors: Expr) -> Expr:
    """Return a product, with a sign between numbers that stand next to each other."""
    flat = [part for factor in factors for part in _flat_factors(factor)]
    if len(flat) == 1:
        return flat[0]
    touching = any(_starts_with_digit(right) for right in flat[1:])
    return Mul(tuple(flat), "dot" if touching else "implicit")


def _flat_factors(factor: Expr) -> tuple[Expr, ...]:
    return factor.factors if isinstance(factor, Mul) else (factor,)


def _starts_with_digit(tree: Expr) -> bool:
    while isinstance(tree, (Power, Postfix, Choose)):
        tree = tree.base if isinstance(tree, Power) else tree.body if isinstance(tree, Postfix) else tree.n
    return isinstance(tree, (Number, Mixed, Quotient, Neg))


# Functions whose powers are written on their names: sin²x.
_WAVES = (sp.sin, sp.cos, sp.tan, sp.cot, sp.sec, sp.csc, sp.sinh, sp.cosh, sp.tanh)


def _power_tree(base: Any, exponent: Any) -> Expr:
    if exponent.could_extract_minus_sign() and base != sp.E:
        return Quotient(Number("1"), to_tree(base**-exponent))
    if exponent.is_Rational and exponent.p == 1 and exponent.q > 1:
        return Root(to_tree(base), None if exponent.q == 2 else Number(str(exponent.q)))
    if exponent == 1:
        return to_tree(base)
    if isinstance(base, _WAVES) and exponent.is_Integer:
        return Apply(Power(Function(type(base).__name__), to_tree(exponent)), (to_tree(base.args[0]),))
    return Power(to_tree(base), to_tree(exponent))


def _function_tree(value: Any) -> Expr:
    name = type(value).__name__
    if name in _FENCES:
        return Fence(to_tree(value.args[0]), _FENCES[name])  # type: ignore[arg-type]
    if name == "factorial":
        return Postfix(to_tree(value.args[0]), "!")
    if not value.args:
        return Empty()
    if isinstance(value, BASED):
        return Apply(Subscript(Function("log"), to_tree(value.args[1])), (to_tree(value.args[0]),))
    return Apply(Function(_NAMES.get(name, name)), tuple(to_tree(argument) for argument in value.args))
