"""A text that is one formula: typed, in LaTeX, spoken, or words mixed with signs."""

from __future__ import annotations

import re
from collections.abc import Callable

from tutor_cli.errors import MathsError
from tutor_cli.maths.expr import Expr
from tutor_cli.maths.parse import parse
from tutor_cli.maths.parse.names import FUNCTION_ALIASES, FUNCTIONS, GREEK
from tutor_cli.maths.solve.phrases import MIXED
from tutor_cli.maths.sounds import is_devanagari
from tutor_cli.maths.spoken import read_formula

_WORD = re.compile("[A-Za-z]+")
_COMMAND = re.compile(r"\\[A-Za-z]+(?:\{[a-z]*(?:matrix|cases|aligned)\})?")
# Words that typed maths may hold; `of` and `when`, which the parser also knows, are signs of a sentence.
_NAMES = frozenset(name.lower() for name in (*FUNCTIONS, *FUNCTION_ALIASES, *GREEK)) | frozenset(
    ("abs", "sqrt", "cbrt", "root", "lim", "infty", "oo", "and", "or", "dx", "dy", "dt")
)
_SHORT_WORDS = frozenset(
    ("of", "is", "to", "in", "on", "at", "by", "if", "as", "it", "do", "se", "ka", "ki", "ke", "ko")
)


def has_words(text: str) -> bool:
    """Tell whether there is more in a text than maths as it is typed: words that are neither names nor products."""
    if is_devanagari(text):
        return True
    words = {word.lower() for word in _WORD.findall(_COMMAND.sub(" ", text))}
    return bool({word for word in words if len(word) > 2 or word in _SHORT_WORDS} - _NAMES)


def formula(text: str, language: str) -> Expr | None:
    """Return the formula a text is, or None where it cannot be read as one."""
    text = text.strip(" ,:?.।")
    for read in _READERS:
        try:
            return read(text, language)
        except MathsError:
            continue
    return None


def _with_signs(text: str, language: str) -> Expr:
    """Read words mixed with signs, as in `x ka varg + 5x = 0`: the words become signs first."""
    for pattern, sign in MIXED:
        text = pattern.sub(sign, text)
    return _typed(text, language)


def _typed(text: str, language: str) -> Expr:
    if has_words(text):
        raise MathsError("words", "There are words among the maths.")
    return parse(text)


_READERS: tuple[Callable[[str, str], Expr], ...] = (_typed, read_formula, _with_signs)
