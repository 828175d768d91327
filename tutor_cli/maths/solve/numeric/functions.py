"""Functions of numbers, by the names the tree uses."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from tutor_cli.maths.solve.exact import Undefined
from tutor_cli.maths.solve.numeric.fields import MP, Env, Field, RealPart, Unknown, Value, Whole

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
_WHOLE = {"lcm": math.lcm, "gcd": math.gcd, "hcf": math.gcd}
# Named integrals of school calculus, which only mpmath has.
_SPECIAL = {
    "Si": "si", "Ci": "ci", "Ei": "ei", "li": "li", "Shi": "shi", "Chi": "chi", "erfi": "erfi", "erfc": "erfc",
    "fresnels": "fresnels", "fresnelc": "fresnelc",
}  # fmt: skip


def logarithm(field: Field, below: Value | None, arguments: list[Value], *, imaginary: bool) -> Value:
    """Return the logarithm to a base (e without one); a second argument is the base too."""
    if len(arguments) == 2:
        below = arguments[1]
    if below is None:
        return lambda env: log(field, arguments[0](env), imaginary=imaginary)
    base = below
    return lambda env: log(field, arguments[0](env), imaginary=imaginary) / log(field, base(env), imaginary=imaginary)


def log(field: Field, value: Any, *, imaginary: bool) -> Any:
    """Return the natural logarithm; raise Undefined where it is not real."""
    if not imaginary and value <= 0:
        raise Undefined("logarithm of a number that is not positive")
    return field.library.log(value)


def function(name: str, field: Field, arguments: list[Value], *, imaginary: bool) -> Value:
    """Return a named function of the arguments; raise Unknown for a name that is not known."""
    library, argument = field.library, arguments[0]
    if name in ("min", "max"):
        choose = min if name == "min" else max
        return lambda env: choose(item(env) for item in arguments)
    if name in _WHOLE:
        whole = _WHOLE[name]
        return lambda env: field.number(Whole(whole(*(int(item(env)) for item in arguments))))
    if name in ("abs", "sgn", "sign"):
        return (lambda env: abs(argument(env))) if name == "abs" else (lambda env: _sign(argument(env)))
    if name == "ln":
        return lambda env: log(field, argument(env), imaginary=imaginary)
    if name in _DIRECT:
        return _real_argument(getattr(library, _DIRECT[name]), argument)
    if name in _RECIPROCAL:
        below = getattr(library, _RECIPROCAL[name])
        return lambda env: 1 / below(argument(env))
    if name in _COFUNCTION:
        above, under = (getattr(library, part) for part in _COFUNCTION[name])
        return lambda env: above(argument(env)) / under(argument(env))
    return _rare(name, field, argument)


def _of_matrix(name: str, argument: Value) -> Value:
    operation = {"det": MP.det, "inv": MP.inverse, "transpose": lambda m: m.T}[name]
    return lambda env: operation(argument(env))


def _rare(name: str, field: Field, argument: Value) -> Value:
    library, number = field.library, field.number
    if name in _INVERSE_OF_RECIPROCAL:
        inverse = getattr(library, _INVERSE_OF_RECIPROCAL[name])
        return _real_argument(lambda value: inverse(1 / value), argument)
    if name in ("arccot", "acot"):
        return lambda env: library.pi / 2 - library.atan(argument(env))
    if name in ("det", "inv", "transpose") and field.is_precise:
        return _of_matrix(name, argument)
    if name in _SPECIAL:
        special = getattr(MP, _SPECIAL[name])
        return lambda env: number(RealPart(special(argument(env))))
    raise Unknown(f"the function {name}")


def _sign(value: Any) -> int:
    return int(value > 0) - int(value < 0)


def _real_argument(function: Callable[[Any], Any], argument: Value) -> Value:
    def apply(env: Env) -> Any:
        result = function(argument(env))
        if hasattr(result, "_mpc_") and not hasattr(argument(env), "_mpc_"):
            raise Undefined("not real")
        return result

    return apply
