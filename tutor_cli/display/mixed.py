"""Words with maths among them, laid out in rows: short formulas in the line, tall ones in a block of their own."""

from __future__ import annotations

import re

from tutor_cli.display.spans import split
from tutor_cli.maths.layout import Rendered, Style, render_rows
from tutor_cli.maths.layout.widths import wrap
from tutor_cli.maths.parse.names import COMMANDS, TYPED_WORDS
from tutor_cli.printable import printable

_BLOCK_INDENT = 2
# Holds the pieces of a formula together while its line is wrapped.
_NO_BREAK = "\u00a0"
_PUNCTUATION = re.compile(r"[.,;:!?।)]?")
_ORDINARY_TEXT = re.compile(r"[\w\s.,;:!?'’\"।\u0900-\u097f-]*")
_WORD = re.compile(r"[^\W\d_]{3,}|[\u0900-\u097f]+")


def drawn(source: str, width: int | None = None, style: Style = "unicode") -> Rendered:
    """Draw whatever a user hands over: a formula, words with delimited formulas among them, or words alone."""
    formula = formula_alone(source)
    if formula is None:
        return Rendered(tuple(laid_out(source, width, style)))
    return render_rows(formula, width, style)


def formula_alone(source: str) -> str | None:
    """Return the formula that is all there is, without delimiters; None where words stand beside it or alone."""
    spans = split(source)
    if len(spans) == 1 and spans[0].kind != "words":
        return spans[0].text
    has_formulas = any(span.kind != "words" for span in spans)
    return None if has_formulas or _is_prose(source) else source


def _is_prose(source: str) -> bool:
    """Whether a text holds words of a language and no sign of maths."""
    if " " not in source.strip() or not _ORDINARY_TEXT.fullmatch(source):
        return False
    return any(word not in COMMANDS and word not in TYPED_WORDS for word in _WORD.findall(source))


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
