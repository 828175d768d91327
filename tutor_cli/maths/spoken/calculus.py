"""Integrals, sums and products with limits, limits, derivatives said in words."""

from __future__ import annotations

from tutor_cli.maths.expr import (
    Add,
    BigOperator,
    Derivative,
    Differential,
    Empty,
    Expr,
    Group,
    Integral,
    Limit,
    Mul,
    Quotient,
    Side,
    Symbol,
)
from tutor_cli.maths.spoken import bounds, priors, trees
from tutor_cli.maths.spoken.cursor import UnreadableError
from tutor_cli.maths.spoken.extents import Reach
from tutor_cli.maths.spoken.lexeme import Kind, Lexeme
from tutor_cli.maths.spoken.parser import Parser

_STEPS = (Symbol("delta"), Symbol("Delta"))

_SIDES: dict[str, Side] = {"above": "above", "below": "below"}


# --- integrals ------------------------------------------------------------------------------------------------------


def integral(parser: Parser) -> Expr:
    """Read the integral from a to b of ... d x; the limits may come last, with "from"."""
    kind = parser.take().value
    names_limits = parser.at(Kind.FROM)
    signs = int(kind) if kind.isdigit() else 1
    limits = bounds.of_integral(parser)
    parser.accept(Kind.OF, Kind.POST_FUNCTION)
    parser.accept(Kind.THE)
    body, variables = _integrand(parser, signs)
    if kind == "verb" and not names_limits and not (variables and parser.lexemes[parser.position - 2].value == "d"):
        raise UnreadableError
    parser.accept(Kind.END_BIG)
    if limits is None:
        limits = bounds.after_integral(parser) or (None, None)
    return Integral(body, variables, *limits, contour=kind == "contour", signs=signs)


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


def sigma(parser: Parser) -> Expr:
    """Read sigma i equals 1 to n ... as the sum it means."""
    parser.take()
    limits = bounds.of_index(parser)
    if limits is None:
        raise UnreadableError
    parser.accept(Kind.OF)
    return BigOperator("sum", parser.operand("body", priors.sum_body), *limits)


def big(parser: Parser) -> Expr:
    """Read the sum from i equals 1 to n of ...; the limits may come last."""
    kind = parser.take().value
    limits = bounds.of_sum(parser)
    said_of = parser.accept(Kind.OF, Kind.POST_FUNCTION) is not None
    parser.accept(Kind.THE)
    with parser.within(parser.reserving(of=False)):
        body = parser.attempt(lambda: _body_before_index(parser)) if limits is None else None
        body = body or parser.operand("body", priors.sum_body, Kind.END_BIG)
    if limits is None:
        limits = bounds.of_index(parser)
    if limits is None and said_of and parser.at(Kind.AND):
        return _of_two(parser, kind, body)
    if limits is None and not parser.formal:
        raise UnreadableError
    lower, upper = limits or (None, None)
    return BigOperator(kind, body, lower, upper)


def _body_before_index(parser: Parser) -> Expr:
    """Read the i squared plus 1 that stands before its "from i equals 1 to n"."""
    for extent in parser.extents():
        parser.position = extent.end
        if parser.at(Kind.FROM) and len(extent.terms) > 1:
            return extent.expr if isinstance(extent.expr, Group) else Group(extent.expr)
    raise UnreadableError


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
    tending = parser.attempt(lambda: approach(parser))
    parser.accept(Kind.OF, Kind.POST_FUNCTION)
    parser.accept(Kind.THE)
    with parser.within(parser.reserving(of=False, over=False)):
        body = parser.operand("limit", priors.limit_body, Kind.END_BIG)
    return Limit(body, *(tending or approach(parser)))


def approach(parser: Parser) -> tuple[Expr, Expr, Side]:
    """Read as x tends to 0: the variable, its target and the side it comes from."""
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
        target = bounds.upper_bound(parser)
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
