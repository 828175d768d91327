"""What joins the sides of a relation, and what Hindi says before or after them: 0 से 1 तक, x 3 से बड़ा है."""

from __future__ import annotations

from dataclasses import replace

from tutor_cli.maths.expr import BigOperator, Expr, Integral, Limit, Number, Relation, Symbol
from tutor_cli.maths.spoken import calculus, priors
from tutor_cli.maths.spoken.cursor import UnreadableError
from tutor_cli.maths.spoken.lexeme import Kind
from tutor_cli.maths.spoken.parser import Chain, Parser

# A side said before its comparison is no longer than this.
_SIDE = 30
_COMPARISONS = frozenset({"<", ">", "le", "ge"})
_SETS = {"r": "RR", "R": "RR", "N": "NN", "Z": "ZZ", "Q": "QQ"}


def related(parser: Parser, chain: Chain) -> None:
    """Read a sign and the side after it; Hindi may close the side: x बड़ा है 3 से."""
    sign = parser.take().value
    _add_side(parser, chain, sign or "=")
    if parser.formal or sign in _COMPARISONS:
        _accept_tail(parser)


def _accept_tail(parser: Parser) -> None:
    """Take the postposition that may stand after the right side: से, का, के, की ओर.

    से may begin a range instead (i बराबर 1 से n तक), पर the body of a sum.
    """
    lexeme = parser.peek()
    ambiguous = (lexeme.kind is Kind.SE and (parser.context.of or _range_ahead(parser))) or lexeme.words == "पर"
    postposition = lexeme.kind in (Kind.SE, Kind.KA, Kind.TAIL) or (parser.formal and lexeme.words == "के")
    if postposition and not (ambiguous and parser.starts_operand(1)):
        parser.take()


def _range_ahead(parser: Parser) -> bool:
    ahead = parser.lexemes[parser.position : min(parser.position + _SIDE, parser.end)]
    return any(lexeme.kind is Kind.TAK for lexeme in ahead)


def is_related(parser: Parser, chain: Chain) -> None:
    """Read "is" as equals: in a formula anywhere, in a sentence between two formulas (x squared is nine).

    "The derivative of x squared is two x" is about the derivative: after "of" the formula ends before "is".
    """
    if not parser.formal and not _is_statement(parser, chain):
        raise UnreadableError
    related(parser, chain)


def _is_statement(parser: Parser, chain: Chain) -> bool:
    begins_noun = chain.start > 0 and parser.lexemes[chain.start - 1].words.endswith("of")
    bare = isinstance(chain.operands[0], (Number, Symbol))
    return parser.peek().words == "is" and not begins_noun and not chain.signs and not bare


def _add_side(parser: Parser, chain: Chain, sign: str) -> None:
    start = parser.position
    side = parser.side()
    chain.operands.append(_named_set(side) if sign in {"in", "notin"} else side)
    chain.signs.append(sign)
    chain.start = start


def _named_set(side: Expr) -> Expr:
    """Return the number set a letter after "belongs to" stands for: x belongs to R."""
    return Symbol(_SETS[side.name]) if isinstance(side, Symbol) and side.name in _SETS else side


def similar(parser: Parser, chain: Chain) -> None:
    """Read triangle A B C tilde triangle P Q R."""
    if parser.take().value != "tilde" or not parser.at(Kind.PREFIX):
        raise UnreadableError
    _add_side(parser, chain, "sim")


def compared(parser: Parser, chain: Chain) -> None:
    """Read x से बड़ा है 3, or with both sides said before: x 3 से बड़ा है."""
    place = parser.position
    sign = parser.take().value
    if parser.starts_operand():
        try:
            _add_side(parser, chain, sign)
        except UnreadableError:
            parser.position = place + 1
        else:
            _accept_tail(parser)
            return
    chain.operands[-1:] = _split_sides(parser, chain.start, place)
    chain.signs.append(sign)
    parser.position = place + 1


def both_sides(parser: Parser, chain: Chain) -> None:
    """Read the second side of x plus 2 y plus 3 से बड़ा है where it cannot belong to the first: numbers side by side."""
    start = parser.position
    if all(lexeme.kind is not Kind.COMPARE for lexeme in parser.lexemes[start : min(start + _SIDE, parser.end)]):
        raise UnreadableError
    side = parser.side()
    chain.signs.append(parser.expect(Kind.COMPARE).value)
    chain.operands.append(side)
    chain.start = start


def _split_sides(parser: Parser, start: int, end: int) -> tuple[Expr, Expr]:
    """Read the lexemes from `start` to `end` as two sides; a number is likelier to begin the second than a letter."""
    numbers_first = sorted(range(start + 1, end), key=lambda k: (parser.lexemes[k].kind is not Kind.NUMBER, -k))
    for middle in numbers_first:
        left = _exactly(parser, start, middle)
        right = _exactly(parser, middle, end) if left is not None else None
        if left is not None and right is not None:
            return left, right
    raise UnreadableError


def _exactly(parser: Parser, start: int, end: int) -> Expr | None:
    parser.position = start
    with parser.until(end):
        tree = parser.attempt(parser.sum)
    return tree if parser.position == end else None


# --- limits said before what they govern ----------------------------------------------------------------------------


def ranged(parser: Parser, chain: Chain) -> None:
    """Read 0 से 1 तक समाकल ..., i बराबर 1 से n तक योग ...: what has been read becomes the limits of what follows."""
    if parser.context.of:
        raise UnreadableError
    parser.take()
    upper = parser.sum()
    parser.expect(Kind.TAK)
    if parser.at(Kind.BIG):
        _sum_over(parser, chain, upper)
    else:
        chain.operands[-1] = _integral_between(parser, chain.operands[-1], upper)


def _sum_over(parser: Parser, chain: Chain, upper: Expr) -> None:
    governed = parser.side()
    if not chain.signs or not isinstance(governed, BigOperator) or governed.lower is not None:
        raise UnreadableError
    first = chain.operands.pop()
    chain.operands[-1] = replace(
        governed, lower=Relation((chain.operands[-1], first), (chain.signs.pop(),)), upper=upper
    )


def _integral_between(parser: Parser, lower: Expr, upper: Expr) -> Expr:
    governed = parser.side()
    if not isinstance(governed, Integral) or governed.lower is not None:
        raise UnreadableError
    return replace(governed, lower=lower, upper=upper)


def over_region(parser: Parser, chain: Chain) -> None:
    """Read D पर द्वि समाकल ...: what has been read becomes the region of what follows."""
    if not parser.formal or parser.context.of or parser.take().words != "पर":
        raise UnreadableError
    governed = parser.side()
    if not isinstance(governed, (Integral, BigOperator)) or governed.lower is not None:
        raise UnreadableError
    chain.operands[-1] = replace(governed, lower=chain.operands[-1])


def limit_at(parser: Parser, chain: Chain) -> None:
    """Read x तीर 0 पर लिमिट ...: the approach has been read as a relation."""
    if not chain.signs or chain.signs[-1] != "to":
        raise UnreadableError
    side = parser.accept(Kind.SIDE)
    parser.expect(Kind.LIMIT_AT)
    body = parser.operand("limit", priors.limit_body)
    target = chain.operands.pop()
    chain.signs.pop()
    chain.operands[-1] = Limit(body, chain.operands[-1], target, calculus.side_of(side))
