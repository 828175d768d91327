"""When to ask back: formulas whose spoken form leaves open how far a fraction, root or function reaches.

Most formulas have far-fetched second readings; asking about those would only annoy. Asked about is what teachers ask
about: one fraction, root, modulus or function in the formula, and a sum that may lie inside or beside it ("one over x
plus two"), said without any word that groups.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tutor_cli.maths.expr import Add, Apply, Expr, Fence, Limit, Quotient, Root, Symbol
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.spoken import SpokenSpan, find_spans

_REACHING = (Quotient, Root, Fence, Apply)
_GROUPING = re.compile(
    r"\b(?:all|whole|quantity|bracket|brackets|end|everything|numerator|denominator|into|poora|pura)\b|पूरा|कोष्ठक",
    re.IGNORECASE,
)
_WRITTEN = re.compile(r"[=+*/^()\\$√]")


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing a text may mean: its formula in LaTeX, and the problem with the formula put in."""

    formula: str
    problem: str


def readings(text: str) -> tuple[Reading, ...]:
    """Return the two problems the text may pose, the likelier first; empty where it is clear."""
    if _WRITTEN.search(text) or _GROUPING.search(text):
        return ()
    for span in find_spans(text):
        if other := _other_reading(span):
            return tuple(
                Reading(latex, f"{text[: span.start]}{latex}{text[span.end :]}") for latex in (span.latex, other)
            )
    return ()


def _other_reading(span: SpokenSpan) -> str:
    if _reaching(span.expr) != 1 or _is_limit_of_fraction(span.expr):
        return ""
    sums = _sums_within(span.expr)
    for other in span.alternatives:
        if _reaching(other) == 1 and _sums_within(other) != sums:
            return to_latex(other)
    return ""


def _is_limit_of_fraction(tree: Expr) -> bool:
    """Whether the whole body is one fraction, as in nearly every limit that is set."""
    return isinstance(tree, Limit) and isinstance(tree.body, Quotient)


def _reaching(tree: Expr) -> int:
    return sum(isinstance(node, _REACHING) for node in tree.walk())


def _sums_within(tree: Expr) -> int:
    """Count the sums inside the node that reaches; a sum of plain numbers there is nobody's meaning."""
    reaching = (node for node in tree.walk() if isinstance(node, _REACHING))
    return sum(isinstance(inner, Add) and _has_unknown(inner) for node in reaching for inner in node.walk())


def _has_unknown(tree: Expr) -> bool:
    return any(isinstance(node, Symbol) for node in tree.walk())
