"""Inequalities: linear ones step by step, all others by zeros, gaps and a table of signs."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Expr, Matrix, Number, Quotient, Relation, Text
from tutor_cli.maths.solve import domain, equation, families, linear, methods, sets, verify
from tutor_cli.maths.solve.bridge import precise, symbol, to_sympy
from tutor_cli.maths.solve.domain import Constraint
from tutor_cli.maths.solve.exact import Undefined
from tutor_cli.maths.solve.numeric import FLOATS, PRECISE, compiled
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.truth import Truth
from tutor_cli.maths.solve.truth import statement as truth_of
from tutor_cli.maths.solve.working import Statement, Working, joined, line_tree
from tutor_cli.maths.solve.writing import to_tree


def solve(relation: Relation, name: str, constants: tuple[str, ...], work: Working, home: Any = None) -> Answer:
    """Solve an inequality, or a chain such as `a < f <= b`, in one unknown; in the interval `home` where given."""
    x = symbol(name)
    links = [Relation(pair, (sign,)) for pair, sign in zip(pairwise(relation.operands), relation.signs, strict=True)]
    if len(links) > 1:
        work.step("inequality.split", relation, joined(list(links), "and"))
    found = sp.S.Reals if home is None else home
    for link in links:
        part = _part(link, x, constants, work, home, alone=len(links) == 1)
        found = found.intersect(part)
    if len(links) > 1:
        work.step("inequality.both", joined(list(links), "and"), sets.answer_tree(found, x))
    verified = agrees(relation, found, home, name, constants)
    work.points += [{name: precise(point)} for point in sets.critical_points(found)]
    return Answer("set", found, sets.answer_tree(found, x), verified=verified)


def _part(link: Relation, x: Any, constants: tuple[str, ...], work: Working, home: Any, *, alone: bool) -> Any:
    if alone:
        return _one(link, x, constants, work, home)
    with work.group("inequality.one", link) as group:
        part = _one(link, x, constants, work, home)
        group.done(sets.answer_tree(part, x))
    return part


def _one(link: Relation, x: Any, constants: tuple[str, ...], work: Working, home: Any) -> Any:
    left, right = (to_sympy(side, constants) for side in link.operands)
    start = Statement(left, right, link.signs[0])
    equation.simplify_sides(link, start, work)
    needs = domain.constraints(link, {x.name}, constants)
    if start.difference.is_polynomial(x) and sp.degree(sp.expand(start.difference), x) <= 1 and not needs:
        return _linear(start, x, work)
    return _by_signs(link, start, needs, x, constants, work, home)


def _linear(start: Statement, x: Any, work: Working) -> Any:
    solved = linear.solve(start, x, work)
    if solved.left != x:
        true = truth_of(line_tree(solved))({})
        work.note("equation.always_true" if true else "equation.never_true", solved)
        return sp.S.Reals if true else sp.S.EmptySet
    return ray(solved)


def ray(solved: Statement) -> Any:
    """Return the set of `x sign number`."""
    end, sign = solved.right, solved.sign
    if sign in ("<", "le"):
        return sp.Interval(-sp.oo, end, True, sign == "<")
    if sign == "ne":
        return sp.Complement(sp.S.Reals, sp.FiniteSet(end))
    return sp.Interval(end, sp.oo, sign == ">", True)


def _by_signs(
    link: Relation,
    start: Statement,
    needs: list[Constraint],
    x: Any,
    constants: tuple[str, ...],
    work: Working,
    home: Any,
) -> Any:
    zero = Relation((_factored(start.difference, x), Number("0")), (start.sign,))
    work.step("inequality.compare_with_zero", link, zero)
    points = _critical(start, needs, x, work, home)
    work.note("inequality.critical", zero, points=[Statement(x, point) for point in points])
    holds = truth_of(link, PRECISE, constants)
    table = [(low, high, holds({x.name: precise(inside(low, high))})) for low, high in _gaps(points)]
    work.note("inequality.sign_table", sign_table(link, points, x, constants))
    return _union(table, [point for point in points if holds({x.name: precise(point)})])


def _factored(f: Any, x: Any) -> Expr:
    """Return a quotient with both parts factored, but nothing cancelled: the holes must stay."""
    if not f.is_rational_function(x):
        return to_tree(f)
    numerator, denominator = (sp.factor(part) for part in sp.fraction(sp.together(f)))
    return to_tree(numerator) if denominator == 1 else Quotient(to_tree(numerator), to_tree(denominator))


def _critical(start: Statement, needs: list[Constraint], x: Any, work: Working, home: Any) -> list[Any]:
    """Return, ascending, where the sides are equal and where the domain ends."""
    points = set(_zeros(Statement(start.left, start.right), x, home))
    for need in needs:
        points |= set(_zeros(Statement(need.expression, sp.Integer(0)), x, home))
    return sorted((point for point in points if point.is_real), key=float)


def _zeros(equality: Statement, x: Any, home: Any) -> list[Any]:
    outcome = methods.solve(equality, x, Working())
    repeating = families.from_set(outcome.solutions)
    if repeating and home is not None:
        return list(families.within(repeating, home))
    if repeating or not outcome.exact:
        raise NoMethod
    return sets.critical_points(outcome.solutions)


def _gaps(points: list[Any]) -> list[tuple[Any, Any]]:
    return list(pairwise([-sp.oo, *points, sp.oo]))


def inside(low: Any, high: Any) -> Any:
    """Return a number between two ends, a whole one where that is easy."""
    if low == -sp.oo:
        return sp.floor(high) - 1 if high != sp.oo else sp.Integer(0)
    if high == sp.oo:
        return sp.floor(low) + 1
    whole = sp.floor(low) + 1
    return whole if whole < high else (low + high) / 2


def _union(table: list[tuple[Any, Any, bool]], solved_points: list[Any]) -> Any:
    parts = [sp.Interval(low, high, True, True) for low, high, true in table if true]
    return sp.Union(*parts, sp.FiniteSet(*solved_points))


def sign_table(link: Relation, points: list[Any], x: Any, constants: tuple[str, ...]) -> Expr:
    """Return the table: test numbers above, the sign of left minus right below."""
    left, right = (compiled(side, FLOATS, constants) for side in link.operands)
    header: list[Expr] = [to_tree(x)]
    signs: list[Expr] = [Text("sign")]
    for low, high in _gaps(points):
        at = inside(low, high)
        header.append(to_tree(at))
        signs.append(Text(_sign(left, right, {x.name: float(at)})))
    return Matrix((tuple(header), tuple(signs)), "matrix")


def _sign(left: Any, right: Any, env: dict[str, float]) -> str:
    try:
        gap = left(env) - right(env)
    except Undefined:
        return "none"
    return "+" if gap > 0 else "−" if gap < 0 else "0"


def agrees(relation: Relation, found: Any, home: Any, name: str, constants: tuple[str, ...]) -> bool:
    """Tell whether the statement is true inside the set and false outside: at its ends, near them, and scattered."""
    holds: Truth = truth_of(relation, PRECISE, constants)
    ends = [float(point) for point in sets.critical_points(found)]
    near = [end + shift for end in ends for shift in (-0.00137, 0.00137)]
    exact = all(_same(holds, found, point, name) for point in sets.critical_points(found))
    scattered = [*near, *verify.SAMPLES, *(10 * value for value in verify.SAMPLES)]
    if home is not None:
        scattered = [at for at in scattered if sets.contains(home, at)]
    return exact and all(sets.contains(found, at) == holds({name: PRECISE.library.mpf(at)}) for at in scattered)


def _same(holds: Truth, found: Any, point: Any, name: str) -> bool:
    return holds({name: precise(point)}) == sets.contains(found, float(point))
