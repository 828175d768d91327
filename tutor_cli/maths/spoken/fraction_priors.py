"""What speakers usually mean around "over" and "times": how far the parts of a fraction and of a product reach.

As in `priors`, each function looks at the candidates, least first, and returns the one to prefer.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from tutor_cli.maths.expr import (
    Add,
    Apply,
    Derivative,
    Expr,
    Group,
    Neg,
    Number,
    Postfix,
    Power,
    Quotient,
    Root,
    Subscript,
    Symbol,
)
from tutor_cli.maths.spoken.extents import Extent, Reach
from tutor_cli.maths.spoken.shapes import (
    STEP_NAMES,
    first_ratio,
    holds,
    is_letter,
    is_number_times_letters,
    rooted,
    symbols_of,
    unsigned_body,
    widest,
)
from tutor_cli.maths.spoken.trees import factors_of, is_capital

# --- fractions ------------------------------------------------------------------------------------------------------


PI = Symbol("pi")


def denominator(
    numerator: Sequence[Expr], extents: Sequence[Extent], *, bracket_next: bool, divided: bool = False
) -> int:
    """Choose how far the part below "over" reaches, given the terms before it: n over 2 open bracket ...

    A fraction that is `divided` by something is divided by a fraction, if one follows.
    """
    last = unsigned_body(numerator[-1])
    below = extents[0].expr
    ratio = first_ratio(extents)
    if divided and ratio is not None and _holds_fraction(numerator[-1:]):
        return ratio
    if bracket_next and isinstance(below, Number):
        return 0
    if isinstance(last, Number) and isinstance(below, Number) and below != Number("1"):
        return widest(extents, Reach.RUN) if _is_root_below(last, extents) else 0
    sums = [place for place, extent in enumerate(extents) if extent.reach is Reach.SUM]
    stepped = next((place for place in sums if len(extents[place].terms) == 2 and _is_step(extents[place])), None)
    if stepped is not None:
        return stepped
    if sums and not _holds_fraction(extents[sums[-1]].terms):
        pair = next((place for place in sums if len(extents[place].terms) == 2), None)
        if pair is not None and _belongs_below(numerator, extents[pair]):
            return pair if _names_exponent(last, extents[pair]) else sums[-1]
    term = widest(extents, Reach.TERM)
    if holds(last, Postfix) and all(isinstance(factor, Postfix) for factor in factors_of(extents[term].expr)):
        return term
    if all(isinstance(factor, Group) for factor in factors_of(extents[term].expr)):
        return term
    return rooted(extents, widest(extents, Reach.RUN))


def _is_root_below(above: Expr, extents: Sequence[Extent]) -> bool:
    """Whether 1 over 2 root x has the root below."""
    root = factors_of(extents[widest(extents, Reach.RUN)].expr)[-1]
    return above == Number("1") and isinstance(root, Root) and bool(symbols_of(root))


def _belongs_below(numerator: Sequence[Expr], pair: Extent) -> bool:
    """Whether "... over A plus B" has the whole sum below: 1 over 1 minus x, p minus q over r minus s."""
    above, below = unsigned_body(numerator[-1]), pair.terms[0]
    if below == Number("1") or (len(numerator) == 1 and _cancels(above, below)):
        return True
    if _names_exponent(above, pair) or _is_square_sum(above, pair):
        return True
    if above == Number("1") and isinstance(pair.terms[1], Neg) and is_letter(below) and is_letter(pair.terms[1].body):
        return True
    if len(numerator) < 2 or _holds_fraction(numerator):
        return False
    return not isinstance(pair.terms[0], Number)


def _cancels(above: Expr, below: Expr) -> bool:
    """Whether a letter alone below would cancel: 2 x over x [minus 5]."""
    bases = [factor.base if isinstance(factor, Power) else factor for factor in factors_of(above)]
    return below in bases and not isinstance(below, Number)


def _is_square_sum(above: Expr, pair: Extent) -> bool:
    """Whether a square and something else stand below a number or the letter squared: s over s squared plus 1."""
    first, second = pair.terms[0], unsigned_body(pair.terms[1])
    squared = isinstance(first, Power) and (isinstance(above, Number) or above == first.base)
    return squared and isinstance(second, (Number, Power))


def _is_step(pair: Extent) -> bool:
    """Whether the sum is x plus delta x, x plus h."""
    step = factors_of(unsigned_body(pair.terms[1]))[0]
    return is_letter(pair.terms[0]) and isinstance(step, Symbol) and step.name in STEP_NAMES


def _names_exponent(above: Expr, pair: Extent) -> bool:
    """Whether the sum below is the exponent above: x to the n plus 1 over n plus 1."""
    return isinstance(above, Power) and above.exponent == pair.expr


def earlier_terms(terms: Sequence[Expr], below: Extent, *, following: int) -> int:
    """Choose how many terms before the last one stand above "over": b minus a over n, minus b plus root d over 2 a.

    `following` terms before the next fraction show whether each term has a fraction of its own.
    """
    after_fraction = max((place + 1 for place, term in enumerate(terms[:-1]) if _holds_fraction([term])), default=0)
    since = terms[after_fraction:]
    if len(since) < 2 or isinstance(below.expr, Postfix):
        return 0
    parallel = after_fraction and _is_over_several(terms[after_fraction - 1])
    if after_fraction:
        whole = parallel and not _holds_fraction(since)
    else:
        whole = _is_whole(terms, below) if not following else following > 1
    return len(since) - 1 if whole else 0


def _is_over_several(term: Expr) -> bool:
    """Whether a term ends in a fraction with a sum above: so will the next one."""
    last = factors_of(unsigned_body(term))[-1]
    return isinstance(last, Quotient) and isinstance(last.numerator, Add)


def _is_whole(terms: Sequence[Expr], below: Extent) -> bool:
    last = unsigned_body(terms[-1])
    if _holds_fraction(terms):
        return False
    if len(below.terms) > 1:
        return True
    if _is_call(last) and _is_call(below.expr) and not any(_is_call(unsigned_body(term)) for term in terms[:-1]):
        return False
    if isinstance(terms[0], Number) and len(terms) == 2 and is_letter(last):
        return False
    if PI in factors_of(last) and isinstance(below.expr, Number):
        return False
    if isinstance(last, Number) and isinstance(below.expr, Number):
        return len(terms) == 2 and bool(symbols_of(terms[0]))
    return last != Number("1") or _grows(terms[0], below.expr)


def _grows(first: Expr, below: Expr) -> bool:
    """Whether a power has the denominator in its exponent: e to the x, minus 1 over x."""
    return isinstance(first, Power) and bool(symbols_of(first.exponent) & symbols_of(below))


def _is_call(node: Expr) -> bool:
    return isinstance(node, Apply)


def _holds_fraction(terms: Sequence[Expr]) -> bool:
    return any(
        isinstance(part, Quotient) or (isinstance(part, Derivative) and not part.behind)
        for term in terms
        for part in factors_of(unsigned_body(term))
    )


# --- products -------------------------------------------------------------------------------------------------------


class Factors(IntEnum):
    """What a "times" between sums multiplies."""

    TERMS = 0
    SUMS = 1
    # The last term of the left sum, and the whole right one.
    TERM_AND_SUM = 2
    # The last two terms of the left sum, as in n minus 1 into d; where it is possible, nothing else is.
    LAST_PAIR = 3


def factors(left: Sequence[Expr], right: Extent) -> Factors:
    """Choose what "times" multiplies: x minus 3 times x plus 2 leads with the same letter twice, so sums.

    "m times x minus x naught" multiplies by the difference of two values of one letter.
    """
    if len(right.terms) != 2 or len(left) > 2:
        return Factors.TERMS
    leading, following = _leading_letter(left[0]), _leading_letter(right.terms[0])
    if leading is not None and leading == following:
        return Factors.SUMS
    subtracted = unsigned_body(right.terms[1])
    values = isinstance(subtracted, Subscript) and subtracted.base == right.terms[0]
    return Factors.TERM_AND_SUM if values else Factors.TERMS


def is_pair(before: Expr, last: Expr) -> bool:
    """Whether "times" multiplies n minus 1, as nobody multiplies 1 by anything, or A minus lambda I."""
    body = unsigned_body(before)
    if is_capital(body) and Symbol("I") in factors_of(last):
        return True
    return last == Number("1") and (is_letter(body) or is_number_times_letters(body))


def _leading_letter(node: Expr) -> Expr | None:
    factors = [factor for factor in factors_of(unsigned_body(node)) if not isinstance(factor, Number)]
    return factors[0] if factors and isinstance(factors[0], Symbol) else None


def named_denominator(numerator: Expr, extents: Sequence[Extent], limit: int) -> int:
    """Choose what follows "and denominator": the whole sum up to `limit`, unless it begins with a number above one.

    Nobody says the numerator and the denominator of 1 over 2 so: if both were single, the denominator goes on. It does
    where it leads with the letter of the numerator, too: 3 x minus 1 over 2 x plus 5.
    """
    first, term = extents[0].expr, widest(extents, Reach.TERM)
    goes_on = isinstance(numerator, (Number, Symbol)) and isinstance(extents[term].expr, (Number, Symbol))
    leading = _leading_letter(unsigned_body(numerator.terms[0] if isinstance(numerator, Add) else numerator))
    akin = leading is not None and leading == _leading_letter(extents[term].expr)
    if isinstance(first, Number) and first != Number("1") and not goes_on and not akin:
        called = isinstance(factors_of(extents[term].expr)[-1], Apply)
        return 0 if called else rooted(extents, term)
    return rooted(extents, _without_constant(numerator, extents, widest(extents[:limit], Reach.SUM)))


def _adds_fraction(terms: Sequence[Expr]) -> bool:
    """Whether a fraction stands after a sum: x plus 1, plus 1 over x."""
    return len(terms) > 2 and isinstance(unsigned_body(terms[-1]), Quotient)


def _without_constant(numerator: Expr, extents: Sequence[Extent], place: int) -> int:
    """Leave the constant of integration out, and what follows the n plus 1 that the numerator names."""
    while place and (extents[place].terms[-1] == Symbol("C") or _adds_fraction(extents[place].terms)):
        place -= 1
    named = (index for index in range(place) if _names_exponent(numerator, extents[index]))
    return next(named, place)


def denominator_of_all(above: Sequence[Expr], extents: Sequence[Extent]) -> int:
    """Choose what stands below "all over": two a, but b minus a where the part above is a difference too."""
    sums = [place for place, extent in enumerate(extents) if extent.reach is Reach.SUM and len(extent.terms) == 2]
    if sums and len(above) > 1 and isinstance(extents[sums[0]].terms[1], Neg) and is_letter(extents[0].expr):
        return sums[0]
    return widest(extents, Reach.RUN)
