"""How much of a reading is maths and not everyday speech: what keeps "three times" and "a b plus" out of formulas."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from tutor_cli.maths import expr as e
from tutor_cli.maths.calls import ALWAYS_FUNCTIONS
from tutor_cli.maths.spoken import written
from tutor_cli.maths.spoken.lexeme import Kind, Lexeme
from tutor_cli.maths.spoken.vocabulary import word_list

# Enough by itself, or only beside other maths or words such as "solve".
STRONG = 2
MEDIUM = 1

# Functions whose names are words of everyday life.
_EVERYDAY_FUNCTIONS = frozenset({
    "max", "min", "sup", "inf", "deg", "arg", "rank", "dim", "ker", "Re", "Im", "Var", "Cov", "tr", "sgn",
})  # fmt: skip
_SHORT_NAMES = frozenset({"exp", "det"})
_SHARES = frozenset({Kind.OF, Kind.NUMBER, Kind.FRACTION, Kind.POSTFIX})
_NOUNS = frozenset({Kind.NUMBER, Kind.FRACTION, Kind.SYMBOL})
_DIVISIONS = frozenset({"बटा", "बटे"})
_EVERYDAY_LETTERS = frozenset({"a", "i", "A", "I"})
# Operands without an operator between them.
_BARE = frozenset({Kind.NUMBER, Kind.SYMBOL, Kind.FRACTION})
_BRACKETS = frozenset({Kind.OPEN, Kind.CLOSE})
# Formulas of numbers only; of these, what calculates.
_OF_NUMBERS = frozenset({
    Kind.NUMBER, Kind.FRACTION, Kind.ORDINAL, Kind.POSTFIX, Kind.POWER, Kind.NOUN_POWER, Kind.TO_THE, Kind.OVER,
    Kind.BY, Kind.DIVIDED, Kind.TIMES, Kind.PLUS, Kind.MINUS, Kind.RELATION, Kind.COMPARE, Kind.IS, Kind.OPEN,
    Kind.CLOSE, Kind.THE, Kind.OF,
})  # fmt: skip
_CALCULATED = frozenset({Kind.PLUS, Kind.MINUS, Kind.TIMES})
_COMPARATIVES = frozenset({"less than", "more than", "greater than", "smaller than", "bigger than"})
# A ceiling of three, a magnitude of six; in Hinglish, log are people.
_MEASURES = frozenset({"floor of", "ceiling of", "magnitude of", "log", "लॉग"})
_SETS = frozenset({"RR", "NN", "ZZ", "QQ", "CC"})
_OF_SETS = frozenset({"in", "notin", "subset", "subseteq", "supset", "supseteq", "=", "ne", "ni"})
_UNKNOWNS = frozenset({"x", "y", "z", "n", "theta", "pi", "t", "r"})


def evidence(tree: e.Expr, lexemes: Sequence[Lexeme], following: str) -> int:
    """Return how much speaks for maths: STRONG or more is a formula anywhere, MEDIUM only in company, 0 never.

    `following` is the word behind the formula where it is no word of maths, else empty.
    """
    if len(lexemes) == 1:
        return MEDIUM if _is_counted_fraction(lexemes[0]) and not _is_counted(following) else 0
    divided = any(_is_word_of_division(lexeme) for lexeme in lexemes)
    worth = STRONG if divided else sum(_worth(node) for node in tree.walk())
    return min(worth, _most(lexemes, following))


def _most(lexemes: Sequence[Lexeme], following: str) -> int:
    """Return the most that words may be worth which everyday text has, too, whatever formula they make."""
    kinds = {lexeme.kind for lexeme in lexemes}
    ranges = written.is_range(lexemes)
    if written.is_code(lexemes) or written.is_size(lexemes) or (ranges and written.is_reference(lexemes)):
        return 0
    if _compares(lexemes) or _pairs_off(lexemes) or _qualifies(lexemes):
        return 0
    if kinds <= _OF_NUMBERS and _is_counted(following):
        return MEDIUM if kinds & _CALCULATED else 0
    bare = kinds <= (_BARE | _BRACKETS if lexemes[0].kind is Kind.NUMBER else _BARE)
    if (bare and _is_counted(following)) or (written.is_lopsided(lexemes) and Kind.RELATION not in kinds):
        return 0
    doubtful = bare or ranges or written.is_lopsided(lexemes) or written.is_written_together(lexemes)
    return MEDIUM if doubtful or _is_only_noun_phrase(lexemes) else STRONG


def _is_counted(word: str) -> bool:
    """Whether a word is what the numbers before it count: 1/2 cup, two cubed potatoes."""
    return word[:1].isalpha() and word not in word_list("after_formula")


def _compares(lexemes: Sequence[Lexeme]) -> bool:
    """Whether this is one less than fifteen, a number, or I, who more than agree."""
    numbers = all(lexeme.kind in _OF_NUMBERS for lexeme in lexemes)
    compared = any(lexeme.words in _COMPARATIVES for lexeme in lexemes)
    postposed = any(lexeme.kind is Kind.COMPARE for lexeme in lexemes[:-1])
    return (numbers and (compared or postposed)) or (compared and lexemes[0].words in {"a", "i"})


def _pairs_off(lexemes: Sequence[Lexeme]) -> bool:
    """Whether all there is is one by one, two by two."""
    return len(lexemes) == 3 and lexemes[1].kind is Kind.BY and lexemes[0].words == lexemes[2].words


def _qualifies(lexemes: Sequence[Lexeme]) -> bool:
    """Whether a function with an everyday name stands before its noun: max 20 heads, a minimum of two thirds."""
    named = lexemes[0].kind is Kind.FUNCTION and lexemes[0].value in _EVERYDAY_FUNCTIONS
    if named and all(lexeme.kind in _SHARES for lexeme in lexemes[1:]):
        return True
    return any(
        lexeme.kind is Kind.FUNCTION and lexeme.value in _EVERYDAY_FUNCTIONS and after.kind in _NOUNS
        for lexeme, after in pairwise(lexemes)
    )


def _is_word_of_division(lexeme: Lexeme) -> bool:
    """Whether a word divides and says nothing else: divided by, बटा."""
    return (lexeme.kind is Kind.DIVIDED and len(lexeme.words) > 1) or lexeme.words in _DIVISIONS


def _is_counted_fraction(lexeme: Lexeme) -> bool:
    """Tell three quarters from half and a third, which are everyday words."""
    return lexeme.kind is Kind.FRACTION and len(lexeme.words.split()) > 1 and lexeme.words.split()[0] not in {"a", "an"}


def _worth(node: e.Expr) -> int:
    rule = _WORTH.get(type(node))
    return rule(node) if callable(rule) else rule or 0


def _is_only_noun_phrase(lexemes: Sequence[Lexeme]) -> bool:
    """Whether all there is is "a square", the shape, "a magnitude of six", "the root one of us took"."""
    if [lexeme.kind for lexeme in lexemes[:3]] == [Kind.BAR, Kind.NUMBER, Kind.BAR]:
        return True
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
    everyday = isinstance(node.head, e.Function) and node.head.name in _EVERYDAY_FUNCTIONS | _SHORT_NAMES
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
    e.Integral: lambda node: STRONG if node.variables or node.lower else MEDIUM,
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
