"""Arrangements in rows and columns: matrices, cases, aligned lines of working."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tutor_cli.maths import expr as e
from tutor_cli.maths.layout.box import Align, Box, aligned, beside, line, stack
from tutor_cli.maths.layout.chunks import Break, Chunk, chunks_of, joined
from tutor_cli.maths.layout.pen import Pen, drawn

_MATRIX_BRACKETS = {
    "pmatrix": ("(", ")"),
    "bmatrix": ("[", "]"),
    "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"),
    "matrix": ("", ""),
}
_COLUMN_GAP = 2
_CONDITION_GAP = 3


def grid(rows: Sequence[Sequence[Box]], aligns: Sequence[Align], gap: int) -> list[Box]:
    """Draw each row of cells with the columns lined up, `gap` cells apart."""
    widths = [max(cell.width for cell in column) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = [part for cell in map(aligned, row, widths, aligns) for part in (line(" " * gap), cell)]
        lines.append(beside(*cells[1:]))
    return lines


def spaced(boxes: Sequence[Box]) -> list[Box]:
    """Put a blank row above and below tall boxes, so that fractions do not run into each other."""
    rows = list(boxes[:1])
    for upper, lower in pairwise(boxes):
        rows += [line(""), lower] if upper.height > 1 or lower.height > 1 else [lower]
    return rows


def _evenly_spaced(boxes: Sequence[Box]) -> list[Box]:
    """Put blank rows between all boxes if any is tall."""
    if all(box.height == 1 for box in boxes):
        return list(boxes)
    return [part for box in boxes for part in (line(""), box)][1:]


@drawn.register(e.Matrix)
def _matrix(node: e.Matrix, pen: Pen) -> Box:
    opening, closing = _MATRIX_BRACKETS[node.bracket]
    if pen.flat:
        return _flat_matrix(node, opening or "[", closing or "]", pen)
    columns = max(map(len, node.rows), default=0)
    cells = [[pen.draw(cell) for cell in row] + [line("")] * (columns - len(row)) for row in node.rows]
    if not columns:
        return pen.enclosed(line(""), opening, closing)
    rows = _evenly_spaced(grid(cells, ["left"] * columns, _COLUMN_GAP))
    return pen.enclosed(stack(rows, (sum(row.height for row in rows) - 1) // 2, "left"), opening, closing)


def _flat_matrix(node: e.Matrix, opening: str, closing: str, pen: Pen) -> Box:
    rows = [", ".join(pen.draw(cell).text for cell in row) for row in node.rows]
    return pen.enclosed(line("; ".join(rows)), opening, closing)


@drawn.register(e.Cases)
def _cases(node: e.Cases, pen: Pen) -> Box:
    if pen.flat:
        return pen.enclosed(line("; ".join(pen.draw(row).text for row in node.rows)), "{", "}")
    cells = [_case_cells(row, pen) for row in node.rows]
    rows = _evenly_spaced(grid(cells, ["left", "left"], _CONDITION_GAP))
    if not any(row.condition for row in node.rows):
        rows = _evenly_spaced([body for body, _ in cells])
    rows = _with_room_for_the_point(rows)
    height = sum(row.height for row in rows)
    return pen.enclosed(beside(line(" "), stack(rows, height // 2, "left")), "{", "")


def _case_cells(row: e.Case, pen: Pen) -> list[Box]:
    body = pen.draw(row.body)
    if row.condition is None:
        return [body, line("")]
    return [beside(body, line(",")), pen.draw(row.condition)]


def _with_room_for_the_point(rows: list[Box]) -> list[Box]:
    """Add a blank row in the middle where the point of the brace would have none to itself."""
    if len(rows) == 1 or sum(row.height for row in rows) % 2:
        return rows
    half = len(rows) // 2
    return [*rows[:half], line(""), *rows[half:]]


@drawn.register(e.Case)
def _case(node: e.Case, pen: Pen) -> Box:
    body = pen.draw(node.body)
    if node.condition is None:
        return body
    has_words = any(isinstance(part, e.Text) for part in node.condition.walk())
    return beside(body, line(", " if has_words else " if "), pen.draw(node.condition))


@drawn.register(e.Lines)
def _lines(node: e.Lines, pen: Pen) -> Box:
    if pen.flat:
        return line("; ".join(pen.draw(item).text for item in node.lines))
    rows = spaced(_aligned_at_relation([chunks_of(item, pen) for item in node.lines]))
    return stack(rows, (sum(row.height for row in rows) - 1) // 2, "left")


def _aligned_at_relation(lines: Sequence[list[Chunk]]) -> list[Box]:
    """Draw the lines with the first signs of their relations under each other."""
    columns = [_sign_column(chunks) for chunks in lines]
    widest = max(column or 0 for column in columns)
    indents = [0 if column is None else widest - column for column in columns]
    return [beside(line(" " * indent), joined(chunks)) for indent, chunks in zip(indents, lines, strict=True)]


def _sign_column(chunks: Sequence[Chunk]) -> int | None:
    """Return the column of the first relation sign, or None without one."""
    for index, chunk in enumerate(chunks):
        if chunk.level is Break.RELATION:
            return joined(chunks[: index + 1]).width - chunk.box.width
    return None
