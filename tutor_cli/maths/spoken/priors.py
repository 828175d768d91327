"""What speakers usually mean where they do not say how far an operand reaches.

Each function looks at the candidates, least first, and returns the index of the one to prefer. Nothing here is
certain: the other candidates stay available as further readings.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from tutor_cli.maths.expr import (
    Apply,
    Derivative,
    Expr,
    Fence,
    Limit,
    Mul,
    Neg,
    Number,
    PlusMinus,
    Postfix,
    Power,
    Quotient,
    Root,
    Subscript,
    Symbol,
)
from tutor_cli.maths.spoken.extents import Extent, Reach
from tutor_cli.maths.spoken.trees import PARTIAL, D, factors_of

E = Symbol("e")
_INDEX_LETTERS = frozenset("nkmijrN")
_STEP_NAMES = frozenset({"h", "Delta", "delta"})
_ANGLES = frozenset({"pi", "theta", "alpha", "beta", "phi", "A", "B", "C"})
_LOGARITHMS = frozenset({"log", "ln"})
_SQUARES = frozenset(str(root * root) for root in range(1, 32))


def _widest(extents: Sequence[Extent], reach: Reach) -> int:
    """Return the last candidate that reaches no further."""
    return max(index for index, extent in enumerate(extents) if extent.reach <= reach or index == 0)


def _unsigned(node: Expr) -> Expr:
    return node.body if isinstance(node, (Neg, PlusMinus)) else node


def _is_number_times_letters(node: Expr) -> bool:
    factors = factors_of(_unsigned(node))
    return isinstance(node, Mul) and isinstance(factors[0], Number) and all(_is_letter(f) for f in factors[1:])


def _is_letter(node: Expr) -> bool:
    return isinstance(node, (Symbol, Subscript)) or (isinstance(node, Power) and _is_letter(node.base))


def _first_ratio(extents: Sequence[Extent]) -> int | None:
    return next((index for index, extent in enumerate(extents) if extent.reach is Reach.RATIO), None)


def _symbols(node: Expr) -> set[Expr]:
    return {part for part in node.walk() if isinstance(part, Symbol)}


# --- scripts --------------------------------------------------------------------------------------------------------


def exponent(base: Expr, extents: Sequence[Extent]) -> int:
    """Choose between e to the [x] and [2 x], x to the [n] and [n plus 1], e to the [minus x squared over 2]."""
    ratio = _first_ratio(extents)
    if ratio is not None and _is_exponent_ratio(base, extents[ratio].expr):
        return ratio
    for index, extent in enumerate(extents):
        if extent.reach is Reach.SUM and _is_next_index(extent):
            return index
    run = _widest(extents, Reach.RUN)
    return run if _is_exponent_run(base, extents[run].expr) else 0


def _is_exponent_run(base: Expr, node: Expr) -> bool:
    if base == E or all(isinstance(f, Symbol) and f.name in _INDEX_LETTERS for f in factors_of(_unsigned(node))):
        return True
    return _is_number_times_letters(node) and not isinstance(base, Number) and base not in (D, PARTIAL)


def _is_exponent_ratio(base: Expr, node: Expr) -> bool:
    body = _unsigned(node)
    if not isinstance(body, Quotient):
        return False
    numbers = isinstance(body.numerator, Number) and (isinstance(body.denominator, Number) or base != E)
    return numbers or ((base == E or body is not node) and isinstance(body.denominator, Number))


def index(extents: Sequence[Extent]) -> int:
    """Choose between x sub [n], a sub [i j] and a sub [n plus 1]."""
    for place, extent in enumerate(extents):
        if extent.reach is Reach.SUM and _is_next_index(extent):
            return place
    run = _widest(extents, Reach.RUN)
    letters = factors_of(extents[run].expr)
    return run if all(isinstance(letter, Symbol) and letter.name in _INDEX_LETTERS for letter in letters) else 0


def _is_next_index(extent: Extent) -> bool:
    """Whether an extent is n plus or minus a number."""
    if len(extent.terms) != 2 or not isinstance(_unsigned(extent.terms[1]), Number):
        return False
    letters = factors_of(extent.terms[0])
    return isinstance(letters[-1], Symbol) and letters[-1].name in _INDEX_LETTERS


# --- functions and roots --------------------------------------------------------------------------------------------


def argument(name: str, extents: Sequence[Extent], *, said_of: bool, several: bool = False) -> int:
    """Choose the argument of a function; `name` is empty for one called by a letter, as in f of x plus h.

    `several` where the letter may call several variables: f of x y, but p of x times y.
    """
    for place, extent in enumerate(extents):
        if extent.reach is Reach.SUM and _is_shifted(
            extent, logarithm=said_of and name in _LOGARITHMS, letter=not name
        ):
            return place
    ratio = _first_ratio(extents)
    if ratio is not None and _is_argument_ratio(name, extents[ratio].expr, said_of=said_of):
        return ratio
    run = _widest(extents, Reach.RUN)
    if not name:
        return run if several and all(isinstance(f, Symbol) for f in factors_of(extents[run].expr)) else 0
    # Sine two times x: a number alone is no argument worth the name where letters follow.
    counted = isinstance(extents[run].expr, Number) and run + 1 < len(extents) and extents[run + 1].reach is Reach.TERM
    return run + 1 if counted else _rooted(extents, run)


def _is_shifted(extent: Extent, *, logarithm: bool, letter: bool) -> bool:
    if len(extent.terms) != 2 or not _is_letter(extent.terms[0]):
        return False
    added = _unsigned(extent.terms[1])
    step = factors_of(added)[0]
    if letter and isinstance(step, Symbol) and step.name in _STEP_NAMES:
        return True
    return logarithm and isinstance(added, Number)


def _is_argument_ratio(name: str, node: Expr, *, said_of: bool) -> bool:
    body = _unsigned(node)
    if not isinstance(body, Quotient) or body.style == "divide":
        return False
    angle = any(isinstance(part, Symbol) and part.name in _ANGLES for part in body.numerator.walk())
    if name and name not in _LOGARITHMS:
        return angle and isinstance(body.denominator, Number)
    above, below = _symbols(body.numerator), _symbols(body.denominator)
    if name not in _LOGARITHMS or above & below or any(isinstance(part, Apply) for part in body.denominator.walk()):
        return False
    return said_of or bool(above and below)


def radicand(extents: Sequence[Extent], *, brief: bool) -> int:
    """Choose what stands under a root; `brief` where only "root" was said: root two plus one, but root x plus one."""
    if brief and isinstance(extents[0].expr, Number):
        return 0
    ratio = _first_ratio(extents)
    if ratio is not None and _is_letter_ratio(extents[ratio].expr):
        return ratio
    best = 0
    for place, extent in enumerate(extents):
        if extent.reach is Reach.WHOLE or (place and isinstance(_unsigned(extent.terms[-1]), (Quotient, Root))):
            break
        best = place
    return best


def _is_letter_ratio(node: Expr) -> bool:
    return isinstance(node, Quotient) and _is_letter(node.numerator) and _is_letter(node.denominator)


# --- fractions ------------------------------------------------------------------------------------------------------


def denominator(numerator: Sequence[Expr], extents: Sequence[Extent], *, bracket_next: bool) -> int:
    """Choose how far the part below "over" reaches, given the terms before it: n over 2 open bracket ..."""
    last = _unsigned(numerator[-1])
    below = extents[0].expr
    if bracket_next and isinstance(below, Number):
        return 0
    if isinstance(last, Number) and isinstance(below, Number) and below != Number("1"):
        return 0
    sums = [place for place, extent in enumerate(extents) if extent.reach is Reach.SUM]
    if sums and not _holds_fraction(extents[sums[-1]].terms):
        pair = next((place for place in sums if len(extents[place].terms) == 2), None)
        if pair is not None and _belongs_below(numerator, extents[pair]):
            return pair if _names_exponent(last, extents[pair]) else sums[-1]
    term = _widest(extents, Reach.TERM)
    if _holds(last, Postfix) and all(isinstance(factor, Postfix) for factor in factors_of(extents[term].expr)):
        return term
    return _rooted(extents, _widest(extents, Reach.RUN))


def _rooted(extents: Sequence[Extent], place: int) -> int:
    """Take in a root said last where it holds no more than the extent at `place`: 1 over 2 का वर्गमूल."""
    later = place + 1
    while later < len(extents) and len(extents[later].terms) == 1:
        if isinstance(extents[later].expr, (Root, Fence)):
            return later
        later += 1
    return place


def _belongs_below(numerator: Sequence[Expr], pair: Extent) -> bool:
    """Whether "... over A plus B" has the whole sum below: 1 over 1 minus x, p minus q over r minus s."""
    above, below = _unsigned(numerator[-1]), pair.terms[0]
    if below == Number("1") or (len(numerator) == 1 and above == below):
        return True
    if _names_exponent(above, pair):
        return True
    if above == Number("1") and isinstance(pair.terms[1], Neg) and _is_letter(below) and _is_letter(pair.terms[1].body):
        return True
    if len(numerator) < 2 or _holds_fraction(numerator):
        return False
    return not isinstance(pair.terms[0], Number)


def _names_exponent(above: Expr, pair: Extent) -> bool:
    """Whether the sum below is the exponent above: x to the n plus 1 over n plus 1."""
    return isinstance(above, Power) and above.exponent == pair.expr


def numerator_is_whole(terms: Sequence[Expr], below: Extent, *, more: bool) -> bool:
    """Choose whether everything said so far stands above "over": minus b plus root d over two a, b minus a over n.

    `more` fractions to come show that each term has its own, and so does a factorial below.
    """
    if _holds_fraction(terms) or more or isinstance(below.expr, Postfix):
        return False
    last = _unsigned(terms[-1])
    if len(below.terms) > 1:
        return True
    if _is_call(last) and _is_call(below.expr) and not any(_is_call(_unsigned(term)) for term in terms[:-1]):
        return False
    return not (isinstance(last, Number) and (isinstance(below.expr, Number) or last == Number("1")))


def _is_call(node: Expr) -> bool:
    return isinstance(node, Apply)


def _holds_fraction(terms: Sequence[Expr]) -> bool:
    return any(
        isinstance(part, Quotient) or (isinstance(part, Derivative) and not part.behind)
        for term in terms
        for part in factors_of(_unsigned(term))
    )


# --- products -------------------------------------------------------------------------------------------------------


class Factors(IntEnum):
    """What a "times" between sums multiplies."""

    TERMS = 0
    SUMS = 1
    # The last term of the left sum, and the whole right one.
    TERM_AND_SUM = 2


def factors(left: Sequence[Expr], right: Extent) -> Factors:
    """Choose what "times" multiplies: x minus 3 times x plus 2 leads with the same letter twice, so sums.

    "m times x minus x naught" multiplies by the difference of two values of one letter.
    """
    if len(right.terms) != 2 or len(left) > 2:
        return Factors.TERMS
    leading, following = _leading_letter(left[0]), _leading_letter(right.terms[0])
    if leading is not None and leading == following:
        return Factors.SUMS
    subtracted = _unsigned(right.terms[1])
    values = isinstance(subtracted, Subscript) and subtracted.base == right.terms[0]
    return Factors.TERM_AND_SUM if values else Factors.TERMS


def _leading_letter(node: Expr) -> Expr | None:
    factors = [factor for factor in factors_of(_unsigned(node)) if not isinstance(factor, Number)]
    return factors[0] if factors and isinstance(factors[0], Symbol) else None


# --- big operators --------------------------------------------------------------------------------------------------


def limit_body(extents: Sequence[Extent]) -> int:
    """Choose the body of a limit: everything up to another limit."""
    best = 0
    for place, extent in enumerate(extents):
        if place and isinstance(_unsigned(extent.terms[-1]), Limit) and len(extent.terms) > 1:
            break
        best = place
    return best


def sum_body(extents: Sequence[Extent]) -> int:
    """Choose the body of a sum or product sign: one term, with its fraction."""
    return _widest(extents, Reach.RATIO)


def fence(extents: Sequence[Extent]) -> int:
    """Choose what stands between absolute value bars: the whole sum, up to another absolute value."""
    best = 0
    for place, extent in enumerate(extents):
        if extent.reach is Reach.WHOLE or (place and _holds(extent.terms[-1], Fence)):
            break
        best = place
    return best


def _holds(term: Expr, kind: type[Expr]) -> bool:
    return any(isinstance(factor, kind) for factor in factors_of(_unsigned(term)))


def named_denominator(extents: Sequence[Extent], limit: int) -> int:
    """Choose what follows "and denominator": the whole sum up to `limit`, unless it begins with a number above one."""
    first = extents[0].expr
    if isinstance(first, Number) and first != Number("1"):
        return _rooted(extents, _widest(extents, Reach.TERM))
    return _rooted(extents, _widest(extents[:limit], Reach.SUM))


def denominator_of_all(above: Sequence[Expr], extents: Sequence[Extent]) -> int:
    """Choose what stands below "all over": two a, but b minus a where the part above is a difference too."""
    sums = [place for place, extent in enumerate(extents) if extent.reach is Reach.SUM and len(extent.terms) == 2]
    if sums and len(above) > 1 and isinstance(extents[sums[0]].terms[1], Neg) and _is_letter(extents[0].expr):
        return sums[0]
    return _widest(extents, Reach.RUN)


def first_under_root(terms: Sequence[Expr], *, ended: bool) -> int:
    """Choose the first term under a root said last: x plus 1 का वर्गमूल.

    With an end marker everything since the last root, without a negative term in front (minus b plus b squared ...).
    Without one only the last term, unless its root would be no root: a square or a product that begins with a number.
    """
    last = _unsigned(terms[-1])
    if not ended and not _is_square(last):
        return len(terms) - 1
    after_root = max(
        (place + 1 for place, term in enumerate(terms[:-1]) if isinstance(_unsigned(term), Root)), default=0
    )
    negative = len(terms) - after_root > 2 and isinstance(terms[after_root], Neg)
    return after_root + negative


def _is_square(node: Expr) -> bool:
    first = factors_of(node)[0]
    if isinstance(first, Number):
        return isinstance(node, Mul) or first.digits in _SQUARES
    return isinstance(node, Power) and isinstance(node.exponent, Number) and node.exponent.digits == "2"
