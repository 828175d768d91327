"""Whether what comes next multiplies what stands before it: two x, sine x cosine x."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor_cli.maths.spoken.habits import CLOSERS
from tutor_cli.maths.spoken.lexeme import Kind

if TYPE_CHECKING:
    from tutor_cli.maths.spoken.parser import Parser

_OPERATORS = frozenset({Kind.INTEGRAL, Kind.BIG, Kind.LIMIT})


def stands_beside(parser: Parser) -> bool:
    """Whether the next lexeme multiplies what stands before it, as in two x or sine x cosine x."""
    lexeme = parser.peek()
    if parser.context.below and parser.peek(lexeme.kind is Kind.THE).kind in _OPERATORS:
        return False
    if _begins_matrix(parser, lexeme.kind is Kind.THE):
        return True
    if lexeme.kind is Kind.THE:
        after = parser.peek(1).kind
        if parser.context.function and after is Kind.FUNCTION:
            return False
        return after in parser.rules.functions or (parser.formal and after in parser.rules.beside - {Kind.SYMBOL})
    if lexeme.kind is Kind.INFIX:
        return parser.is_modulus()
    if lexeme.kind is Kind.NUMBER:
        if parser.previous().kind is Kind.NUMBER:
            return parser.peek(1).kind is Kind.POST_ROOT
        return parser.formal and (parser.previous().kind in CLOSERS or _after_differential_sign(parser))
    if lexeme.kind not in parser.rules.beside or (parser.context.function and lexeme.kind in parser.rules.functions):
        return False
    if _begins_equation(parser) or _multiplies_function(parser):
        return False
    return not ((parser.context.differential or parser.context.exponent) and parser.at_differential())


def _multiplies_function(parser: Parser) -> bool:
    """Whether a written bracket stands behind the letter that a function is of: sin x (1 + cos x)."""
    return parser.context.function and parser.peek().words == "(" and parser.previous().kind is Kind.SYMBOL


def _begins_matrix(parser: Parser, ahead: int) -> bool:
    """Whether a matrix follows another construct with an end of its own."""
    if not parser.formal or parser.previous().kind not in CLOSERS:
        return False
    sized = parser.peek(ahead).kind is Kind.NUMBER and parser.peek(ahead + 3).kind is Kind.MATRIX
    return sized or parser.peek(ahead).kind is Kind.MATRIX


def _begins_equation(parser: Parser) -> bool:
    """Whether a equals one b equals two goes on with its next equation here."""
    before = parser.lexemes[parser.position - 2].kind if parser.position > 1 else Kind.END
    numbered = before is Kind.RELATION and parser.previous().kind is Kind.NUMBER
    return numbered and parser.at(Kind.SYMBOL) and parser.peek(1).kind is Kind.RELATION and not parser.formal


def _after_differential_sign(parser: Parser) -> bool:
    """Whether what stands before is the d of a derivative of a number, d 0.5 over d x."""
    before = parser.position - 1
    while before > 0 and parser.lexemes[before].kind is Kind.POWER:
        before -= 1
    return parser.lexemes[before].value == "d" or parser.lexemes[before].kind is Kind.PARTIAL
