"""Parts of a formula changed that are called by their role: the constant, a coefficient, the power, the top, a term."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from tutor_cli.local_model.mind.subject.edits.said import Change, pattern
from tutor_cli.local_model.mind.subject.edits.signs import operands
from tutor_cli.local_model.mind.subject.edits.trees import PLACES, own_terms, read, with_part
from tutor_cli.maths.expr import (
    Add,
    Derivative,
    Expr,
    Function,
    Group,
    Integral,
    Limit,
    Matrix,
    Mixed,
    Mul,
    Neg,
    Number,
    Power,
    Quotient,
    Relation,
    Subscript,
    Symbol,
)
from tutor_cli.maths.latex import to_latex

_VALUE_OF_LETTER = re.compile(r"[a-z] ?= ?-?[\d./]+", re.IGNORECASE)
_HAS_RELATION = re.compile(r"[=<>≤≥]|equals?|than")
_HAS_TERMS = re.compile(r"[-+a-z]")


def with_value(tree: Expr, change: Change) -> Iterator[Expr]:
    """Give another value to what has a name in the formula: "the constant is -8", "the power is 4"."""
    for part in _called(tree, change.what):
        if value := _value(part, change):
            yield with_part(tree, part, _fitting(tree, part, value))


def with_base(tree: Expr, change: Change) -> Iterator[Expr]:
    """Take all logarithms to another base."""
    value = read(change.new) if pattern("parts", "base").fullmatch(change.what) and change.how == "to" else None
    if value is not None:
        yield tree.rebuilt(
            lambda node: (
                replace(node, index=value) if isinstance(node, Subscript) and isinstance(node.base, Function) else node
            )
        )


def _value(part: Expr, change: Change) -> Expr | None:
    if change.how == "to":
        return read(change.new)
    return _times(part, Fraction(change.new)) if change.how == "times" else None


def _times(value: Expr, factor: Fraction) -> Expr | None:
    """Return a number, a fraction or what is less than nothing, times a factor; None for anything else."""
    match value:
        case Number(digits):
            return _number(Fraction(digits) * factor)
        case Quotient(Number(above), Number(below)):
            return _number(Fraction(above) / Fraction(below) * factor)
        case Neg(body) if (product := _times(body, factor)) is not None:
            return Neg(product)
    return None


def _number(value: Fraction) -> Expr:
    above, below = Number(str(value.numerator)), Number(str(value.denominator))
    return above if value.denominator == 1 else Quotient(above, below)


def _fitting(tree: Expr, part: Expr, value: Expr) -> Expr:
    """Return the value with the brackets it needs in the part's place; a fraction stands over a bar there."""
    if isinstance(value, Quotient):
        return replace(value, style="stacked")
    inside = any(isinstance(node, (Mul, Neg)) and any(item is part for item in node.children()) for node in tree.walk())
    return Group(value) if inside and isinstance(value, (Add, Neg)) else value


def _called(tree: Expr, name: str) -> Iterator[Expr]:
    """Yield the parts of a formula that a name stands for."""
    role = next((role for role in _ROLES if pattern("parts", role).fullmatch(name)), "")
    nodes = list(tree.walk())
    match role:
        case "constant":
            yield from (term for term in own_terms(tree) if isinstance(_unsigned(term), Number))
        case "coefficient":
            yield from _coefficients(tree, pattern("parts", role).fullmatch(name))
        case "power":
            yield from (node.exponent for node in nodes if isinstance(node, Power))
        case "top":
            yield from (node.numerator for node in nodes if isinstance(node, Quotient))
        case "bottom":
            yield from (node.denominator for node in nodes if isinstance(node, Quotient))
        case "operand" if both := operands(tree):
            yield both[PLACES[name.split()[0].lower()] % len(both)]
        case "upper" | "lower" if isinstance(tree, Integral):
            yield from filter(None, [tree.upper if role == "upper" else tree.lower])
        case "target" if isinstance(tree, Limit):
            yield tree.target


_ROLES = ("constant", "coefficient", "power", "top", "bottom", "operand", "upper", "lower", "target")


def _unsigned(term: Expr) -> Expr:
    return term.body if isinstance(term, Neg) else term


