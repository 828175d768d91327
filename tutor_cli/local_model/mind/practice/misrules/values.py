"""The value of a formula at a few places, as far as telling two answers apart needs it; exact maths is the solver's."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from tutor_cli.maths.expr import (
    Add,
    Apply,
    Expr,
    Function,
    Group,
    Mul,
    Neg,
    Number,
    Postfix,
    Power,
    Quotient,
    Root,
    Symbol,
)

# Places without meaning of their own, where two different formulas of school hardly agree.
_PLACES = (0.37, 1.61, 2.83)
_TOLERANCE = 1e-9
_ROUNDED = 5e-3
_FUNCTIONS: Mapping[str, Callable[[float], float]] = {
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "ln": math.log,
    "exp": math.exp,
}
_CONSTANTS = {"pi": math.pi, "e": math.e}
_POSTFIXES = {"%": 0.01, "°": math.pi / 180}


def value(tree: Expr, at: float = _PLACES[0]) -> float | None:
    """Return the value with every letter at `at`, or None where there is none that can be worked out here."""
    try:
        found = _value(tree, at)
    except (ValueError, ZeroDivisionError, OverflowError, TypeError):
        return None
    return found if isinstance(found, float | int) and math.isfinite(found) else None


def same(one: Expr | float, other: Expr | float) -> bool:
    """Tell whether two formulas have one value wherever it is looked at."""
    return all(_close(_at(one, place), _at(other, place)) for place in _PLACES)


def near(one: Expr | float, other: Expr | float) -> bool:
    """Tell whether two numbers agree as far as rounding, or 22/7 for pi, leaves them to."""
    first, second = _at(one, _PLACES[0]), _at(other, _PLACES[0])
    return first is not None and second is not None and math.isclose(first, second, rel_tol=_ROUNDED)


def _at(what: Expr | float, place: float) -> float | None:
    return value(what, place) if isinstance(what, Expr) else what


def _close(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and math.isclose(one, other, rel_tol=_TOLERANCE, abs_tol=_TOLERANCE)


def _value(tree: Expr, at: float) -> float:
    match tree:
        case Number():
            return float(tree.value)
        case Symbol(name):
            return _CONSTANTS.get(name, at)
        case Neg(body):
            return -_value(body, at)
        case Group(body):
            return _value(body, at)
        case Add(terms):
            return sum(_value(term, at) for term in terms)
        case Mul(factors):
            return math.prod(_value(factor, at) for factor in factors)
        case Quotient(numerator, denominator):
            return _value(numerator, at) / _value(denominator, at)
        case Power(base, exponent):
            return float(_value(base, at) ** _value(exponent, at))
        case Root(radicand, index):
            return float(_value(radicand, at) ** (1 / (_value(index, at) if index else 2)))
        case Postfix(body, sign) if sign in _POSTFIXES:
            return _value(body, at) * _POSTFIXES[sign]
        case Apply(Function(name), (argument,)) if name in _FUNCTIONS:
            return _FUNCTIONS[name](_value(argument, at))
    raise ValueError
