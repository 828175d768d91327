"""LaTeX or typed maths drawn leniently: whatever comes in, rows come out."""

from __future__ import annotations

from dataclasses import dataclass

from tutor_cli.maths import expr
from tutor_cli.maths.layout.box import trimmed
from tutor_cli.maths.layout.glyphs import Style, glyphs_of
from tutor_cli.maths.layout.ladder import fitted
from tutor_cli.maths.layout.pen import Pen
from tutor_cli.maths.layout.widths import wrap
from tutor_cli.maths.parse import parse_prefix
from tutor_cli.printable import printable

LONGEST_SOURCE = 4000
"""The most characters drawn as maths, and the most shown of a source that cannot be."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """The rows of a formula, which of them is its baseline, and what could not be read."""

    rows: tuple[str, ...]
    baseline: int = 0
    warnings: tuple[str, ...] = ()


def render_rows(source: str, width: int | None = None, style: Style = "unicode") -> Rendered:
    """Draw a formula in at most `width` cells; of one that cannot be read, what can be with …, or the source."""
    if len(source) > LONGEST_SOURCE:
        shown = _as_source(source[:LONGEST_SOURCE], width)
        return Rendered(shown, warnings=(f"Formulas of more than {LONGEST_SOURCE} characters are not drawn.",))
    tree, error = parse_prefix(source)
    warnings = (f"{error.message} {error.hint}".strip(),) if error else ()
    if tree is None:
        return Rendered(_as_source(source, width), warnings=warnings)
    if error:
        tree = expr.Row((tree, expr.Symbol("ldots")))
    box = fitted(tree, width, Pen(glyphs_of(style)))
    return Rendered(trimmed(box), box.baseline, warnings)


def _as_source(source: str, width: int | None) -> tuple[str, ...]:
    text = " ".join(printable(source).split())
    return (text,) if width is None else tuple(wrap(text, width))
