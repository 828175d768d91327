"""Fitting a formula into a width: two-dimensional, broken over several lines, on one row, wrapped."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from tutor_cli.maths import expr as e
from tutor_cli.maths.layout.box import Box, beside, block, line, stack
from tutor_cli.maths.layout.chunks import Break, Chunk, chunks_of, joined
from tutor_cli.maths.layout.tables import spaced
from tutor_cli.maths.layout.widths import is_uncertain, wrap

if TYPE_CHECKING:
    from tutor_cli.maths.layout.pen import Pen

# The space after any sign, and the one before a sign of multiplication or division.
_HELD_SPACE = re.compile(r"(?<= [^\w\s(]) | (?=[·×÷*] )")
_NO_BREAK = "\u00a0"
# Where lines may be broken, from the fewest breaks to the most.
_BREAKS: tuple[tuple[Break, ...], ...] = (
    (),
    (Break.ITEM,),
    (Break.RELATION,),
    (Break.RELATION, Break.TERM),
    tuple(Break),
)
INDENT = 3
"""How far continuation lines are indented, in cells."""


def fitted(expr: e.Expr, width: int | None, pen: Pen) -> Box:
    """Draw an expression in at most `width` cells, on the highest rung of the ladder that fits."""
    if isinstance(expr, e.Lines):
        return _fitted_lines(expr, width, pen)
    for candidate in (pen, pen.flattened()):
        chunks = chunks_of(expr, candidate)
        for levels in _BREAKS:
            box = _laid_out(_parted(chunks, levels, width))
            if width is None or box.width <= width:
                return box
    return block(_wrapped(pen.flattened().draw(expr).text, width or 0))


def _wrapped(text: str, width: int) -> list[str]:
    """Wrap the one-row form at its spaces, but never after a sign and, as long as they fit, not within products."""
    held = _HELD_SPACE.sub(_NO_BREAK, text)
    return [row.replace(_NO_BREAK, " ") for row in wrap(held, width, " " * INDENT)]


def _fitted_lines(lines: e.Lines, width: int | None, pen: Pen) -> Box:
    """Draw lines aligned at their signs where that fits, else each by itself."""
    box = pen.draw(lines)
    mixed = box.height > len(lines.lines) and any(map(is_uncertain, box.rows))
    if not mixed and (width is None or box.width <= width):
        return box
    return stack(spaced([fitted(item, width, pen) for item in lines.lines]), 0, "left")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a broken formula."""

    chunks: list[Chunk]
    indent: int

    def width_with(self, more: Sequence[Chunk]) -> int:
        """The width in cells after adding chunks."""
        return self.indent + _width([*self.chunks, *more])


def _parted(chunks: Sequence[Chunk], levels: Container[Break], width: int | None) -> list[_Line]:
    """Part chunks into lines: where they must be, and before chunks of these levels where a line gets too wide."""
    lines: list[_Line] = []
    for run in _runs(chunks):
        starts_item = not lines or run[0].level is Break.ITEM
        lines.append(_Line([], 0 if starts_item else INDENT))
        for piece in _unbroken(run, levels):
            if width and lines[-1].chunks and lines[-1].width_with(piece) > width:
                lines.append(_Line([], INDENT))
            lines[-1].chunks.extend(piece)
    return lines


def _unbroken(chunks: Sequence[Chunk], levels: Container[Break]) -> list[list[Chunk]]:
    """Group chunks that stay together when lines are broken before chunks of these levels."""
    pieces: list[list[Chunk]] = []
    for chunk in chunks:
        if not pieces or chunk.level in levels:
            pieces.append([])
        pieces[-1].append(chunk)
    return pieces


def _runs(chunks: Sequence[Chunk]) -> list[list[Chunk]]:
    """Keep script of uncertain width out of the lines of tall formulas, whose columns it would displace."""
    runs: list[list[Chunk]] = []
    for unit in _units(chunks):
        if runs and not _clashes([*runs[-1], *unit]):
            runs[-1].extend(unit)
        else:
            runs.append(list(unit))
    return runs


def _units(chunks: Sequence[Chunk]) -> list[list[Chunk]]:
    """Return the items of a list, those that clash within themselves taken apart."""
    items: list[list[Chunk]] = []
    for chunk in chunks:
        if items and chunk.level is not Break.ITEM:
            items[-1].append(chunk)
        else:
            items.append([chunk])
    return [unit for item in items for unit in ([[chunk] for chunk in item] if _clashes(item) else [item])]


def _clashes(chunks: Sequence[Chunk]) -> bool:
    """Whether script of uncertain width stands beside a tall formula, or before anything else in its line."""
    if len(chunks) == 1 or all(chunk.box.height == 1 for chunk in chunks):
        return False
    return any(
        is_uncertain("".join(chunk.box.rows)) for chunk in chunks if chunk.box.height == 1 or chunk is not chunks[-1]
    )


def _width(chunks: Sequence[Chunk]) -> int:
    return sum(chunk.gap + chunk.box.width for chunk in chunks) - chunks[0].gap


def _laid_out(lines: Sequence[_Line]) -> Box:
    boxes = [beside(line(" " * item.indent), joined(item.chunks)) for item in lines]
    rows = boxes[:1]
    for upper, lower in pairwise(boxes):
        rows += [line(""), lower] if upper.height > 1 and lower.height > 1 else [lower]
    return stack(rows, boxes[0].baseline, "left")
