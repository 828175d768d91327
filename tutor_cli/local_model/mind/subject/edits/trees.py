"""Formulas of a problem as trees: which one is meant, a part of it exchanged, and the problem posed with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

from tutor_cli.errors import MathsError
from tutor_cli.maths.expr import Add, BigOperator, Derivative, Expr, Group, Integral, Limit, Relation, Sequence
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.formulas import has_words
from tutor_cli.maths.spoken import SpokenSpan, find_spans, read_formula

PLACES = {"first": 0, "second": 1, "middle": 1, "third": 2, "other": -1, "last": -1}
# These say themselves what is to be done.
_SELF_ASKING = (Relation, Limit, Derivative, Integral, BigOperator)
_SIGNS = tuple((re.compile(rf"\b{word} ?", re.IGNORECASE), sign) for word, sign in (("plus", "+ "), ("minus", "- ")))


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with the words around it that ask something of it."""

    tree: Expr
    before: str = ""
    after: str = ""

    def posed(self, tree: Expr) -> str:
        """Return the problem with another formula in its place; nothing where that would be read as another one."""
        latex = to_latex(tree)
        same = read(latex)
        return f"{self.before}{latex}{self.after}" if same is not None and to_latex(same) == latex else ""


@lru_cache(maxsize=64)
def spans_of(text: str) -> tuple[SpokenSpan, ...]:
    """Return the formulas in a text; one edit looks for them in one problem many times."""
    return tuple(find_spans(text))


def formulas_of(source: str, problem: str, where: str = "") -> Iterator[Formula]:
    """Yield the formulas that can be meant: those of the words, of several the one told by its place, or the whole."""
    spans, tree = spans_of(source), read(problem)
    chosen = (spans[PLACES[where]],) if where and len(spans) > abs(PLACES[where]) else spans
    whole = len(spans) == 1 and tree is not None and _letters_of(to_latex(spans[0].expr)) == _letters_of(problem)
    if isinstance(tree, _SELF_ASKING) and len(spans) <= 1 and not (whole and isinstance(tree, Relation)):
        yield Formula(tree)
    elif spans:
        yield from (Formula(span.expr, source[: span.start], source[span.end :]) for span in chosen)
    elif tree is not None and not isinstance(tree, Sequence):
        yield Formula(tree)


def _letters_of(latex: str) -> str:
    """Return the letters and signs of a formula, by which it is told however its fractions are written."""
    return re.sub(r"\\frac|[{}\s/]", "", latex)


@lru_cache(maxsize=256)
def read(text: str) -> Expr | None:
    """Return the tree of maths, written or spoken, or None."""
    for pattern, sign in _SIGNS:
        text = pattern.sub(sign, text)
    text = text.strip().removeprefix("+").strip()
    try:
        return read_formula(text) if has_words(text) else parse(text)
    except MathsError:
        return None


def with_part(tree: Expr, part: Expr, new: Expr) -> Expr:
    """Return the tree with this very node exchanged; the same elsewhere stays."""
    if tree is part:
        return new
    return replace(tree, **{field.name: _within(getattr(tree, field.name), part, new) for field in fields(tree)})


def _within(value: Any, part: Expr, new: Expr) -> Any:
    if isinstance(value, Expr):
        return with_part(value, part, new)
    return tuple(_within(item, part, new) for item in value) if isinstance(value, tuple) else value


def own_terms(tree: Expr) -> tuple[Expr, ...]:
    """Return the terms of a sum: of an equation on its left, of what a limit, a derivative or an integral is of."""
    side = tree.operands[0] if isinstance(tree, Relation) else tree
    side = side.body if isinstance(side, (Derivative, Limit, Integral)) and side.body is not None else side
    side = side.body if isinstance(side, Group) else side
    return side.terms if isinstance(side, Add) else (side,)
