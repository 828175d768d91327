"""`tutor math render`: formulas drawn in the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from tutor_cli.cli import batch, options, output
from tutor_cli.display.mode import MathMode, picture_of, style_of
from tutor_cli.errors import UsageError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tutor_cli.maths.layout import Rendered


def render(
    latex: Annotated[str | None, typer.Argument(help="LaTeX or typed maths, alone or as $...$ among words.")] = None,
    width: Annotated[
        int | None, typer.Option("--width", min=output.NARROWEST, help="Cells to fit; the terminal's.")
    ] = None,
    math: options.Math = "auto",
    as_json: options.Json = False,
    as_batch: Annotated[bool, typer.Option("--batch", help="JSON lines {id, latex} to {id, rows}.")] = False,
) -> None:
    """Draw a formula in two dimensions, broken or written on one row where the terminal is too narrow."""
    cells = width or output.width()
    output.run(
        "math render", lambda: _rendered(latex, cells, math, as_json, as_batch), as_json=as_json and not as_batch
    )


def _rendered(latex: str | None, width: int, mode: MathMode, as_json: bool, as_batch: bool) -> output.Outcome:
    if as_batch:
        batch.without_argument(latex)
        return batch.run(lambda row: {"rows": _drawn(batch.text_field(row, "latex"), width, mode).rows})
    if latex is None or not latex.strip():
        raise UsageError("no_formula", "There is no formula to draw.", "Try `tutor math render 'x^2/2'`, or --batch.")
    picture = None if as_json else _picture(latex, mode)
    if picture:
        return output.Outcome(human=picture)
    if mode == "image":
        output.notice("No picture here: the terminal shows none, or the formula has letters the font lacks.")
    rendered = _drawn(latex, width, mode)
    for warning in rendered.warnings:
        output.notice(f"warning: {warning}")
    data = {"rows": rendered.rows, "baseline": rendered.baseline, "warnings": rendered.warnings}
    return output.Outcome(data, human="\n".join(rendered.rows))


def _picture(latex: str, mode: MathMode) -> RenderableType | None:
    from tutor_cli.maths.delimited import formula_alone

    formula = formula_alone(latex)
    return picture_of(mode, formula) if formula else None


def _drawn(latex: str, width: int, mode: MathMode) -> Rendered:
    from tutor_cli.display.mixed import drawn

    return drawn(latex, width, style_of(mode, sys.stdout.encoding))
