"""Linear equations and inequalities: clear fractions, collect, divide."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.solve.working import Statement, Working


def solve(statement: Statement, x: Any, work: Working) -> Statement:
    """Bring a linear statement to `x sign number`; without x left it ends as a statement about two numbers.

    The coefficient of x must be a number: letters as coefficients are `parameters.solve`.
    """
    statement = clear_fractions(statement, x, work)
    statement = expand_sides(statement, work)
    statement = _unknown_on_the_left(statement, x, work)
    if not statement.left.has(x):
        return statement
    statement = _numbers_on_the_right(statement, x, work)
    return _divide(statement, x, work)


def clear_fractions(statement: Statement, x: Any, work: Working) -> Statement:
    """Multiply both sides by the common denominator of the coefficients."""
    terms = [*sp.Add.make_args(statement.left), *sp.Add.make_args(statement.right)]
    common = sp.ilcm(1, *(term.as_coeff_Mul()[0].q for term in terms if term.as_coeff_Mul()[0].is_Rational))
    with_unknown = any(term.has(x) and term.as_coeff_Mul()[0].q > 1 for term in terms if term.has(x))
    if common == 1 or not with_unknown:
        return statement
    cleared = Statement(sp.expand(common * statement.left), sp.expand(common * statement.right), statement.sign)
    work.step("equation.clear_fractions", statement, cleared, factor=common)
    return cleared


def expand_sides(statement: Statement, work: Working) -> Statement:
    """Multiply out the brackets on both sides."""
    expanded = Statement(sp.expand(statement.left), sp.expand(statement.right), statement.sign)
    work.step("equation.expand", statement, expanded)
    return expanded


def _unknown_on_the_left(statement: Statement, x: Any, work: Working) -> Statement:
    if not statement.left.has(x) and statement.right.has(x):
        swapped = statement.mirrored()
        work.step("equation.swap_sides", statement, swapped)
        return swapped
    return move(statement, _slope(statement.right, x) * x, work)


def _numbers_on_the_right(statement: Statement, x: Any, work: Working) -> Statement:
    return move(statement, sp.expand(statement.left - _slope(statement.left, x) * x), work)


def _slope(side: Any, x: Any) -> Any:
    return sp.expand(side).coeff(x, 1)


def move(statement: Statement, term: Any, work: Working) -> Statement:
    """Take a term away from both sides; said as adding where it is negative."""
    if term == 0:
        return statement
    moved = Statement(collected(statement.left - term), collected(statement.right - term), statement.sign)
    if term.could_extract_minus_sign():
        work.step("equation.add", statement, moved, term=-term)
    else:
        work.step("equation.subtract", statement, moved, term=term)
    return moved


def collected(side: Any) -> Any:
    """Return a side expanded, with one term for each power of each letter: (1 - e) x and not x - e x."""
    return sp.collect(sp.expand(side), sorted(side.free_symbols, key=str))


def _divide(statement: Statement, x: Any, work: Working) -> Statement:
    coefficient = _slope(statement.left, x)
    if coefficient in (0, 1):
        return statement
    return divide(statement, coefficient, work)


def _divided(side: Any, number: Any) -> Any:
    return sp.expand(side / number) if number.is_Rational else sp.cancel(side / number)


def divide(statement: Statement, number: Any, work: Working) -> Statement:
    """Divide both sides by a number that is not 0; an inequality turns round where it is negative."""
    turned = number.is_negative and statement.sign != "="
    sign = statement.mirrored().sign if turned else statement.sign
    divided = Statement(_divided(statement.left, number), _divided(statement.right, number), sign)
    if number.is_Rational and number.p in (1, -1) and number.q != 1:
        work.step("equation.multiply_turn" if turned else "equation.multiply", statement, divided, factor=1 / number)
    else:
        work.step("equation.divide_turn" if turned else "equation.divide", statement, divided, factor=number)
    return divided
