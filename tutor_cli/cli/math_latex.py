"""`tutor math latex`: spoken maths written as LaTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from tutor_cli.cli import batch, options, output
from tutor_cli.errors import UsageError

if TYPE_CHECKING:
    from tutor_cli.maths.spoken import SpokenSpan

Kind = Literal["auto", "sentence", "formula"]


def latex(
    text: Annotated[list[str] | None, typer.Argument(help="What was said.")] = None,
    lang: Annotated[str, typer.Option("--lang", help="en, hi, hi-Latn or auto.")] = "auto",
    as_kind: Annotated[
        Kind, typer.Option("--as", help="One formula, or a sentence that may hold some; auto tries both.")
    ] = "auto",
    alternatives: Annotated[bool, typer.Option("--alternatives", help="Show the other readings too.")] = False,
    as_json: options.Json = False,
    as_batch: Annotated[bool, typer.Option("--batch", help="JSON lines {id, spoken, lang?} to {id, pred}.")] = False,
) -> None:
    """Write the maths in what was said as $...$ and leave every other word alone."""
    output.run(
        "math latex",
        lambda: _answered(" ".join(text or []), lang, as_kind, alternatives, as_batch=as_batch),
        as_json=as_json and not as_batch,
    )


def _answered(text: str, lang: str, kind: Kind, alternatives: bool, *, as_batch: bool) -> output.Outcome:
    if not as_batch:
        return _one(text, lang, kind, alternatives)
    batch.without_argument(text)
    return _batch(lang, kind)


def _batch(lang: str, kind: Kind) -> output.Outcome:
    from tutor_cli.maths.spoken import with_maths

    def answer(row: batch.Row) -> batch.Row:
        return {"pred": with_maths(batch.text_field(row, "spoken"), batch.text_field(row, "lang", lang), kind)}

    return batch.run(answer)


def _one(text: str, lang: str, kind: Kind, alternatives: bool) -> output.Outcome:
    from tutor_cli.maths.spoken import spans_of, with_spans

    if not text.strip():
        raise UsageError("no_text", "There are no words to read.", "Try `tutor math latex 'x squared plus one'`.")
    spans = spans_of(text, lang, kind)
    written = with_spans(text, spans)
    others = [line for span in spans for line in _others(span)] if alternatives else []
    data: dict[str, Any] = {"text": written, "spans": [_span(span) for span in spans]}
    return output.Outcome(data, human="\n".join([written, *others]))


def _others(span: SpokenSpan) -> list[str]:
    return [f"  or ${other}$" for other in _span(span)["alternatives"]]


def _span(span: SpokenSpan) -> dict[str, Any]:
    from tutor_cli.maths.latex import to_latex

    others = [to_latex(tree) for tree in span.alternatives]
    return {"start": span.start, "end": span.end, "latex": span.latex, "alternatives": others}
