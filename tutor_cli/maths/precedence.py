"""How tightly each kind of expression holds together, and where brackets are therefore implied.

One table serves both directions: `latex` prints brackets exactly where these rules ask for them, and `parse` drops
written brackets exactly there, so that `parse(to_latex(tree)) == tree`.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence as Items
from enum import IntEnum
from typing import Any, TypeGuard

from tutor_cli.maths import expr as e


class Level(IntEnum):
    """Binding strength, loosest first; a child looser than its place allows needs brackets."""

    LIST = 0
    ROW = 1
    IMPLICATION = 2
    OR = 3
    AND = 4
    GIVEN = 5
    RELATION = 6
    SET = 7
    SUM = 8
    SIGN = 9
    PRODUCT = 10
    RUN = 11
    FACTOR = 12
    ATOM = 13


INFIX_LEVELS: dict[str, Level] = {
    "lor": Level.OR,
    "land": Level.AND,
    "mid": Level.GIVEN,
    "colon": Level.SET,
    "cup": Level.SET,
    "cap": Level.SET,
    "setminus": Level.SET,
    "oplus": Level.SET,
    "circ": Level.PRODUCT,
    "bmod": Level.PRODUCT,
}
# Prefix signs whose body is a whole statement; the others (an angle, a triangle, a negation) take a run of letters.
STATEMENT_PREFIXES = frozenset({"forall", "exists", "nexists", "therefore", "because"})
IMPLICATIONS = frozenset({"implies", "iff"})

_FACTORS = (
    e.Power,
    e.Postfix,
    e.Mixed,
    e.Choose,
    e.Derivative,
    e.Differential,
    e.Evaluated,
    e.Cases,
    e.Lines,
    e.BigOperator,
    e.Limit,
    e.Integral,
)


def level(node: e.Expr) -> Level:
    """Return how tightly the written form of a node holds together."""
    rule = _RULES.get(type(node))
    return rule(node) if rule else Level.FACTOR if isinstance(node, _FACTORS) else Level.ATOM


def _mul(node: e.Mul) -> Level:
    if node.sign != "implicit" or _is_inline_quotient(node.factors[0]):
        return Level.PRODUCT
    return Level.RUN


def _prefix(node: e.Prefix) -> Level:
    if node.sign == "pmod" or node.sign in STATEMENT_PREFIXES:
        return Level.GIVEN
    return Level.SIGN if node.sign == "+" else Level.FACTOR


def _relation(node: e.Relation) -> Level:
    return Level.IMPLICATION if IMPLICATIONS.intersection(node.signs) else Level.RELATION


_RULES: dict[type[e.Expr], Callable[[Any], Level]] = {
    e.Sequence: lambda node: Level.ATOM if node.bracket else Level.LIST,
    e.Row: lambda node: Level.ROW,
    e.Relation: _relation,
    e.Infix: lambda node: INFIX_LEVELS[node.sign],
    e.Add: lambda node: Level.SUM,
    e.Neg: lambda node: Level.SIGN,
    e.PlusMinus: lambda node: Level.SIGN,
    e.Prefix: _prefix,
    e.Mul: _mul,
    e.Quotient: lambda node: Level.FACTOR if node.style == "stacked" else Level.PRODUCT,
    e.Apply: lambda node: Level.FACTOR if is_named_function(node.head) else Level.ATOM,
}


def is_named_function(head: e.Expr) -> bool:
    """Tell whether the head of an `Apply` is a function such as sin or log, maybe with a power or an index."""
    while isinstance(head, (e.Power, e.Subscript, e.Prime)):
        head = head.base
    return isinstance(head, e.Function)


def absorbs(node: e.Expr) -> Level:
    """Return the level of what a node would swallow if it followed directly: PRODUCT, RUN, or ATOM for nothing.

    A sum sign swallows every further factor, `d/dx` and an angle sign the letters that follow.
    """
    own = Level.ATOM
    last: e.Expr | None = None
    if isinstance(node, (e.BigOperator, e.Limit)) or (isinstance(node, e.Integral) and not node.variables):
        return Level.PRODUCT
    if (isinstance(node, e.Derivative) and node.behind) or (isinstance(node, e.Prefix) and node.sign != "+"):
        own, last = Level.RUN, node.body
    elif isinstance(node, e.Function):
        own = Level.RUN
    elif isinstance(node, (e.Neg, e.PlusMinus, e.Prefix)):
        last = node.body
    elif isinstance(node, (e.Mul, e.Add)):
        last = node.factors[-1] if isinstance(node, e.Mul) else node.terms[-1]
    return own if last is None else min(own, absorbs(last))


def term_needs_brackets(term: e.Expr, *, first: bool) -> bool:
    """Tell whether a term of a sum is bracketed; a later `Neg` or `PlusMinus` is printed as its sign and body."""
    if isinstance(term, (e.Neg, e.PlusMinus)):
        return False
    return level(term) < (Level.SIGN if first else Level.PRODUCT)


def factor_brackets(factors: Items[e.Expr], sign: e.ProductSign) -> list[bool]:
    """Tell for each factor of a product whether it is bracketed; decided from left to right."""
    decisions: list[bool] = []
    final = len(factors) - 1
    for index, factor in enumerate(factors):
        if sign == "implicit":
            before = factors[index - 1] if index and not decisions[-1] else None
            decision = run_factor_needs_brackets(before, factor, first=index == 0, last=index == final)
        else:
            decision = _signed_factor_needs_brackets(factor, sign, first=index == 0, last=index == final)
        decisions.append(decision)
    return decisions


def _signed_factor_needs_brackets(factor: e.Expr, sign: e.ProductSign, *, first: bool, last: bool) -> bool:
    if not last and absorbs(factor) == Level.PRODUCT:
        return True
    if not first:
        return level(factor) < Level.RUN
    return level(factor) < Level.PRODUCT or (isinstance(factor, e.Mul) and factor.sign == sign)


def run_factor_needs_brackets(before: e.Expr | None, factor: e.Expr, *, first: bool, last: bool) -> bool:
    """Tell whether a factor standing in a product without signs is bracketed; `before` is its unbracketed neighbour."""
    if not last and absorbs(factor) < Level.ATOM:
        return True
    if level(factor) < Level.FACTOR:
        return not (first and _is_inline_quotient(factor))
    if before is None:
        return False
    if isinstance(before, e.Number) and is_proper_fraction(factor):
        return True
    return ends_with_digit(before) and starts_with_digit(factor)


def _is_inline_quotient(node: e.Expr) -> TypeGuard[e.Quotient]:
    return isinstance(node, e.Quotient) and node.style != "stacked"


def is_proper_fraction(node: e.Expr) -> bool:
    """Tell whether a node is a stacked fraction of whole numbers below one, which makes a mixed number of a whole."""
    if not (isinstance(node, e.Quotient) and node.style == "stacked"):
        return False
    top, bottom = node.numerator, node.denominator
    if not (isinstance(top, e.Number) and isinstance(bottom, e.Number)):
        return False
    return top.digits.isdigit() and bottom.digits.isdigit() and 0 < int(top.digits) < int(bottom.digits)


def starts_with_digit(node: e.Expr) -> bool:
    """Tell whether the written form of a node that is one factor begins with a digit."""
    while isinstance(node, (e.Power, e.Subscript, e.Prime)):
        node = node.base
    if isinstance(node, e.Postfix):
        return starts_with_digit(node.body)
    return isinstance(node, (e.Number, e.Mixed))


def ends_with_digit(node: e.Expr) -> bool:
    """Tell whether the written form of a node that is one factor ends with a digit."""
    while _is_inline_quotient(node):
        node = node.denominator
    return isinstance(node, e.Number)


def over_needs_brackets(node: e.Expr) -> bool:
    """Tell whether the left side of `/` or `÷` is bracketed."""
    return level(node) < Level.PRODUCT or absorbs(node) == Level.PRODUCT


def under_needs_brackets(node: e.Expr) -> bool:
    """Tell whether the right side of `/` or `÷` is bracketed."""
    return level(node) < Level.FACTOR or absorbs(node) < Level.ATOM or isinstance(node, e.Mixed)


def operand_needs_brackets(node: e.Expr, sign: str) -> bool:
    """Tell whether an operand of an `Infix` sign is bracketed."""
    own = INFIX_LEVELS[sign]
    if own == Level.PRODUCT:
        return level(node) < Level.RUN or absorbs(node) == Level.PRODUCT
    return level(node) <= own


def side_needs_brackets(node: e.Expr, *, implication: bool) -> bool:
    """Tell whether an operand of a relation is bracketed."""
    return level(node) <= (Level.IMPLICATION if implication else Level.RELATION)
