"""What can be asked of a conic: its foci, vertices, axes and other parts, and where a point lies beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Number, Relation, Text
from tutor_cli.maths.solve.asked.conics import LETTERS, Conic, conic_of, standard_form
from tutor_cli.maths.solve.asked.given import Trees, X, Y, equals, left_of_zero, point_of, point_tree
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.recipes.functions import yes_or_no
from tutor_cli.maths.solve.working import Statement, Working, joined, line_tree
from tutor_cli.maths.solve.writing import to_tree

_NAMES = {"circle": "a circle", "ellipse": "an ellipse", "hyperbola": "a hyperbola", "parabola": "a parabola"}
# Which way a parabola opens, by the place of its axis and whether it goes up it.
_WAYS = (("to the left", "to the right"), ("downwards", "upwards"))
_WITH_FOCI = ("ellipse", "hyperbola", "parabola")


def _told(trees: Trees, work: Working, *kinds: str) -> Conic:
    """Return the conic that is asked about, with its numbers told; raise NoMethod where it is none of the kinds."""
    conic = conic_of(trees[-1], work)
    if kinds and conic.kind not in kinds:
        raise NoMethod
    numbers = {"circle": [equals("r", conic.a)], "parabola": [equals("a", conic.a)]}
    of_two = [equals("a", conic.a), equals("b", conic.b)]
    tell = joined(list(numbers.get(conic.kind, of_two)), "and")
    work.note(f"conic.{conic.kind}", tell, axis=LETTERS[conic.along], middle=point_tree(*conic.middle))
    return conic


def _with_foci(trees: Trees, work: Working) -> Conic:
    conic = _told(trees, work, *_WITH_FOCI)
    if conic.kind != "parabola":
        work.note(f"conic.foci_of_{conic.kind}", equals("c", conic.c))
    return conic


def _points(points: list[tuple[Any, ...]]) -> Answer:
    tree = joined([point_tree(*point) for point in points], "and")
    return Answer("set", sp.FiniteSet(*(sp.Tuple(*point) for point in points)), tree, verified=True)


def _on_both_sides(conic: Conic, distance: Any, *, other_axis: bool = False) -> Answer:
    turned = Conic(conic.kind, conic.middle, conic.along ^ other_axis, conic.a, conic.b)
    return _points([turned.point(-distance), turned.point(distance)])


def _curve(trees: Trees, work: Working) -> Answer:
    name = _NAMES[_told(trees, work).kind]
    return Answer("value", sp.Symbol(name), Text(name), verified=True)


def _is(kind: str, trees: Trees, work: Working) -> Answer:
    return yes_or_no(holds=_told(trees, work).kind == kind)


def _is_rectangular(trees: Trees, work: Working) -> Answer:
    conic = _told(trees, work, "hyperbola")
    work.note("conic.rectangular", standard_form(conic))
    return yes_or_no(holds=conic.a == conic.b)


def _centre(trees: Trees, work: Working) -> Answer:
    return _points([_told(trees, work, "circle", "ellipse", "hyperbola").middle])


def _radius(trees: Trees, work: Working) -> Answer:
    return Answer("value", _told(trees, work, "circle").a, verified=True)


def _foci(trees: Trees, work: Working) -> Answer:
    conic = _with_foci(trees, work)
    return _points([conic.focus]) if conic.kind == "parabola" else _on_both_sides(conic, conic.c)


def _vertices(trees: Trees, work: Working) -> Answer:
    conic = _told(trees, work, *_WITH_FOCI)
    return _points([conic.middle]) if conic.kind == "parabola" else _on_both_sides(conic, conic.a)


def _other_vertices(trees: Trees, work: Working) -> Answer:
    conic = _told(trees, work, "ellipse", "hyperbola")
    return _on_both_sides(conic, conic.b, other_axis=True)


def _eccentricity(trees: Trees, work: Working) -> Answer:
    if (conic := conic_of(trees[0], Working())).kind in ("circle", "parabola"):
        work.note(f"conic.eccentricity_of_{conic.kind}", standard_form(conic))
        return Answer("value", sp.Integer(conic.kind == "parabola"), verified=True)
    conic = _with_foci(trees, work)
    value = sp.radsimp(conic.c / conic.a)
    work.note("conic.eccentricity", to_tree(value))
    return Answer("value", value, verified=True)


def _latus_rectum(trees: Trees, work: Working) -> Answer:
    conic = _told(trees, work, *_WITH_FOCI)
    parabola = conic.kind == "parabola"
    value = abs(4 * conic.a) if parabola else sp.radsimp(2 * conic.b**2 / conic.a)
    work.note("conic.latus_rectum_of_parabola" if parabola else "conic.latus_rectum", equals("l", value))
    return Answer("value", value, verified=True)


def _directrices(trees: Trees, work: Working) -> Answer:
    conic = _with_foci(trees, work)
    parabola = conic.kind == "parabola"
    away = -conic.a if parabola else sp.radsimp(conic.a**2 / conic.c)
    work.note("conic.directrix_of_parabola" if parabola else "conic.directrices", equals("d", abs(away)))
    lines = [conic.across(side * away) for side in ((1,) if parabola else (-1, 1))]
    return Answer("set", None, joined(lines, "and"), verified=True)


def _asymptotes(trees: Trees, work: Working) -> Answer:
    conic = _told(trees, work, "hyperbola")
    (h, k), slope = conic.middle, conic.a / conic.b if conic.along else conic.b / conic.a
    work.note("conic.asymptotes", equals("m", slope))
    lines = [Statement(Y, sp.expand(sign * slope * (X - h) + k)) for sign in (1, -1)]
    return Answer("set", None, joined(list(map(line_tree, lines)), "and"), verified=True)


def _length(which: str, trees: Trees, work: Working) -> Answer:
    """Return twice `a`, `b` or `c`: an axis from end to end, or how far the foci are apart."""
    conic = _with_foci(trees, work) if which == "c" else _told(trees, work, "ellipse", "hyperbola")
    half = getattr(conic, which)
    work.note("conic.twice", equals(sp.Mul(2, half, evaluate=False), 2 * half))
    return Answer("value", 2 * half, verified=True)


def _main_axis(trees: Trees, work: Working) -> Answer:
    """Return the line on which the foci lie."""
    conic = _told(trees, work, *_WITH_FOCI)
    other = 1 - conic.along
    return Answer("set", None, line_tree(Statement(LETTERS[other], conic.middle[other])), verified=True)


def _area(trees: Trees, work: Working) -> Answer:
    conic = _told(trees, work, "circle", "ellipse")
    value = sp.pi * conic.a * conic.b
    work.note(f"conic.area_of_{conic.kind}", equals("A", value))
    return Answer("value", value, verified=True)


def _crossings(f: Any, place: int) -> list[tuple[Any, Any]]:
    """Return where a curve f = 0 meets the x axis, 0, or the y axis, 1."""
    letter, other = LETTERS[place], LETTERS[1 - place]
    found = sorted((root for root in sp.roots(f.subs(other, 0), letter) if root.is_real), key=float)
    return [(root, sp.Integer(0)) if place == 0 else (sp.Integer(0), root) for root in found]


def _on_axes(places: tuple[int, ...], trees: Trees, work: Working) -> Answer:
    f = sp.expand(left_of_zero(trees[0]))
    for place in places:
        other = LETTERS[1 - place]
        work.note("conic.on_axis", Statement(f.subs(other, 0), sp.Integer(0)), axis=LETTERS[place], letter=other)
    points = list(dict.fromkeys(point for place in places for point in _crossings(f, place)))
    return _points(points) if points else Answer("value", None, Text("no such point"), verified=True)


def _opening(trees: Trees, work: Working) -> Answer:
    conic = _told(trees, work, "parabola")
    name = _WAYS[conic.along][bool(conic.a > 0)]
    return Answer("value", sp.Symbol(name), Text(name), verified=True)


def _general_form(trees: Trees, work: Working) -> Answer:
    form = Statement(sp.expand(left_of_zero(trees[0])), sp.Integer(0))
    work.step("conic.general", trees[0], form)
    return Answer("expression", form.left, line_tree(form), verified=True)


# --- points beside a curve ------------------------------------------------------------------------------------------


def _side(trees: Trees, work: Working) -> int:
    """Return 1 for a point inside, on the side of the foci, 0 for one on the curve and -1 for one outside."""
    point, conic = point_of(trees[0]), conic_of(trees[1], work)
    form = standard_form(conic)
    assert isinstance(form, Relation)  # noqa: S101
    left, right = (left_of_zero(Relation((side, Number("0")), ("=",))) for side in form.operands)
    values = [sp.expand(side.subs({X: point[0], Y: point[1]})) for side in (left, right)]
    size = values[0] - values[1]
    sign = "=" if size == 0 else "<" if size < 0 else ">"
    at_focus = (left - right).subs({X: conic.focus[0], Y: conic.focus[1]})
    where = 0 if size == 0 else 1 if bool(size * at_focus > 0) else -1
    shown = Relation((to_tree(values[0]), to_tree(values[1])), (sign,))
    work.note("conic.put_in", shown, point=point_tree(*point))
    return where


_PLACES = {1: "inside", 0: "on the curve", -1: "outside"}


def _place(trees: Trees, work: Working) -> Answer:
    name = _PLACES[_side(trees, work)]
    return Answer("value", sp.Symbol(name), Text(name), verified=True)


def _is_at(side: int, trees: Trees, work: Working) -> Answer:
    return yes_or_no(holds=_side(trees, work) == side)


def _tangent_length(trees: Trees, work: Working) -> Answer:
    conic, (p, q) = _told(trees, work, "circle"), point_of(trees[0])
    square = sp.expand((p - conic.middle[0]) ** 2 + (q - conic.middle[1]) ** 2)
    if square < conic.a**2:
        raise NoMethod
    work.note("conic.to_centre", equals("d", sp.sqrt(square)))
    value = sp.sqrt(square - conic.a**2)
    work.note("conic.tangent_length", equals("t", value))
    return Answer("value", value, verified=True)


CONICS: dict[str, Callable[[Trees, Working], Answer]] = {
    "curve": _curve,
    **{f"is {kind}": partial(_is, kind) for kind in _NAMES},
    "is rectangular": _is_rectangular,
    "centre": _centre,
    "radius": _radius,
    "foci": _foci,
    "vertices": _vertices,
    "other vertices": _other_vertices,
    "eccentricity": _eccentricity,
    "latus rectum": _latus_rectum,
    "directrices": _directrices,
    "asymptotes": _asymptotes,
    "main axis length": partial(_length, "a"),
    "other axis length": partial(_length, "b"),
    "distance of foci": partial(_length, "c"),
    "main axis": _main_axis,
    "area enclosed": _area,
    "curve on x axis": partial(_on_axes, (0,)),
    "curve on y axis": partial(_on_axes, (1,)),
    "curve on the axes": partial(_on_axes, (0, 1)),
    "opening": _opening,
    "general form": _general_form,
    "place of a point": _place,
    "point inside": partial(_is_at, 1),
    "point outside": partial(_is_at, -1),
    "tangent length": _tangent_length,
}
