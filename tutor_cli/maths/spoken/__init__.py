"""Spoken maths: from the words of a sentence, in English, Hindi or Hinglish, to formulas.

`find_spans` finds the maths in a sentence, `with_maths` rewrites it as `$...$`, `read_formula` and `readings` read a
text that is one formula. Everything is pure and deterministic; the words themselves stand in `vocabulary/*.toml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from tutor_cli.errors import MathsError
from tutor_cli.maths.expr import Expr, Mixed, Number, Quotient
from tutor_cli.maths.spoken import readings as _readings
from tutor_cli.maths.spoken.language import detected
from tutor_cli.maths.spoken.lexeme import Kind as LexemeKind
from tutor_cli.maths.spoken.lexeme import Lexeme
from tutor_cli.maths.spoken.lexer import lexemes
from tutor_cli.maths.spoken.repair import repaired
from tutor_cli.maths.spoken.spans import SpokenSpan, spans, whole_span
from tutor_cli.maths.spoken.vocabulary import vocabulary

__all__ = [
    "SpokenSpan",
    "awaits_operand",
    "find_spans",
    "read_formula",
    "readings",
    "spans_of",
    "with_digits",
    "with_maths",
    "with_spans",
]


Kind = Literal["auto", "sentence", "formula"]


def find_spans(text: str, language: str = "auto") -> list[SpokenSpan]:
    """Return the maths in a sentence, in order; raise UsageError for an unknown language."""
    return list(_found(text, language))


@lru_cache(maxsize=64)
def _found(text: str, language: str) -> tuple[SpokenSpan, ...]:
    # Many readers of one utterance look for the maths in it.
    return tuple(spans(text, _heard(text, language)))


def spans_of(text: str, language: str = "auto", kind: Kind = "sentence") -> list[SpokenSpan]:
    """Return the maths in a text; as a `formula` the whole text is one span, or a sentence where that fails.

    `auto` reads a formula where the whole text is one and has more than everyday words in it.
    """
    heard = _heard(text, language)
    if kind == "sentence":
        return spans(text, heard)
    whole = whole_span(text, heard, certain=kind == "auto")
    return [whole] if whole else spans(text, heard)


# Lexemes after which an operand must come.
_BEFORE_OPERAND = frozenset(
    {
        *(LexemeKind.PLUS, LexemeKind.MINUS, LexemeKind.PLUS_MINUS, LexemeKind.TIMES, LexemeKind.DIVIDED),
        *(LexemeKind.OVER, LexemeKind.ALL_OVER, LexemeKind.BY, LexemeKind.RELATION, LexemeKind.COMPARE),
        *(LexemeKind.TO_THE, LexemeKind.LOG_BASE, LexemeKind.CHOOSE, LexemeKind.SUB, LexemeKind.OPEN),
    }
)


def awaits_operand(text: str) -> bool:
    """Tell whether English maths breaks off: after a sign or a relation, or inside a bracket that was opened."""
    said = [lexeme.kind for lexeme in lexemes(text.rstrip(" .,?!…"), vocabulary("en"))]
    return bool(said) and (said[-1] in _BEFORE_OPERAND or said.count(LexemeKind.OPEN) > said.count(LexemeKind.CLOSE))


def with_maths(text: str, language: str = "auto", kind: Kind = "sentence") -> str:
    """Return the text with its maths as `$...$` and nothing else changed."""
    return with_spans(text, spans_of(text, language, kind))


def with_spans(text: str, found: Sequence[SpokenSpan]) -> str:
    """Return a text with the spans found in it written as `$...$`."""
    pieces = []
    done = 0
    for span in found:
        pieces += [text[done : span.start], f"${span.latex}$"]
        done = span.end
    return "".join([*pieces, text[done:]])


def with_digits(text: str, language: str = "auto") -> str:
    """Return the text with whole numbers, decimals and fractions in words written in digits: 2 3, 0.5, 3/4."""
    pieces = []
    done = 0
    for lexeme in lexemes(text, vocabulary(detected(text) if language == "auto" else language)):
        digits = _digits(lexeme.tree) if lexeme.kind in (LexemeKind.NUMBER, LexemeKind.FRACTION) else ""
        if not digits and isinstance(lexeme.tree, Mixed) and not text[lexeme.start].isdigit():
            digits = _in_one(lexeme.tree)
        if digits:
            pieces += [text[done : lexeme.start], digits]
            done = lexeme.end
    return "".join([*pieces, text[done:]])


def _digits(tree: Expr | None) -> str:
    match tree:
        case Number(digits):
            return digits
        case Quotient(Number(above), Number(below)):
            return f"{above}/{below}"
    return ""


def _in_one(number: Mixed) -> str:
    """Return a mixed number in words as a decimal where it is a short one, or as a fraction: ढाई is 2.5."""
    whole, above, below = (int(part.digits) for part in (number.whole, number.numerator, number.denominator))
    decimals = {2: 1, 4: 2}.get(below)
    return f"{whole + above / below:.{decimals}f}" if decimals else f"{whole * below + above}/{below}"


def read_formula(text: str, language: str = "auto") -> Expr:
    """Return the tree of a text that is one formula; raise MathsError where it is not."""
    found = _readings.reading(_heard(text, language), formal=True)
    if found is not None:
        return found
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
