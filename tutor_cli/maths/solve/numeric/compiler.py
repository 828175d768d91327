"""Numbers for trees, without SymPy: the second opinion that every step and answer is checked against.

A tree is compiled once into nested closures and then evaluated many times, in floats (`FLOATS`, for searching) or
with 40 digits (`PRECISE`, for confirming). Everything is real unless the imaginary unit is asked for: an even root or
a logarithm of a negative number has no value, odd roots of negative numbers are negative.
"""

from __future__ import annotations

import math
from functools import singledispatchmethod
from typing import Any

import mpmath

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
from tutor_cli.maths.recurring import recurring_value
from tutor_cli.maths.solve.exact import TooLarge, Undefined, rational_value
from tutor_cli.maths.solve.numeric import functions
from tutor_cli.maths.solve.numeric.fields import FLOATS, MP, Env, Field, Unknown, Value
from tutor_cli.maths.solve.numeric.heads import application, is_transpose, subscripted


def compiled(
    tree: Expr, field: Field = FLOATS, constants: tuple[str, ...] = ("e", "E", "pi"), *, imaginary: bool = False
) -> Value:
    """Return the tree as a function of its letters; the function raises Undefined where there is no real value.

    `constants` are the symbols that are numbers unless the environment gives them a value. Complex values are no values
    unless `imaginary` or the imaginary unit stands in the tree. Raises Unknown where the
    tree holds something without a value (a set, words).
    """
    value = Compiler(field, constants, imaginary=imaginary or is_complex(tree, constants)).build(tree)

    def checked(env: Env) -> Any:
        try:
            result = value(env)
        except (ZeroDivisionError, ValueError, OverflowError) as error:
            raise Undefined(str(error)) from error
        return _finite(result)

    return checked


def is_complex(tree: Expr, constants: tuple[str, ...]) -> bool:
    """Tell whether the imaginary unit stands in the tree."""
    names = [Symbol(name) for name in ("I", "i") if name in constants]
    return any(node in names for node in tree.walk())


def _finite(value: Any) -> Any:
    if isinstance(value, MP.matrix):
        return value
    if isinstance(value, complex) or hasattr(value, "_mpc_"):
        if not mpmath.isfinite(value):
            raise Undefined("not finite")
        return value
    if not math.isfinite(value):
        raise Undefined("not finite")
    return value


