"""Roots: a radical sign before a letter or number, else a hook whose roof covers the radicand."""

from __future__ import annotations

from tutor_cli.maths import expr as e
from tutor_cli.maths.layout.box import Box, beside, block, line
from tutor_cli.maths.layout.pen import Pen, drawn
from tutor_cli.maths.layout.scripts import as_small

_NAMED = {"2": "sqrt", "3": "cbrt"}


def has_radical_sign(root: e.Root, pen: Pen) -> bool:
    """Whether the style has a radical sign for a root's index."""
    index = root.index or e.Number("2")
    return isinstance(index, e.Number) and index.digits in pen.glyphs.roots


def is_covered_by_sign(root: e.Root) -> bool:
    """Whether a radical sign alone shows the extent of the radicand, as in √2."""
    return isinstance(root.radicand, e.Number | e.Symbol)


@drawn.register(e.Root)
def _root(node: e.Root, pen: Pen) -> Box:
    index = pen.small().draw(node.index) if node.index else line("2")
    radicand = pen.draw(node.radicand)
    is_covered = is_covered_by_sign(node)
    if has_radical_sign(node, pen) and (is_covered or pen.flat):
        return beside(line(pen.glyphs.roots[index.text]), radicand if is_covered else pen.enclosed(radicand))
    if pen.flat:
        return _flat(index, radicand, is_covered, pen)
    return _hooked(index.text if node.index else "", radicand, pen)


def _flat(index: Box, radicand: Box, is_covered: bool, pen: Pen) -> Box:
    if not pen.glyphs.roots:
        name = _NAMED.get(index.text)
        inside = radicand if name else beside(radicand, line(f", {index.text}"))
        return beside(line(name or "root"), pen.enclosed(inside))
    small = as_small(index, pen.glyphs.superscripts)
    sign = pen.glyphs.roots["2"]
    if small:
        return beside(line(small + sign), radicand if is_covered else pen.enclosed(radicand))
    return beside(line(f"{sign}[{index.text}]"), pen.enclosed(radicand))


def _hooked(index: str, radicand: Box, pen: Pen) -> Box:
    tick, stem, corner, roof = pen.glyphs.radical
    indent = " " * max(len(index) - 1, 0)
    tick_column = [""] * (radicand.height - 1) + [index, indent + tick]
    stem_column = [corner] + [stem] * radicand.height
    baseline = radicand.baseline + 1
    covered = Box((roof * radicand.width, *radicand.rows), baseline, radicand.width)
    return beside(block(tick_column, baseline), block(stem_column, baseline), covered)
