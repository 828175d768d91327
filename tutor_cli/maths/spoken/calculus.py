"""Integrals, sums and products with limits, limits, derivatives said in words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tutor_cli.maths.calls import ALWAYS_FUNCTIONS
from tutor_cli.maths.expr import (
    Add,
    BigOperator,
    Derivative,
    Differential,
    Empty,
    Expr,
    Integral,
    Limit,
    Mul,
    Quotient,
    Relation,
    Side,
    Symbol,
)
from tutor_cli.maths.spoken import priors, trees
from tutor_cli.maths.spoken.cursor import UnreadableError
from tutor_cli.maths.spoken.extents import Reach
from tutor_cli.maths.spoken.lexeme import Kind, Lexeme
from tutor_cli.maths.spoken.parser import Parser
from tutor_cli.maths.spoken.trees import factors_of

# "To the square root of two" begins like a power.
_TO = (Kind.TO, Kind.SE, Kind.TO_THE)
_STEPS = (Symbol("delta"), Symbol("Delta"))
Limits = tuple[Expr | None, Expr | None]

_SIDES: dict[str, Side] = {"above": "above", "below": "below"}


# --- limits of integrals and sums -----------------------------------------------------------------------------------


def _from_to(parser: Parser) -> Limits:
    """Read from a to b."""
    parser.expect(Kind.FROM, Kind.SE)
    return _span(parser, *_TO)


def _span(parser: Parser, *to: Kind) -> Limits:
    """Read a to b."""
    with parser.within(parser.reserving(of=True, differential=True)):
        lower = parser.side()
        parser.expect(*(to or (Kind.TO, Kind.SE)), Kind.AND)
        upper = _upper(parser)
    parser.accept(Kind.TAK)
    return lower, upper


def _upper(parser: Parser) -> Expr:
    """Read an upper limit: to the end of its sum where "of" follows, else one factor."""
    for extent in reversed(parser.extents()):
        parser.position = extent.end
        ended = parser.at(Kind.OF, Kind.POST_FUNCTION, Kind.TAK) and not _is_call(extent.expr)
        if ended or extent.reach is Reach.FACTOR:
            return extent.expr
    raise UnreadableError


def _is_call(node: Expr) -> bool:
    """Whether a product ends in the name of the function whose "of" comes next: to 0 f of x."""
    *before, last = factors_of(node)
    return bool(before) and isinstance(last, Symbol) and last.name in ALWAYS_FUNCTIONS


def _indexed(parser: Parser) -> Limits:
    """Read from i equals 1 to n, without or with the "from"."""
    parser.accept(Kind.FROM, Kind.AS, Kind.SE)
    with parser.within(parser.reserving(of=True)):
        lower = parser.relation()
        parser.expect(*_TO)
        upper = _upper(parser)
    parser.accept(Kind.TAK)
    return lower, upper


def _named_index(parser: Parser) -> Limits:
    """Read k from 1 to n."""
    index = parser.plain_factor()
    lower, upper = _from_to(parser)
    return Relation((index, lower or Empty()), ("=",)), upper


def sigma(parser: Parser) -> Expr:
    """Read sigma i equals 1 to n ... as the sum it means."""
    parser.take()
    limits = _first(parser, _indexed, _named_index)
    if limits is None:
        raise UnreadableError
    parser.accept(Kind.OF)
    return BigOperator("sum", parser.operand("body", priors.sum_body), *limits)


def _scripted(parser: Parser) -> Limits:
    """Read subscript 0 superscript 1 baseline, sub 0 sup 1, underscript ... overscript ... endscripts."""
    parser.expect(Kind.SUBSCRIPT, Kind.SUB, Kind.UNDER)
    with parser.within(parser.reserving(script=True, of=False)):
        lower = parser.relation()
        upper = parser.sum() if parser.accept(Kind.SUPERSCRIPT, Kind.UPPER, Kind.TO_THE) else None
    parser.accept(Kind.BASELINE, Kind.END_SCRIPTS)
    return lower, upper


def _region(parser: Parser) -> Limits:
    """Read over D, over i."""
    parser.expect(Kind.OVER)
    with parser.within(parser.reserving(of=True)):
        return parser.relation(), None


def range_after(parser: Parser) -> Limits:
    """Read the 0 से 1 तक that follows its integral."""
    lower = parser.sum()
    parser.expect(Kind.SE)
    upper = parser.sum()
    parser.expect(Kind.TAK)
    return lower, upper


def _region_first(parser: Parser) -> Limits:
    """Read D पर."""
    with parser.within(parser.reserving(of=True)):
        region = parser.relation()
    parser.expect(Kind.TAIL)
    return region, None


def _up_to_tak(parser: Parser) -> Limits:
    """Read n तक."""
    with parser.within(parser.reserving(of=True)):
        upper = parser.sum()
    parser.expect(Kind.TAK)
    return None, upper


def _up_to(parser: Parser) -> Limits:
    """Read up to n."""
    parser.expect(Kind.TO)
    with parser.within(parser.reserving(of=True)):
        return None, _upper(parser)


# --- integrals ------------------------------------------------------------------------------------------------------


def integral(parser: Parser) -> Expr:
    """Read the integral from a to b of ... d x; the limits may come last, with "from"."""
    kind = parser.take().value
    if kind == "verb" and not parser.at(Kind.FROM):
        raise UnreadableError
    signs = int(kind) if kind.isdigit() else 1
    limits = _first(parser, _from_to, _scripted, _region, _span, _region_first, _up_to, _up_to_tak)
    parser.accept(Kind.OF, Kind.POST_FUNCTION)
    parser.accept(Kind.THE)
    body, variables = _integrand(parser, signs)
    parser.accept(Kind.END_BIG)
    if limits is None:
        limits = _first(parser, _from_to, range_after) or (None, None)
    return Integral(body, variables, *limits, contour=kind == "contour", signs=signs)


def _first(parser: Parser, *rules: Callable[[Parser], Limits]) -> Limits | None:
    for rule in rules:
        found = parser.attempt(partial(rule, parser))
        if found is not None:
            return found
    return None


def _integrand(parser: Parser, signs: int) -> tuple[Expr, tuple[Expr, ...]]:
    with parser.within(parser.reserving(differential=True, of=False)):
        if parser.at_differential():
            return _bare_differential(parser)
        extents = parser.extents()
        for extent in reversed(extents):
            parser.position = extent.end
            variables = _differentials(parser, signs)
            if variables:
                return extent.expr, variables
        for extent in reversed(extents):
            parser.position = extent.end
            if parser.at(Kind.END_BIG):
                return extent.expr, ()
    chosen = [extent for extent in extents if extent.reach <= Reach.RATIO][-1]
    parser.position = chosen.end
    return chosen.expr, ()


def _differentials(parser: Parser, signs: int) -> tuple[Expr, ...]:
    if parser.accept(Kind.RESPECT):
        return (parser.plain_factor(),)
    start = parser.position
    parser.accept(Kind.TIMES)
    found: list[Expr] = []
    while len(found) < max(signs, 1) and parser.at_differential():
        found.append(_differential(parser))
        if parser.at(Kind.TIMES) and parser.peek(1).value == "d" and len(found) < signs:
            parser.take()
    if not found:
        parser.position = start
    return tuple(found)


def _differential(parser: Parser) -> Expr:
    parser.take()
    parser.accept(Kind.TIMES)
    with parser.within(parser.reserving(differential=False)):
        return parser.plain_factor()


def _bare_differential(parser: Parser) -> tuple[Expr, tuple[Expr, ...]]:
    """Read the d x of "integral d x over x", which stands on the fraction."""
    variable = _differential(parser)
    if not parser.accept(Kind.OVER, Kind.BY):
        return Empty(), (variable,)
    below = parser.operand("below", lambda extents: len(extents) - 1, Kind.END_FRACTION)
    return Quotient(Differential(variable), below), ()


# --- big operators --------------------------------------------------------------------------------------------------


def big(parser: Parser) -> Expr:
    """Read the sum from i equals 1 to n of ...; the limits may come last."""
    kind = parser.take().value
    limits = _first(parser, _indexed, _named_index, _scripted, _region, _region_first, _up_to, _up_to_tak)
    said_of = parser.accept(Kind.OF, Kind.POST_FUNCTION) is not None
    parser.accept(Kind.THE)
    with parser.within(parser.reserving(of=False, over=False)):
        body = parser.operand("body", priors.sum_body, Kind.END_BIG)
    if limits is None:
        limits = _first(parser, _indexed)
    if limits is None and said_of and parser.at(Kind.AND):
        return _of_two(parser, kind, body)
    if limits is None and not parser.formal:
        raise UnreadableError
    lower, upper = limits or (None, None)
    return BigOperator(kind, body, lower, upper)


def _of_two(parser: Parser, kind: str, first: Expr) -> Expr:
    """Read the sum of a and b, the product of a and b, where the whole text is maths."""
    if not parser.formal:
        raise UnreadableError
    parser.take()
    second = parser.term()
    return Add((first, second)) if kind == "sum" else Mul((first, second), "cross")


# --- limits ---------------------------------------------------------------------------------------------------------


def limit(parser: Parser) -> Expr:
    """Read the limit as x tends to 0 of ..., lim x to 0 ..., or with the approach last."""
    parser.take()
    approach = parser.attempt(lambda: _approach(parser))
    parser.accept(Kind.OF, Kind.POST_FUNCTION)
    parser.accept(Kind.THE)
    with parser.within(parser.reserving(of=False, over=False)):
        body = parser.operand("limit", priors.limit_body, Kind.END_BIG)
    if approach is None:
        approach = _approach(parser)
    variable, target, side = approach
    return Limit(body, variable, target, side)


def _approach(parser: Parser) -> tuple[Expr, Expr, Side]:
    parser.accept(Kind.UNDER, Kind.SUBSCRIPT, Kind.SUB)
    parser.accept(Kind.AS, Kind.FROM)
    parser.accept(Kind.THE)
    with parser.within(parser.reserving(of=True)):
        # MathSpeak reads the arrow under "lim" as the accent of a vector.
        arrow_first = parser.accept(Kind.ACCENT_PREFIX) is not None
        variable = parser.plain_factor()
        if variable in _STEPS and parser.at(Kind.SYMBOL):
            variable = trees.run([variable, parser.plain_factor()])
        elif not isinstance(variable, Symbol):
            raise UnreadableError
        if not arrow_first and not parser.accept(Kind.TO) and parser.expect(Kind.RELATION).value != "to":
            raise UnreadableError
        target = _upper(parser)
    parser.accept(Kind.TAIL)
    side = parser.accept(Kind.SIDE)
    parser.accept(Kind.END_SCRIPTS, Kind.BASELINE)
    return variable, target, side_of(side)


def side_of(lexeme: Lexeme | None) -> Side:
    """Return the side from which a limit is approached."""
    return _SIDES[lexeme.value] if lexeme else "both"


# --- derivatives ----------------------------------------------------------------------------------------------------


def curly_d(parser: Parser) -> Expr:
    """Read the curly d."""
    parser.take()
    return Symbol("partial")


def derivative_of(parser: Parser) -> Expr:
    """Read the derivative of ... with respect to x, where the whole text is maths."""
    if not parser.formal:
        raise UnreadableError
    kind = parser.take().value
    order = int(kind) if kind.isdigit() else 1
    parser.accept(Kind.THE)
    body = parser.operand("derivative", priors.limit_body)
    variable = parser.plain_factor() if parser.accept(Kind.RESPECT) else variable_of(body)
    return Derivative(trees.without_quantity(body), (variable,) * order, partial=kind == "partial")


def variable_of(body: Expr) -> Expr:
    """Return the letter that varies in a body where none is named: its only one, else x."""
    letters = {part for part in body.walk() if isinstance(part, Symbol) and part.name not in {"e", "pi"}}
    return letters.pop() if len(letters) == 1 else Symbol("x")
