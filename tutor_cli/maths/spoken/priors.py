"""What speakers usually mean where they do not say how far an operand reaches.

Each function looks at the candidates, least first, and returns the index of the one to prefer. Nothing here is
certain: the other candidates stay available as further readings.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from math import gcd

from tutor_cli.maths.expr import (
    Apply,
    Expr,
    Fence,
    Limit,
    Mul,
    Neg,
    Number,
    PlusMinus,
    Power,
    Quotient,
    Root,
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
from tutor_cli.maths.spoken.trees import PARTIAL, D, factors_of

E = Symbol("e")
_INDEX_LETTERS = frozenset("nkmijrN")
# Letters that stand together in an exponent.
_EXPONENT_PAIRS = (frozenset("mnpqkrs"), frozenset("abc"))
_ANGLES = frozenset({"pi", "theta", "alpha", "beta", "phi", "A", "B", "C"})
_PHASES = frozenset({"phi", "delta", "varphi"})
_TIMES = {Symbol("t"), Symbol("omega")}
_ANGLE_PAIRS = ({"A", "B"}, {"a", "b"}, {"alpha", "beta"})
_LOGARITHMS = frozenset({"log", "ln"})
_SQUARES = frozenset(str(root * root) for root in range(1, 32))


# --- scripts --------------------------------------------------------------------------------------------------------


def exponent(base: Expr, extents: Sequence[Extent]) -> int:
    """Choose between e to the [x] and [2 x], x to the [n] and [n plus 1], e to the [minus x squared over 2]."""
    ratio = first_ratio(extents)
    if ratio is not None and _is_exponent_ratio(base, extents[ratio].expr):
        return ratio
    for index, extent in enumerate(extents):
        if extent.reach is Reach.SUM and _is_exponent_sum(base, extent):
            return index
    run = widest(extents, Reach.RUN)
    return run if _is_exponent_run(base, extents[run].expr) else 0


def _is_exponent_sum(base: Expr, extent: Extent) -> bool:
    """Whether an exponent is x to the [n plus 1], a to the [m minus n]; but 2 to the n, minus 1."""
    if len(extent.terms) != 2:
        return False
    first, second = extent.terms
    if isinstance(base, Number):
        minus = isinstance(second, Neg)
        return is_number_times_letters(first) if minus else is_letter(first) and isinstance(second, Number)
    letters = {getattr(first, "name", ""), getattr(unsigned_body(second), "name", "")}
    return _is_next_index(extent) or any(letters <= names for names in _EXPONENT_PAIRS)


def _is_exponent_run(base: Expr, node: Expr) -> bool:
    first, *following = factors_of(unsigned_body(node))
    # x to the 2, e to the x; e to the x, x squared
    if any(isinstance(factor, Power) and factor.base in (base, first, E) for factor in following):
        return False
    if base == E or all(isinstance(f, Symbol) and f.name in _INDEX_LETTERS for f in factors_of(unsigned_body(node))):
        return True
    return is_number_times_letters(node) and base not in (D, PARTIAL)


def _is_exponent_ratio(base: Expr, node: Expr) -> bool:
    """Whether an exponent is a fraction: two thirds, 1 over n, m over n; no one leaves 2 over 2 in an exponent."""
    body = unsigned_body(node)
    if not isinstance(body, Quotient):
        return False
    above, below = body.numerator, body.denominator
    if isinstance(above, Number) and isinstance(below, Number):
        return _is_reduced(above, below)
    names = {getattr(above, "name", ""), getattr(below, "name", "")}
    if base != E and (above == Number("1") or names <= _EXPONENT_PAIRS[0]):
        return True
    return (base == E or body is not node) and isinstance(below, Number)


def _is_reduced(above: Number, below: Number) -> bool:
    return not (above.digits.isdigit() and below.digits.isdigit()) or gcd(int(above.digits), int(below.digits)) == 1


def index(extents: Sequence[Extent]) -> int:
    """Choose between x sub [n], a sub [i j] and a sub [n plus 1]."""
    for place, extent in enumerate(extents):
        if extent.reach is Reach.SUM and _is_next_index(extent):
            return place
    run = widest(extents, Reach.RUN)
    letters = factors_of(extents[run].expr)
    return run if all(isinstance(letter, Symbol) and letter.name in _INDEX_LETTERS for letter in letters) else 0


def _is_next_index(extent: Extent) -> bool:
    """Whether an extent is n plus or minus a number."""
    if len(extent.terms) != 2 or not isinstance(unsigned_body(extent.terms[1]), Number):
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
            extent, logarithm=said_of and name in _LOGARITHMS, stepped=said_of or not name
        ):
            return place
        if extent.reach is Reach.SUM and _is_sum_of_angles(name, extent):
            return place
    ratio = first_ratio(extents)
    if ratio is not None and _is_argument_ratio(name, extents[ratio].expr, said_of=said_of):
        return ratio
    run = widest(extents, Reach.RUN)
    if not name:
        return run if several and all(isinstance(f, Symbol) for f in factors_of(extents[run].expr)) else 0
    # Sine two times x: a number alone is no argument worth the name where letters follow.
    counted = isinstance(extents[run].expr, Number) and run + 1 < len(extents) and extents[run + 1].reach is Reach.TERM
    return run + 1 if counted else rooted(extents, run)


def _is_sum_of_angles(name: str, extent: Extent) -> bool:
    """Whether a sum is that of two angles, cos A plus B, or an angle with its phase, cos omega t minus phi."""
    if len(extent.terms) != 2 or not name or name in _LOGARITHMS:
        return False
    first, last = extent.terms
    if getattr(unsigned_body(last), "name", "") in _PHASES and _TIMES & symbols_of(first):
        return True
    letters = {getattr(unsigned_body(term), "name", "") for term in extent.terms}
    return any(letters == pair for pair in _ANGLE_PAIRS)


def _is_shifted(extent: Extent, *, logarithm: bool, stepped: bool) -> bool:
    if len(extent.terms) != 2 or not is_letter(extent.terms[0]):
        return False
    added = unsigned_body(extent.terms[1])
    step = factors_of(added)[0]
    if stepped and isinstance(step, Symbol) and step.name in STEP_NAMES:
        return True
    return logarithm and isinstance(added, Number)


def _is_argument_ratio(name: str, node: Expr, *, said_of: bool) -> bool:
    body = unsigned_body(node)
    if not isinstance(body, Quotient) or body.style == "divide":
        return False
    above, below = symbols_of(body.numerator), symbols_of(body.denominator)
    if name.startswith("arc") and isinstance(body.numerator, Number) and isinstance(body.denominator, Number):
        return True
    if name and name not in _LOGARITHMS:
        angle = any(isinstance(part, Symbol) and part.name in _ANGLES for part in above)
        return (angle or (said_of and bool(above))) and isinstance(body.denominator, Number)
    if name not in _LOGARITHMS or above & below or any(isinstance(part, Apply) for part in body.denominator.walk()):
        return False
    return said_of or bool(below and (above or body.numerator == Number("1")))


class Length(Enum):
    """How a root was said: "root", which is brief, "square root" without an article, or "the square root"."""

    BRIEF = auto()
    ALONE = auto()
    OPEN = auto()


def radicand(extents: Sequence[Extent], length: Length) -> int:
    """Choose what stands under a root: root two, plus one; but root x plus one."""
    if _is_single(extents, length) or isinstance(factors_of(extents[widest(extents, Reach.TERM)].expr)[-1], Root):
        return 0
    ratio = first_ratio(extents)
    if ratio is not None and _is_letter_ratio(extents[ratio].expr):
        return ratio
    best = 0
    # Nobody takes the root of one.
    ends = () if extents[0].expr == Number("1") else (Quotient, Root)
    for place, extent in enumerate(extents):
        if extent.reach is Reach.WHOLE or (place and isinstance(unsigned_body(extent.terms[-1]), ends)):
            break
        best = place
    return best


def _is_single(extents: Sequence[Extent], length: Length) -> bool:
    """Whether a root holds one number or letter: the square root of 5, plus 1; square root of x, minus 3."""
    first = extents[0].expr
    if isinstance(first, Number) and length is Length.BRIEF:
        return True
    second = next((unsigned_body(extent.terms[1]) for extent in extents if len(extent.terms) == 2), None)
    if not isinstance(second, Number) or extents[0].end != extents[widest(extents, Reach.TERM)].end:
        return False
    if isinstance(first, Number):
        return first.digits not in _SQUARES
    return isinstance(first, Symbol) and length is Length.ALONE


def _is_letter_ratio(node: Expr) -> bool:
    """Whether a fraction under a root is one of letters or a part of one: a over b, 1 over n; root 3 over 2 is not."""
    if not isinstance(node, Quotient):
        return False
    return node.numerator == Number("1") or (bool(symbols_of(node.numerator)) and is_letter(node.denominator))


# --- big operators --------------------------------------------------------------------------------------------------


def limit_body(extents: Sequence[Extent]) -> int:
    """Choose the body of a limit: everything up to another limit."""
    best = 0
    for place, extent in enumerate(extents):
        if place and isinstance(unsigned_body(extent.terms[-1]), Limit) and len(extent.terms) > 1:
            break
        best = place
    return best


def sum_body(extents: Sequence[Extent]) -> int:
    """Choose the body of a sum or product sign: one term, with its fraction."""
    return widest(extents, Reach.RATIO)


def fence(extents: Sequence[Extent]) -> int:
    """Choose what stands between absolute value bars: the whole sum, up to another absolute value."""
    best = 0
    for place, extent in enumerate(extents):
        if extent.reach is Reach.WHOLE or (place and holds(extent.terms[-1], Fence)):
            break
        best = place
    return best


def first_under_root(terms: Sequence[Expr], *, ended: bool) -> int:
    """Choose the first term under a root said last: x plus 1 का वर्गमूल.

    With an end marker everything since the last root, without a negative term in front (minus b plus b squared ...).
    Without one only the last term, unless its root would be no root: a square or a product that begins with a number.
    """
    last = unsigned_body(terms[-1])
    if not ended and not _is_square(last) and not isinstance(last, Root):
        return len(terms) - 1
    signed = next((place for place, term in enumerate(terms) if isinstance(term, PlusMinus)), None)
    if signed:
        return signed
    after_root = max(
        (place + 1 for place, term in enumerate(terms[:-1]) if isinstance(unsigned_body(term), Root)), default=0
    )
    negative = len(terms) - after_root > 2 and isinstance(terms[after_root], Neg)
    return after_root + negative


def _is_square(node: Expr) -> bool:
    first = factors_of(node)[0]
    if isinstance(first, Number):
        return isinstance(node, Mul) or first.digits in _SQUARES
    return isinstance(node, Power) and isinstance(node.exponent, Number) and node.exponent.digits == "2"
