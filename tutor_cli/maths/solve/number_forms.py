"""One number in another form: a fraction, a decimal, a percentage, rounded."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Expr, Neg, Number, Postfix, Quotient, Relation
from tutor_cli.maths.recurring import recurring_value
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer, Quantity
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import to_tree


def _one(values: list[Any]) -> Any:
    if len(values) != 1:
        raise Unknown("one number")
    return values[0]


def _fraction(values: list[Any], work: Working) -> Answer:
    value = _one(values)
    if not value.is_Rational:
        raise Unknown("a decimal")
    digits = Number(_decimal(value))
    if value.q != 1:
        places = len(digits.digits.partition(".")[2])
        over = Quotient(Number(str(int(value * 10**places))), Number(str(10**places)))
        work.remark("number.over_power_of_ten", digits, over)
        work.step("arithmetic.reduce", over, value)
    return Answer("value", value, verified=True)


def _decimal(value: Any) -> str:
    for places in range(13):
        if (value * 10**places).is_Integer:
            whole, rest = divmod(int(abs(value) * 10**places), 10**places)
            return f"{whole}.{rest:0{places}d}" if places else str(whole)
    return f"{float(abs(value)):.6f}"


def _to_decimal(values: list[Any], work: Working) -> Answer:
    value = _one(values)
    work.remark("number.divide_out", to_tree(value), Number(_decimal(value)))
    return Answer("value", value, Number(_decimal(value)), verified=True)


def _to_percent(values: list[Any], work: Working) -> Answer:
    value = _one(values)
    hundredfold = Number(_decimal(value * 100)) if value >= 0 and _ends(value) else to_tree(value * 100)
    percent = Postfix(hundredfold, "%")
    work.remark("number.times_hundred", to_tree(value), percent)
    return Answer("value", value, percent, verified=True)


def _ends(value: Any) -> bool:
    """Tell whether the decimal of a fraction ends."""
    return value.is_Rational and set(sp.primefactors(value.q)) <= {2, 5}


def _rounded(values: list[Any], work: Working) -> Answer:
    """Round the first value to as many decimal places as the second says; a half goes away from zero."""
    value, places = values
    if value.is_real is not True:
        raise Unknown("a number")
    unit = sp.Integer(10) ** -places
    count = sp.floor(abs(value) / unit + sp.Rational(1, 2))
    rounded = sp.sign(value) * count * unit
    tree = Neg(_written(count * unit, int(places))) if rounded < 0 else _written(count * unit, int(places))
    work.remark("number.round", to_tree(value), tree, unit=_written(unit, int(places)))
    return Answer("value", rounded, tree, verified=bool(abs(value - rounded) <= unit / 2))


def _written(value: Any, places: int) -> Number:
    """Write a number that is not negative with so many decimal places, zeros included."""
    if places <= 0:
        return Number(str(int(value)))
    whole, rest = divmod(int(value * 10**places), 10**places)
    return Number(f"{whole}.{rest:0{places}d}")


def show_recurring(tree: Expr, work: Working) -> Any:
    """Show how a decimal that recurs is made a fraction, and return it; None for any other number."""
    found = recurring_value(tree)
    if found is None:
        return None
    head, period, fraction = found
    before, behind = (sp.Integer(10) ** count for count in (len(head), len(head + period)))
    value = sp.Rational(fraction.numerator, fraction.denominator)
    name = "number.recurring" if not head else "number.recurring_behind"
    work.note(name, _equals(sp.Symbol("x"), tree), factor=behind, before=before)
    work.note(
        "number.recurring_gone", _equals(sp.Mul(behind - before, sp.Symbol("x")), to_tree(value * (behind - before)))
    )
    work.note("number.recurring_is", _equals(sp.Symbol("x"), to_tree(value)), parts=behind - before)
    return value


def _equals(left: Any, right: Expr) -> Relation:
    return Relation((to_tree(left), right), ("=",))


NUMBER_FORMS: dict[str, Quantity] = {
    "fraction": _fraction,
    "decimal": _to_decimal,
    "percent": _to_percent,
    "rounded": _rounded,
}
