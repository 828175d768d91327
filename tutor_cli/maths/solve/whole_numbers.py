"""Common multiples and factors of whole numbers."""

from __future__ import annotations

from functools import reduce
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Apply, Expr, Function
from tutor_cli.maths.solve import factor
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer, Quantity
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import to_tree


def _prime_powers(values: list[Any], work: Working) -> None:
    for value in values:
        if not value.is_Integer or value < 1:
            raise Unknown("a whole number greater than 0")
        if value > 1:
            work.remark("number.primes", to_tree(value), factor.primes(int(value), Working()))


def _lcm(values: list[Any], work: Working) -> Answer:
    _prime_powers(values, work)
    value = reduce(sp.ilcm, values)
    work.remark("number.lcm", _call("lcm", values), to_tree(value))
    return Answer("value", value, verified=all(value % item == 0 for item in values) and _smallest(value, values))


def _smallest(multiple: Any, values: list[Any]) -> bool:
    return not any(all((multiple / p) % item == 0 for item in values) for p in sp.primefactors(multiple))


def _hcf(values: list[Any], work: Working) -> Answer:
    _prime_powers(values, work)
    value = reduce(sp.igcd, values)
    work.remark("number.hcf", _call("gcd", values), to_tree(value))
    rest = [item / value for item in values]
    return Answer("value", value, verified=all(item.is_Integer for item in rest) and reduce(sp.igcd, rest, 0) == 1)


def _call(name: str, values: list[Any]) -> Expr:
    return Apply(Function(name), tuple(map(to_tree, values)))


WHOLE_NUMBERS: dict[str, Quantity] = {
    "lcm": _lcm,
    "hcf": _hcf,
}
