"""What brief speech may say without closing words, because nobody could mishear where it ends."""

from __future__ import annotations

import unicodedata

from tutor_cli.maths import expr as e

CLOSED = (e.Number, e.Symbol, e.Group, e.Fence, e.Root)
"""Constructs that precise speech closes, so that they need no quantity behind "of"."""
_LARGEST_PART = 12
_PARTS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 100})
_SHORT_POWERS = frozenset({"2", "3"})


def is_atom(node: e.Expr) -> bool:
    """Tell whether a node is one number or letter."""
    return isinstance(node, (e.Number, e.Symbol))


def is_short(node: e.Expr) -> bool:
    """Tell whether a node is a number, a letter, or a product of them such as 2a or 4x²."""
    if isinstance(node, e.Mul):
        return node.sign == "implicit" and all(is_short_factor(factor) for factor in node.factors)
    return is_short_factor(node)


def is_short_factor(node: e.Expr) -> bool:
    """Tell whether a node is a number or a letter, maybe with an index, a prime, a square or a factorial."""
    if isinstance(node, e.Power):
        return is_atom(node.base) and isinstance(node.exponent, e.Number) and node.exponent.digits in _SHORT_POWERS
    if isinstance(node, (e.Subscript, e.Prime)):
        return is_atom(node.base)
    if isinstance(node, e.Postfix):
        return is_atom(node.body)
    return is_atom(node)


def is_short_sum(node: e.Add) -> bool:
    """Tell whether a sum has two short terms, as in a plus b."""
    return len(node.terms) == 2 and all(is_short(getattr(term, "body", term)) for term in node.terms)


def is_signed_atom(node: e.Expr) -> bool:
    """Tell whether a node is a number or letter, maybe with a minus."""
    return is_atom(node.body if isinstance(node, e.Neg) else node)


def is_part(node: e.Quotient) -> bool:
    """Tell whether a fraction has a name of its own, such as three fourths."""
    top, bottom = node.numerator, node.denominator
    if node.style != "stacked" or not (isinstance(top, e.Number) and isinstance(bottom, e.Number)):
        return False
    if not (top.digits.isdigit() and bottom.digits.isdigit() and len(top.digits) < 3):
        return False
    return (
        0 < int(top.digits) <= _LARGEST_PART and int(bottom.digits) in _PARTS and int(top.digits) < int(bottom.digits)
    )


def is_speakable(character: str) -> bool:
    """Tell whether a character of plain words can be spoken: letters, marks, digits, and what joins them."""
    return character.isalpha() or character in "'’-\u200c\u200d" or unicodedata.category(character).startswith("M")
