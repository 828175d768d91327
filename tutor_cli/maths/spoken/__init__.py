"""Spoken maths: from the words of a sentence, in English, Hindi or Hinglish, to formulas.

`find_spans` finds the maths in a sentence, `with_maths` rewrites it as `$...$`, `read_formula` and `readings` read a
text that is one formula. Everything is pure and deterministic; the words themselves stand in `vocabulary/*.toml`.
"""

from __future__ import annotations

from typing import Literal

from tutor_cli.errors import MathsError
from tutor_cli.maths.expr import Expr
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.spoken import readings as _readings
from tutor_cli.maths.spoken.language import detected
from tutor_cli.maths.spoken.lexeme import Lexeme
from tutor_cli.maths.spoken.lexer import lexemes
from tutor_cli.maths.spoken.repair import repaired
from tutor_cli.maths.spoken.spans import SpokenSpan, spans
from tutor_cli.maths.spoken.vocabulary import vocabulary

__all__ = ["SpokenSpan", "find_spans", "read_formula", "readings", "with_maths"]


def find_spans(text: str, language: str = "auto") -> list[SpokenSpan]:
    """Return the maths in a sentence, in order; raise UsageError for an unknown language."""
    return spans(text, _heard(text, language))


def with_maths(text: str, language: str = "auto", kind: Literal["sentence", "formula"] = "sentence") -> str:
    """Return the text with its maths as `$...$` and nothing else changed.

    As a `formula` the whole text is read as one; where that fails, it is treated as a sentence.
    """
    if kind == "formula":
        found = readings(text, language)
        if found:
            return f"${to_latex(found[0])}$"
    pieces = []
    done = 0
    for span in find_spans(text, language):
        pieces += [text[done : span.start], f"${span.latex}$"]
        done = span.end
    return "".join([*pieces, text[done:]])


def read_formula(text: str, language: str = "auto") -> Expr:
    """Return the tree of a text that is one formula; raise MathsError where it is not."""
    found = readings(text, language)
    if found:
        return found[0]
    shown = text if len(text) <= 60 else text[:57] + "..."
    raise MathsError(
        "spoken_maths",
        f"These words are not one formula: {shown!r}.",
        "Say the formula alone, or read it as a sentence.",
    )


def readings(text: str, language: str = "auto") -> list[Expr]:
    """Return what a text that is one formula may mean, likeliest first; empty where it is none."""
    return _readings.readings(_heard(text, language), formal=True)


def _heard(text: str, language: str) -> list[Lexeme]:
    return repaired(lexemes(text, vocabulary(detected(text) if language == "auto" else language)))
