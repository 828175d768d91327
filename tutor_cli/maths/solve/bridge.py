"""From our tree to SymPy; `writing` is the way back. No text is ever evaluated.

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
from tutor_cli.maths.recurring import recurring_value
from tutor_cli.maths.solve.exact import Undefined, rational_value
from tutor_cli.maths.solve.logs import exact_logarithm
from tutor_cli.maths.solve.numeric import PRECISE, Unknown, application, is_transpose, subscripted

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
        if recurring := recurring_value(tree):
            return sp.Rational(recurring[-1].numerator, recurring[-1].denominator)
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
        base = self.build(tree.base)
        return base.T if is_transpose(tree) else power(base, self.build(tree.exponent))

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
    if base is None:
        return top
    return exact_logarithm(top / sp.log(base))


def _applied(function: Any, arguments: list[Any]) -> Any:
    value = function(*arguments)
    outside = function in (sp.asin, sp.acos) and arguments[0].is_number and (abs(arguments[0]) > 1) == sp.true
    if outside or value.has(sp.zoo, sp.nan) or (value.is_infinite and not any(item.is_infinite for item in arguments)):
        raise Undefined("a function outside its domain")
    return value


def precise(value: Any) -> Any:
    """Return a real SymPy number with 40 digits."""
    return PRECISE.library.mpf(str(sp.N(value, 45)))
