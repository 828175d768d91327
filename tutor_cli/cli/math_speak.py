"""`tutor math speak`: a formula in words, as a teacher says it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from tutor_cli.cli import batch, output
from tutor_cli.errors import UsageError


class Lang(StrEnum):
    """The languages formulas are spoken in."""

    EN = "en"
    HI = "hi"


class Style(StrEnum):
    """How much is said about where things end."""

    BRIEF = "brief"
    PRECISE = "precise"


def speak(
    latex: Annotated[str, typer.Argument(help="The formula, in LaTeX or typed.", show_default=False)] = "",
    lang: Annotated[Lang, typer.Option("--lang", help="The language to speak.")] = Lang.EN,
    style: Annotated[
        Style, typer.Option("--style", help="Brief as in class, or precise: told where everything ends.")
    ] = Style.BRIEF,
    as_batch: Annotated[
        bool, typer.Option("--batch", help='Read {"id", "latex"} rows from stdin, write {"id", "text"} rows.')
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", "-j", help="Print one JSON document.")] = False,
) -> None:
    """Say a formula in words."""
    from tutor_cli.maths import parse, speech

    def one() -> output.Outcome:
        if not latex:
            raise UsageError("formula_missing", "There is no formula to speak.", "Give one, or rows with --batch.")
        reading = parse.read(latex)
        text = speech.speak(reading.expr, lang.value, style.value)
        for note in reading.notes:
            output.notice(f"note: {note}")
        return output.Outcome(data={"latex": latex, "text": text, "notes": list(reading.notes)}, human=text)

    def row(fields: batch.Row) -> batch.Row:
        tree = parse.parse(batch.text_field(fields, "latex"))
        return {"text": speech.speak(tree, lang.value, style.value)}

    output.run("math speak", lambda: batch.run(row) if as_batch else one(), as_json=as_json)
