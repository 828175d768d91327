"""Combinations and permutations: n choose k, five C two, superscript n baseline C sub r."""

from __future__ import annotations

from tutor_cli.maths.expr import Choose, Expr, Neg, Number, Symbol
from tutor_cli.maths.spoken import scripts, trees
from tutor_cli.maths.spoken.cursor import UnreadableError
from tutor_cli.maths.spoken.lexeme import Kind
from tutor_cli.maths.spoken.parser import Parser


def chosen(parser: Parser, base: Expr) -> Expr:
    """Read n choose k, n permutation r."""
    if parser.context.choose:
        raise UnreadableError
    kind = parser.take().value
    r = parser.factor()
    if r == base and parser.at(Kind.MINUS):
        # N choose n minus r.
        parser.take()
        r = trees.add([r, Neg(parser.factor())])
    return choice(base, r, kind)


def chosen_by_letter(parser: Parser, base: Expr) -> Expr:
    """Read n C r and five P two."""
    letter, r = parser.peek().value, parser.peek(1)
    counted = isinstance(base, Number) or (isinstance(base, Symbol) and base.name in {"n", "m"})
    chosen_from = r.value in {"r", "k"} or (isinstance(base, Number) and r.kind is Kind.NUMBER)
    if letter.upper() not in {"C", "P"} or not counted or not chosen_from:
        raise UnreadableError
    parser.take()
    return choice(base, parser.plain_factor(), letter.upper())


def chosen_before(parser: Parser) -> Expr:
    """Read superscript n baseline C sub r: the n of n choose r stands first."""
    if not parser.formal:
        raise UnreadableError
    parser.take()
    n = scripts.exponent(parser, Number("1"))
    letter = parser.expect(Kind.SYMBOL).value.upper()
    parser.expect(Kind.SUB, Kind.SUBSCRIPT)
    if letter not in {"C", "P"}:
        raise UnreadableError
    return choice(n, parser.plain_factor(), letter)


def choice(n: Expr, r: Expr, kind: str) -> Choose:
    """Return n choose r in the notation asked for, stacked where none is."""
    if kind == "C":
        return Choose(n, r, "C")
    return Choose(n, r, "P" if kind == "P" else "binom")
