"""A tree as typed maths: `x^2`, `sqrt(2)/2`. For machines that read conditions and points, not for display."""

from __future__ import annotations

from tutor_cli.maths.expr import (
    Add,
    Apply,
    Expr,
    Function,
    Group,
    Mul,
    Neg,
    Number,
    Power,
    Quotient,
    Relation,
    Root,
    Symbol,
)
from tutor_cli.maths.solve.numeric import Unknown

_SIGNS = {"ne": "!=", "le": "<=", "ge": ">=", "=": "=", "<": "<", ">": ">"}
_NAMES = {"ln": "log", "arcsin": "asin", "arccos": "acos", "arctan": "atan"}


def typed(tree: Expr) -> str:
    """Return the tree as typed maths, fully bracketed; raise Unknown for what has no typed form."""
    match tree:
        case Number(digits):
            return digits
        case Symbol(name):
            return {"e": "E", "infty": "oo"}.get(name, name)
        case Group(body):
            return f"({typed(body)})"
        case Neg(body):
            return f"-({typed(body)})"
        case Add(terms):
            return " + ".join(
                f"({typed(term)})" if not isinstance(term, (Number, Symbol)) else typed(term) for term in terms
            )
        case Mul(factors):
            return "*".join(f"({typed(factor)})" for factor in factors)
        case Quotient(numerator, denominator):
            return f"({typed(numerator)})/({typed(denominator)})"
        case Power(base, exponent):
            return f"({typed(base)})^({typed(exponent)})"
        case Root(radicand, None):
            return f"sqrt({typed(radicand)})"
        case Apply(Function(name), (argument,)):
            return f"{_NAMES.get(name, name)}({typed(argument)})"
        case Relation((left, right), (sign,)) if sign in _SIGNS:
            return f"{typed(left)} {_SIGNS[sign]} {_plain(right)}"
    raise Unknown(type(tree).__name__)


def _plain(tree: Expr) -> str:
    """Return a simple number without brackets: `-3`, `1/2`."""
    if isinstance(tree, Neg):
        return f"-{_plain(tree.body)}"
    if isinstance(tree, Quotient) and isinstance(tree.numerator, Number) and isinstance(tree.denominator, Number):
        return f"{tree.numerator.digits}/{tree.denominator.digits}"
    return typed(tree)
