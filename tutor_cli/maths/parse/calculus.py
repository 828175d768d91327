"""Readers of sums, limits, integrals and derivatives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tutor_cli.maths import expr as e
from tutor_cli.maths.parse import build
from tutor_cli.maths.parse.parser import CLOSING_KINDS, OPENING_KINDS, Context, Parser
from tutor_cli.maths.parse.scripts import argument, limits
from tutor_cli.maths.precedence import Level

if TYPE_CHECKING:
    from tutor_cli.maths.parse.tokens import Token

_SIGNS = {"int": 1, "iint": 2, "iiint": 3, "oint": 1}
_SIDES: dict[str, Literal["above", "below"]] = {"+": "above", "-": "below"}


def big(parser: Parser, token: Token) -> e.Expr:
    """Read a big operator with its limits and its body."""
    if token.text in _SIGNS:
        return _integral(parser, token)
    if token.text == "lim":
        return _limit(parser, token)
    return _operator(parser, token)


def _body(parser: Parser) -> e.Expr:
    if not (parser.starts_factor() or parser.at("op", "-")) and parser.token.kind != "prefix":
        return e.Empty()
    return build.bare(parser.expression(Level.PRODUCT), build.below(Level.PRODUCT))


def _operator(parser: Parser, token: Token) -> e.Expr:
    lower, upper = limits(parser)
    body = _body(parser)
    if lower is None and isinstance(body, e.Sequence) and len(body.items) == 4:
        body, variable, start, upper = body.items
        lower = e.Relation((variable, start), ("=",))
    return e.BigOperator(token.text, body, lower, upper)


# --- limits --------------------------------------------------------------------------------------------------------


def _limit(parser: Parser, token: Token) -> e.Expr:
    below, above = limits(parser)
    if below is None and parser.notation == "typed":
        below = _typed_approach(parser)
    target = below.operands[1] if isinstance(below, e.Relation) and below.signs == ("to",) else None
    body = _body(parser)
    if target is None or not isinstance(below, e.Relation):
        return e.BigOperator("lim", body, below, above)
    point, side = _sided(target)
    return e.Limit(body, below.operands[0], point, side)


def _sided(target: e.Expr) -> tuple[e.Expr, e.Side]:
    if isinstance(target, e.Power) and isinstance(target.exponent, e.Symbol) and target.exponent.name in _SIDES:
        return target.base, _SIDES[target.exponent.name]
    return target, "both"


def _typed_approach(parser: Parser) -> e.Expr | None:
    """Read `x -> 0+` behind lim; the body follows without any sign."""
    bracketed = parser.at("open", "(") and parser.peek(2).text == "to"
    variable = parser.peek() if bracketed else parser.token
    if variable.kind != "letter" or (parser.peek(2) if bracketed else parser.peek()).text != "to":
        return None
    parser.index += 3 if bracketed else 2
    if bracketed:
        target = parser.expression(Level.SET)
        target = _trailing_side(parser, target)
        if not parser.accept("close", ")"):
            raise parser.fail("unclosed_bracket", "The bracket after lim is not closed.", "Close it.")
    else:
        target = _trailing_side(parser, _short_target(parser))
        _ = parser.accept("comma") or parser.accept("infix", "colon")
    return e.Relation((e.Symbol(variable.text), target), ("to",))


def _short_target(parser: Parser) -> e.Expr:
    sign = parser.advance().text if parser.at("op", "-") or parser.at("op", "+") else ""
    with parser.within(Context(bare=True)):
        target = parser.operand()
        if parser.at("op", "/") and not parser.token.spaced:
            parser.advance()
            target = build.quotient(target, parser.operand(), "stacked")
    return build.signed(sign, target) if sign == "-" else target


def _trailing_side(parser: Parser, target: e.Expr) -> e.Expr:
    sign = parser.token
    after = parser.peek()
    if sign.kind == "op" and sign.text in _SIDES and not sign.spaced and (after.spaced or after.kind == "close"):
        parser.advance()
        return e.Power(target, e.Symbol(sign.text))
    return target


# --- integrals -----------------------------------------------------------------------------------------------------


def _integral(parser: Parser, token: Token) -> e.Expr:
    lower, upper = limits(parser)
    signs = _SIGNS[token.text]
    awaited = _differential_follows(parser)
    outer, parser.inside_integral = parser.inside_integral, True
    context = parser.context
    with parser.within(Context(integrals=context.integrals + awaited, bars=context.bars)):
        body = _integrand(parser, awaited)
    variables: list[e.Expr] = []
    while awaited and len(variables) < signs and parser.at_differential():
        variables.append(differential(parser).variable)
    parser.inside_integral = outer
    return e.Integral(body, tuple(variables), lower, upper, contour=token.text == "oint", signs=signs)


def _integrand(parser: Parser, awaited: bool) -> e.Expr:
    if awaited and parser.at_differential():
        return e.Empty()
    if awaited:
        return build.bare(parser.expression(Level.SUM), build.below(Level.SUM))
    return _body(parser)


def _differential_follows(parser: Parser) -> bool:
    """Tell whether a `dx` that belongs to the integral sign just read stands in the same bracket further on."""
    awaited, depth = 1, 0
    start = parser.index
    try:
        for index in range(start, len(parser.tokens)):
            token = parser.tokens[index]
            depth += (token.kind in OPENING_KINDS) - (token.kind in CLOSING_KINDS)
            if depth < 0 or (depth == 0 and token.kind in {"rel", "comma", "cell", "newline", "semicolon"}):
                return False
            if depth:
                continue
            parser.index = index
            awaited += token.kind == "big" and token.text in _SIGNS
            awaited -= parser.at_differential()
            if awaited == 0:
                return True
        return False
    finally:
        parser.index = start


def differential(parser: Parser) -> e.Differential:
    """Read dx: the cursor stands at the d."""
    parser.advance()
    variable: e.Expr = e.Symbol(parser.advance().text) if parser.at("letter") else parser.operand()
    if parser.accept("script", "_"):
        variable = e.Subscript(variable, argument(parser))
    return e.Differential(variable)


# --- derivatives ---------------------------------------------------------------------------------------------------


def stacked_derivative(parser: Parser) -> e.Expr | None:
    r"""Read `\frac{d^2 y}{dx^2}`, the cursor at its first brace; None, and the cursor unmoved, for other fractions."""
    if not parser.at("group") or parser.peek().text not in {"d", "partial"}:
        return None
    middle = _closing_brace(parser, parser.index)
    bottom = _Denominator(parser, middle + 2)
    if parser.tokens[middle + 1].kind != "group" or not bottom.read() or not bottom.ends_at("endgroup"):
        return None
    d = parser.peek().text
    order = _written_order(parser, parser.index + 2)
    if order is None or bottom.sign != d or len(bottom.variables) != order[0]:
        return None
    parser.index = order[1]
    body: e.Expr | None = None
    if parser.index < middle:
        with parser.within(Context()):
            body = build.bare(parser.expression(Level.RUN), build.below(Level.FACTOR))
        if parser.index != middle:
            raise parser.fail("unexpected_sign", f"{parser.token.text!r} does not fit here.", "Check the derivative.")
    parser.index = bottom.index + 1
    return _derivative(parser, body, bottom)


def inline_derivative(parser: Parser) -> e.Expr | None:
    """Read dy/dx or d/dx written in a line, the cursor at its d; None, and the cursor unmoved, for anything else."""
    start = parser.index
    d = parser.token.text
    order = _written_order(parser, start + 1)
    if order is None:
        return None
    slash = _inline_body_end(parser, order[1])
    if parser.tokens[slash].text != "/" or parser.tokens[slash].kind != "op":
        return None
    bottom = _Denominator(parser, slash + 1)
    if not bottom.read() or bottom.sign != d or len(bottom.variables) != order[0]:
        return None
    parser.index = order[1]
    body: e.Expr | None = None
    if parser.index < slash:
        with parser.within(Context()):
            body = build.bare(parser.expression(Level.FACTOR), build.below(Level.FACTOR))
        if parser.index != slash:
            parser.index = start
            return None
    parser.index = bottom.index
    return _derivative(parser, body, bottom)


def _derivative(parser: Parser, body: e.Expr | None, bottom: _Denominator) -> e.Expr:
    partial = bottom.sign == "partial"
    variables = tuple(bottom.variables)
    if body is not None:
        return e.Derivative(body, variables, partial, behind=False)
    if not parser.starts_factor():
        return e.Derivative(None, variables, partial)
    behind = build.bare(parser.expression(Level.RUN), build.below(Level.RUN))
    return e.Derivative(behind, variables, partial)


class _Denominator:
    """Scans `dx^2`, `∂x ∂y`: the variables, each as often as it is differentiated by, and where they end."""

    def __init__(self, parser: Parser, index: int) -> None:
        self.tokens = parser.tokens
        self.index = index
        self.sign = ""
        self.variables: list[e.Expr] = []

    def read(self) -> bool:
        """Tell whether there is at least one variable, and step over all."""
        tokens = self.tokens
        while self.index + 2 < len(tokens) and tokens[self.index].text in {"d", "partial"}:
            variable = tokens[self.index + 1]
            if variable.kind != "letter" or (self.sign and tokens[self.index].text != self.sign):
                break
            self.sign = tokens[self.index].text
            self.index += 2
            self.variables += [e.Symbol(variable.text)] * self._order()
        return bool(self.variables)

    def ends_at(self, kind: str) -> bool:
        """Tell whether a token of a kind follows the variables."""
        return self.tokens[self.index].kind == kind

    def _order(self) -> int:
        order = _order_at(self.tokens, self.index)
        if order is None:
            return 1
        self.index = order[1]
        return order[0]


def _order_at(tokens: list[Token], index: int) -> tuple[int, int] | None:
    """Return the order of `^2` or `^{2}` at an index and the index behind it; None where no power stands there."""
    if tokens[index].text != "^" or tokens[index].kind != "script":
        return None
    braced = tokens[index + 1].kind == "group"
    number = tokens[index + 2 if braced else index + 1]
    if number.kind != "number" or not number.text.isdigit() or not 0 < int(number.text) < 10:
        return 0, index
    return int(number.text), index + (4 if braced else 2)


def _written_order(parser: Parser, index: int) -> tuple[int, int] | None:
    order = _order_at(parser.tokens, index) or (1, index)
    return order if order[0] else None


def _inline_body_end(parser: Parser, index: int) -> int:
    tokens = parser.tokens
    if tokens[index].kind == "letter":
        index += 1
        while tokens[index].kind == "script" and "'" in tokens[index].text:
            index += 1
    if tokens[index].kind == "open" and tokens[index].text == "(":
        depth = 0
        while tokens[index].kind != "end":
            depth += (tokens[index].kind == "open") - (tokens[index].kind == "close")
            index += 1
            if depth == 0:
                break
    return index


def _closing_brace(parser: Parser, index: int) -> int:
    depth = 0
    last = len(parser.tokens) - 2
    for at in range(index, last):
        kind = parser.tokens[at].kind
        depth += (kind == "group") - (kind == "endgroup")
        if depth == 0:
            return at
    return max(last, 0)


READERS = {"big": big}
