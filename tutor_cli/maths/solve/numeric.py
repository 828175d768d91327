"""Numbers for trees, without SymPy: the second opinion that every step and answer is checked against.

A tree is compiled once into nested closures and then evaluated many times, in floats (`FLOATS`, for searching) or
with 40 digits (`PRECISE`, for confirming). Everything is real unless the imaginary unit is asked for: an even root or
a logarithm of a negative number has no value, odd roots of negative numbers are negative.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import singledispatchmethod
from typing import Any

import mpmath

from tutor_cli.maths.expr import (
    Add,
    Apply,
    Choose,
    Derivative,
    Evaluated,
    Expr,
    Fence,
    Function,
    Group,
    Integral,
    Limit,
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
from tutor_cli.maths.solve.exact import TooLarge, Undefined, rational_value

Env = Mapping[str, Any]
Value = Callable[[Env], Any]


class Unknown(ValueError):
    """The tree holds something that has no numeric meaning here."""


@dataclass(frozen=True)
class Field:
    """Where numbers come from: the library for functions, how to make a number of a fraction, one digit's worth."""

    library: Any
    number: Callable[[Any], Any]
    epsilon: float


_mp = mpmath.mp.clone()
_mp.dps = 40

FLOATS = Field(math, float, 1e-9)
PRECISE = Field(_mp, lambda value: _mp.mpf(value.numerator) / value.denominator, 1e-25)

# Functions of one argument as the libraries name them; the rest is in `_DERIVED`.
_DIRECT = {
    "sin": "sin", "cos": "cos", "tan": "tan", "arcsin": "asin", "arccos": "acos", "arctan": "atan",
    "sinh": "sinh", "cosh": "cosh", "tanh": "tanh", "arsinh": "asinh", "arcosh": "acosh", "artanh": "atanh",
    "asin": "asin", "acos": "acos", "atan": "atan", "arcsinh": "asinh", "arccosh": "acosh", "arctanh": "atanh",
    "exp": "exp", "ln": "log", "sqrt": "sqrt", "erf": "erf", "gamma": "gamma",
    "asinh": "asinh", "acosh": "acosh", "atanh": "atanh", "Gamma": "gamma",
}  # fmt: skip
_RECIPROCAL = {"sec": "cos", "csc": "sin", "cosec": "sin", "sech": "cosh", "csch": "sinh"}
_COFUNCTION = {"cot": ("cos", "sin"), "coth": ("cosh", "sinh")}
_INVERSE_OF_RECIPROCAL = {"arcsec": "acos", "asec": "acos", "arccsc": "asin", "acsc": "asin", "arccosec": "asin"}
# Named integrals of school calculus, which only mpmath has.
_SPECIAL = {
    "Si": "si", "Ci": "ci", "Ei": "ei", "li": "li", "Shi": "shi", "Chi": "chi", "erfi": "erfi", "erfc": "erfc",
    "fresnels": "fresnels", "fresnelc": "fresnelc",
}  # fmt: skip


def compiled(
    tree: Expr, field: Field = FLOATS, constants: tuple[str, ...] = ("e", "E", "pi"), *, imaginary: bool = False
) -> Value:
    """Return the tree as a function of its letters; the function raises Undefined where there is no real value.

    `constants` are the symbols that are numbers unless the environment gives them a value. Complex values are no values
    unless `imaginary` or the imaginary unit stands in the tree. Raises Unknown where the
    tree holds something without a value (a set, words).
    """
    value = _Compiler(field, constants, imaginary=imaginary or is_complex(tree, constants)).build(tree)

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
    if isinstance(value, complex) or hasattr(value, "_mpc_"):
        if not mpmath.isfinite(value):
            raise Undefined("not finite")
        return value
    if not math.isfinite(value):
        raise Undefined("not finite")
    return value


