"""Brackets of every kind: grouping, lists, intervals, sets, absolute values, matrices typed as lists of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tutor_cli.maths import expr as e
from tutor_cli.maths.parse import build
from tutor_cli.maths.parse.parser import Context, Parser
from tutor_cli.maths.precedence import Level

if TYPE_CHECKING:
    from tutor_cli.maths.parse.tokens import Token

_FENCES: dict[str, Literal["abs", "norm", "floor", "ceil"]] = {
    "|": "abs",
    "norm": "norm",
    "floor": "floor",
    "ceil": "ceil",
}
_CLOSINGS = {"(": ")", "[": "]", "{": "}", "<": ">", "|": "|", "norm": "norm", "floor": "floor", "ceil": "ceil"}
_MATRIX_BRACKETS: dict[str, Literal["pmatrix", "bmatrix", "vmatrix", "Vmatrix"]] = {
    "(": "pmatrix",
    "[": "bmatrix",
    "abs": "vmatrix",
    "norm": "Vmatrix",
}


def bracket(parser: Parser, opening: Token) -> e.Expr:
    """Read what follows an opening bracket, up to and with its closing one."""
    if opening.text in _FENCES:
        return _fence(parser, opening)
    if opening.text == "{":
        return _braces(parser, opening)
    content, closing = contents(parser, opening)
    if isinstance(content, e.Lines):
        return _matrix_of_lines(parser, content, opening)
    if opening.text == "<":
        return e.Sequence(_listed(content), "<")
    if closing == _CLOSINGS.get(opening.text):
        return _round(content) if opening.text == "(" else _square(parser, content)
    items = _listed(content)
    if len(items) != 2 or {opening.text, closing} - set("([])"):
        raise parser.fail("brackets_differ", "An opening and a closing bracket differ.", "Check the brackets.", opening)
    return e.Interval(items[0], items[1], lower_closed=opening.text == "[", upper_closed=closing == "]")


def contents(parser: Parser, opening: Token) -> tuple[e.Expr, str]:
    """Read the inside of a bracket and step over its end; return both, Empty where nothing stands inside."""
    known = parser.brackets.get(parser.index)
    if known is not None:
        parser.index = known[1]
        return known[0], parser.tokens[parser.index - 1].text
    start = parser.index
    content: e.Expr = e.Empty()
    with parser.within(Context(round=opening.text == "(")):
        if not parser.at("close"):
            content = parser.expression(Level.LIST)
        if opening.text == "[" and parser.at("semicolon"):
            content = _lines(parser, content)
    if not parser.at("close"):
        if parser.at("end"):
            raise parser.fail("unclosed_bracket", f"The bracket {opening.text} is not closed.", "Close it.", opening)
        raise parser.fail("unexpected_sign", f"{parser.token.text!r} does not fit here.", "Check the brackets.")
    closing = parser.advance().text
    # A letter before the bracket may have asked whether it is a function of it; the answer may be no.
    parser.brackets[start] = (content, parser.index)
    return content, closing


def bracketed_items(parser: Parser) -> e.Expr:
    """Read the round bracket at the cursor and return its content, an unbracketed list where it holds commas."""
    opening = parser.advance()
    content, closing = contents(parser, opening)
    if closing != ")":
        raise parser.fail("brackets_differ", "An opening and a closing bracket differ.", "Check the brackets.", opening)
    return content


def _listed(content: e.Expr) -> tuple[e.Expr, ...]:
    if isinstance(content, e.Sequence) and not content.bracket:
        return content.items
    return () if isinstance(content, e.Empty) else (content,)


def _round(content: e.Expr) -> e.Expr:
    if isinstance(content, e.Matrix) and content.bracket == "matrix":
        return e.Matrix(content.rows, "pmatrix")
    if isinstance(content, e.Sequence) and not content.bracket:
        if len(content.items) == 2 and any(build.is_infinite(item) for item in content.items):
            return e.Interval(content.items[0], content.items[1], lower_closed=False, upper_closed=False)
        return e.Sequence(content.items, "(")
    return e.Group(content)


def _square(parser: Parser, content: e.Expr) -> e.Expr:
    if isinstance(content, e.Matrix) and content.bracket == "matrix":
        return e.Matrix(content.rows, "bmatrix")
    items = _listed(content)
    rows = [_row_of_matrix(item) for item in items]
    if rows and all(row is not None and len(row) == len(rows[0] or ()) for row in rows):
        return e.Matrix(tuple(row for row in rows if row is not None), "bmatrix")
    if len(items) == 2:
        return e.Interval(items[0], items[1], lower_closed=True, upper_closed=True)
    return e.Group(content, "[") if len(items) == 1 else e.Sequence(items, "[")


def _lines(parser: Parser, first: e.Expr) -> e.Lines:
    rows = [first]
    while parser.accept("semicolon"):
        rows.append(parser.expression(Level.LIST))
    return e.Lines(tuple(rows))


def _matrix_of_lines(parser: Parser, content: e.Lines, opening: Token) -> e.Expr:
    """Return [1, 2; 3, 4] as the matrix it is."""
    rows = tuple(_listed(line) for line in content.lines)
    if len({len(row) for row in rows}) > 1:
        raise parser.fail(
            "rows_differ", "The rows of the matrix differ in length.", "Give them as many cells.", opening
        )
    return e.Matrix(rows, "bmatrix")


def _row_of_matrix(item: e.Expr) -> tuple[e.Expr, ...] | None:
    if isinstance(item, e.Interval) and item.lower_closed and item.upper_closed:
        return (item.lower, item.upper)
    if isinstance(item, e.Sequence) and item.bracket == "[":
        return item.items
    return (item.body,) if isinstance(item, e.Group) and item.bracket == "[" else None


def _fence(parser: Parser, opening: Token) -> e.Expr:
    kind = _FENCES[opening.text]
    with parser.within(Context(bars=opening.kind == "bar")):
        content = parser.expression(Level.LIST)
    if parser.token.kind not in {"bar", "close"} or parser.token.text != opening.text:
        raise parser.fail("unclosed_bracket", f"The sign {opening.text} is not closed.", "Close it.", opening)
    parser.advance()
    if isinstance(content, e.Matrix) and kind in _MATRIX_BRACKETS and content.bracket == "matrix":
        return e.Matrix(content.rows, _MATRIX_BRACKETS[kind])
    return e.Fence(content, kind)


def _braces(parser: Parser, opening: Token) -> e.Expr:
    if parser.accept("close", "}"):
        return e.SetOf(())
    before = parser.tokens[parser.index - 2] if parser.index > 1 else None
    with parser.within(Context(round=True)):
        content = parser.expression(Level.LIST)
        if isinstance(content, e.Matrix) and parser.accept("close", "."):
            return _system(content)
    if not parser.accept("close", "}"):
        raise parser.fail("unclosed_bracket", "The brace { is not closed.", "Close it.", opening)
    if before is not None and before.kind in {"op", "number", "letter"} and isinstance(content, (e.Add, e.Neg)):
        return e.Group(content, "{")
    return _set(content)


def _set(content: e.Expr) -> e.Expr:
    items = _listed(content)
    last = items[-1]
    if isinstance(last, e.Infix) and last.sign == "mid" and len(items) == 1:
        return e.SetOf((last.operands[0],), last.operands[1])
    if isinstance(items[0], e.Infix) and items[0].sign == "mid":
        return e.SetOf((items[0].operands[0],), e.Sequence((items[0].operands[1], *items[1:])))
    separated = _separated_by_colon(content)
    return separated or e.SetOf(items)


def _separated_by_colon(content: e.Expr) -> e.SetOf | None:
    """Return {x : x > 0} as a set with a condition; the colon was read as a ratio x : x, the first side of >."""
    first, rest = (content.items[0], content.items[1:]) if isinstance(content, e.Sequence) else (content, ())
    ratio = first.operands[0] if isinstance(first, e.Relation) else first
    index = 0
    if isinstance(first, e.Relation) and not (isinstance(ratio, e.Infix) and ratio.sign == "colon"):
        index = 1
        ratio = first.operands[1]
    if not (isinstance(first, e.Relation) and isinstance(ratio, e.Infix) and ratio.sign == "colon"):
        return None
    element: e.Expr = ratio.operands[0]
    operands: tuple[e.Expr, ...] = (ratio.operands[1], *first.operands[index + 1 :])
    if index:
        element = e.Relation((first.operands[0], element), first.signs[:1])
    signs = first.signs[index:]
    condition = e.Relation(operands, signs) if signs else operands[0]
    return e.SetOf((element,), e.Sequence((condition, *rest)) if rest else condition)


def _system(matrix: e.Matrix) -> e.Expr:
    return e.Cases(tuple(e.Case(row[0], row[1] if len(row) > 1 else None) for row in matrix.rows))
