"""Logarithms to a base, which SymPy writes as quotients of natural ones, and logarithms of numbers."""

from __future__ import annotations

from typing import Any

import sympy as sp


def tidy_logs(value: Any) -> Any:
    """Return a quotient of logarithms in its shortest form: log 32 / log 2 is 5."""
    forms = [value, sp.simplify(value), sp.expand_log(value, force=True), sp.simplify(sp.expand_log(value, force=True))]
    return min(forms, key=sp.count_ops)


def exact_logarithm(value: Any) -> Any:
    """Return a quotient of logarithms of numbers as a number where it is one: log 100 / log 10 is 2."""
    tidied = tidy_logs(value) if value.is_number else value
    return tidied if tidied.is_Rational else value


BASED = sp.Function("based_log")
"""Stands for a logarithm to a base, its second argument, where one is written: SymPy would divide at once."""


def base_of(expression: Any) -> Any:
    """Return log b where every logarithm in the expression has the whole number b for its base, else 1."""
    below = {power.base for power in expression.atoms(sp.Pow) if _is_base(power.base) and power.exp.is_negative}
    return below.pop() if len(below) == 1 else sp.S.One


def _is_base(value: Any) -> bool:
    return isinstance(value, sp.log) and value.args[0].is_Integer


def with_bases(product: Any) -> Any:
    """Return a product with log x / log b as one logarithm; quotients of numbers stay, but for base 10."""
    ln_b = base_of(product)
    if ln_b is sp.S.One:
        return product
    base = ln_b.args[0]
    powers = product.as_powers_dict()
    for top, times in list(powers.items()):
        if isinstance(top, sp.log) and times.is_positive and (top.free_symbols or base == 10):
            paired = sp.Min(times, -powers[ln_b])
            powers[top] -= paired
            powers[ln_b] += paired
            powers[BASED(top.args[0], base)] += paired
    return sp.Mul(*(factor**times for factor, times in powers.items()))
