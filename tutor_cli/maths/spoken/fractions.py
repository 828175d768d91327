"""Fractions and roots said with their own words: start fraction ... end fraction, the square root of ... end root."""

from __future__ import annotations

from collections.abc import Sequence

from tutor_cli.maths.expr import Differential, Expr, Number, Quotient, Root, Symbol
from tutor_cli.maths.spoken import fraction_priors, priors, trees
from tutor_cli.maths.spoken.cursor import UnreadableError
from tutor_cli.maths.spoken.extents import Extent
from tutor_cli.maths.spoken.lexeme import Kind, Lexeme
from tutor_cli.maths.spoken.parser import Parser
from tutor_cli.maths.spoken.scripts import ordinal

_SHORT = (Number, Symbol)


def started_fraction(parser: Parser) -> Expr:
    """Read start fraction a over b end fraction."""
    parser.take()
    parser.accept(Kind.OF)
    with parser.within(parser.reserving(over=True, of=False, function=False)):
        numerator = _lone_differential(parser) or parser.sum()
    parser.expect(Kind.OVER, Kind.BY, Kind.ALL_OVER, Kind.DIVIDED)
    with parser.within(parser.reserving(over=False, of=False, function=False)):
        denominator = parser.sum()
    parser.close(Kind.END_FRACTION)
    if (
        isinstance(denominator, Quotient)
        and isinstance(numerator, _SHORT)
        and isinstance(denominator.numerator, _SHORT)
    ):
        # A over b over c: speakers go on below what they have said.
        numerator, denominator = trees.quotient(numerator, denominator.numerator), denominator.denominator
    return trees.quotient(numerator, denominator)


def _lone_differential(parser: Parser) -> Expr | None:
    """Read the d x on the fraction of an integral: the integral of d x over x."""
    if not parser.context.differential or not parser.at_differential():
        return None
    parser.take()
    with parser.within(parser.reserving(differential=False)):
        return Differential(parser.plain_factor())


def with_numerator(parser: Parser) -> Expr:
    """Read the fraction with numerator a and denominator b."""
    parser.take()
    with parser.within(parser.inside()):
        numerator = parser.sum()
    parser.accept(Kind.PAUSE)
    parser.expect(Kind.DENOMINATOR)
    denominator = parser.operand("below", lambda found: _denominator(parser, found), Kind.END_FRACTION)
    return trees.quotient(numerator, denominator)


def _denominator(parser: Parser, extents: Sequence[Extent]) -> int:
    """A further fraction said with its numerator stands beside this one, not below it."""
    lexemes = parser.lexemes
    beside = [place for place, extent in enumerate(extents) if _begins(lexemes, extent.end + 1, Kind.NUMERATOR)]
    return fraction_priors.named_denominator(extents, beside[0] + 1 if beside else len(extents))


def _begins(lexemes: Sequence[Lexeme], place: int, kind: Kind) -> bool:
    """Whether a kind begins here, after an article or not."""
    return any(lexeme.kind is kind for lexeme in lexemes[place : place + 2])


def root(parser: Parser) -> Expr:
    """Read the square root of ..., root two, under root ...; "end root" closes it."""
    lexeme = parser.take()
    return _root(parser, lexeme.value, brief=lexeme.words in {"root", "under root", "underroot"})


def nth_root(parser: Parser) -> Expr:
    """Read the fourth root of, nth root of."""
    index = ordinal(parser.take())
    parser.expect(Kind.ROOT)
    return _root(parser, index, brief=False)


def indexed_root(parser: Parser) -> Expr:
    """Read root of index 3 of x, root index 3 start root ... end root."""
    parser.take()
    with parser.within(parser.reserving(of=True)):
        index = parser.operand("index", lambda _: 0, Kind.OF, Kind.KA, plain=True)
    if parser.accept(Kind.START_ROOT):
        return _closed_root(parser, index)
    return _root(parser, index, brief=False)


def _root(parser: Parser, index: Expr | str, *, brief: bool) -> Expr:
    parser.accept(Kind.OF)
    degree = Number(index) if isinstance(index, str) else index
    with parser.within(parser.reserving(of=False)):
        radicand = parser.operand("radicand", lambda found: priors.radicand(found, brief=brief), Kind.END_ROOT)
    return rooted(radicand, degree)


def rooted(radicand: Expr, degree: Expr) -> Expr:
    """Return a root; the index 2 is not written."""
    return Root(trees.bare(radicand), None if degree == Number("2") else degree)


def started_root(parser: Parser) -> Expr:
    """Read start root ... end root."""
    return _closed_root(parser, Number(parser.take().value))


def _closed_root(parser: Parser, degree: Expr) -> Expr:
    with parser.within(parser.inside()):
        radicand = parser.sum()
    parser.close(Kind.END_ROOT)
    return rooted(radicand, degree)


def number(parser: Parser) -> Expr:
    """Read a number or a fraction in words."""
    lexeme = parser.take()
    if lexeme.tree is None:
        raise UnreadableError
    return lexeme.tree
