"""The bridge between our tree and SymPy, both ways. No text is ever evaluated.

All symbols are real. Numbers are exact. A division by a constant zero, 0^0 and the like raise Undefined on the way in,
because SymPy would carry on with them.
"""

from __future__ import annotations

from fractions import Fraction
from functools import singledispatchmethod
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import (
    Add,
    Apply,
    Choose,
    Empty,
    Expr,
    Fence,
    Group,
    Mixed,
    Mul,
    Neg,
    Number,
    Postfix,
    Power,
    Quotient,
    Root,
    Subscript,
    Symbol,
)
from tutor_cli.maths.expr import Matrix as MatrixTree
from tutor_cli.maths.solve.exact import Undefined, rational_value
from tutor_cli.maths.solve.numeric import Unknown, application, subscripted

_CONSTANTS = {"e": sp.E, "E": sp.E, "pi": sp.pi, "I": sp.I, "i": sp.I, "infty": sp.oo, "oo": sp.oo}

_FUNCTIONS: dict[str, Any] = {
    "sin": sp.sin, "cos": sp.cos, "tan": sp.tan, "cot": sp.cot, "sec": sp.sec, "csc": sp.csc, "cosec": sp.csc,
    "arcsin": sp.asin, "arccos": sp.acos, "arctan": sp.atan, "arccot": sp.acot, "arcsec": sp.asec, "arccsc": sp.acsc,
    "asin": sp.asin, "acos": sp.acos, "atan": sp.atan, "acot": sp.acot, "asec": sp.asec, "acsc": sp.acsc,
    "sinh": sp.sinh, "cosh": sp.cosh, "tanh": sp.tanh, "coth": sp.coth, "sech": sp.sech, "csch": sp.csch,
    "asinh": sp.asinh, "acosh": sp.acosh, "atanh": sp.atanh, "arcsinh": sp.asinh, "arccosh": sp.acosh,
    "arctanh": sp.atanh, "arcsch": sp.acsch, "arccosec": sp.acsc,
    "exp": sp.exp, "ln": sp.log, "abs": sp.Abs, "sgn": sp.sign, "sign": sp.sign, "sqrt": sp.sqrt,
    "floor": sp.floor, "ceil": sp.ceiling, "max": sp.Max, "min": sp.Min, "gamma": sp.gamma, "Gamma": sp.gamma,
    "erf": sp.erf, "factorial": sp.factorial, "gcd": sp.gcd, "lcm": sp.lcm,
}  # fmt: skip


def symbol(name: str) -> sp.Symbol:
    """Return the real SymPy symbol of this name."""
    return sp.Symbol(name, real=True)


def to_sympy(tree: Expr, constants: tuple[str, ...]) -> Any:
    """Return the tree as a SymPy expression; `constants` names the symbols that are numbers.

    Raises Undefined where it has no value and Unknown where it is not an expression (words, a statement).
    """
    return _Builder(constants).build(tree)


class _Builder:
    def __init__(self, constants: tuple[str, ...]) -> None:
        self.constants = {name: _CONSTANTS[name] for name in (*constants, "infty", "oo")}

    @singledispatchmethod
    def build(self, tree: Expr) -> Any:
        raise Unknown(f"{type(tree).__name__} is not an expression")

    @build.register
    def _(self, tree: Number) -> Any:
        return _rational(tree)

    @build.register
    def _(self, tree: Mixed) -> Any:
        return _rational(tree)

    @build.register
    def _(self, tree: Symbol) -> Any:
        return self.constants.get(tree.name, symbol(tree.name))

    @build.register
    def _(self, tree: Subscript) -> Any:
        return symbol(subscripted(tree))

    @build.register
    def _(self, tree: Group) -> Any:
        return self.build(tree.body)

    @build.register
    def _(self, tree: Neg) -> Any:
        return -self.build(tree.body)

    @build.register
    def _(self, tree: Add) -> Any:
        terms = [self.build(term) for term in tree.terms]
        return sum(terms[1:], terms[0])

    @build.register
    def _(self, tree: Mul) -> Any:
        factors = [self.build(factor) for factor in tree.factors]
        product = factors[0]
        for factor in factors[1:]:
            product = product * factor
        return product

    @build.register
    def _(self, tree: Quotient) -> Any:
        below = self.build(tree.denominator)
        if below.is_zero or (below.is_number and sp.simplify(below) == 0):
            raise Undefined("division by zero")
        return self.build(tree.numerator) / below

    @build.register
    def _(self, tree: Power) -> Any:
        return power(self.build(tree.base), self.build(tree.exponent))

    @build.register
    def _(self, tree: Root) -> Any:
        index = self.build(tree.index) if tree.index is not None else sp.Integer(2)
        return power(self.build(tree.radicand), 1 / index)

    @build.register
    def _(self, tree: Fence) -> Any:
        action = {"abs": sp.Abs, "floor": sp.floor, "ceil": sp.ceiling}.get(tree.kind)
        if action is None:
            raise Unknown(tree.kind)
        return action(self.build(tree.body))

    @build.register
    def _(self, tree: Postfix) -> Any:
        body = self.build(tree.body)
        if tree.sign == "!":
            if body.is_number and not (body.is_Integer and body >= 0):
                raise Undefined("factorial of a number that is not a whole number")
            return sp.factorial(body)
        return body * {"%": sp.Rational(1, 100), "°": sp.pi / 180, "′": sp.pi / 10800}[tree.sign]

    @build.register
    def _(self, tree: Choose) -> Any:
        n, r = self.build(tree.n), self.build(tree.r)
        return sp.binomial(n, r) if tree.kind != "P" else sp.ff(n, r)

    @build.register
    def _(self, tree: Apply) -> Any:
        name, exponent, index = application(tree)
        arguments = [self.build(argument) for argument in tree.arguments]
        if name == "log":
            base = self.build(index) if index is not None else None
            value = _logarithm(arguments, base)
        elif name in _FUNCTIONS:
            value = _applied(_FUNCTIONS[name], arguments) if name != "ln" else _logarithm(arguments, None)
        else:
            raise Unknown(f"the function {name}")
        return value if exponent is None else power(value, self.build(exponent))

    @build.register
    def _(self, tree: MatrixTree) -> Any:
        return sp.ImmutableMatrix([[self.build(cell) for cell in row] for row in tree.rows])