class _Compiler:
    def __init__(self, field: Field, constants: tuple[str, ...], *, imaginary: bool = False) -> None:
        self.field = field
        self.constants = {name: value for name, value in self._known().items() if name in constants}
        self.complex = imaginary

    def _known(self) -> dict[str, Any]:
        library = self.field.library
        one = 1j if library is math else library.mpc(0, 1)
        return {"pi": +library.pi, "e": +library.e, "E": +library.e, "I": one, "i": one}

    def number(self, value: Any) -> Value:
        constant = self.field.number(value)
        return lambda env: constant

    @singledispatchmethod
    def build(self, tree: Expr) -> Value:
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
        try:
            exponent = rational_value(tree.exponent)
        except (Undefined, TooLarge):
            exponent = None
        if exponent is not None:
            return lambda env: self.rational_power(base(env), exponent)
        upper = self.build(tree.exponent)
        return lambda env: self.real_power(base(env), upper(env))

    def rational_power(self, base: Any, exponent: Any) -> Any:
        p, q = exponent.numerator, exponent.denominator
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
        function = self.logarithm(base, arguments) if head == "log" else self.function(head, arguments)
        if exponent is None:
            return function
        power = rational_value(exponent)
        if power is None:
            raise Unknown("a function with such a power")
        return lambda env: self.rational_power(function(env), power)

    def logarithm(self, base: Expr | None, arguments: list[Value]) -> Value:
        log = self.log
        if len(arguments) == 2:
            return lambda env: log(arguments[0](env)) / log(arguments[1](env))
        if base is None:
            return lambda env: log(arguments[0](env))
        below = self.build(base)
        return lambda env: log(arguments[0](env)) / log(below(env))

    def log(self, value: Any) -> Any:
        if not self.complex and value <= 0:
            raise Undefined("logarithm of a number that is not positive")
        return self.field.library.log(value)

    def function(self, name: str, arguments: list[Value]) -> Value:
        library = self.field.library
        argument = arguments[0]
        if name in ("min", "max"):
            choose = min if name == "min" else max
            return lambda env: choose(item(env) for item in arguments)
        if name in ("abs", "sgn", "sign"):
            return (lambda env: abs(argument(env))) if name == "abs" else (lambda env: _sign(argument(env)))
        if name == "ln":
            return lambda env: self.log(argument(env))
        if name in _DIRECT:
            return _real_argument(getattr(library, _DIRECT[name]), argument)
        if name in _RECIPROCAL:
            below = getattr(library, _RECIPROCAL[name])
            return lambda env: 1 / below(argument(env))
        if name in _COFUNCTION:
            above, under = (getattr(library, part) for part in _COFUNCTION[name])
            return lambda env: above(argument(env)) / under(argument(env))
        return self.rare_function(name, argument)

    def rare_function(self, name: str, argument: Value) -> Value:
        library, number = self.field.library, self.field.number
        if name in _INVERSE_OF_RECIPROCAL:
            inverse = getattr(library, _INVERSE_OF_RECIPROCAL[name])
            return _real_argument(lambda value: inverse(1 / value), argument)
        if name in ("arccot", "acot"):
            return lambda env: library.pi / 2 - library.atan(argument(env))
        if name in _SPECIAL:
            special = getattr(_mp, _SPECIAL[name])
            return lambda env: number(_RealPart(special(argument(env))))
        raise Unknown(f"the function {name}")

    @build.register
    def _(self, tree: Limit) -> Value:
        raise Unknown("a limit")

    @build.register
    def _(self, tree: Derivative) -> Value:
        if tree.body is None or tree.partial:
            raise Unknown("a derivative operator")
        names = [variable.name for variable in tree.variables if isinstance(variable, Symbol)]
        body = _Compiler(PRECISE, tuple(self.constants)).build(tree.body)
        name, order, number = names[0], len(names), self.field.number

        def derive(env: Env) -> Any:
            precise = {key: _mp.mpf(value) for key, value in env.items()}
            slope = _mp.diff(lambda at: body({**precise, name: at}), precise[name], order)
            return number(_RealPart(slope))

        return derive

    @build.register
    def _(self, tree: Integral) -> Value:
        if tree.lower is None or tree.upper is None or len(tree.variables) != 1:
            raise Unknown("an indefinite integral")
        variable = tree.variables[0]
        if not isinstance(variable, Symbol):
            raise Unknown("an integral without a variable")
        body, lower, upper = self.build(tree.body), self.build(tree.lower), self.build(tree.upper)
        return lambda env: simpson(lambda at: body({**env, variable.name: at}), lower(env), upper(env))

    @build.register
    def _(self, tree: Evaluated) -> Value:
        raise Unknown("an evaluated antiderivative")


class _RealPart:
    """Adapts an mpmath number to what `Field.number` asks for: a numerator over 1."""

    denominator = 1

    def __init__(self, value: Any) -> None:
        if abs(mpmath.im(value)) > 1e-20 * (1 + abs(value)):
            raise Undefined("not real")
        self.numerator = mpmath.re(value)

    def __float__(self) -> float:
        return float(self.numerator)


def _sign(value: Any) -> int:
    return int(value > 0) - int(value < 0)


def _real_argument(function: Callable[[Any], Any], argument: Value) -> Value:
    def apply(env: Env) -> Any:
        result = function(argument(env))
        if hasattr(result, "_mpc_") and not hasattr(argument(env), "_mpc_"):
            raise Undefined("not real")
        return result

    return apply


def simpson(function: Callable[[Any], Any], lower: Any, upper: Any, parts: int = 64) -> Any:
    """Return the integral by Simpson's rule over an even number of parts."""
    width = (upper - lower) / parts
    inner = sum((4 if k % 2 else 2) * function(lower + k * width) for k in range(1, parts))
    return (function(lower) + inner + function(upper)) * width / 3


def application(tree: Apply) -> tuple[str, Expr | None, Expr | None]:
    """Return the function's name, the power written on it (`sin^2`, maybe -1) and its index (`log_2`)."""
    head: Expr = tree.head
    exponent: Expr | None = None
    index: Expr | None = None
    while isinstance(head, (Power, Subscript)):
        if isinstance(head, Power):
            exponent = head.exponent
        else:
            index = head.index
        head = head.base
    if not isinstance(head, (Function, Symbol)):
        raise Unknown("such a function")
    if exponent == Neg(Number("1")):
        return f"arc{head.name}", None, index
    return head.name, exponent, index


def subscripted(tree: Subscript) -> str:
    """Return the name of an indexed letter: `x_1`."""
    if isinstance(tree.base, Symbol) and isinstance(tree.index, (Symbol, Number)):
        index = tree.index.name if isinstance(tree.index, Symbol) else tree.index.digits
        return f"{tree.base.name}_{index}"
    raise Unknown("such an index")
