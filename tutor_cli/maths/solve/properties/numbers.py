"""Properties of whole numbers: their factors, whether they are squares or cubes, even or odd."""

from __future__ import annotations

from collections.abc import Callable

import sympy as sp

from tutor_cli.maths.expr import Mul, Number, Relation, Text
from tutor_cli.maths.solve import factor
from tutor_cli.maths.solve.exact import Undefined
from tutor_cli.maths.solve.number_forms import show_recurring
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.properties.subject import Trees, number_of
from tutor_cli.maths.solve.recipes.functions import FUNCTIONS, yes_or_no
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import listed, to_tree

# Larger numbers are not taken apart.
_LARGEST = 10**12
# More factors than this are not read out.
_MOST = 40


def _whole(trees: Trees) -> int:
    value = number_of(trees[0])
    if not value.is_Integer or not 0 < value < _LARGEST:
        raise Unknown("a whole number greater than 0")
    return int(value)


def count_factors(trees: Trees, work: Working) -> Answer:
    """Return how many numbers divide a whole number."""
    number = _whole(trees)
    if number > 1:
        work.remark("number.primes", to_tree(sp.Integer(number)), factor.primes(number, Working()))
    powers = sp.factorint(number).values()
    count = sp.Integer(sp.divisor_count(number))
    if len(powers) > 1:
        shown = Relation((Mul(tuple(Number(str(p + 1)) for p in powers), "cross"), to_tree(count)), ("=",))
        work.note("number.count_factors", shown, count=count)
    else:
        work.note("number.count_factors", to_tree(count), count=count)
    return Answer("value", count, verified=len(sp.divisors(number)) == count)


def factors(trees: Trees, work: Working) -> Answer:
    """Return the numbers that divide a whole number, where they are few."""
    number = _whole(trees)
    found = [sp.Integer(k) for k in sp.divisors(number)]
    if len(found) > _MOST:
        raise NoMethod
    work.note("number.divisors", listed(found), number=sp.Integer(number))
    return Answer("set", sp.FiniteSet(*found), listed(found), verified=all(number % k == 0 for k in found))


def perfect(power: int) -> Callable[[Trees, Working], Answer]:
    """Return the question whether a number is a perfect square (2) or cube (3)."""

    def answer(trees: Trees, work: Working) -> Answer:
        number = _whole(trees)
        root, exact = sp.integer_nthroot(number, power)
        if number > 1:
            work.remark("number.primes", to_tree(sp.Integer(number)), factor.primes(number, Working()))
        name = "square" if power == 2 else "cube"
        work.note(
            f"number.perfect_{name}" if exact else f"number.no_perfect_{name}",
            to_tree(sp.Integer(number)),
            root=sp.Integer(root),
        )
        return yes_or_no(exact)

    return answer


def reciprocal(trees: Trees, work: Working) -> Answer:
    """Return one over a number."""
    value = number_of(trees[0])
    if value == 0:
        raise Undefined("one over zero")
    found = sp.radsimp(1 / value)
    work.note("number.reciprocal", to_tree(found))
    return Answer("value", found, verified=sp.simplify(found * value) == 1)


def sign(trees: Trees, work: Working, *, positive: bool) -> Answer:
    """Tell whether a number is positive, or negative."""
    value = number_of(trees[0])
    work.note("number.against_zero", to_tree(value))
    return yes_or_no(bool(value > 0 if positive else value < 0))


def prime(trees: Trees, work: Working) -> Answer:
    """Tell whether a number is prime; one that is not whole or not positive is none."""
    value = number_of(trees[0])
    if not value.is_Integer or value <= 0:
        work.note("number.is_no_prime", to_tree(value))
        return yes_or_no(False)
    number = _whole(trees)
    if number > 1:
        work.remark("number.primes", to_tree(sp.Integer(number)), factor.primes(number, Working()))
    holds = bool(sp.isprime(number))
    work.note("number.is_prime" if holds else "number.is_not_prime", to_tree(sp.Integer(number)))
    return yes_or_no(holds)


def compared(trees: Trees, work: Working, *, greater: bool) -> Answer:
    """Tell whether the first number is greater, or less, than the second."""
    answer = FUNCTIONS["compare"]([number_of(tree) for tree in trees], work)
    a, b = (float(number_of(tree)) for tree in trees)
    answered = yes_or_no(a > b if greater else a < b)
    answered.verified = answer.verified
    return answered


def parity(trees: Trees, work: Working, *, even: bool) -> Answer:
    """Tell whether a whole number is even, or odd; no other number is either."""
    number = number_of(trees[0])
    if not number.is_Integer:
        work.note("number.neither_even_nor_odd", to_tree(number))
        return yes_or_no(False)
    work.note("number.even" if number % 2 == 0 else "number.odd", to_tree(number), number=number)
    return yes_or_no(bool(number % 2 == 0) == even)


def rationality(trees: Trees, work: Working) -> Answer:
    """Tell in a word whether a number is a fraction of whole numbers, or is none."""
    value = number_of(trees[0])
    if value.is_rational is None:
        raise Unknown("a number known to be rational or irrational")
    show_recurring(trees[0], work)
    work.note("number.rational" if value.is_rational else "number.irrational", to_tree(value), number=value)
    return Answer("value", None, Text("rational" if value.is_rational else "irrational"), verified=True)


def _is(kind: str) -> Callable[[Trees, Working], Answer]:
    return lambda trees, work: yes_or_no(rationality(trees, work).tree == Text(kind))


NUMBERS: dict[str, Callable[[Trees, Working], Answer]] = {
    "number of factors": count_factors,
    "factors": factors,
    "perfect square": perfect(2),
    "perfect cube": perfect(3),
    "prime": prime,
    "reciprocal": reciprocal,
    "positive number": lambda trees, work: sign(trees, work, positive=True),
    "negative number": lambda trees, work: sign(trees, work, positive=False),
    "greater": lambda trees, work: compared(trees, work, greater=True),
    "less": lambda trees, work: compared(trees, work, greater=False),
    "even number": lambda trees, work: parity(trees, work, even=True),
    "rational number": _is("rational"),
    "irrational number": _is("irrational"),
    "rational or irrational": rationality,
    "odd number": lambda trees, work: parity(trees, work, even=False),
}