def _rational(tree: Expr) -> Any:
    value = rational_value(tree) or Fraction(0)
    return sp.Rational(value.numerator, value.denominator)


def power(base: Any, exponent: Any) -> Any:
    """Return the power over the reals: odd roots of negative numbers are negative; raise Undefined where none is."""
    if base.is_zero and (exponent.is_zero or exponent.is_negative):
        raise Undefined("0 to a power that is not positive")
    if base.is_negative and base.is_number and exponent.is_Rational and exponent.q % 2 == 1:
        return (-1) ** exponent.p * (-base) ** exponent
    return base**exponent


def _logarithm(arguments: list[Any], base: Any) -> Any:
    if len(arguments) == 2:
        base = arguments[1]
    if base is not None and (base.is_nonpositive or base == 1):
        raise Undefined("a logarithm with such a base")
    top = _applied(sp.log, arguments[:1])
    if top.has(sp.I) and not arguments[0].has(sp.I):
        raise Undefined("the logarithm of a negative number")
    return top if base is None else top / sp.log(base)


def _applied(function: Any, arguments: list[Any]) -> Any:
    value = function(*arguments)
    outside = function in (sp.asin, sp.acos) and arguments[0].is_number and (abs(arguments[0]) > 1) == sp.true
    if outside or value.has(sp.zoo, sp.nan) or (value.is_infinite and not any(item.is_infinite for item in arguments)):
        raise Undefined("a function outside its domain")
    return value


# --- back to the tree ------------------------------------------------------------------------------------------------

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
        return MatrixTree(tuple(tuple(to_tree(cell) for cell in value.row(k)) for k in range(value.rows)))
    return _function_tree(value)


def letter(name: str) -> Expr:
    """Return the tree of a symbol's name; `x_1` is an indexed letter."""
    base, _, index = name.partition("_")
    if not index:
        return Symbol(name)
    return Subscript(Symbol(base), Number(index) if index.isdigit() else Symbol(index))


def ordered_terms(value: Any) -> list[Any]:
    """Return the terms by descending powers; `3 - x` and not `-x + 3` where only the first of two is negative."""
    terms = list(value.as_ordered_terms())
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


def _power_tree(base: Any, exponent: Any) -> Expr:
    if exponent.could_extract_minus_sign() and base != sp.E:
        return Quotient(Number("1"), to_tree(base**-exponent))
    if exponent.is_Rational and exponent.p == 1 and exponent.q > 1:
        return Root(to_tree(base), None if exponent.q == 2 else Number(str(exponent.q)))
    if exponent == 1:
        return to_tree(base)
    return Power(to_tree(base), to_tree(exponent))


def _function_tree(value: Any) -> Expr:
    name = type(value).__name__
    if name in _FENCES:
        return Fence(to_tree(value.args[0]), _FENCES[name])  # type: ignore[arg-type]
    if name == "factorial":
        return Postfix(to_tree(value.args[0]), "!")
    if not value.args:
        return Empty()
    from tutor_cli.maths.expr import Function

    return Apply(Function(_NAMES.get(name, name)), tuple(to_tree(argument) for argument in value.args))
