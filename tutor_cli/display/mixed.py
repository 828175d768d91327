"""Words with maths among them, laid out in rows: short formulas in the line, tall ones in a block of their own."""

from __future__ import annotations

import re

from tutor_cli.maths.delimited import formula_alone, split
from tutor_cli.maths.layout import Rendered, Style, render_rows
from tutor_cli.maths.layout.widths import wrap
from tutor_cli.printable import printable

_BLOCK_INDENT = 2
# Holds the pieces of a formula together while its line is wrapped.
_NO_BREAK = "\u00a0"
_PUNCTUATION = re.compile(r"[.,;:!?।)]?")


def drawn(source: str, width: int | None = None, style: Style = "unicode") -> Rendered:
    """Draw whatever a user hands over: a formula, words with delimited formulas among them, or words alone."""
    formula = formula_alone(source)
    if formula is None:
        return Rendered(tuple(laid_out(source, width, style)))
    return render_rows(formula, width, style)


def laid_out(text: str, width: int | None = None, style: Style = "unicode", *, final: bool = True) -> list[str]:
    """Return the rows of a text, each at most `width` cells; `final` says that no more text will follow.

    A formula that cannot be read is shown as it was written.
    """
    rows: list[str] = []
    line = ""
    block_baseline: int | None = None
    for span in split(text, final):
        if span.kind == "words":
            words = _harmless(span.text)
            if block_baseline is not None:
                words = _after_block(words, rows, block_baseline)
                block_baseline = None
            line += words
            continue
        formula = render_rows(span.text, width and max(width - _BLOCK_INDENT - 1, 1), style)
        if formula.warnings:
            line += _harmless(f"${span.text}$")
            continue
        if span.kind == "inline" and len(formula.rows) == 1:
            line += formula.rows[0].replace(" ", _NO_BREAK)
            continue
        rows += _wrapped(line.rstrip(), width)
        line = ""
        block_baseline = len(rows) + formula.baseline
        rows += [" " * _BLOCK_INDENT + row for row in formula.rows]
    return rows + _wrapped(line, width)


def _harmless(words: str) -> str:
    """Return words without terminal control; a tab, whose width depends on where it stands, becomes a space."""
    return printable(words).replace("\t", " ")


def _after_block(words: str, rows: list[str], baseline: int) -> str:
    """Put punctuation that follows a block on its baseline, and return the rest of the words."""
    mark = _PUNCTUATION.match(words)
    rest = words[mark.end() :] if mark else words
    rows[baseline] += words[: len(words) - len(rest)]
    return rest.lstrip(" ").removeprefix("\n")


def _wrapped(text: str, width: int | None) -> list[str]:
    if not text:
        return []
    paragraphs = text.split("\n")
    rows = paragraphs if width is None else [row for paragraph in paragraphs for row in wrap(paragraph, width)]
    return [row.replace(_NO_BREAK, " ").rstrip() for row in rows]
