"""The verbs of tasks, whose little words are no signs: multiply 3x by 4x, subtract 2x from 5x, put 2 into 3x."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tutor_cli.maths.spoken.lexeme import Kind, Lexeme

_BY, _INTO = frozenset({"by"}), frozenset({"into"})
_PARTICLES = {
    "multiply": _BY, "multiplying": _BY, "increase": _BY, "increased": _BY, "decrease": _BY, "decreased": _BY,
    "divide": _BY | _INTO, "dividing": _BY | _INTO, "plug": _INTO, "put": _INTO, "substitute": _INTO, "insert": _INTO,
    "cut": _INTO, "split": _INTO, "break": _INTO,
}  # fmt: skip
_NONE: frozenset[str] = frozenset()
_ENDS_OPERAND = frozenset({Kind.NUMBER, Kind.FRACTION, Kind.SYMBOL, Kind.POWER, Kind.CLOSE, Kind.POSTFIX})
_EXPANDING = frozenset({"expand", "expanding"})


def without_particles(lexemes: Sequence[Lexeme]) -> list[Lexeme]:
    """Return the lexemes with the particles of verbs, and verbs that might be signs, as plain words."""
    plain: list[Lexeme] = []
    expected = _NONE
    for index, lexeme in enumerate(lexemes):
        expected = _PARTICLES.get(lexeme.words, expected)
        if lexeme.words in expected:
            expected = _NONE
            plain.append(_as_word(lexeme))
        else:
            plain.append(_as_word(lexeme) if _is_verb(lexemes, index) else lexeme)
    return plain


def expands(lexemes: Sequence[Lexeme], place: int) -> bool:
    """Whether the words before a place ask for brackets to be multiplied out: expand, expand the."""
    before = [lexeme.words for lexeme in lexemes[max(0, place - 2) : place]]
    return bool(before) and (before[-1] in _EXPANDING or (before[0] in _EXPANDING and before[-1] == "the"))


def _is_verb(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether "subtract" has nothing to subtract from, or a line is to cross the axis."""
    if lexemes[index].words == "subtract":
        return index == 0 or lexemes[index - 1].kind not in _ENDS_OPERAND
    crossed = lexemes[index + 1 : index + 2]
    return lexemes[index].words == "cross" and [lexeme.kind for lexeme in crossed] == [Kind.THE]


def _as_word(lexeme: Lexeme) -> Lexeme:
    return replace(lexeme, kind=Kind.WORD, value="")
