"""Boxes of text on a grid of terminal cells, and the few ways to put them together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tutor_cli.maths.layout.widths import cell_width, pad

Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Box:
    """A drawn piece of maths: rows of equal width in cells, and the index of the row that lines up with the text."""

    rows: tuple[str, ...]
    baseline: int
    width: int

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.rows)

    @property
    def below(self) -> int:
        """The number of rows under the baseline."""
        return len(self.rows) - self.baseline - 1

    @property
    def text(self) -> str:
        """The row on the baseline."""
        return self.rows[self.baseline]


def line(text: str) -> Box:
    """Return a box of one row."""
    return Box((text,), 0, cell_width(text))


def block(rows: Sequence[str], baseline: int = 0) -> Box:
    """Return a box of several rows, padded to the widest."""
    width = max(map(cell_width, rows))
    return Box(tuple(pad(row, width) for row in rows), baseline, width)


def beside(*boxes: Box) -> Box:
    """Return the boxes from left to right, their baselines in one row."""
    width = sum(box.width for box in boxes)
    if all(box.height == 1 for box in boxes):
        return Box(("".join(box.rows[0] for box in boxes),), 0, width)
    above = max(box.baseline for box in boxes)
    below = max(box.below for box in boxes)
    columns = [_extended(box, above, below) for box in boxes]
    return Box(tuple(map("".join, zip(*columns, strict=True))), above, width)


def _extended(box: Box, above: int, below: int) -> list[str]:
    blank = " " * box.width
    return [blank] * (above - box.baseline) + list(box.rows) + [blank] * (below - box.below)


def stack(boxes: Sequence[Box], baseline: int, align: Align = "centre") -> Box:
    """Return the boxes under each other; `baseline` is a row of the result."""
    width = max(box.width for box in boxes)
    return Box(tuple(row for box in boxes for row in aligned(box, width, align).rows), baseline, width)


def aligned(box: Box, width: int, align: Align) -> Box:
    """Return the box widened to `width` cells."""
    space = width - box.width
    if not space:
        return box
    left = {"left": 0, "centre": space // 2, "right": space}[align]
    rows = tuple(" " * left + row + " " * (space - left) for row in box.rows)
    return Box(rows, box.baseline, width)


def trimmed(box: Box) -> tuple[str, ...]:
    """Return the rows without the spaces at their ends."""
    return tuple(row.rstrip() for row in box.rows)
