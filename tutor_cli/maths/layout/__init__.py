"""From the tree of maths to rows of characters in a terminal, in two dimensions or on one row.

`draw` fits a tree into a width, `linear` writes it on one row, `render_rows` takes LaTeX as people type it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor_cli.maths.layout import atoms, brackets, calculus, chunks, products, roots, scripts, tables
from tutor_cli.maths.layout.box import Box, trimmed
from tutor_cli.maths.layout.glyphs import Style, glyphs_of
from tutor_cli.maths.layout.ladder import fitted
from tutor_cli.maths.layout.pen import Pen
from tutor_cli.maths.layout.render import Rendered, render_rows
from tutor_cli.maths.layout.widths import cell_width

if TYPE_CHECKING:
    from tutor_cli.maths import expr

__all__ = ["Box", "Rendered", "Style", "cell_width", "draw", "linear", "render_rows", "trimmed"]

# Imported for the drawings they register with `pen.drawn`.
DRAWINGS = (atoms, brackets, calculus, chunks, products, roots, scripts, tables)


def draw(tree: expr.Expr, width: int | None = None, style: Style = "unicode") -> Box:
    """Draw a tree in at most `width` cells; without a width in two dimensions on one line."""
    return fitted(tree, width, Pen(glyphs_of(style)))


def linear(tree: expr.Expr, style: Style = "unicode") -> str:
    """Write a tree on one row, with every bracket its meaning needs."""
    return Pen(glyphs_of(style), flat=True).draw(tree).text
