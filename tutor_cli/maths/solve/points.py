"""Points and lines of the plane, from their coordinates."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Relation, Sequence, Symbol
from tutor_cli.maths.solve.bridge import symbol
from tutor_cli.maths.solve.exact import Undefined
from tutor_cli.maths.solve.insertion import insert
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer, Quantity
from tutor_cli.maths.solve.working import Statement, Working, line_tree
from tutor_cli.maths.solve.writing import listed, to_tree


def _four(values: list[Any]) -> tuple[Any, Any, Any, Any]:
    if len(values) != 4:
        raise Unknown("two points")
    a, b, c, d = values
    return a, b, c, d


def _slope(values: list[Any], work: Working) -> Answer:
    if _four(values)[0] == values[2]:
        work.note("line.vertical", listed(values))
        raise Undefined("the slope of a vertical line")
    return insert("slope of a line", values, work)


def _midpoint(values: list[Any], work: Working) -> Answer:
    a, b, c, d = _four(values)
    middle = [(a + c) / 2, (b + d) / 2]
    points = Sequence((Sequence((to_tree(a), to_tree(b)), "("), Sequence((to_tree(c), to_tree(d)), "(")))
    tree = Sequence(tuple(map(to_tree, middle)), "(")
    work.remark("line.midpoint", points, tree)
    return Answer("set", sp.FiniteSet(sp.Tuple(*middle)), tree, verified=middle[0] - a == c - middle[0])


def _line(values: list[Any], work: Working) -> Answer:
    a, b, c, d = _four(values)
    x, y = symbol("x"), symbol("y")
    if a == c:
        work.note("line.vertical", line_tree(Statement(x, a)))
        return Answer("expression", x - a, line_tree(Statement(x, a)), verified=a != c or b != d)
    slope = (d - b) / (c - a)
    work.note("line.slope", Relation((Symbol("m"), to_tree(slope)), ("=",)), slope=slope)
    point_form = Statement(y - b, sp.Mul(slope, x - a, evaluate=False))
    work.note("line.point_form", point_form)
    final = Statement(y, sp.expand(slope * (x - a) + b))
    work.step("equation.expand", point_form, final)
    verified = all(final.right.subs(x, u) == v for u, v in ((a, b), (c, d)))
    return Answer("expression", final.right, line_tree(final), verified=verified)


POINTS: dict[str, Quantity] = {
    "slope": _slope,
    "midpoint": _midpoint,
    "line": _line,
}