def _coefficients(tree: Expr, found: re.Match[str] | None) -> Iterator[Expr]:
    letter = read(found["of"]) if found and found["of"] else Symbol("x")
    for term in own_terms(tree):
        match _unsigned(term):
            case Mul((Number() as number, rest)) if rest == letter:
                yield number


def with_terms(tree: Expr, change: Change) -> Iterator[Expr]:
    """Put terms in the place of those like them: "what if it was minus 5", "make it x^2 + 5x + 6"."""
    named = not change.what or pattern("parts", "constant").fullmatch(change.what)
    new = read(change.new) if named and _HAS_TERMS.search(change.new) else None
    if new is None or isinstance(new, Relation):
        return
    old, wanted = own_terms(tree), new.terms if isinstance(new, Add) else (new,)
    kinds = {_kind(term): term for term in wanted}
    if len(old) >= len(kinds) and all(sum(_kind(term) == kind for term in old) == 1 for kind in kinds):
        exchanged = tuple(kinds.get(_kind(term), term) for term in old)
        whole = next((node for node in tree.walk() if isinstance(node, Add) and node.terms is old), old[0])
        yield with_part(tree, whole, Add(exchanged) if len(exchanged) > 1 else exchanged[0])


def with_other_term(tree: Expr, change: Change) -> Iterator[Expr]:
    """Put a term in the place of the one that is named: "plus 7x instead of minus 7x"."""
    old, new = read(change.what) if change.what else None, read(change.new)
    terms = [term for node in tree.walk() if isinstance(node, Add) for term in node.terms if term == old]
    if new is not None and not isinstance(new, Relation):
        yield from (with_part(tree, term, new) for term in terms)


def _kind(term: Expr) -> str:
    """Return the letters and powers of a term, by which terms are alike; nothing for a constant."""
    match term:
        case Neg(body) | Group(body):
            return _kind(body)
        case Mul(factors):
            return "".join(map(_kind, factors))
        case Quotient(numerator, Number()):
            return _kind(numerator)
        case Symbol(name):
            return name
        case Power(Symbol(name), Number(digits)):
            return f"{name}^{digits}"
        case Number() | Mixed() | Quotient():
            return ""
    return to_latex(term)


def with_body(tree: Expr, change: Change) -> Iterator[Expr]:
    """Differentiate, expand or take the limit of something else: "what if it was x^3"."""
    within = isinstance(tree, (Derivative, Integral, Limit))
    body = tree.body if isinstance(tree, (Derivative, Integral, Limit)) else tree
    new = read(change.new) if not change.what and change.how == "to" and _HAS_TERMS.search(change.new) else None
    if new is None or body is None or isinstance(new, Relation) or isinstance(body, Relation):
        return
    if set() < _letters(new) == _letters(body):
        yield with_part(tree, body, new) if within else new


def with_equation(tree: Expr, change: Change) -> Iterator[Expr]:
    """Put another equation or inequality in the place of the one there is; the value of a letter is none."""
    named = not change.what or pattern("parts", "relation").fullmatch(change.what)
    if not named or not _HAS_RELATION.search(change.new) or _VALUE_OF_LETTER.fullmatch(change.new):
        return
    new = read(change.new)
    if isinstance(new, Relation) and isinstance(tree, Relation) and set() < _letters(new) <= _letters(tree):
        yield new


def _letters(tree: Expr) -> set[str]:
    return {node.name for node in tree.walk() if isinstance(node, Symbol)} - {"e", "pi"}


def with_scaled_entries(tree: Expr, change: Change) -> Iterator[Expr]:
    """Scale all the numbers of a matrix."""
    matrices = [node for node in tree.walk() if isinstance(node, Matrix)]
    if change.how != "times" or len(matrices) != 1 or not pattern("parts", "all").fullmatch(change.what):
        return
    rows = tuple(tuple(_times(entry, Fraction(change.new)) for entry in row) for row in matrices[0].rows)
    known = tuple(tuple(entry for entry in row if entry is not None) for row in rows)
    if known == rows:
        yield with_part(tree, matrices[0], replace(matrices[0], rows=known))
