"""Fractions and roots said with their own words: start fraction ... end fraction, the square root of ... end root."""

from __future__ import annotations

from collections.abc import Sequence

from tutor_cli.maths.expr import Apply, Differential, Expr, Function, Mixed, Number, Power, Quotient, Root, Symbol
from tutor_cli.maths.spoken import fraction_priors, priors, trees
from tutor_cli.maths.spoken.cursor import UnreadableError
from tutor_cli.maths.spoken.extents import Extent
from tutor_cli.maths.spoken.lexeme import Kind, Lexeme
from tutor_cli.maths.spoken.parser import Parser
from tutor_cli.maths.spoken.priors import Length
from tutor_cli.maths.spoken.scripts import ordinal

_SHORT = (Number, Symbol)
_BRIEF = frozenset({"root", "under root", "underroot", "रूट", "अंडर रूट", "अंडररूट"})


def started_fraction(parser: Parser) -> Expr:
    """Read start fraction a over b end fraction."""
    parser.take()
    parser.accept(Kind.OF)
    numerator = _lone_differential(parser)
    with parser.within(parser.reserving(over=True, of=False, function=False, differential=False)):
        numerator = numerator or parser.side()
    parser.expect(Kind.OVER, Kind.BY, Kind.ALL_OVER, Kind.DIVIDED)
    with parser.within(parser.reserving(over=False, of=False, function=False, differential=False)):
        denominator = parser.side()
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
    derivative = parser.peek(3).value == "d" or parser.peek(4).value == "d"
    if not parser.context.differential or not parser.at_differential() or derivative:
        return None
    parser.take()
    with parser.within(parser.reserving(differential=False)):
        return Differential(parser.plain_factor())


def with_numerator(parser: Parser) -> Expr:
    """Read the fraction with numerator a and denominator b."""
    parser.take()
    with parser.within(parser.inside()):
        numerator = _lone_differential(parser) or parser.sum()
    parser.accept(Kind.PAUSE)
    parser.expect(Kind.DENOMINATOR)
    denominator = parser.operand("below", lambda found: _denominator(parser, numerator, found), Kind.END_FRACTION)
    return trees.quotient(numerator, denominator)


def _denominator(parser: Parser, numerator: Expr, extents: Sequence[Extent]) -> int:
    """A further fraction said with its numerator stands beside this one, not below it."""
    lexemes = parser.lexemes
    beside = [place for place, extent in enumerate(extents) if _begins_beside(lexemes, extent.end)]
    return fraction_priors.named_denominator(numerator, extents, beside[0] + 1 if beside else len(extents))


def _begins_beside(lexemes: Sequence[Lexeme], place: int) -> bool:
    """Whether a sign and a fraction said with its numerator, after an article or not, begin here."""
    signed = place < len(lexemes) and lexemes[place].kind is not Kind.SYMBOL
    return signed and any(lexeme.kind is Kind.NUMERATOR for lexeme in lexemes[place + 1 : place + 3])


def root(parser: Parser) -> Expr:
    """Read the square root of ..., root two, under root ...; "end root" closes it."""
    alone = parser.previous().kind is not Kind.THE
    lexeme = parser.take()
    length = Length.BRIEF if lexeme.words in _BRIEF else Length.ALONE if alone else Length.OPEN
    return _root(parser, lexeme.value, length)


def nth(parser: Parser) -> Expr:
    """Read the fourth root of, nth root of, the fourth power of."""
    index = ordinal(parser.take())
    if parser.accept(Kind.POWER_WORD):
        parser.expect(Kind.OF)
        return _nth_power(parser.factor(), index)
    parser.expect(Kind.ROOT)
    return _root(parser, index)


def _nth_power(base: Expr, index: Expr) -> Expr:
    if isinstance(base, Apply) and isinstance(base.head, Function):
        return Apply(Power(base.head, index), base.arguments)
    return trees.power(base, index)


def indexed_root(parser: Parser) -> Expr:
    """Read root of index 3 of x, root index 3 start root ... end root."""
    parser.take()
    with parser.within(parser.reserving(of=True)):
        index = parser.operand("index", lambda _: 0, Kind.OF, Kind.KA, plain=True)
    if parser.accept(Kind.START_ROOT):
        return _closed_root(parser, index)
    return _root(parser, index)


def _root(parser: Parser, index: Expr | str, length: Length = Length.OPEN) -> Expr:
    parser.accept(Kind.OF)
    degree = Number(index) if isinstance(index, str) else index
    inner = parser.context.root and not parser.habits.closes_every_root
    with parser.within(parser.reserving(of=False, root=True)):
        radicand = parser.operand("radicand", lambda found: _radicand(parser, found, length), Kind.END_ROOT)
    if inner and isinstance(radicand, _SHORT) and parser.previous().kind is Kind.END_ROOT:
        # A root of one letter is not closed: the end is that of the root around it.
        parser.position -= 1
    return rooted(radicand, degree)


def _radicand(parser: Parser, extents: Sequence[Extent], length: Length) -> int:
    """Where roots are closed aloud, one that is not holds a single operand; so does root x plus 1 by root x."""
    if parser.habits.closes_roots or (length is Length.BRIEF and _begins_fraction(parser, extents)):
        return 0
    return priors.radicand(extents, length)


def _begins_fraction(parser: Parser, extents: Sequence[Extent]) -> bool:
    """Whether the second term under a root is the 1 of a fraction."""
    second = next((extent for extent in extents if len(extent.terms) == 2), None)
    if second is None or second.terms[1] != Number("1") or second.end >= parser.end:
        return False
    return parser.lexemes[second.end].kind in (Kind.OVER, Kind.BY)


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
    part = parser.attempt(lambda: _part(parser)) if parser.formal and not parser.context.cell else None
    if part is None or not isinstance(lexeme.tree, Number):
        return lexeme.tree
    return Mixed(lexeme.tree, *part)


def _part(parser: Parser) -> tuple[Number, Number]:
    """Read the and 1 over 3 of a mixed number."""
    if parser.accept(Kind.AND, Kind.MIXED_AND, Kind.SET_NAME) and parser.at(Kind.FRACTION):
        match parser.take().tree:
            case Quotient(Number() as top, Number() as bottom):
                return top, bottom
        raise UnreadableError
    above, _, below = parser.expect(Kind.NUMBER), parser.expect(Kind.OVER), parser.expect(Kind.NUMBER)
    if not (above.value.isdigit() and below.value.isdigit() and 0 < int(above.value) < int(below.value)):
        raise UnreadableError
    parser.accept(Kind.END_FRACTION)
    return Number(above.value), Number(below.value)
