"""Equations with absolute values: cases by the sign of what stands between the bars."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import sympy as sp

from tutor_cli.maths.solve import methods
from tutor_cli.maths.solve.domain import inequality_set
from tutor_cli.maths.solve.outcome import NoMethod, Outcome
from tutor_cli.maths.solve.sets import answer_tree
from tutor_cli.maths.solve.working import Statement, Working


def solve(statement: Statement, x: Any, work: Working, method: str = "") -> Outcome:
    """Solve by cases; a single |A| = c or |A| = |B| gives two equations, anything else intervals between the zeros."""
    isolated = _isolated(statement, x, work)
    if isolated is not None:
        return _two_cases(*isolated, x, work, method)
    return _by_intervals(statement, x, work, method)


def _isolated(statement: Statement, x: Any, work: Working) -> tuple[Statement, Any, Any] | None:
    """Return the statement as `|A| = B` with the insides A and B, where it can be written so."""
    bars = [node for node in statement.difference.atoms(sp.Abs) if node.has(x)]
    if len(bars) == 2 and sp.simplify(statement.difference - bars[0] + bars[1]) == 0:
        return Statement(bars[0], bars[1]), bars[0].args[0], bars[1].args[0]
    if len(bars) == 2 and sp.simplify(statement.difference + bars[0] - bars[1]) == 0:
        return Statement(bars[1], bars[0]), bars[1].args[0], bars[0].args[0]
    if len(bars) != 1:
        return None
    bar = bars[0]
    y = sp.Dummy("y", real=True)
    inside = sp.expand(statement.difference.subs(bar, y))
    if sp.degree(inside, y) != 1 if inside.is_polynomial(y) else True:
        return None
    if inside.coeff(y, 1).has(x):
        return None
    other = sp.expand(-inside.coeff(y, 0) / inside.coeff(y, 1))
    alone = Statement(bar, other)
    work.step("absolute.isolate", statement, alone)
    return alone, bar.args[0], other


def _two_cases(alone: Statement, inside: Any, other: Any, x: Any, work: Working, method: str) -> Outcome:
    if other.is_negative:
        work.note("absolute.negative", alone, number=other)
        return Outcome(sp.S.EmptySet)
    cases = [Statement(inside, other), Statement(inside, -other)] if other != 0 else [Statement(inside, other)]
    work.step("absolute.two_cases", alone, cases, may_add=not other.is_number)
    found = sp.S.EmptySet
    for case in cases:
        with work.group("absolute.case", case) as group:
            outcome = methods.solve(case, x, work, method)
            if not outcome.exact:
                raise NoMethod
            found = found.union(outcome.solutions)
            group.done(answer_tree(outcome.solutions, x))
    if other.has(x) and not found.is_FiniteSet:
        found = found.intersect(inequality_set(other, x, strict=False))
    return Outcome(found)


def _by_intervals(statement: Statement, x: Any, work: Working, method: str) -> Outcome:
    bars = sorted((node for node in statement.difference.atoms(sp.Abs) if node.has(x)), key=str)
    if any(inner.has(sp.Abs) for bar in bars for inner in bar.args) or not all(
        bar.args[0].is_polynomial(x) for bar in bars
    ):
        return _one_layer(statement, bars, x, work, method)
    zeros = sorted({zero for bar in bars for zero in sp.real_roots(sp.Poly(bar.args[0], x))}, key=float)
    if not zeros:
        raise NoMethod
    work.note("absolute.zeros", statement, zeros=[Statement(x, zero) for zero in zeros])
    found = sp.S.EmptySet
    for low, high in pairwise([-sp.oo, *zeros, sp.oo]):
        found = found.union(_on_interval(statement, bars, sp.Interval(low, high), x, work, method))
    return Outcome(found)


def _on_interval(statement: Statement, bars: list[Any], home: Any, x: Any, work: Working, method: str) -> Any:
    inner = sp.Rational(1, 3)
    point = _inside(home, inner)
    signs = {bar: bar.args[0] if bar.args[0].subs(x, point) >= 0 else -bar.args[0] for bar in bars}
    plain = Statement(sp.expand(statement.left.subs(signs)), sp.expand(statement.right.subs(signs)))
    with work.group("absolute.on_interval", plain, home=answer_tree(home, x)) as group:
        outcome = methods.solve(plain, x, work, method)
        if not outcome.exact:
            raise NoMethod
        group.done(answer_tree(outcome.solutions, x))
    return outcome.solutions.intersect(home)


def _inside(home: Any, part: Any) -> Any:
    if home.start == -sp.oo:
        return home.end - 1 if home.end != sp.oo else sp.Integer(0)
    return home.start + 1 if home.end == sp.oo else home.start + (home.end - home.start) * part


def _one_layer(statement: Statement, bars: list[Any], x: Any, work: Working, method: str) -> Outcome:
    """Take the bars with nothing nested around them away, by both signs; the candidates must be tested."""
    outer = max(bars, key=sp.count_ops)
    found = sp.S.EmptySet
    cases = [_with_sign(statement, outer, sign) for sign in (1, -1)]
    work.step("absolute.two_cases", statement, cases, may_add=True)
    for case in cases:
        outcome = methods.solve(case, x, work, method)
        if not outcome.exact:
            raise NoMethod
        found = found.union(outcome.solutions)
    return Outcome(found)


def _with_sign(statement: Statement, bar: Any, sign: int) -> Statement:
    return Statement(statement.left.subs(bar, sign * bar.args[0]), statement.right.subs(bar, sign * bar.args[0]))
