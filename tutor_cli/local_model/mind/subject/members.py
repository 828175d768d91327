"""What was found or given together (two roots, three points), its members, and what each of them is by its kind."""

from __future__ import annotations

import re

from tutor_cli.errors import MathsError
from tutor_cli.local_model.mind.subject.told_things import Things
from tutor_cli.local_model.mind.subject.worked import fraction_of
from tutor_cli.maths.expr import Expr, Matrix, Number, Relation, Sequence, Symbol
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.parse import parse

TOGETHER = ("roots", "pair", "points", "vectors", "two answers")
"""The kinds of things that have members."""
_CONSTANTS = frozenset(("e", "pi", "infty", "ldots"))
_UNIT_VECTORS = frozenset("ijk")
_ARC = re.compile(r"\\arc|\\(?:sin|cos|tan)\^\{-1\}")
_ANGLE = re.compile(rf"\\pi|{_ARC.pattern}")


def members(thing: str) -> list[str]:
    """Return the members of a list: its parts between commas that stand in no bracket."""
    parts, depth = [""], 0
    for sign in thing:
        depth += (sign in "([{") - (sign in ")]}")
        if sign == "," and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts]


def things_of(text: str) -> Things:
    """Return what a formula alone is, by kind: a point, a matrix, a vector, a function, a number, an angle."""
    try:
        tree = parse(text)
    except MathsError:
        return {}
    letters = {node.name for node in tree.walk() if isinstance(node, Symbol)} - _CONSTANTS
    match tree:
        case Sequence(_, "("):
            return {"point": text}
        case _ if any(isinstance(node, Matrix) for node in tree.walk()):
            return {"matrix": text}
        case _ if letters:
            return {"vector" if _is_vector(tree) else "function": text}
    return {"value": text} | number_kinds(tree, with_unit=False)


def vectors_in(problem: Expr | None) -> Things:
    """Return the vectors in i, j and k that a problem is about, with names or without."""
    items = problem.items if isinstance(problem, Sequence) else (problem,)
    bodies = [item.operands[-1] if isinstance(item, Relation) else item for item in items]
    vectors = [to_latex(body) for body in bodies if isinstance(body, Expr) and _is_vector(body)]
    if not vectors or len(vectors) < len(bodies):
        return {}
    return {"vectors": ", ".join(vectors)} if len(vectors) > 1 else {"vector": vectors[0]}


def _is_vector(tree: Expr) -> bool:
    """Tell whether a formula is made of unit vectors; i alone makes a complex number."""
    letters = {node.name for node in tree.walk() if isinstance(node, Symbol)}
    return letters <= _UNIT_VECTORS and bool(letters - {"i"})


def number_kinds(value: Expr, *, with_unit: bool) -> Things:
    """Return of which kinds a number is beside being a value: a whole one, a part of a whole, an angle in radians."""
    text = to_latex(value)
    found = fraction_of(text)
    whole = isinstance(value, Number) and "." not in value.digits
    part = found is not None and not with_unit and (found.denominator != 1 or 0 <= found <= 1)
    return (
        ({"number": text} if whole else {})
        | ({"part": text} if part else {})
        | ({"radians": text} if _ANGLE.search(text) and not with_unit else {})
        | ({"arc": text} if _ARC.search(text) else {})
        | ({"complex": text} if Symbol("i") in tuple(value.walk()) else {})
    )
