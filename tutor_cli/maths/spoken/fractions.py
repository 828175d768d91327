"""Fractions and roots said with their own words: start fraction ... end fraction, the square root of ... end root."""

from __future__ import annotations

from tutor_cli.maths.expr import Expr, Number, Root
from tutor_cli.maths.spoken import priors, trees
from tutor_cli.maths.spoken.cursor import UnreadableError
from tutor_cli.maths.spoken.lexeme import Kind
from tutor_cli.maths.spoken.parser import Parser
from tutor_cli.maths.spoken.scripts import ordinal


def started_fraction(parser: Parser) -> Expr:
    """Read start fraction a over b end fraction."""
    parser.take()
    parser.accept(Kind.OF)
    with parser.within(parser.reserving(over=True, of=False, function=False)):
        numerator = parser.sum()
    parser.expect(Kind.OVER, Kind.BY, Kind.ALL_OVER, Kind.DIVIDED)
    with parser.within(parser.reserving(over=False, of=False, function=False)):
        denominator = parser.sum()
    parser.close(Kind.END_FRACTION)
    return trees.quotient(numerator, denominator)


def with_numerator(parser: Parser) -> Expr:
    """Read the fraction with numerator a and denominator b."""
    parser.take()
    with parser.within(parser.inside()):
        numerator = parser.sum()
    parser.accept(Kind.PAUSE)
    parser.expect(Kind.DENOMINATOR)
    denominator = parser.operand("below", priors.named_denominator, Kind.END_FRACTION)
    return trees.quotient(numerator, denominator)


def root(parser: Parser) -> Expr:
    """Read the square root of ..., root two, under root ...; "end root" closes it."""
    lexeme = parser.take()
    return _root(parser, lexeme.value, brief=lexeme.words in {"root", "under root", "underroot"})


def nth_root(parser: Parser) -> Expr:
    """Read the fourth root of, nth root of."""
    index = ordinal(parser.take())
    parser.expect(Kind.ROOT)
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
    degree = Number(parser.take().value)
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
