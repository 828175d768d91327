"""Exact rational values of trees without letters, bounded so that nothing typed can fill the memory."""

from __future__ import annotations

from fractions import Fraction
from math import factorial

from tutor_cli.maths.expr import (
    Add,
    Expr,
    Group,
    Mixed,
    Mul,
    Neg,
    Number,
    Postfix,
    Power,
    Quotient,
)
from tutor_cli.maths.recurring import recurring_value

MAX_BITS = 20_000
MAX_FACTORIAL = 500


class Undefined(ArithmeticError):
    """The expression has no value: a division by zero, 0^0, the logarithm of 0."""


class TooLarge(ArithmeticError):
    """The value or the work would be larger than a lesson needs."""


def rational_value(tree: Expr) -> Fraction | None:
    """Return the exact value, or None where the tree is not made of rational numbers and + - × ÷ ^ ! alone.

    Raises Undefined for a division by zero or 0^0, and TooLarge for powers past 20 000 bits or factorials past 500!.
    """
    match tree:
        case Number():
            return tree.value
        case Mixed(whole, numerator, denominator):
            return whole.value + _divided(numerator.value, denominator.value)
        case Group(body):
            return rational_value(body)
        case Neg(body):
            value = rational_value(body)
            return None if value is None else -value
        case Add(terms):
            return _folded(terms, lambda total, term: total + term)
        case Mul() if recurring := recurring_value(tree):
            return recurring[-1]
        case Mul(factors):
            return _folded(factors, lambda total, factor: total * factor)
        case Quotient(numerator, denominator):
            return _folded((numerator, denominator), _divided)
        case Power(base, exponent):
            return _power_of_trees(base, exponent)
        case Postfix(body, sign):
            return _postfix(rational_value(body), sign)
    return None


def _folded(items: tuple[Expr, ...], combine: object) -> Fraction | None:
    values = [rational_value(item) for item in items]
    if any(value is None for value in values):
        return None
    total = values[0]
    for value in values[1:]:
        total = combine(total, value)  # type: ignore[operator]
    return total


def _divided(numerator: Fraction, denominator: Fraction) -> Fraction:
    if denominator == 0:
        raise Undefined("division by zero")
    return numerator / denominator


def _power_of_trees(base: Expr, exponent: Expr) -> Fraction | None:
    low, high = rational_value(base), rational_value(exponent)
    if low is None or high is None:
        return None
    return power(low, high)


def power(base: Fraction, exponent: Fraction) -> Fraction | None:
    """Return the power where it is rational, None where it is a surd; raise Undefined or TooLarge."""
    if base == 0 and exponent <= 0:
        raise Undefined("0 to the power 0" if exponent == 0 else "division by zero")
    if base in (0, 1):
        return base
    bits = max(base.numerator.bit_length(), base.denominator.bit_length())
    if abs(exponent) * bits > MAX_BITS:
        raise TooLarge("power")
    if exponent.denominator == 1:
        return base**exponent.numerator
    root = exact_root(base, exponent.denominator)
    return None if root is None else root**exponent.numerator


def exact_root(value: Fraction, index: int) -> Fraction | None:
    """Return the real root where it is rational, else None; odd roots of negative numbers are negative."""
    if index > MAX_BITS or (value < 0 and index % 2 == 0):
        return None
    if value < 0:
        positive = exact_root(-value, index)
        return None if positive is None else -positive
    numerator, denominator = _integer_root(value.numerator, index), _integer_root(value.denominator, index)
    root = Fraction(numerator, denominator or 1)
    return root if root**index == value else None


def _integer_root(value: int, index: int) -> int:
    low, high = 0, 1 << (value.bit_length() // index + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**index <= value else (low, middle - 1)
    return low


def _postfix(value: Fraction | None, sign: str) -> Fraction | None:
    if value is None or sign not in "!%":
        return None
    if sign == "%":
        return value / 100
    if value.denominator != 1 or value < 0:
        raise Undefined("factorial of a number that is not a whole number")
    if value > MAX_FACTORIAL:
        raise TooLarge("factorial")
    return Fraction(factorial(value.numerator))
