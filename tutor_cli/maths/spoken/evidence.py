"""How much of a reading is maths and not everyday speech: what keeps "three times" and "a b plus" out of formulas."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tutor_cli.maths import expr as e
from tutor_cli.maths.calls import ALWAYS_FUNCTIONS
from tutor_cli.maths.spoken import written
from tutor_cli.maths.spoken.lexeme import Kind, Lexeme

# Enough by itself, or only beside other maths or words such as "solve".
STRONG = 2
MEDIUM = 1

# Functions whose names are words of everyday life.
_EVERYDAY_FUNCTIONS = frozenset({
    "max", "min", "sup", "inf", "deg", "arg", "rank", "dim", "ker", "Re", "Im", "Var", "Cov", "tr", "sgn", "exp", "det",
    "lcm", "gcd",
})  # fmt: skip
_EVERYDAY_LETTERS = frozenset({"a", "i", "A", "I"})
# A ceiling of three, a magnitude of six.
_MEASURES = frozenset({"floor of", "ceiling of", "magnitude of"})
_SETS = frozenset({"RR", "NN", "ZZ", "QQ", "CC"})
_OF_SETS = frozenset({"in", "notin", "subset", "subseteq", "supset", "supseteq", "=", "ne", "ni"})
_UNKNOWNS = frozenset({"x", "y", "z", "n", "theta", "pi", "t", "r"})


def evidence(tree: e.Expr, lexemes: Sequence[Lexeme]) -> int:
    """Return how much speaks for maths: STRONG or more is a formula anywhere, MEDIUM only in company, 0 never."""
    if len(lexemes) == 1:
        return MEDIUM if _is_counted_fraction(lexemes[0]) else 0
    if any(lexeme.kind is Kind.DIVIDED and len(lexeme.words) > 1 for lexeme in lexemes):
        return STRONG
    worth = sum(_worth(node) for node in tree.walk())
    return min(worth, _most(lexemes))


def _most(lexemes: Sequence[Lexeme]) -> int:
    """Return the most that words may be worth which everyday text has, too, whatever formula they make."""
    ranges = written.is_range(lexemes)
    if written.is_code(lexemes) or (ranges and written.is_reference(lexemes)):
        return 0
    return MEDIUM if ranges or _is_only_noun_phrase(lexemes) or written.is_written_together(lexemes) else STRONG


def _is_counted_fraction(lexeme: Lexeme) -> bool:
    """Tell three quarters from half and a third, which are everyday words."""
    return lexeme.kind is Kind.FRACTION and len(lexeme.words.split()) > 1 and lexeme.words.split()[0] not in {"a", "an"}


def _worth(node: e.Expr) -> int:
    rule = _WORTH.get(type(node))
    return rule(node) if callable(rule) else rule or 0


def _is_only_noun_phrase(lexemes: Sequence[Lexeme]) -> bool:
    """Whether all there is is "a square", the shape, "a magnitude of six", "the root one of us took"."""
    if len(lexemes) != 2:
        return False
    first, second = lexemes
    if first.kind is Kind.ROOT:
        return " " not in first.words and second.value == "1"
    shape = first.words == "a" and second.kind is Kind.NOUN_POWER
    return shape or (first.words in _MEASURES and second.kind is Kind.NUMBER)


def _relation(node: e.Relation) -> int:
    everyday = all(isinstance(side, e.Symbol) and side.name in _EVERYDAY_LETTERS for side in node.operands)
    counts = node.signs[0] == "to" and isinstance(node.operands[0], e.Number)
    kind = node.signs[0] not in _OF_SETS and any(isinstance(s, e.Symbol) and s.name in _SETS for s in node.operands)
    return 0 if everyday or counts or kind else STRONG


def _set_of(node: e.SetOf) -> int:
    return STRONG if node.condition is not None or len(node.items) != 1 else 0


def _quotient(node: e.Quotient) -> int:
    numbers = isinstance(node.numerator, e.Number) and isinstance(node.denominator, e.Number)
    return MEDIUM if numbers else STRONG


def _mul(node: e.Mul) -> int:
    if node.sign != "implicit":
        return STRONG if any(isinstance(part, e.Symbol) for part in node.walk()) else MEDIUM
    counted = isinstance(node.factors[0], e.Number)
    unknown = any(isinstance(factor, e.Symbol) and factor.name in _UNKNOWNS for factor in node.factors)
    return MEDIUM if counted and unknown else 0


def _apply(node: e.Apply) -> int:
    if isinstance(node.head, e.Symbol):
        certain = node.head.name in ALWAYS_FUNCTIONS or isinstance(node.arguments[0], e.Infix)
        return STRONG if certain else MEDIUM
    everyday = isinstance(node.head, e.Function) and node.head.name in _EVERYDAY_FUNCTIONS
    return MEDIUM if everyday else STRONG


_WORTH: dict[type[e.Expr], int | Callable[[Any], int]] = {
    e.Relation: _relation,
    e.Add: STRONG,
    e.Power: STRONG,
    e.Root: STRONG,
    e.Quotient: _quotient,
    e.Mul: _mul,
    e.Apply: _apply,
    e.Subscript: lambda node: MEDIUM if isinstance(node.index, e.Number) else STRONG,
    e.Integral: STRONG,
    e.BigOperator: STRONG,
    e.Limit: STRONG,
    e.Derivative: STRONG,
    e.Matrix: STRONG,
    e.SetOf: _set_of,
    e.Fence: STRONG,
    e.Choose: STRONG,
    e.Prime: MEDIUM,
    e.Accent: MEDIUM,
    e.Infix: lambda node: STRONG if node.sign in {"cup", "cap"} else 0,
    e.Postfix: lambda node: STRONG if node.sign == "!" else 0,
}
