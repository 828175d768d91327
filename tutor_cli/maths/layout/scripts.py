"""Superscripts and subscripts: as small characters where Unicode has them all, else on rows of their own."""

from __future__ import annotations

from collections.abc import Mapping

from tutor_cli.maths import expr as e
from tutor_cli.maths.layout.box import Box, beside, line, stack
from tutor_cli.maths.layout.pen import Pen, drawn
from tutor_cli.maths.precedence import Level


def as_small(box: Box, small: Mapping[str, str]) -> str | None:
    """Return a one-row box in superscript or subscript characters, or None where one is missing."""
    if any(character not in small for character in box.text):
        return None
    return "".join(small[character] for character in box.text)


def with_scripts(base: Box, pen: Pen, upper: Box | None = None, lower: Box | None = None) -> Box:
    """Put one-row scripts to the right of a base."""
    above = as_small(upper, pen.glyphs.superscripts) if upper else ""
    below = as_small(lower, pen.glyphs.subscripts) if lower else ""
    if above is not None and below is not None:
        return _with_small(base, above, below)
    if pen.flat:
        return beside(base, line(_flat_script("_", lower) + _flat_script("^", upper)))
    return beside(base, _raised(base, upper, lower))


def _with_small(base: Box, above: str, below: str) -> Box:
    if base.height == 1:
        return beside(base, line(below + above))
    column = stack([line(above), *[line("")] * (base.height - 2), line(below)], base.baseline, "left")
    return beside(base, column)


def _flat_script(mark: str, script: Box | None) -> str:
    if script is None:
        return ""
    text = script.text
    return f"{mark}{text}" if script.width == 1 or text.isdecimal() else f"{mark}({text})"


def _raised(base: Box, upper: Box | None, lower: Box | None) -> Box:
    """Return the column of scripts: the upper one over the first row of the base, the lower one under its last."""
    rows = [upper] if upper else []
    rows += [line("")] * base.height
    rows += [lower] if lower else []
    return stack(rows, base.baseline + (1 if upper else 0), "left")


@drawn.register(e.Power)
def _power(node: e.Power, pen: Pen) -> Box:
    exponent = pen.small().draw(node.exponent)
    base = node.base
    if isinstance(base, e.Subscript):
        index = pen.small().draw(base.index)
        return with_scripts(_base(base.base, pen), pen, exponent, index)
    return with_scripts(_base(base, pen), pen, exponent)


@drawn.register(e.Subscript)
def _subscript(node: e.Subscript, pen: Pen) -> Box:
    return with_scripts(_base(node.base, pen), pen, lower=pen.small().draw(node.index))


@drawn.register(e.Prime)
def _prime(node: e.Prime, pen: Pen) -> Box:
    prime = pen.glyphs.sign("prime")
    marks = line(pen.glyphs.primes.get(node.count, prime * node.count))
    base = _base(node.base, pen)
    return beside(base, stack([marks, *[line("")] * (base.height - 1)], base.baseline))


def _base(expr: e.Expr, pen: Pen) -> Box:
    """Draw what carries a script; a stack of scripts needs brackets to tell their order."""
    if isinstance(expr, e.Root):
        return pen.enclosed(pen.draw(expr))
    return pen.operand(expr, Level.ATOM)
