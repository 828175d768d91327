"""Readers of operands: numbers, letters, functions, words, signs before an operand, and brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor_cli.maths import expr as e
from tutor_cli.maths import precedence
from tutor_cli.maths.parse import build, names
from tutor_cli.maths.parse.brackets import bracket, bracketed_items, contents
from tutor_cli.maths.parse.calculus import differential, inline_derivative
from tutor_cli.maths.parse.parser import Context, Parser
from tutor_cli.maths.parse.scripts import argument, braced, finished, limits, scripted
from tutor_cli.maths.precedence import Level

if TYPE_CHECKING:
    from tutor_cli.maths.parse.tokens import Token


def number(parser: Parser, token: Token) -> e.Expr:
    """Read a number, a mixed number `3 1/2` or a choice `5C2`."""
    literal = e.Number(token.text)
    choice = _choice_after(parser, literal)
    if choice is not None:
        return scripted(parser, choice)
    return _mixed(parser, literal) or scripted(parser, literal)


def _mixed(parser: Parser, whole: e.Number) -> e.Expr | None:
    top, slash, bottom = parser.token, parser.peek(), parser.peek(2)
    pattern = (top.kind, slash.kind, slash.text, bottom.kind) == ("number", "op", "/", "number")
    if not (pattern and top.spaced and whole.digits.isdigit() and top.text.isdigit() and bottom.text.isdigit()):
        return None
    if not 0 < int(top.text) < int(bottom.text):
        return None
    parser.index += 3
    shown = f"{whole.digits} {top.text}/{bottom.text}"
    parser.note(f"{shown} is read as a mixed number, {whole.digits} + {top.text}/{bottom.text}.")
    return e.Mixed(whole, e.Number(top.text), e.Number(bottom.text))


def _choice_after(parser: Parser, n: e.Number) -> e.Expr | None:
    letter, r = parser.token, parser.peek()
    if parser.notation != "typed" or letter.kind != "letter" or letter.text not in {"C", "P"}:
        return None
    if r.kind != "number" or letter.spaced or r.spaced:
        return None
    parser.index += 2
    return e.Choose(n, e.Number(r.text), "C" if letter.text == "C" else "P")


def choice(parser: Parser, token: Token) -> e.Expr:
    """Read nCr or nPr typed as a word."""
    n, kind, r = tuple(token.text)
    return scripted(parser, e.Choose(e.Symbol(n), e.Symbol(r), "C" if kind == "C" else "P"))


def fraction(parser: Parser, token: Token) -> e.Expr:
    """Read a fraction that is one character, such as ½."""
    top, bottom = token.text.split("/")
    return e.Quotient(e.Number(top), e.Number(bottom))


def letter(parser: Parser, token: Token) -> e.Expr:
    """Read a letter with what hangs on it, dx and dy/dx included."""
    if token.text in {"d", "partial"}:
        parser.index -= 1
        derivative = inline_derivative(parser)
        if derivative is not None:
            return derivative
        if (parser.inside_integral or token.thin) and parser.at_differential():
            return differential(parser)
        parser.index += 1
    base: e.Expr = e.Symbol(token.text)
    digits = parser.token
    if digits.kind == "number" and not digits.spaced and len(token.text) == 1 and parser.notation == "typed":
        parser.advance()
        parser.note(f"{token.text}{digits.text} is read as {token.text} with index {digits.text}.")
        base = e.Subscript(base, e.Number(digits.text))
    return finished(parser, base)


def function(parser: Parser, token: Token) -> e.Expr:
    """Read a named function with its power or index and its argument, in brackets or bare."""
    if token.text in names.RANGING_FUNCTIONS and parser.at("script", "_"):
        lower, upper = limits(parser)
        return e.BigOperator(token.text, build.bare(parser.expression(Level.PRODUCT), _is_loose), lower, upper)
    head = _function_head(parser, token)
    if parser.at("open", "("):
        return scripted(parser, _applied(head, bracketed_items(parser)))
    if parser.at("group"):
        return scripted(parser, _applied(head, build.inside(braced(parser))))
    return _bare_application(parser, head, token)


def _is_loose(body: e.Expr) -> bool:
    return precedence.level(body) < Level.PRODUCT


def _function_head(parser: Parser, token: Token) -> e.Expr:
    base: e.Expr = e.Function(token.text)
    digits = parser.token
    if digits.kind == "number" and not digits.spaced and token.text == "log" and parser.peek().text == "(":
        parser.advance()
        parser.note(f"log{digits.text} is read as the logarithm to base {digits.text}.")
        base = e.Subscript(base, e.Number(digits.text))
    return scripted(parser, base)


def _applied(head: e.Expr, content: e.Expr) -> e.Expr:
    if isinstance(content, e.Empty):
        return e.Apply(head, ())
    arguments = content.items if isinstance(content, e.Sequence) and not content.bracket else (content,)
    if head == e.Function("log") and len(arguments) == 2:
        return e.Apply(e.Subscript(head, arguments[1]), arguments[:1])
    return e.Apply(head, arguments)


def _bare_application(parser: Parser, head: e.Expr, token: Token) -> e.Expr:
    context = parser.context
    signed = parser.at("op", "-") and not parser.peek().spaced and parser.peek().kind != "end"
    if parser.token.kind == "function":
        return e.Apply(head, (parser.operand(),))
    if not signed and not (parser.starts_factor() and parser.token.kind not in {"big", "text"}):
        return head
    with parser.within(Context(bare=True, integrals=context.integrals, bars=context.bars)):
        content = parser.expression(Level.RUN)
    if parser.at("op", "/") and parser.notation == "typed":
        parser.note(f"{token.text} takes what stands before the /: put brackets round a longer argument.")
    return e.Apply(head, (content,))


def words(parser: Parser, token: Token) -> e.Expr:
    """Read words among the maths."""
    return scripted(parser, e.Text(token.text)) if parser.is_unit(token) else e.Text(token.text)


def gap(parser: Parser, token: Token) -> e.Expr:
    """Step over a wide space."""
    return parser.operand(Level.LIST)


def sign_before(parser: Parser, token: Token) -> e.Expr:
    """Read a sign that stands before its operand."""
    if token.text in precedence.STATEMENT_PREFIXES:
        lowest = Level.RELATION
    else:
        lowest = Level.FACTOR if token.text == "neg" else Level.RUN
    return e.Prefix(token.text, build.bare(parser.expression(lowest), build.below(lowest)))


def modulus(parser: Parser, token: Token) -> e.Expr:
    r"""Read the modulus of a congruence, `\pmod{n}` or (mod n)."""
    if token.text == "(":
        content, _ = contents(parser, token)
        return e.Prefix("pmod", content)
    return e.Prefix("pmod", argument(parser))


def opening(parser: Parser, token: Token) -> e.Expr:
    """Read a bracket with what hangs on it."""
    if token.text == ".":
        return _evaluated(parser, token)
    return scripted(parser, bracket(parser, token))


def _evaluated(parser: Parser, opening: Token) -> e.Expr:
    r"""Read `\left. F \right|_a^b`."""
    with parser.within(Context()):
        content = parser.expression(Level.LIST)
    if not parser.accept("close", "|"):
        raise parser.fail("unclosed_bracket", "\\left. needs \\right| with limits.", "Close it.", opening)
    lower, upper = limits(parser)
    return e.Evaluated(content, lower, upper, "bar")


def group(parser: Parser, token: Token) -> e.Expr:
    """Read LaTeX braces, which only hold together, and the empty ones before a choice."""
    parser.index -= 1
    content = braced(parser)
    if isinstance(content, e.Empty) and parser.at("script"):
        return leading_script(parser, parser.advance())
    return scripted(parser, _unescaped_set(parser, content) or content)


def _unescaped_set(parser: Parser, content: e.Expr) -> e.Expr | None:
    """Return {1, 2} or {x | x > 0} as the set it must be, although its braces lack the backslash."""
    found: e.Expr | None = None
    if isinstance(content, e.Sequence) and not content.bracket:
        found = e.SetOf(content.items)
    elif isinstance(content, e.Relation) and content.signs[0] == "mid":
        operands, signs = content.operands[1:], content.signs[1:]
        found = e.SetOf(content.operands[:1], e.Relation(operands, signs) if signs else operands[0])
    if found is not None:
        parser.note("Braces round a list or a condition are read as a set.")
    return found


def leading_script(parser: Parser, token: Token) -> e.Expr:
    """Read a choice written with its number before the C: ^nC_r."""
    if token.text not in {"^", "_"}:
        raise parser.fail("unexpected_sign", "A script has nothing to hang on.", "Write its base first.", token)
    n = argument(parser)
    kind = parser.token
    if kind.text not in {"C", "P"} or parser.peek().text != "_":
        raise parser.fail("unexpected_sign", "A script has nothing to hang on.", "Write its base first.", token)
    parser.index += 2
    return scripted(parser, e.Choose(n, argument(parser), "C" if kind.text == "C" else "P"))


READERS = {
    "number": number,
    "choice": choice,
    "fraction": fraction,
    "letter": letter,
    "function": function,
    "text": words,
    "words": words,
    "gap": gap,
    "prefix": sign_before,
    "pmod": modulus,
    "open": opening,
    "bar": opening,
    "group": group,
    "script": leading_script,
}