class Compiler:
    """Builds the closure of a tree; `calculus` registers what needs limits, sums and matrices."""

    def __init__(self, field: Field, constants: tuple[str, ...], *, imaginary: bool = False) -> None:
        self.field = field
        self.constants = {name: value for name, value in self._known().items() if name in constants}
        self.complex = imaginary

    def _known(self) -> dict[str, Any]:
        library = self.field.library
        one = 1j if library is math else library.mpc(0, 1)
        return {"pi": +library.pi, "e": +library.e, "E": +library.e, "I": one, "i": one}

    def number(self, value: Any) -> Value:
        """Return the closure of a constant."""
        constant = self.field.number(value)
        return lambda env: constant

    @singledispatchmethod
    def build(self, tree: Expr) -> Value:
        """Return the closure of a tree; raise Unknown where it has no numeric meaning."""
        raise Unknown(f"{type(tree).__name__} has no numeric value")

    @build.register
    def _(self, tree: Number) -> Value:
        return self.number(tree.value)

    @build.register
    def _(self, tree: Mixed) -> Value:
        value = rational_value(tree)
        return self.number(value)

    @build.register
    def _(self, tree: Symbol) -> Value:
        name, constant = tree.name, self.constants.get(tree.name)

        def read(env: Env) -> Any:
            if name in env:
                return env[name]
            if constant is None:
                raise Undefined(f"{name} has no value")
            return constant

        return read

    @build.register
    def _(self, tree: Subscript) -> Value:
        return self.build(Symbol(subscripted(tree)))

    @build.register
    def _(self, tree: Group) -> Value:
        return self.build(tree.body)

    @build.register
    def _(self, tree: Neg) -> Value:
        body = self.build(tree.body)
        return lambda env: -body(env)

    @build.register
    def _(self, tree: Add) -> Value:
        terms = [self.build(term) for term in tree.terms]
        return lambda env: sum((term(env) for term in terms[1:]), terms[0](env))

    @build.register
    def _(self, tree: Mul) -> Value:
        if recurring := recurring_value(tree):
            above, below = recurring[-1].as_integer_ratio()
            return self.build(Quotient(Number(str(above)), Number(str(below))))
        factors = [self.build(factor) for factor in tree.factors]

        def product(env: Env) -> Any:
            result = factors[0](env)
            for factor in factors[1:]:
                result = result * factor(env)
            return result

        return product

    @build.register
    def _(self, tree: Quotient) -> Value:
        above, below = self.build(tree.numerator), self.build(tree.denominator)
        return lambda env: above(env) / below(env)

    @build.register
    def _(self, tree: Power) -> Value:
        base = self.build(tree.base)
        if is_transpose(tree):
            return lambda env: base(env).T
        try:
            exponent = rational_value(tree.exponent)
        except (Undefined, TooLarge):
            exponent = None
        if exponent is not None:
            return lambda env: self.rational_power(base(env), exponent)
        upper = self.build(tree.exponent)
        return lambda env: self.real_power(base(env), upper(env))

    def rational_power(self, base: Any, exponent: Any) -> Any:
        """Return a power with a fraction as exponent, over the reals."""
        p, q = exponent.numerator, exponent.denominator
        if hasattr(base, "rows") and q == 1:
            return base**p
        if base == 0 and p <= 0:
            raise Undefined("a power of zero")
        if q == 1:
            return base**p
        if not self.complex and base < 0:
            if q % 2 == 0:
                raise Undefined("even root of a negative number")
            return (-1) ** p * (-base) ** self.field.number(exponent)
        return base ** self.field.number(exponent)

    def real_power(self, base: Any, exponent: Any) -> Any:
        """Return a power of a positive base, or of any base where the exponent is whole."""
        if not self.complex and base <= 0 and not (base == 0 and exponent > 0):
            if base != 0 and exponent == int(exponent):
                return base ** int(exponent)
            raise Undefined("a power with a base that is not positive")
        return base**exponent

    @build.register
    def _(self, tree: Root) -> Value:
        index = rational_value(tree.index) if tree.index is not None else rational_value(Number("2"))
        if not index:
            raise Unknown("a root with such an index")
        radicand = self.build(tree.radicand)
        return lambda env: self.rational_power(radicand(env), 1 / index) if radicand(env) else radicand(env)

    @build.register
    def _(self, tree: Fence) -> Value:
        body, library = self.build(tree.body), self.field.library
        action = {"abs": abs, "floor": library.floor, "ceil": library.ceil}.get(tree.kind)
        if action is None:
            raise Unknown(tree.kind)
        return lambda env: action(body(env))

    @build.register
    def _(self, tree: Postfix) -> Value:
        body, library = self.build(tree.body), self.field.library
        if tree.sign == "!":
            return lambda env: library.gamma(body(env) + 1)
        factor = {"%": self.field.number(Number("0.01").value), "°": library.pi / 180}.get(tree.sign)
        if factor is None:
            raise Unknown(tree.sign)
        return lambda env: body(env) * factor

    @build.register
    def _(self, tree: Choose) -> Value:
        n, r, gamma = self.build(tree.n), self.build(tree.r), self.field.library.gamma

        def choose(env: Env) -> Any:
            top, bottom = n(env), r(env)
            arrangements = gamma(top + 1) / gamma(top - bottom + 1)
            return arrangements if tree.kind == "P" else arrangements / gamma(bottom + 1)

        return choose

    @build.register
    def _(self, tree: Apply) -> Value:
        head, exponent, base = application(tree)
        arguments = [self.build(argument) for argument in tree.arguments]
        if head == "log":
            below = None if base is None else self.build(base)
            function = functions.logarithm(self.field, below, arguments, imaginary=self.complex)
        else:
            function = functions.function(head, self.field, arguments, imaginary=self.complex)
        if exponent is None:
            return function
        power = rational_value(exponent)
        if power is None:
            raise Unknown("a function with such a power")
        return lambda env: self.rational_power(function(env), power)
