r"""Readers of LaTeX environments: matrices, cases, lines of working."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tutor_cli.maths import expr as e
from tutor_cli.maths.parse.parser import Context, Parser
from tutor_cli.maths.parse.scripts import scripted
from tutor_cli.maths.precedence import Level

if TYPE_CHECKING:
    from tutor_cli.maths.parse.tokens import Token

_MATRICES: dict[str, Literal["pmatrix", "bmatrix", "vmatrix", "Vmatrix", "matrix"]] = {
    "pmatrix": "pmatrix",
    "bmatrix": "bmatrix",
    "Bmatrix": "bmatrix",
    "vmatrix": "vmatrix",
    "Vmatrix": "Vmatrix",
    "matrix": "matrix",
    "smallmatrix": "matrix",
    "array": "matrix",
}
_CASES = frozenset({"cases", "dcases", "rcases"})
_LINES = frozenset(
    {"aligned", "align", "alignat", "alignedat", "gathered", "gather", "split", "eqnarray", "multline", "equation"}
)


def begin(parser: Parser, token: Token) -> e.Expr:
    """Read an environment up to its end."""
    name = token.text
    if name in _LINES:
        return _lines(parser, token)
    if name not in _MATRICES and name not in _CASES:
        raise parser.fail(
            "unknown_environment", f"The environment {name} is not known.", "Use pmatrix or cases.", token
        )
    rows = _rows(parser, token)
    if name in _CASES:
        return e.Cases(tuple(_case(row) for row in rows))
    width = max(len(row) for row in rows)
    even = tuple(row + (e.Empty(),) * (width - len(row)) for row in rows)
    return scripted(parser, e.Matrix(even, _MATRICES[name]))


def _case(row: tuple[e.Expr, ...]) -> e.Case:
    condition = row[1] if len(row) == 2 else e.Row(row[1:]) if len(row) > 2 else None
    return e.Case(row[0], None if isinstance(condition, e.Empty) else condition)


def _rows(parser: Parser, opening: Token) -> list[tuple[e.Expr, ...]]:
    rows: list[tuple[e.Expr, ...]] = []
    cells: list[e.Expr] = []
    with parser.within(Context()):
        while True:
            cells.append(_cell(parser))
            separator = parser.advance()
            if separator.kind == "cell":
                continue
            if len(cells) > 1 or not isinstance(cells[0], e.Empty) or (separator.kind == "newline" and rows):
                rows.append(tuple(cells))
            cells = []
            if separator.kind == "finish" and separator.text == opening.text:
                break
            if separator.kind != "newline":
                raise _unclosed(parser, opening, separator)
    return rows or [(e.Empty(),)]


def _cell(parser: Parser) -> e.Expr:
    parser.accept("gap")
    if parser.token.kind in {"cell", "newline", "finish", "end"}:
        return e.Empty()
    return parser.expression(Level.LIST)


def _unclosed(parser: Parser, opening: Token, found: Token) -> Exception:
    if found.kind in {"end", "finish"}:
        hint = f"Write \\end{{{opening.text}}}."
        return parser.fail("unclosed_environment", f"The environment {opening.text} is not closed.", hint, opening)
    return parser.fail("unexpected_sign", f"{found.text!r} does not fit here.", "Check the rows.", found)


def _lines(parser: Parser, opening: Token) -> e.Expr:
    _drop_alignment(parser)
    rows = _rows(parser, opening)
    lines = tuple(row[0] for row in rows)
    return lines[0] if len(lines) == 1 and opening.text == "equation" else e.Lines(lines)


def _drop_alignment(parser: Parser) -> None:
    """Remove the & of the environment just begun: lines are aligned at their relations anyway."""
    depth = 0
    kept = parser.tokens[: parser.index]
    for index in range(parser.index, len(parser.tokens)):
        token = parser.tokens[index]
        depth += (token.kind == "begin") - (token.kind == "finish")
        if depth < 0:
            kept += parser.tokens[index:]
            break
        if token.kind != "cell" or depth:
            kept.append(token)
    parser.tokens = kept


READERS = {"begin": begin}
