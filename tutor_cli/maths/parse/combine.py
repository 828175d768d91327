"""What the signs make of what stands on both sides of them, and the statements of a whole input."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor_cli.maths import expr as e
from tutor_cli.maths import precedence
from tutor_cli.maths.parse import build
from tutor_cli.maths.parse.parser import SEPARATOR_KINDS, SUM_SIGNS, Combiner, Parser
from tutor_cli.maths.parse.scripts import limits
from tutor_cli.maths.precedence import Level

if TYPE_CHECKING:
    from tutor_cli.errors import MathsError
    from tutor_cli.maths.parse.tokens import Token

_PRODUCT_SIGNS: dict[str, e.ProductSign] = {"star": "star", "cross": "cross", "dot": "dot"}


def _sum(parser: Parser, left: e.Expr, token: Token) -> e.Expr:
    terms = [left]
    while parser.at("op") and parser.token.text in SUM_SIGNS:
        sign = parser.advance().text
        term = parser.expression(Level.PRODUCT)
        if isinstance(term, (e.Neg, e.PlusMinus, e.Prefix)) and precedence.level(term) == Level.SIGN:
            term = e.Group(term)
        terms.append(term if sign == "+" else build.signed(sign, term))
    return build.add(terms)


def _product(parser: Parser, left: e.Expr, token: Token) -> e.Expr:
    factors = [left]
    while parser.at("op", token.text):
        parser.advance()
        factors.append(parser.expression(Level.RUN))
    return build.times(factors, _PRODUCT_SIGNS[token.text])


def _quotient(parser: Parser, left: e.Expr, token: Token) -> e.Expr:
    parser.advance()
    under = parser.expression(Level.FACTOR)
    if parser.starts_factor() and not parser.token.spaced and not isinstance(under, e.Group):
        parser.note("A product after / is read from left to right: a/bc is (a/b)·c.")
    if token.text == "divide":
        return build.quotient(left, under, "divide")
    return build.quotient(left, under, "stacked" if parser.notation == "typed" else "slash")


def _run(parser: Parser, left: e.Expr, token: Token) -> e.Expr:
    factors = [left]
    while parser.starts_factor():
        before, start = factors[-1], parser.token
        if start.kind == "number" and isinstance(before, e.Number):
            raise parser.fail("numbers_side_by_side", "Two numbers stand side by side.", "Put a sign between them.")
        factor = parser.operand()
        mixed = _mixed(parser, before, factor)
        if mixed is None:
            factors.append(factor)
        else:
            factors[-1] = mixed
    return factors[0] if len(factors) == 1 else build.run(factors)


def _mixed(parser: Parser, whole: e.Expr, part: e.Expr) -> e.Mixed | None:
    if not isinstance(whole, e.Number) or not isinstance(part, e.Quotient):
        return None
    top, bottom = part.numerator, part.denominator
    if not (isinstance(top, e.Number) and isinstance(bottom, e.Number)):
        return None
    shown = f"{whole.digits} {top.digits}/{bottom.digits}"
    if not whole.digits.isdigit() or not precedence.is_proper_fraction(part):
        parser.note(f"{shown} is read as a product.")
        return None
    parser.note(f"{shown} is read as a mixed number, {whole.digits} + {top.digits}/{bottom.digits}.")
    return e.Mixed(whole, top, bottom)


def _relation(parser: Parser, left: e.Expr, token: Token) -> e.Expr:
    implication = token.kind == "rel" and token.text in precedence.IMPLICATIONS
    operands, signs = [left], []
    while _continues_relation(parser, implication):
        sign = parser.advance()
        signs.append("mid" if sign.kind == "bar" else sign.text)
        operands.append(_right_side(parser, implication))
    return build.relation(operands, signs)


def _continues_relation(parser: Parser, implication: bool) -> bool:
    separates = parser.context.round  # in brackets, a bar divides an event from its condition
    if parser.at("bar"):
        return not (implication or separates or parser.context.bars or parser.peek().kind == "script")
    if separates and parser.at("rel", "mid"):
        return False
    return parser.at("rel") and (parser.token.text in precedence.IMPLICATIONS) == implication


def _right_side(parser: Parser, implication: bool) -> e.Expr:
    if parser.at("end"):
        return e.Empty()
    return parser.expression(Level.OR if implication else Level.SET)


def _given(parser: Parser, left: e.Expr, token: Token) -> e.Expr:
    parser.advance()
    return build.infix([left, parser.expression(Level.RELATION)], "mid")


def _infix(parser: Parser, left: e.Expr, token: Token) -> e.Expr:
    level = precedence.INFIX_LEVELS[token.text]
    tighter = Level.RUN if level == Level.PRODUCT else Level(level + 1)
    operands = [left]
    while parser.at("infix", token.text):
        parser.advance()
        operands.append(parser.expression(tighter))
    return build.infix(operands, token.text)


def _evaluated(parser: Parser, left: e.Expr, token: Token) -> e.Expr:
    parser.advance()
    lower, upper = limits(parser)
    return e.Evaluated(build.inside(left), lower, upper, "bar")


def _list(parser: Parser, left: e.Expr, token: Token) -> e.Expr:
    items = [left]
    while parser.accept("comma"):
        parser.accept("gap")
        if parser.token.kind in SEPARATOR_KINDS - {"comma"}:
            break
        items.append(parser.expression(Level.ROW))
    return items[0] if len(items) == 1 else e.Sequence(tuple(items))


def _row(parser: Parser, left: e.Expr, token: Token) -> e.Expr:
    items = list(left.items) if isinstance(left, e.Row) else [left]
    while parser.token.kind not in SEPARATOR_KINDS and not parser.at("over"):
        if parser.accept("gap"):
            continue
        if parser.at("rel") or (parser.at("bar") and parser.context.bars):
            break
        items.append(parser.expression(Level.IMPLICATION))
    return items[0] if len(items) == 1 else e.Row(tuple(items))


def _over(parser: Parser, left: e.Expr, token: Token) -> e.Expr:
    parser.advance()
    right = parser.expression(Level.ROW)
    if token.text == "choose":
        return e.Choose(build.inside(left), build.inside(right))
    return build.quotient(left, right, "stacked")


def statements(parser: Parser) -> e.Expr:
    """Read the whole input: one statement, a system joined by semicolons, or lines of working."""
    parts = [_statement(parser)]
    system = False
    while parser.at("semicolon") or parser.at("newline"):
        system = parser.advance().kind == "semicolon" or system
        parts.append(_statement(parser))
    if not parser.at("end"):
        raise _unexpected(parser)
    if len(parts) == 1:
        return parts[0]
    return e.Cases(tuple(e.Case(part) for part in parts)) if system else e.Lines(tuple(parts))


def _statement(parser: Parser) -> e.Expr:
    while parser.accept("gap") or parser.accept("cell"):
        pass
    return parser.expression(Level.LIST)


def _unexpected(parser: Parser) -> MathsError:
    token = parser.token
    if token.kind in {"close", "endgroup"}:
        return parser.fail("unopened_bracket", f"The bracket {token.text!r} was never opened.", "Check the brackets.")
    return parser.fail("unexpected_sign", f"{token.text!r} does not fit here.", "Check the formula.")


COMBINERS: dict[str, Combiner] = {
    "sum": _sum,
    "product": _product,
    "quotient": _quotient,
    "run": _run,
    "relation": _relation,
    "given": _given,
    "infix": _infix,
    "evaluated": _evaluated,
    "list": _list,
    "row": _row,
    "over": _over,
}
