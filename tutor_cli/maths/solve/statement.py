"""A problem as it is written on a whiteboard."""

from __future__ import annotations

from tutor_cli.maths.expr import (
    BigOperator,
    Case,
    Cases,
    Derivative,
    Expr,
    Integral,
    Interval,
    Limit,
    Number,
    Relation,
    Sequence,
    Symbol,
)
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.table import recipes


def statement(problem: Problem) -> Expr:
    """Return the tree that states the problem: `d/dx x^3` for a derivative, the equations for a system."""
    body, *others = problem.expressions
    variable = Symbol(problem.variable or "x")
    match problem.operation:
        case "differentiate":
            return Derivative(body, (variable,) * problem.order)
        case "integrate":
            return Integral(body, (variable,), *_ends(problem.interval))
        case "limit" if problem.to is not None:
            return Limit(body, variable, problem.to, problem.side)
        case "sum":
            lower, upper = _ends(problem.interval)
            start = Relation((variable, lower or Number("1")), ("=",))
            return BigOperator("sum", body, start, upper)
    if problem.operation == "quantity":
        return _given(problem)
    if others:
        return Cases(tuple(Case(part) for part in problem.expressions))
    return body


def _given(problem: Problem) -> Expr:
    """Return the numbers a quantity is worked out from, with their letters where a formula has letters for them."""
    letters = recipes()[problem.quantity].given if problem.quantity in recipes() else ()
    if problem.story and problem.story.given:
        letters = problem.story.given
    if problem.story and problem.story.equations and len(problem.expressions) > 1:
        return Cases(tuple(Case(part) for part in problem.expressions))
    if len(letters) != len(problem.expressions):
        return problem.expressions[0] if len(problem.expressions) == 1 else Sequence(problem.expressions)
    named = tuple(
        Relation((Symbol(letter), tree), ("=",)) for letter, tree in zip(letters, problem.expressions, strict=True)
    )
    return named[0] if len(named) == 1 else Sequence(named)


def _ends(interval: Expr | None) -> tuple[Expr | None, Expr | None]:
    if isinstance(interval, Interval):
        return interval.lower, interval.upper
    if isinstance(interval, Sequence) and len(interval.items) == 2:
        return interval.items[0], interval.items[1]
    return None, None
