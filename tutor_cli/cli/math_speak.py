"""`tutor math speak`: a formula in words, as a teacher says it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from tutor_cli.cli import batch, output
from tutor_cli.errors import UsageError
from tutor_cli.printable import printable


class Lang(StrEnum):
    """The languages formulas are spoken in."""

    EN = "en"
    HI = "hi"


class Style(StrEnum):
    """How much is said about where things end."""

    BRIEF = "brief"
    PRECISE = "precise"


def speak(
    latex: Annotated[
        str, typer.Argument(help="LaTeX or typed maths, alone or as $...$ among words.", show_default=False)
    ] = "",
    lang: Annotated[Lang, typer.Option("--lang", help="The language to speak.")] = Lang.EN,
    style: Annotated[
        Style, typer.Option("--style", help="Brief as in class, or precise: told where everything ends.")
    ] = Style.BRIEF,
    as_batch: Annotated[
        bool, typer.Option("--batch", help='Read {"id", "latex"} rows from stdin, write {"id", "text"} rows.')
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", "-j", help="Print one JSON document.")] = False,
) -> None:
    """Say a formula, or words with $...$ among them, in words."""

    def one() -> output.Outcome:
        if not latex.strip():
            raise UsageError("formula_missing", "There is no formula to speak.", "Give one, or rows with --batch.")
        text, notes = _spoken(latex, lang, style)
        for note in notes:
            output.notice(f"note: {note}")
        return output.Outcome(data={"latex": latex, "text": text, "notes": list(notes)}, human=text)

    def row(fields: batch.Row) -> batch.Row:
        return {"text": _spoken(batch.text_field(fields, "latex"), lang, style)[0]}

    def rows() -> output.Outcome:
        batch.without_argument(latex)
        return batch.run(row)

    output.run("math speak", lambda: rows() if as_batch else one(), as_json=as_json and not as_batch)


def _spoken(source: str, lang: Lang, style: Style) -> tuple[str, tuple[str, ...]]:
    """Return a formula, or words with formulas among them, as spoken, and the notes on how the formula was read."""
    from tutor_cli.maths import parse, speech
    from tutor_cli.maths.delimited import formula_alone
    from tutor_cli.maths.speech.aloud import aloud

    formula = formula_alone(source)
    if formula is None:
        return printable(aloud(source, lang.value, style.value)), ()
    reading = parse.read(formula)
    return speech.speak(reading.expr, lang.value, style.value), reading.notes
