"""Other terms in a formula: "what if it was minus 5 instead", "plus 3 instead of minus 3"; nothing is computed."""

from __future__ import annotations

import re

from tutor_cli.errors import MathsError
from tutor_cli.maths.expr import Add, Expr, Group, Mul, Neg, Number, Power, Quotient, Relation, Symbol
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.parse import parse
from tutor_cli.maths.spoken import read_formula

_NEW_TERMS = re.compile(
    r"^\W*(?:(?:and|so|ok|but)\W+)?(?:what if|if|suppose|say)\W+"
    r"(?:it|that|this|the (?:constant|last|middle)(?: term| one)?)(?: (?:was|is|were|had|said)|'s)? "
    r"(?P<new>[^?]*?)(?: instead)?[?.! ]*$|^\W*make it (?P<made>[^?]*?)(?: instead)?[?.! ]*$",
    re.IGNORECASE,
)
_SIGNS = {"plus": "+", "minus": "-", "+": "+", "-": "-"}
_SIGN_CHANGED = re.compile(
    r"(?P<new>plus|minus|\+|-) ?(?P<number>\d+[a-z]?) (?:instead of|not|rather than) "
    r"(?P<old>plus|minus|\+|-) ?(?P=number)\b",
    re.IGNORECASE,
)


def with_other_terms(text: str, problem: str) -> str:
    """Return the problem, an equation or a sum, with the terms a follow-up names in the place of those like them."""
    if found := _SIGN_CHANGED.search(text):
        new, number = _SIGNS[found["new"].lower()], found["number"]
        old = re.compile(rf"{re.escape(_SIGNS[found['old'].lower()])}\s*{number}(?!\d)")
        return old.sub(f"{new} {number}", problem, count=1) if old.search(problem) else ""
    found = _NEW_TERMS.match(text)
    if found is None:
        return ""
    try:
        wanted, tree = read_formula(found["new"] or found["made"]), parse(problem)
    except MathsError:
        return ""
    if isinstance(wanted, Relation):
        return to_latex(wanted)
    changed = _changed(tree, {_kind(term): term for term in _terms(wanted)})
    return to_latex(changed) if changed is not None else ""


def _changed(tree: Expr, new: dict[str, Expr]) -> Expr | None:
    side = tree.operands[0] if isinstance(tree, Relation) else tree
    terms = _terms(side)
    if len(terms) < len(new) + 1 or not set(new) <= {_kind(term) for term in terms}:
        return None
    exchanged = Add(tuple(new.get(_kind(term), term) for term in terms))
    return Relation((exchanged, *tree.operands[1:]), tree.signs) if isinstance(tree, Relation) else exchanged


def _terms(tree: Expr) -> tuple[Expr, ...]:
    return tree.terms if isinstance(tree, Add) else (tree,)


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
        case Number():
            return ""
    return to_latex(term)
