"""Differential equations of the first order: by separating the variables, or by an integrating factor."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.errors import MathsError
from tutor_cli.maths.expr import Derivative, Expr, Mul, Prime, Relation, Sequence, Symbol
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.asked.given import CONSTANTS, Trees, X, Y, equals, point_of
from tutor_cli.maths.solve.bridge import symbol, to_sympy
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.working import Statement, Working
from tutor_cli.maths.solve.writing import to_tree

_LONGEST = 200
_NUMBER = r"-?\d+(?:\.\d+)?"
_ASKS = re.compile(
    r"^(?:(?:please|can you|could you|solve|find|what is|the|general|particular|solution|of|to|differential|equation)"
    r"\s+)*:?\s*"
    r"|,?\s*(?:(?:and|then) )?(?:find|what is|solve for) y\W*$",
    re.IGNORECASE,
)
_POINT = re.compile(
    r"[,;]?\s*(?:(?:and|if|given|that|with|when|where|such|for which|satisfying)\s+)*"
    rf"(?:y ?\( ?(?P<x1>{_NUMBER}) ?\) ?= ?(?P<y1>{_NUMBER})"
    rf"|y ?(?:=|is) ?(?P<y2>{_NUMBER}),? (?:when|at|if|for|and) x ?(?:=|is) ?(?P<x2>{_NUMBER})"
    rf"|x ?(?:=|is) ?(?P<x3>{_NUMBER}),? (?:then |and )?y ?(?:=|is) ?(?P<y3>{_NUMBER}))",
    re.IGNORECASE,
)
C = symbol("C")


def differential_problem(text: str) -> Problem | None:
    """Return the equation in x, y and dy/dx that a text poses, with the point its solution goes through; or None."""
    if len(text) > _LONGEST or not re.search(r"d ?y|y'", text):
        return None
    found = _POINT.search(text)
    rest = text if found is None else f"{text[: found.start()]} {text[found.end() :]}"
    try:
        tree = parse(_ASKS.sub("", rest.strip(" ,.?")).strip(" ,.?:"))
    except MathsError:
        return None
    if not isinstance(tree, Relation) or tree.signs != ("=",) or not any(map(_is_slope, tree.walk())):
        return None
    point: Trees = ()
    if found is not None:
        across, up = (next(v for k, v in found.groupdict().items() if v and k[0] == letter) for letter in "xy")
        point = (Sequence((parse(across), parse(up)), "("),)
    return Problem("quantity", (tree, *point), quantity="differential equation")


def _is_slope(tree: Expr) -> bool:
    match tree:
        case Derivative(Symbol("y"), (Symbol("x"),)) | Prime(Symbol("y"), 1):
            return True
    return False


def _slope(tree: Expr) -> Any:
    """Return F where the equation says dy/dx = F."""
    p = sp.Symbol("p")
    if not isinstance(tree, Relation):
        raise NoMethod
    sides = (side.rebuilt(lambda node: Symbol("p") if _is_slope(node) else node) for side in tree.operands)
    left, right = (to_sympy(side, CONSTANTS) for side in sides)
    equation = sp.expand(left - right).subs(symbol("p"), p)
    if not equation.is_polynomial(p) or sp.degree(equation, p) != 1 or not equation.free_symbols <= {X, Y, p}:
        raise NoMethod
    return sp.factor(-equation.coeff(p, 0) / equation.coeff(p, 1))


def _solve(trees: Trees, work: Working) -> Answer:
    slope = _slope(trees[0])
    point = point_of(trees[1]) if len(trees) > 1 else None
    parts = sp.separatevars(slope, symbols=(X, Y), dict=True)
    general = _separated(parts, work) if parts else _by_factor(slope, work)
    if point is None:
        value = general if isinstance(general, Statement) else Statement(Y, general)
    else:
        value = _through(point, general, work)
    holds = value.left != Y or sp.simplify(sp.diff(value.right, X) - slope.subs(Y, value.right)) == 0
    return Answer("expression", None, equals(value.left, value.right), verified=holds)


def _separated(parts: Any, work: Working) -> Any:
    """Return y as a function of x and C, or the equation between the two integrals."""
    of_x, of_y = parts["coeff"] * parts[X], 1 / parts[Y]
    work.note("differential.separate", equals(_times(of_y, "y"), _times(of_x, "x")))
    left, right = sp.integrate(of_y, Y), sp.integrate(of_x, X)
    if any(side.has(sp.Integral) for side in (left, right)):
        raise NoMethod
    shown = (side.replace(sp.log, lambda inside: sp.log(sp.Abs(inside))) for side in (left, right + C))
    work.note("differential.integrate", equals(*shown))
    times = sp.simplify(left / sp.log(Y))
    if times.is_number:
        solution = C * sp.exp(sp.expand(right / times))
        work.note("differential.exponential", equals("y", solution))
        return sp.powsimp(sp.simplify(solution))
    return Statement(left, right + C)


def _times(f: Any, letter: str) -> Expr:
    """Return f dx."""
    return Mul((*(() if f == 1 else (to_tree(f),)), Symbol("d"), Symbol(letter)))


def _by_factor(slope: Any, work: Working) -> Any:
    """Return y of a linear equation dy/dx + Py = Q."""
    slope = sp.expand(slope)
    if not slope.is_polynomial(Y) or sp.degree(slope, Y) != 1:
        raise NoMethod
    p, q = sp.simplify(-slope.coeff(Y, 1)), sp.simplify(slope.coeff(Y, 0))
    factor = sp.simplify(sp.exp(sp.integrate(p, X)))
    work.note("differential.factor", equals(sp.Symbol("mu"), factor), p=p)
    inner = sp.integrate(sp.simplify(factor * q), X)
    if inner.has(sp.Integral):
        raise NoMethod
    work.note("differential.product", equals(factor * Y, inner + C))
    return sp.expand((inner + C) / factor)


def _through(point: tuple[Any, ...], general: Any, work: Working) -> Statement:
    """Return the solution through a point: its constant found, and y from what is left where it can be."""
    across, up = point
    put = {X: across, Y: up}
    between = general if isinstance(general, Statement) else Statement(Y, general)
    found = sp.solve((between.left - between.right).subs(put), C)
    if len(found) != 1 or not found[0].is_finite:
        raise NoMethod
    work.note("differential.constant", Statement(C, found[0]), x=across, y=up)
    right = sp.simplify(between.right.subs(C, found[0]))
    if between.left == Y:
        return Statement(Y, right)
    for solution in sp.solve(between.left - right, Y):
        if sp.simplify(solution.subs(X, across) - up) == 0:
            work.note("differential.for_y", equals("y", sp.simplify(solution)))
            return Statement(Y, sp.simplify(solution))
    return Statement(between.left, right)


DIFFERENTIAL: dict[str, Callable[[Trees, Working], Answer]] = {"differential equation": _solve}
