"""What hangs on an operand: indices, powers, primes, and the signs after it; and the bracket of a function."""

from __future__ import annotations

from tutor_cli.maths import expr as e
from tutor_cli.maths.calls import is_call
from tutor_cli.maths.parse import build
from tutor_cli.maths.parse.brackets import bracket, bracketed_items
from tutor_cli.maths.parse.parser import Context, Parser
from tutor_cli.maths.precedence import Level

# Signs that stand alone in a script: the side of a limit, positive numbers, a conjugate.
_LONE_SIGNS = {"+": "+", "-": "-", "star": "*"}


def finished(parser: Parser, base: e.Expr) -> e.Expr:
    """Return an operand with everything that hangs on it, a function's arguments included."""
    node = scripted(parser, base)
    if parser.at("open", "(") and not parser.context.bare and _may_be_called(node):
        start = parser.index
        content = bracketed_items(parser)
        if is_call(node, content):
            arguments = content.items if isinstance(content, e.Sequence) and not content.bracket else (content,)
            return scripted(parser, e.Apply(node, arguments))
        parser.index = start
    return node


def _may_be_called(node: e.Expr) -> bool:
    while isinstance(node, (e.Power, e.Subscript, e.Prime)):
        node = node.base
    return isinstance(node, e.Symbol)


def scripted(parser: Parser, node: e.Expr) -> e.Expr:
    """Return a base with its scripts and postfix signs, in the order index, primes, power however they are written."""
    while True:
        if parser.at("script"):
            node = _with_scripts(parser, node)
        elif parser.at("postfix"):
            sign = parser.advance().text
            node = postfix(node, sign)
        else:
            return node


def postfix(node: e.Expr, sign: str) -> e.Expr:
    """Return a node with a sign after it."""
    body = build.bare(node, build.below(Level.ATOM))
    if sign == "!":
        return e.Postfix(body, "!")
    if sign == "%":
        return e.Postfix(body, "%")
    return e.Postfix(body, "°" if sign == "°" else "′")


def _with_scripts(parser: Parser, node: e.Expr) -> e.Expr:
    index: e.Expr | None = None
    exponent: e.Expr | None = None
    primes = 0
    while parser.at("script"):
        sign = parser.token
        if "'" in sign.text:
            parser.advance()
            primes += len(sign.text)
        elif sign.text == "^" and (count := _written_primes(parser)):
            primes += count
        elif sign.text == "^" and exponent is None:
            parser.advance()
            if _accept_degree(parser):
                node = postfix(_hung(node, index, primes, exponent), "°")
                index, primes = None, 0
                continue
            exponent = _tower(parser)
        elif sign.text == "_" and index is None:
            parser.advance()
            index = argument(parser)
        else:
            break
    return _hung(node, index, primes, exponent)


def _tower(parser: Parser) -> e.Expr:
    """Read an exponent; one on top of another belongs to it, as in 2^3^2."""
    floors = [argument(parser)]
    while parser.accept("script", "^"):
        floors.append(argument(parser))
    exponent = floors.pop()
    while floors:
        exponent = build.power(floors.pop(), exponent)
    return exponent


def _hung(node: e.Expr, index: e.Expr | None, primes: int, exponent: e.Expr | None) -> e.Expr:
    if index is not None:
        if isinstance(node, e.Group) and node.bracket == "[" and exponent is not None:
            return e.Evaluated(node.body, index, exponent)
        node = build.subscript(node, index)
    if primes:
        node = postfix(node, "′") if isinstance(node, e.Number) else build.prime(node, primes)
    return node if exponent is None else build.power(node, exponent)


def _accept_degree(parser: Parser) -> bool:
    braced = parser.at("group") and parser.peek(2).kind == "endgroup"
    sign = parser.peek() if braced else parser.token
    if (sign.kind, sign.text) not in {("infix", "circ"), ("postfix", "°")}:
        return False
    parser.index += 3 if braced else 1
    return True


def _written_primes(parser: Parser) -> int:
    r"""Step over `^\prime` or `^{\prime\prime}` and return the number of primes, 0 where there are none."""
    if parser.peek().text == "prime":
        parser.index += 2
        return 1
    count = 0
    if parser.peek().kind == "group":
        while parser.peek(2 + count).text == "prime":
            count += 1
        if count and parser.peek(2 + count).kind == "endgroup":
            parser.index += count + 3
            return count
    return 0


def argument(parser: Parser) -> e.Expr:
    """Read what a script or a command takes: braces, or else one sign in LaTeX and one operand in typed maths."""
    token = parser.token
    if token.kind == "group":
        return _lone_sign(parser) or braced(parser)
    if token.kind == "op" and token.text in {"+", "-", "star"}:
        return _signed_argument(parser)
    if token.kind == "function":
        return e.Function(parser.advance().text)
    if token.kind == "open":
        parser.advance()
        return build.inside(bracket(parser, token))
    if token.kind == "number" and parser.notation == "latex":
        return _first_digit(parser)
    before = parser.tokens[parser.index - 1]
    if token.kind == "letter" and (parser.notation == "latex" or before.text == "_" or before.kind == "accent"):
        return e.Symbol(parser.advance().text)
    if token.kind == "number" and before.text == "_":
        return e.Number(parser.advance().text)
    if token.kind in {"end", "endgroup", "close", "script"}:
        raise parser.fail("missing_argument", "Something is missing here.", "Write it in braces, as in x^{2}.")
    with parser.within(Context(bars=parser.context.bars, integrals=parser.context.integrals)):
        return parser.operand()


def _lone_sign(parser: Parser) -> e.Expr | None:
    sign = parser.peek()
    if sign.kind != "op" or sign.text not in _LONE_SIGNS or parser.peek(2).kind != "endgroup":
        return None
    parser.index += 3
    return e.Symbol(_LONE_SIGNS[sign.text])


def _signed_argument(parser: Parser) -> e.Expr:
    sign = parser.advance()
    following = parser.token
    lone = following.spaced or following.kind not in {"number", "letter", "open", "structure", "call", "radical"}
    if sign.text == "star" or lone or (parser.notation == "latex" and following.kind != "number"):
        return e.Symbol(_LONE_SIGNS[sign.text])
    return build.signed(sign.text, argument(parser))


def _first_digit(parser: Parser) -> e.Expr:
    token = parser.token
    if len(token.text) == 1:
        parser.advance()
        return e.Number(token.text)
    if parser.tokens[parser.index - 1].kind == "script":
        parser.note(f"Only the first digit of {token.text} belongs to the script before it, as in LaTeX.")
    digit, token.text = token.text[0], token.text[1:].lstrip(".") or "0"
    token.position += 1
    return e.Number(digit)


def braced(parser: Parser) -> e.Expr:
    """Read an expression in LaTeX braces."""
    opening = parser.advance()
    if parser.accept("endgroup"):
        return e.Empty()
    with parser.within(Context()):
        content = parser.expression(Level.LIST)
    if not parser.accept("endgroup"):
        if parser.at("end"):
            raise parser.fail("unclosed_brace", "A brace { is not closed.", "Add the missing }.", opening)
        raise parser.fail("unexpected_sign", f"{parser.token.text!r} does not fit here.", "Check the braces.")
    return content


def limits(parser: Parser) -> tuple[e.Expr | None, e.Expr | None]:
    """Read what stands below and above a sign, in either order."""
    found: dict[str, e.Expr] = {}
    while parser.at("script") and parser.token.text in {"_", "^"} and parser.token.text not in found:
        sign = parser.advance().text
        found[sign] = argument(parser)
    return found.get("_"), found.get("^")
