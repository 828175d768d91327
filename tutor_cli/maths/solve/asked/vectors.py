"""Vectors in i, j and k or as (1, 2, 3): lengths, products, angles, projections."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Apply, Expr, Function, Matrix, Number, Postfix, Relation, Sequence, Symbol
from tutor_cli.maths.solve.asked.given import CONSTANTS, Trees, equals, point_of
from tutor_cli.maths.solve.asked.lines import degrees
from tutor_cli.maths.solve.bridge import symbol, to_sympy
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.recipes.functions import yes_or_no
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import to_tree

_UNITS = tuple(map(symbol, "ijk"))


def components(tree: Expr) -> tuple[Any, ...]:
    """Return the three components of a vector; raise Unknown for what is none."""
    if isinstance(tree, Sequence):
        return (*point_of(tree), sp.Integer(0))[:3]
    if isinstance(tree, Relation):
        tree = tree.operands[1]
    value = sp.expand(to_sympy(tree, CONSTANTS))
    if not value.free_symbols or not value.free_symbols <= set(_UNITS):
        raise Unknown("a vector in i, j and k")
    return tuple(value.coeff(unit) for unit in _UNITS)


def _vector(parts: Any) -> Any:
    return sum((part * unit for part, unit in zip(parts, _UNITS, strict=True)), sp.Integer(0))


def _length(parts: tuple[Any, ...], work: Working) -> Any:
    value = sp.sqrt(sum(part**2 for part in parts))
    squares = sp.Add(*(sp.Pow(p, 2, evaluate=False) for p in parts if p != 0), evaluate=False)
    work.remark("vector.components", to_tree(sp.Pow(squares, sp.Rational(1, 2), evaluate=False)), to_tree(value))
    return value


def _dot(a: tuple[Any, ...], b: tuple[Any, ...], work: Working) -> Any:
    value = sum((p * q for p, q in zip(a, b, strict=True)), sp.Integer(0))
    terms = [sp.Mul(p, q, evaluate=False) for p, q in zip(a, b, strict=True) if p != 0 or q != 0]
    work.remark("vector.dot", to_tree(sp.Add(*terms, evaluate=False)), to_tree(value))
    return value


def _magnitude(trees: Trees, work: Working) -> Answer:
    return Answer("value", _length(components(trees[0]), work), verified=True)


def _dot_product(trees: Trees, work: Working) -> Answer:
    a, b = map(components, trees)
    return Answer("value", _dot(a, b, work), verified=True)


def _perpendicular(trees: Trees, work: Working) -> Answer:
    a, b = map(components, trees)
    value = _dot(a, b, work)
    work.note("vector.right_angle" if value == 0 else "vector.no_right_angle", to_tree(value))
    return yes_or_no(holds=value == 0)


def _cross_product(trees: Trees, work: Working) -> Answer:
    a, b = map(components, trees)
    found = sp.Matrix(a).cross(sp.Matrix(b))
    rows = (tuple(map(Symbol, "ijk")), tuple(map(to_tree, a)), tuple(map(to_tree, b)))
    value = _vector(found)
    work.remark("vector.cross", Matrix(rows, "vmatrix"), to_tree(value))
    upright = found.dot(sp.Matrix(a)) == 0 and found.dot(sp.Matrix(b)) == 0
    return Answer("expression", value, verified=upright)


def _unit_vector(trees: Trees, work: Working) -> Answer:
    parts = components(trees[0])
    length = _length(parts, work)
    if length == 0:
        raise NoMethod
    value = _vector(tuple(part / length for part in parts))
    work.note("vector.over_length", to_tree(value), length=length)
    return Answer("expression", value, verified=True)


def _along(trees: Trees, work: Working) -> Answer:
    """Return the vector of a given length in the direction of another."""
    wanted, parts = to_sympy(trees[0], CONSTANTS), components(trees[1])
    length = _length(parts, work)
    if length == 0:
        raise NoMethod
    value = sp.expand(_vector(tuple(sp.radsimp(wanted * part / length) for part in parts)))
    work.note("vector.stretched", to_tree(value), length=length, wanted=wanted)
    return Answer("expression", value, verified=True)


def _angle(trees: Trees, work: Working) -> Answer:
    a, b = map(components, trees)
    product, lengths = _dot(a, b, work), (_length(a, work), _length(b, work))
    if 0 in lengths:
        raise NoMethod
    cosine = sp.radsimp(product / (lengths[0] * lengths[1]))
    work.note("vector.cosine", equals(Apply(Function("cos"), (Symbol("theta"),)), cosine))
    angle = sp.acos(cosine)
    try:
        tree: Expr = degrees(angle)
    except NoMethod:
        tree = to_tree(angle)
    return Answer("value", angle, tree if product != 0 else Postfix(Number("90"), "°"), verified=True)


def _projection(trees: Trees, work: Working) -> Answer:
    a, b = map(components, trees)
    product, length = _dot(a, b, work), _length(b, work)
    if length == 0:
        raise NoMethod
    value = sp.radsimp(product / length)
    work.note("vector.projection", to_tree(value), product=product, length=length)
    return Answer("value", value, verified=True)


VECTORS: dict[str, Callable[[Trees, Working], Answer]] = {
    "magnitude": _magnitude,
    "dot product": _dot_product,
    "perpendicular vectors": _perpendicular,
    "cross product": _cross_product,
    "unit vector": _unit_vector,
    "vector along": _along,
    "angle between vectors": _angle,
    "projection": _projection,
}
