"""Other forms: powers and logarithms, decimals that recur, mixed numbers, powers of ten; factors of a number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import (
    Add,
    Apply,
    Expr,
    Function,
    Group,
    Mixed,
    Mul,
    Neg,
    Number,
    Power,
    Quotient,
    Relation,
    Subscript,
    Symbol,
)
from tutor_cli.maths.solve import factor
from tutor_cli.maths.solve.arithmetic import over_denominator
from tutor_cli.maths.solve.asked.given import CONSTANTS, Trees, equals, value_of
from tutor_cli.maths.solve.bridge import to_sympy
from tutor_cli.maths.solve.number_forms import show_recurring
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import to_tree

# --- powers and logarithms -----------------------------------------------------------------------------------------


def _exponential(trees: Trees, work: Working) -> Answer:
    match trees[0]:
        case Relation((Apply(Subscript(Function("log"), base), (number,)), exponent), ("=",)):
            pass
        case Relation((Apply(Function("ln"), (number,)), exponent), ("=",)):
            base = Symbol("e")
        case Relation((Apply(Function("log"), (number,)), exponent), ("=",)):
            base = Number("10")
        case _:
            raise NoMethod
    tree = Relation((Power(base, exponent), number), ("=",))
    work.remark("log.as_power", trees[0], tree)
    return Answer("value", None, tree, verified=_holds(tree))


def _logarithmic(trees: Trees, work: Working) -> Answer:
    match trees[0]:
        case Relation((Power(base, exponent), number), ("=",)) | Relation((number, Power(base, exponent)), ("=",)):
            tree = Relation((Apply(Subscript(Function("log"), base), (number,)), exponent), ("=",))
        case _:
            raise NoMethod
    work.remark("log.as_logarithm", trees[0], tree)
    return Answer("value", None, tree, verified=_holds(trees[0]))


def _expanded(trees: Trees, work: Working) -> Answer:
    """Return the logarithm of a product, quotient or power as a sum of logarithms."""
    tree = trees[0]
    if not isinstance(tree, Apply):
        raise NoMethod
    found = _parts_of_log(tree.head, tree.arguments[0])
    if found == tree:
        raise NoMethod
    work.note("log.laws", Relation((tree, found), ("=",)))
    return Answer("value", None, found, verified=True)


def _parts_of_log(head: Expr, argument: Expr) -> Expr:
    match argument:
        case Group(body):
            return _parts_of_log(head, body)
        case Mul(factors):
            return Add(tuple(_parts_of_log(head, factor) for factor in factors))
        case Quotient(above, below):
            return Add((_parts_of_log(head, above), Neg(_parts_of_log(head, below))))
        case Power(base, exponent):
            return Mul((exponent, _parts_of_log(head, base)))
    return Apply(head, (argument,))


def _holds(tree: Relation) -> bool:
    left, right = (to_sympy(side, CONSTANTS) for side in tree.operands)
    return bool((left - right).free_symbols) or sp.simplify(left - right) == 0


# --- numbers -------------------------------------------------------------------------------------------------------


def _recurring(trees: Trees, work: Working) -> Answer:
    """Return the fraction of a decimal that recurs."""
    value = show_recurring(trees[0], work)
    if value is None:
        raise Unknown("a decimal that recurs")
    return Answer("value", value, verified=True)


def _mixed(trees: Trees, work: Working) -> Answer:
    value = value_of(trees[0])
    if not value.is_Rational or value.q == 1 or abs(value) < 1:
        raise NoMethod
    whole, rest = divmod(abs(value.p), value.q)
    mixed: Expr = Mixed(*(Number(str(part)) for part in (whole, rest, value.q)))
    tree = Neg(mixed) if value < 0 else mixed
    work.remark("number.mixed", to_tree(value), tree, whole=sp.Integer(whole), rest=sp.Integer(rest))
    return Answer("value", value, tree, verified=True)


def _improper(trees: Trees, work: Working) -> Answer:
    value = value_of(trees[0])
    mixed = next((node for node in trees[0].walk() if isinstance(node, Mixed)), None)
    if mixed is None:
        raise NoMethod
    size = {"node": mixed, "over": over_denominator(mixed), "value": to_tree(abs(value))}
    work.remark("arithmetic.improper", trees[0], to_tree(value), **size)
    return Answer("value", value, verified=True)


def _scientific(trees: Trees, work: Working) -> Answer:
    value = value_of(trees[0])
    if not value.is_Rational or value == 0 or not (set(sp.primefactors(value.q)) <= {2, 5}):
        raise NoMethod
    exponent = int(sp.floor(sp.log(abs(value), 10)))
    front = value / sp.Integer(10) ** exponent
    power = Power(Number("10"), to_tree(sp.Integer(exponent)))
    tree = Mul((_decimal(front), power), "cross")
    work.remark("number.scientific", trees[0], tree, places=sp.Integer(abs(exponent)))
    return Answer("value", value, tree, verified=True)


def _decimal(value: Any) -> Expr:
    places = next(k for k in range(40) if (value * 10**k).is_Integer)
    digits = f"{abs(int(value * 10**places)):0{places + 1}d}"
    number = Number(f"{digits[:-places]}.{digits[-places:]}" if places else digits)
    return Neg(number) if value < 0 else number


def _whole(tree: Expr) -> int:
    value = value_of(tree)
    if not value.is_Integer or not 1 <= value <= 10**9:
        raise Unknown("a whole number")
    return int(value)


def _prime_factors(trees: Trees, work: Working) -> Answer:
    number = _whole(trees[0])
    return Answer("value", sp.Integer(number), factor.primes(number, work), verified=True)


def _lowest_terms(trees: Trees, work: Working) -> Answer:
    value = value_of(trees[0])
    if not value.is_Rational:
        raise NoMethod
    work.step("arithmetic.reduce", trees[0], value)
    return Answer("value", value, verified=True)


def _to_power(trees: Trees, work: Working, power: int) -> Answer:
    """Return the least number that makes the number a perfect power when they are multiplied."""
    number = _whole(trees[0])
    work.remark("number.primes", trees[0], factor.primes(number, Working()))
    value = sp.prod([prime ** (-exponent % power) for prime, exponent in sp.factorint(number).items()])
    work.note("number.lacks", equals(sp.Mul(number, value, evaluate=False), sp.Integer(number * value)), factor=value)
    return Answer("value", sp.Integer(value), verified=sp.integer_nthroot(int(number * value), power)[1])


def _digit_numbers(trees: Trees, work: Working, *, again: bool) -> Answer:
    """Return how many numbers of so many digits can be formed from the digits, which do not begin with a zero."""
    size, *digits = (_digit(tree) for tree in trees)
    if len(set(digits)) != len(digits) or not (again or size <= len(digits)):
        raise NoMethod
    count, first = len(digits), len(digits) - (0 in digits)
    choices = [first, *(count if again else count - place for place in range(1, size))]
    shown = sp.Mul(*map(sp.Integer, choices), evaluate=False) if size > 1 else sp.Integer(first)
    value = sp.Integer(sp.prod(choices))
    work.note("counting.places", equals("N", shown, value))
    return Answer("value", value, verified=True)


def _digit(tree: Expr) -> int:
    value = value_of(tree)
    if not value.is_Integer or not 0 <= value <= 9:
        raise Unknown("a digit")
    return int(value)


def _from_the_other(trees: Trees, work: Working) -> Answer:
    a, b, h = map(value_of, trees)
    if h == 0:
        raise NoMethod
    value = a * b / h
    work.note("number.product_rule", equals(sp.Mul(a, b, sp.Pow(h, -1, evaluate=False), evaluate=False), value))
    right = {sp.ilcm(a, b), sp.igcd(a, b)} == {h, value}
    if not right:
        work.note("number.no_such_pair", trees[2])
        raise NoMethod
    return Answer("value", value, verified=right)


FORMS: dict[str, Callable[[Trees, Working], Answer]] = {
    "exponential form": _exponential,
    "logarithmic form": _logarithmic,
    "expanded logarithm": _expanded,
    "recurring fraction": _recurring,
    "mixed number": _mixed,
    "improper fraction": _improper,
    "standard form": _scientific,
    "prime factors": _prime_factors,
    "lowest terms": _lowest_terms,
    "lcm from hcf": _from_the_other,
    "factor to a square": lambda trees, work: _to_power(trees, work, 2),
    "divisor to a square": lambda trees, work: _to_power(trees, work, 2),
    "factor to a cube": lambda trees, work: _to_power(trees, work, 3),
    "digit numbers": lambda trees, work: _digit_numbers(trees, work, again=False),
    "digit numbers with repetition": lambda trees, work: _digit_numbers(trees, work, again=True),
}
