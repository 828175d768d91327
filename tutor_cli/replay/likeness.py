"""When two transcripts say the same, and two formulas mean the same."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tutor_cli.errors import MathsError
from tutor_cli.maths.expr import Expr
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve import equivalent
from tutor_cli.maths.spoken import with_digits, with_maths

MOST_WORD_ERRORS = 0.1

_WORD = re.compile(r"\d+\.\d+|\w+|[^\w\s]")
_IGNORED = set(".,?!;:$")


def same_words(expected: str, got: str) -> bool:
    """Tell whether two transcripts agree, but for one word in ten; "2x" and "two x" are the same words."""
    return word_error_rate(expected, got) <= MOST_WORD_ERRORS


def word_error_rate(expected: str, got: str) -> float:
    """Return the edits between two transcripts, in words, as a share of the expected words.

    Formulas are first written as LaTeX, so that how a recogniser spells numbers and symbols does not count.
    """
    wanted, found = _words(expected), _words(got)
    return _edits(wanted, found) / max(len(wanted), 1)


def _words(text: str) -> list[str]:
    written = with_maths(with_digits(text.casefold()))
    return [word for word in _WORD.findall(written) if word not in _IGNORED]


def _edits(wanted: list[str], found: list[str]) -> int:
    """Return the Levenshtein distance (Wagner and Fischer, 1974)."""
    previous = list(range(len(found) + 1))
    for row, word in enumerate(wanted, start=1):
        current = [row]
        for column, other in enumerate(found, start=1):
            substituted = previous[column - 1] + (word != other)
            current.append(min(substituted, previous[column] + 1, current[-1] + 1))
        previous = current
    return previous[-1]


def same_maths(expected: str, got: Iterable[str]) -> bool:
    """Tell whether one of the formulas means the expected one, as LaTeX or typed maths."""
    wanted = _tree(expected)
    return any(_means(wanted, expected, candidate) for candidate in got)


def _means(wanted: Expr | None, expected: str, candidate: str) -> bool:
    tree = _tree(candidate)
    if wanted is None or tree is None:
        return expected.strip() == candidate.strip()
    if wanted == tree:
        return True
    return equivalent(wanted, tree)


def _tree(text: str) -> Expr | None:
    try:
        return parse(text)
    except MathsError:
        return None
