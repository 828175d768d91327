"""Readers of fractions, roots, binomials and accents, and of typed calls such as sqrt(x)."""

from __future__ import annotations

from tutor_cli.maths import expr as e
from tutor_cli.maths.parse import build
from tutor_cli.maths.parse.brackets import bracketed_items
from tutor_cli.maths.parse.calculus import stacked_derivative
from tutor_cli.maths.parse.parser import Context, Parser
from tutor_cli.maths.parse.scripts import argument, finished, postfix, scripted
from tutor_cli.maths.parse.tokens import Token
from tutor_cli.maths.precedence import Level


def structure(parser: Parser, token: Token) -> e.Expr:
    """Read a LaTeX command with arguments."""
    if token.text.endswith("frac"):
        return scripted(parser, stacked_derivative(parser) or _fraction(parser))
    if token.text == "sqrt":
        return scripted(parser, _root(parser))
    if token.text.endswith("binom"):
        return scripted(parser, e.Choose(argument(parser), argument(parser)))
    if token.text == "substack":
        return _stacked_lines(parser)
    return argument(parser)


def _fraction(parser: Parser) -> e.Expr:
    over = argument(parser)
    return build.quotient(over, argument(parser), "stacked")


def _root(parser: Parser) -> e.Expr:
    index: e.Expr | None = None
    opening = parser.token
    if parser.accept("open", "["):
        with parser.within(Context()):
            index = parser.expression(Level.LIST)
        if not parser.accept("close", "]"):
            raise parser.fail("unclosed_bracket", "The index of a root is not closed.", "Write \\sqrt[3]{x}.", opening)
    return _root_of(argument(parser), index)


def _root_of(radicand: e.Expr, index: e.Expr | None) -> e.Expr:
    return e.Root(build.inside(radicand), None if index == e.Number("2") else index)


def _stacked_lines(parser: Parser) -> e.Expr:
    if not parser.accept("group"):
        raise parser.fail("missing_argument", "\\substack needs braces.", "Write \\substack{a \\\\ b}.")
    with parser.within(Context()):
        items = [parser.expression(Level.ROW)]
        while parser.accept("newline"):
            items.append(parser.expression(Level.ROW))
    if not parser.accept("endgroup"):
        raise parser.fail("unclosed_brace", "A brace { is not closed.", "Add the missing }.")
    return items[0] if len(items) == 1 else e.Sequence(tuple(items))


def accent(parser: Parser, token: Token) -> e.Expr:
    """Read a mark over or under its argument."""
    return finished(parser, e.Accent(token.text, argument(parser)))


def radical(parser: Parser, token: Token) -> e.Expr:
    """Read a root sign; without brackets it covers one number or letter."""
    index = None if token.text == "2" else e.Number(token.text)
    following = parser.token
    if following.kind == "number":
        parser.advance()
        return scripted(parser, _root_of(e.Number(following.text), index))
    if following.kind in {"letter", "open"}:
        return scripted(parser, _root_of(argument(parser) if following.kind == "open" else _letter(parser), index))
    return _root_of(parser.operand(), index)


def _letter(parser: Parser) -> e.Expr:
    return e.Symbol(parser.advance().text)


def call(parser: Parser, token: Token) -> e.Expr:
    """Read a typed function that has a notation of its own."""
    if not parser.at("open", "("):
        if token.text in {"sqrt", "cbrt"}:
            return radical(parser, Token("radical", "2" if token.text == "sqrt" else "3", token.position))
        raise parser.fail("missing_bracket", f"{token.text} needs brackets.", f"Write {token.text}(...).")
    content = bracketed_items(parser)
    items = content.items if isinstance(content, e.Sequence) and not content.bracket else (content,)
    made = _called(token.text, items)
    if made is None:
        raise parser.fail(
            "wrong_arguments", f"{token.text} does not take {len(items)} arguments.", "Check them.", token
        )
    return scripted(parser, made)


def _called(name: str, items: tuple[e.Expr, ...]) -> e.Expr | None:
    if len(items) == 1:
        return _called_with_one(name, items[0])
    if name in {"diff", "integrate", "limit"} and not isinstance(items[1], e.Symbol):
        return None
    if name == "root" and len(items) == 2:
        return _root_of(items[0], items[1])
    if name == "binomial" and len(items) == 2:
        return e.Choose(*items)
    if name == "limit" and len(items) == 3:
        return e.Limit(build.bare(items[0], build.below(Level.PRODUCT)), items[1], items[2])
    if name == "integrate" and len(items) in {2, 4}:
        lower, upper = items[2:] if len(items) == 4 else (None, None)
        return e.Integral(items[0], (items[1],), lower, upper)
    return _differentiated(items) if name == "diff" else None


def _called_with_one(name: str, item: e.Expr) -> e.Expr | None:
    if name in {"sqrt", "cbrt"}:
        return _root_of(item, e.Number("3") if name == "cbrt" else None)
    if name == "abs":
        return e.Fence(item, "abs")
    if name in {"floor", "ceil"}:
        return e.Fence(item, "floor" if name == "floor" else "ceil")
    return postfix(e.Group(item), "!") if name == "factorial" else None


def _differentiated(items: tuple[e.Expr, ...]) -> e.Expr | None:
    order = items[2] if len(items) == 3 else e.Number("1")
    if not isinstance(order, e.Number) or order.digits not in set("123456789") or len(items) > 3:
        return None
    return e.Derivative(build.bare(items[0], build.below(Level.RUN)), (items[1],) * int(order.digits))


READERS = {"structure": structure, "accent": accent, "radical": radical, "call": call}
