"""The pen: which characters to draw with, in how many dimensions, how spaciously; and the dispatch to each node."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import singledispatch

from tutor_cli.maths import expr as e
from tutor_cli.maths import precedence
from tutor_cli.maths.layout.box import Box, beside, line
from tutor_cli.maths.layout.glyphs import Bracket, Glyphs
from tutor_cli.maths.precedence import Level


@dataclass(frozen=True, slots=True)
class Pen:
    """How to draw: `flat` keeps everything on one row, `tight` leaves out the spaces round signs."""

    glyphs: Glyphs
    flat: bool = False
    tight: bool = False

    def draw(self, expr: e.Expr) -> Box:
        """Draw an expression as it stands."""
        return drawn(expr, self)

    def operand(self, expr: e.Expr, lowest: Level) -> Box:
        """Draw an expression, in brackets where it holds together less tightly than its place asks for."""
        needed = precedence.level(expr) < lowest or (lowest > Level.PRODUCT and self.hides_extent(expr))
        return self.bracketed(expr, needed)

    def bracketed(self, expr: e.Expr, needed: bool) -> Box:
        """Draw an expression, in brackets where it needs them."""
        box = drawn(expr, self)
        return self.enclosed(box) if needed else box

    def hides_extent(self, expr: e.Expr) -> bool:
        """Whether an expression is a stacked fraction that now stands on one row, without the bar that held it."""
        match expr:
            case e.Quotient(style="stacked") | e.Mixed() | e.Derivative(behind=False):
                return self.flat
            case _:
                return False

    def enclosed(self, box: Box, opening: str = "(", closing: str = ")") -> Box:
        """Put a box between brackets that grow with it; the names are keys of `Glyphs.brackets`, empty for none."""
        left, right = (self._bracket(name, box) for name in (opening, closing))
        return beside(left, box, right)

    def _bracket(self, name: str, box: Box) -> Box:
        return grown(self.glyphs.brackets[name], box.height, box.baseline) if name else line("")

    def sign(self, name: str) -> Box:
        """Draw an operator or relation sign with the spaces it has on both sides."""
        glyph = self.glyphs.sign(name)
        spacious = not self.tight or glyph[0].isalpha()
        return line(f" {glyph} " if spacious else glyph)

    def small(self) -> Pen:
        """The pen for scripts and limits: one row, no spaces."""
        return replace(self, flat=True, tight=True)

    def flattened(self) -> Pen:
        """The pen for the one-row form."""
        return replace(self, flat=True)


def grown(bracket: Bracket, height: int, baseline: int) -> Box:
    """Draw a bracket of the given height in rows."""
    if height == 1:
        return line(bracket.single)
    if height == 2 and bracket.waist:
        # A brace has a point in the middle, so it needs three rows; on two, square corners read best.
        bracket = Bracket(bracket.single, bracket.top, bracket.middle, bracket.bottom)
    pieces = [bracket.top, *[bracket.middle] * (height - 2), bracket.bottom]
    if bracket.waist:
        pieces[height // 2] = bracket.waist
    return Box(tuple(pieces), baseline, 1 if pieces[0] else 0)


@singledispatch
def drawn(expr: e.Expr, pen: Pen) -> Box:
    """Draw a node; every type of the tree registers how, so reaching this body is a bug."""
    raise NotImplementedError(f"no drawing for {type(expr).__name__}")
