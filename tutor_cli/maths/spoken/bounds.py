"""The limits of integrals, sums and products: from a to b, i equals 1 to n, over D, 0 से 1 तक."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tutor_cli.maths.calls import ALWAYS_FUNCTIONS
from tutor_cli.maths.expr import Empty, Expr, Infix, Relation, Symbol
from tutor_cli.maths.spoken.cursor import UnreadableError
from tutor_cli.maths.spoken.extents import Reach
from tutor_cli.maths.spoken.lexeme import Kind
from tutor_cli.maths.spoken.parser import Parser
from tutor_cli.maths.spoken.trees import factors_of

Limits = tuple[Expr | None, Expr | None]

# "To the square root of two" begins like a power.
_OF = (Kind.OF, Kind.POST_FUNCTION, Kind.TAK)
_TO = (Kind.TO, Kind.SE, Kind.TO_THE)


def _from_to(parser: Parser) -> Limits:
    """Read from a to b."""
    parser.expect(Kind.FROM, Kind.SE)
    return _span(parser, *_TO)


def _span(parser: Parser, *to: Kind) -> Limits:
    """Read a to b."""
    with parser.within(parser.reserving(of=True, differential=True)):
        lower = parser.side()
        parser.expect(*(to or (Kind.TO, Kind.SE)), Kind.AND)
        upper = upper_bound(parser)
    parser.accept(Kind.TAK)
    return lower, upper


def upper_bound(parser: Parser) -> Expr:
    """Read an upper limit: to the end of its side where "of" follows, else one factor."""
    start = parser.position
    side = parser.attempt(parser.side)
    if isinstance(side, Infix) and parser.at(*_OF):
        return side
    parser.position = start
    for extent in reversed(parser.extents()):
        parser.position = extent.end
        ended = parser.at(*_OF) and not _is_call(extent.expr)
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
        upper = upper_bound(parser)
    parser.accept(Kind.TAK)
    return lower, upper


def _named_index(parser: Parser) -> Limits:
    """Read k from 1 to n."""
    index = parser.plain_factor()
    lower, upper = _from_to(parser)
    return Relation((index, lower or Empty()), ("=",)), upper


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
        return None, upper_bound(parser)


def of_integral(parser: Parser) -> Limits | None:
    """Read the limits said before an integrand, None where there are none."""
    return _first(parser, _from_to, _scripted, _region, _span, _region_first, _up_to, _up_to_tak)


def after_integral(parser: Parser) -> Limits | None:
    """Read the limits said after an integral."""
    return _first(parser, _from_to, range_after)


def of_sum(parser: Parser) -> Limits | None:
    """Read the limits said before the body of a sum or product."""
    return _first(parser, _indexed, _named_index, _scripted, _region, _region_first, _up_to, _up_to_tak)


def of_index(parser: Parser) -> Limits | None:
    """Read an index with its range, before or after the body of a sum."""
    return _first(parser, _indexed, _named_index)


def _first(parser: Parser, *rules: Callable[[Parser], Limits]) -> Limits | None:
    for rule in rules:
        found = parser.attempt(partial(rule, parser))
        if found is not None:
            return found
    return None
