"""Matrices, determinants and column vectors, said row by row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from tutor_cli.maths.expr import Add, Apply, Expr, Function, Matrix, Symbol
from tutor_cli.maths.spoken.cursor import UnreadableError
from tutor_cli.maths.spoken.extents import Extent
from tutor_cli.maths.spoken.fractions import number
from tutor_cli.maths.spoken.lexeme import Kind
from tutor_cli.maths.spoken.parser import Parser
from tutor_cli.maths.spoken.shapes import unsigned_body
from tutor_cli.maths.spoken.trees import factors_of

Size = tuple[int, int]
Bracket = Literal["pmatrix", "bmatrix", "vmatrix", "Vmatrix", "matrix"]
Cells = tuple[Expr, ...]

_BETWEEN_SIZES = frozenset({Kind.BY, Kind.TIMES, Kind.OVER})
_LARGEST = 9
_BRACKETS: dict[str, Bracket] = {"bmatrix": "bmatrix", "vmatrix": "vmatrix", "Vmatrix": "Vmatrix", "matrix": "matrix"}


def number_or_matrix(parser: Parser) -> Expr:
    """Read a number, or a matrix that begins with its size: 2 by 2 matrix row 1 ..."""
    if _at_size(parser) and parser.peek(3).kind is Kind.MATRIX:
        return _sized(parser)
    return number(parser)


def started_matrix(parser: Parser) -> Expr:
    """Read start 2 by 2 matrix first row first column ... end matrix."""
    parser.take()
    if not _at_size(parser):
        raise UnreadableError
    return _sized(parser)


def matrix(parser: Parser) -> Expr:
    """Read matrix 2 by 2 row 1 ..., determinant row 1 ..., determinant of the 2 by 2 matrix ..."""
    kind = parser.take().value
    parser.accept(Kind.OF)
    parser.accept(Kind.THE)
    size = _size(parser) if _at_size(parser) else None
    parser.accept(Kind.MATRIX)
    if kind == "vmatrix" and size is None and not parser.at(Kind.PAUSE, Kind.ROW, Kind.ORDINAL):
        return Apply(Function("det"), (parser.operand("argument", _characteristic),))
    return _bracketed(kind, _rows(parser, size))


def _characteristic(extents: Sequence[Extent]) -> int:
    """Choose a single matrix, or A minus lambda I."""
    sums = (place for place, extent in enumerate(extents) if len(extent.terms) > 1)
    place = next(sums, 0)
    return place if Symbol("I") in factors_of(unsigned_body(extents[place].terms[-1])) else 0


def _sized(parser: Parser) -> Expr:
    size = _size(parser)
    kind = parser.expect(Kind.MATRIX).value
    determinant = parser.accept(Kind.MATRIX)
    kind = determinant.value if determinant else kind
    return _bracketed(kind, _rows(parser, size))


def _bracketed(kind: str, rows: tuple[Cells, ...]) -> Matrix:
    return Matrix(rows, _BRACKETS.get(kind, "pmatrix"))


def _at_size(parser: Parser) -> bool:
    between = parser.peek(1).kind in _BETWEEN_SIZES
    return between and all(_is_size(parser, ahead) for ahead in (0, 2))


def _is_size(parser: Parser, ahead: int) -> bool:
    lexeme = parser.peek(ahead)
    return lexeme.kind is Kind.NUMBER and lexeme.value.isdigit() and 1 <= int(lexeme.value) <= _LARGEST


def _size(parser: Parser) -> Size:
    rows = int(parser.take().value)
    parser.take()
    return rows, int(parser.take().value)


def _rows(parser: Parser, size: Size | None) -> tuple[Cells, ...]:
    with parser.within(parser.inside()), parser.within(parser.reserving(cell=True)):
        rows = _labelled_rows(parser, size)
        if not rows and size is not None:
            rows = _filled(_cells(parser, size[0] * size[1]), size)
    parser.accept(Kind.END_MATRIX)
    widths = {len(row) for row in rows}
    if len(widths) != 1 or (size is not None and (len(rows), widths.pop()) != size):
        raise UnreadableError
    return tuple(rows)


def _labelled_rows(parser: Parser, size: Size | None) -> list[Cells]:
    rows: list[Cells] = []
    parser.accept(Kind.PAUSE)
    while _accept_label(parser, Kind.ROW):
        rows.append(_row(parser, size[1] if size else None, rows))
        parser.accept(Kind.PAUSE, Kind.COMMA, Kind.AND)
    return rows


def _row(parser: Parser, width: int | None, above: Sequence[Cells]) -> Cells:
    """Read the cells of a row; where their number is known they may be sums: row 1 x plus 1 0."""
    end = _end_of_row(parser, open_ended=any(isinstance(cell, Add) for row in above for cell in row))
    if width is not None and end is not None and not _is_parted(parser):
        covered = parser.attempt(lambda: _covering(parser, width, end))
        if covered is not None:
            return covered
    return _cells(parser, width)


def _end_of_row(parser: Parser, *, open_ended: bool) -> int | None:
    """Return where the next row or the end of the matrix begins; the last row of sums ends at the next relation."""
    ends = {Kind.ROW, Kind.ORDINAL, Kind.END_MATRIX} | ({Kind.RELATION} if open_ended else set())
    for place in range(parser.position, parser.end):
        if parser.lexemes[place].kind in ends:
            return place
    return parser.end if open_ended else None


def _covering(parser: Parser, count: int, end: int) -> Cells:
    """Read so many cells that reach to `end`, each as short as can be."""
    if count == 0 and parser.position == end:
        return ()
    if count == 0 or parser.position >= end:
        raise UnreadableError
    return parser.remember(f"{count} cells to {end}", lambda: _first_covering(parser, count, end))


def _first_covering(parser: Parser, count: int, end: int) -> Cells:
    with parser.until(end):
        extents = parser.extents()
    for extent in extents:
        parser.position = extent.end
        parser.accept(Kind.COMMA, Kind.PAUSE)
        rest = parser.attempt(lambda: _covering(parser, count - 1, end))
        if rest is not None:
            return (extent.expr, *rest)
    raise UnreadableError


def _accept_label(parser: Parser, kind: Kind) -> bool:
    """Take "row 1" or "first row"."""
    labels = [(kind, Kind.NUMBER), (Kind.ORDINAL, kind)]
    if (parser.peek().kind, parser.peek(1).kind) not in labels:
        return False
    parser.position += 2
    parser.accept(Kind.PAUSE)
    return True


def _cells(parser: Parser, count: int | None) -> Cells:
    cells: list[Expr] = []
    parted = _is_parted(parser)
    while count is None or len(cells) < count:
        named = _accept_label(parser, Kind.COLUMN)
        cell = parser.attempt(parser.side if named or parted else parser.signed_factor)
        if cell is None:
            break
        cells.append(cell)
        parser.accept(Kind.COMMA, Kind.PAUSE)
    return tuple(cells)


def _is_parted(parser: Parser) -> bool:
    """Whether commas stand between the cells, which may then be sums."""
    ahead = [lexeme.kind for lexeme in parser.lexemes[parser.position : parser.end]]
    end = ahead.index(Kind.END_MATRIX) if Kind.END_MATRIX in ahead else len(ahead)
    return Kind.COMMA in ahead[:end]


def _filled(cells: Sequence[Expr], size: Size) -> list[Cells]:
    width = size[1]
    return [tuple(cells[start : start + width]) for start in range(0, len(cells), width)]
