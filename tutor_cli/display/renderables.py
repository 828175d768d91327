"""Maths and mixed text for rich: measured in the cells a terminal really uses, free of markup."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.measure import Measurement
from rich.segment import Segment

from tutor_cli.display.mixed import laid_out
from tutor_cli.maths import expr
from tutor_cli.maths.layout import Style, cell_width, draw, render_rows, trimmed

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.style import Style as Colour

_NARROWEST = 12


class RowSegment(Segment):
    """A row whose length is what terminals measure, so that the borders rich draws to its right are not displaced.

    Rich counts Devanagari vowel signs as no cells. A panel or table with a style of its own rebuilds its segments
    and loses this; leave out right borders there.
    """

    @property
    def cell_length(self) -> int:
        """The cells the row takes."""
        return cell_width(self.text)


class Rows:
    """A renderable that is a list of rows for a width; subclasses say which."""

    def __init__(self, style: Style = "unicode", colour: Colour | None = None) -> None:
        self._style = style
        self._colour = colour

    def rows(self, width: int | None = None) -> Sequence[str]:
        """Return the rows, each at most `width` cells."""
        raise NotImplementedError

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        width = max(map(cell_width, self.rows()), default=0)
        return Measurement(min(width, _NARROWEST), min(width, options.max_width))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for row in self.rows(options.max_width):
            yield RowSegment(row, self._colour)
            yield Segment.line()


class Maths(Rows):
    """A formula, given as a tree or as LaTeX; bad LaTeX is shown as far as it can be read."""

    def __init__(self, formula: expr.Expr | str, style: Style = "unicode", colour: Colour | None = None) -> None:
        super().__init__(style, colour)
        self._formula = formula

    def rows(self, width: int | None = None) -> Sequence[str]:
        """Return the rows of the formula, each at most `width` cells."""
        if isinstance(self._formula, str):
            return render_rows(self._formula, width, self._style).rows
        return trimmed(draw(self._formula, width, self._style))


class MixedText(Rows):
    r"""Words with `$...$`, `\(...\)`, `$$...$$` or `\[...\]` among them; not `final` while more may follow."""

    def __init__(
        self, text: str, style: Style = "unicode", colour: Colour | None = None, *, final: bool = True
    ) -> None:
        super().__init__(style, colour)
        self._text = text
        self._final = final

    def rows(self, width: int | None = None) -> Sequence[str]:
        """Return the rows of the text, each at most `width` cells."""
        return laid_out(self._text, width, self._style, final=self._final)
