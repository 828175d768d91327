"""Linear programming in the plane: the corner points of a region and the best of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations
from typing import Any

import sympy as sp

from tutor_cli.errors import MathsError
from tutor_cli.maths.expr import Expr, Relation, Sequence
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.asked.given import CONSTANTS, Trees, X, Y, equals, point_tree, told
from tutor_cli.maths.solve.bridge import to_sympy
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.functions import yes_or_no
from tutor_cli.maths.solve.working import Working

_LONGEST = 300
_SAID = tuple(
    (re.compile(pattern, re.IGNORECASE), by)
    for pattern, by in (
        (r"\bx ?(?:,|and) ?y (?:are |is )?(?:not negative|non-?negative|(?:>=|≥|\\geq?) ?0)", "x >= 0, y >= 0"),
        (r"\bx ?(?:>=|≥|\\geq?) ?0 ?(?:,|and) ?y ?(?:>=|≥|\\geq?) ?0", "x >= 0, y >= 0"),
        (r"\bis (?:at most|not more than|less than or equal to)\b", "<="),
        (r"\bis (?:at least|not less than|greater than or equal to)\b", ">="),
    )
)
_BODY = r"[-+\d.xy ()/*]*[xy][-+\d.xy ()/*]*"
_LIMIT = re.compile(rf"(?P<f>{_BODY}) ?(?P<sign><=|>=|≤|≥|\\leq?\b|\\geq?\b) ?(?P<g>[-+\d.xy ()/*]*[\dxy])")
_AIM = re.compile(
    r"(?P<aim>maximi[sz]e|minimi[sz]e|max(?:imum)?|min(?:imum)?)\b"
    rf"(?:[a-z ]*?(?:of|is)?)? ?(?:[ZPC] ?= ?)?(?P<z>{_BODY})",
    re.IGNORECASE,
)
# The questions of the mind about a point: "is (5, 2) in the region ...", "goal z = ... at (5, 2)".
_AT_POINT = re.compile(
    rf"(?:goal z = (?P<z>{_BODY})(?=\s*(?:subject|at)).* at|is) (?P<point>\([^()a-z]*,[^()a-z]*\))", re.IGNORECASE
)
_CORNERS = re.compile(r"\bcorner points?|vertices of the (?:feasible )?region", re.IGNORECASE)
_WORDS = re.compile(
    r"\b(?:subject|to|the|constraints?|following|under|conditions?|if|and|where|such|that|find|value|of|what|is|are|by|with|solve|graphically"
    r"|linear|programming|problem|lpp|z|region|feasible|inequalities|for|given|function|objective|are|corner|points?|vertices|s)\b",
    re.IGNORECASE,
)


def programming_problem(text: str) -> Problem | None:
    """Return the linear programming problem in x and y that a text poses, or None."""
    plain = text[:_LONGEST].replace("$", " ")
    for pattern, by in _SAID:
        plain = pattern.sub(by, plain)
    plain = plain.replace("≤", "<=").replace("≥", ">=").replace("\\leq", "<=").replace("\\geq", ">=")
    plain = re.sub(r"\\le\b", "<=", re.sub(r"\\ge\b", ">=", plain))
    limits = list(_LIMIT.finditer(plain))
    if (at := _AT_POINT.match(plain)) and limits:
        bounds = [parse(found.group().strip(" ,")) for found in limits]
        aimed = [] if at["z"] is None else [parse(at["z"].strip())]
        return Problem("quantity", (*aimed, parse(at["point"]), *bounds), quantity="goal at" if aimed else "in region")
    rest = _LIMIT.sub(" , ", plain)
    aim = _AIM.search(rest)
    if len(limits) <= 1 or not (aim or _CORNERS.search(rest)):
        return None
    left = f"{rest[: aim.start()]} {rest[aim.end() :]}" if aim else rest
    if re.search(r"[a-z\d]", _WORDS.sub(" ", left), re.IGNORECASE):
        return None
    try:
        trees = tuple(parse(found.group().strip(" ,")) for found in limits)
        goal = (parse(aim["z"].strip(" ,.")),) if aim else ()
    except MathsError:
        return None
    quantity = (
        ("linear minimum" if aim["aim"].lower().startswith("min") else "linear maximum") if aim else "corner points"
    )
    return Problem("quantity", (*goal, *trees), quantity=quantity)


def _halfplane(tree: Expr) -> Any:
    """Return f of the limit f <= 0."""
    if not isinstance(tree, Relation) or tree.signs[0] not in ("le", "ge"):
        raise Unknown("a limit")
    left, right = (to_sympy(side, CONSTANTS) for side in tree.operands)
    f = sp.expand(left - right if tree.signs[0] == "le" else right - left)
    if not f.free_symbols <= {X, Y} or sp.Poly(f, X, Y).total_degree() != 1:
        raise NoMethod
    return f


def _corners(limits: list[Any], work: Working) -> list[tuple[Any, Any]]:
    found = set()
    for f, g in combinations(limits, 2):
        meeting = sp.solve([f, g], [X, Y], dict=True)
        point = (meeting[0].get(X), meeting[0].get(Y)) if meeting else (None, None)
        if None not in point and all(h.subs({X: point[0], Y: point[1]}) <= 0 for h in limits):
            found.add(point)
    if not found:
        raise NoMethod
    ordered = sorted(found)
    work.note("programming.corners", Sequence(tuple(point_tree(*point) for point in ordered)))
    return ordered


def _unbounded(goal: Any, limits: list[Any]) -> bool:
    """Tell whether the goal grows without end along an edge of the region."""
    normals = [(f.coeff(X), f.coeff(Y)) for f in limits]
    ways = [(sign * b, -sign * a) for a, b in normals for sign in (1, -1)]
    kept = [(p, q) for p, q in ways if all(a * p + b * q <= 0 for a, b in normals)]
    return any(goal.coeff(X) * p + goal.coeff(Y) * q > 0 for p, q in kept)


def _best(trees: Trees, work: Working, *, sign: int, word: str) -> Answer:
    goal, limits = sp.expand(to_sympy(trees[0], CONSTANTS)), [_halfplane(tree) for tree in trees[1:]]
    corners = _corners(limits, work)
    if _unbounded(sign * goal, limits):
        work.note("programming.unbounded", trees[0])
        raise NoMethod
    values = {point: goal.subs({X: point[0], Y: point[1]}) for point in corners}
    for point in corners:
        work.note("programming.value", equals("Z", values[point]), point=point_tree(*point))
    best = max(values.values(), key=lambda value: sign * value)
    at = [point for point in corners if values[point] == best]
    tree = told(
        f"{word} ",
        best,
        " at ",
        Sequence(tuple(point_tree(*point) for point in at)) if len(at) > 1 else point_tree(*at[0]),
    )
    return Answer("value", best, tree, verified=True)


def _corner_points(trees: Trees, work: Working) -> Answer:
    corners = _corners([_halfplane(tree) for tree in trees], work)
    tree = Sequence(tuple(point_tree(*point) for point in corners))
    return Answer("set", sp.FiniteSet(*(sp.Tuple(*point) for point in corners)), tree, verified=True)


def _goal_at(trees: Trees, work: Working) -> Answer:
    point = _at(trees[1])
    value = to_sympy(trees[0], CONSTANTS).subs(point)
    work.note("programming.value", equals("Z", value), point=trees[1])
    return Answer("value", value, verified=True)


def _in_region(trees: Trees, work: Working) -> Answer:
    point = _at(trees[0])
    outside = next((tree for tree in trees[1:] if not _halfplane(tree).subs(point) <= 0), None)
    work.note("programming.inside" if outside is None else "programming.outside", outside or trees[0], point=trees[0])
    return yes_or_no(holds=outside is None)


def _at(tree: Expr) -> dict[Any, Any]:
    x, y = tree.items if isinstance(tree, Sequence) else ()
    return {X: to_sympy(x, CONSTANTS), Y: to_sympy(y, CONSTANTS)}


PROGRAMMING: dict[str, Callable[[Trees, Working], Answer]] = {
    "linear maximum": lambda trees, work: _best(trees, work, sign=1, word="maximum"),
    "linear minimum": lambda trees, work: _best(trees, work, sign=-1, word="minimum"),
    "corner points": _corner_points,
    "goal at": _goal_at,
    "in region": _in_region,
}
