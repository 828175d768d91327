"""Points, lines and planes in space."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Add, Apply, Expr, Function, Group, Mul, Relation, Symbol
from tutor_cli.maths.solve.asked.given import Trees, equals, left_of_zero, point_of, point_tree, told
from tutor_cli.maths.solve.asked.lines import degrees
from tutor_cli.maths.solve.asked.vectors import components
from tutor_cli.maths.solve.bridge import symbol
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.working import Statement, Working, joined, line_tree
from tutor_cli.maths.solve.writing import to_tree

_X = tuple(map(symbol, "xyz"))
_UNITS = tuple(map(symbol, "ijk"))
_DIMENSIONS = 3
Triple = tuple[Any, ...]


def _point(tree: Expr) -> Triple:
    point = point_of(tree)
    if len(point) != _DIMENSIONS:
        raise NoMethod
    return point


def _plane(tree: Expr) -> tuple[Triple, Any]:
    """Return the normal (a, b, c) and d of the plane ax + by + cz + d = 0."""
    f = sp.expand(left_of_zero(tree))
    if not f.free_symbols <= set(_X) or not f.is_polynomial(*_X) or sp.Poly(f, *_X).total_degree() != 1:
        raise NoMethod
    return tuple(f.coeff(x, 1).subs(dict.fromkeys(_X, 0)) for x in _X), f.subs(dict.fromkeys(_X, 0))


def _root_of_squares(parts: Triple) -> Any:
    squares = [sp.Pow(part, 2, evaluate=False) for part in parts if part != 0]
    return sp.Pow(sp.Add(*squares, evaluate=False), sp.Rational(1, 2), evaluate=False)


def _between(p: Triple, q: Triple, work: Working) -> Triple:
    """Return the vector from one point to the other."""
    parts = tuple(b - a for a, b in zip(p, q, strict=True))
    work.note("space.ratios", point_tree(*parts))
    return parts


def _distance(trees: Trees, work: Working) -> Answer:
    parts = _between(_point(trees[0]), _point(trees[1]), work)
    value = sp.sqrt(sum(part**2 for part in parts))
    work.note("space.distance", equals("d", _root_of_squares(parts), value))
    return Answer("value", value, verified=True)


def _midpoint(trees: Trees, work: Working) -> Answer:
    p, q = map(_point, trees)
    middle = tuple((a + b) / 2 for a, b in zip(p, q, strict=True))
    work.note("space.midpoint", point_tree(*middle))
    return Answer("set", sp.FiniteSet(sp.Tuple(*middle)), point_tree(*middle), verified=True)


def _cosines_of(parts: Triple, work: Working) -> Answer:
    length = sp.sqrt(sum(part**2 for part in parts))
    if length == 0:
        raise NoMethod
    work.note("space.length", equals("d", _root_of_squares(parts), length))
    found = tuple(sp.radsimp(part / length) for part in parts)
    lines: list[Expr] = [equals(letter, value) for letter, value in zip("lmn", found, strict=True)]
    work.note("space.cosines", joined(lines, "and"), length=length)
    agreed = sp.simplify(sum(value**2 for value in found)) == 1
    return Answer("set", sp.FiniteSet(sp.Tuple(*found)), point_tree(*found), verified=agreed)


def _cosines(trees: Trees, work: Working) -> Answer:
    return _cosines_of(_between(_point(trees[0]), _point(trees[1]), work), work)


def _cosines_of_vector(trees: Trees, work: Working) -> Answer:
    return _cosines_of(components(trees[0]), work)


def _from_plane(trees: Trees, work: Working) -> Answer:
    point, (normal, rest) = _point(trees[0]), _plane(trees[1])
    put_in = sum((n * x for n, x in zip(normal, point, strict=True)), rest)
    length = sp.sqrt(sum(n**2 for n in normal))
    value = sp.radsimp(sp.Abs(put_in) / length)
    shown = sp.Mul(sp.Abs(put_in, evaluate=False), sp.Pow(length, -1, evaluate=False), evaluate=False)
    work.note("space.put_in", to_tree(put_in), point=trees[0])
    work.note("space.from_plane", equals("d", shown, value))
    return Answer("value", value, verified=True)


def _origin_from_plane(trees: Trees, work: Working) -> Answer:
    return _from_plane((point_tree(*(sp.Integer(0),) * _DIMENSIONS), trees[0]), work)


def _angle(trees: Trees, work: Working) -> Answer:
    """Return the angle between two planes, that of their normals, taken acute."""
    (a, _), (b, _) = map(_plane, trees)
    product = sp.Abs(sum(p * q for p, q in zip(a, b, strict=True)))
    lengths = [sp.sqrt(sum(p**2 for p in normal)) for normal in (a, b)]
    work.note("space.normals", told(point_tree(*a), " and ", point_tree(*b)))
    cosine = sp.radsimp(product / (lengths[0] * lengths[1]))
    work.note("space.cosine", equals(Apply(Function("cos"), (Symbol("theta"),)), cosine))
    angle = sp.acos(cosine)
    try:
        tree = degrees(angle)
    except NoMethod:
        tree = to_tree(angle)
    return Answer("value", angle, tree, verified=True)


def _line(point: Triple, way: Triple, work: Working) -> Answer:
    position = sum(p * unit for p, unit in zip(point, _UNITS, strict=True))
    direction = sum(p * unit for p, unit in zip(way, _UNITS, strict=True))
    tree = Relation((Symbol("r"), Add((to_tree(position), Mul((Symbol("lambda"), Group(to_tree(direction))))))), ("=",))
    work.note("space.line", tree)
    return Answer("value", None, tree, verified=True)


def _line_along(trees: Trees, work: Working) -> Answer:
    return _line(_point(trees[0]), components(trees[1]), work)


def _line_through(trees: Trees, work: Working) -> Answer:
    p, q = map(_point, trees)
    return _line(p, _between(p, q, work), work)


def _area_of_two(trees: Trees, work: Working, *, halved: bool) -> Answer:
    """Return the area of the parallelogram with two vectors as sides, or of half of it."""
    a, b = map(components, trees)
    found = sp.Matrix(a).cross(sp.Matrix(b))
    work.note("space.cross", to_tree(sum(part * unit for part, unit in zip(found, _UNITS, strict=True))))
    length = sp.sqrt(sum(part**2 for part in found))
    value = length / 2 if halved else length
    id = "space.area_of_triangle" if halved else "space.area_of_parallelogram"
    work.note(id, equals("A", value))
    return Answer("value", value, verified=True)


def _plane_through(trees: Trees, work: Working) -> Answer:
    """Return the plane through a point with a normal vector."""
    point, normal = _point(trees[0]), components(trees[1])
    left = sum(n * x for n, x in zip(normal, _X, strict=True))
    right = sum(n * p for n, p in zip(normal, point, strict=True))
    tree = line_tree(Statement(left, right))
    work.note("space.plane", tree)
    return Answer("expression", left - right, tree, verified=True)


SPACE: dict[str, Callable[[Trees, Working], Answer]] = {
    "distance in space": _distance,
    "midpoint in space": _midpoint,
    "direction cosines": _cosines,
    "direction cosines of a vector": _cosines_of_vector,
    "distance from plane": _from_plane,
    "distance of the origin from a plane": _origin_from_plane,
    "angle between planes": _angle,
    "line in space": _line_along,
    "line in space through two points": _line_through,
    "plane with normal": _plane_through,
    "area of parallelogram of vectors": lambda trees, work: _area_of_two(trees, work, halved=False),
    "area of triangle of vectors": lambda trees, work: _area_of_two(trees, work, halved=True),
}
