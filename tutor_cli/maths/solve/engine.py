"""From a problem to a verified solution, in this process. Loaded only when something is solved: it imports SymPy."""

from __future__ import annotations

import sympy as sp

from tutor_cli.maths.expr import Add, Empty, Expr, Number, Power, Relation, Symbol
from tutor_cli.maths.layout import linear
from tutor_cli.maths.solve import caps, operations, texts, verify
from tutor_cli.maths.solve.common_logs import with_base_ten
from tutor_cli.maths.solve.exact import TooLarge, Undefined
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.problem import Operation, Problem
from tutor_cli.maths.solve.refusal import refused
from tutor_cli.maths.solve.solution import Solution
from tutor_cli.maths.solve.step_checks import steps_hold
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import to_tree


def solve(problem: Problem) -> Solution:
    """Solve a problem with its steps; what is too large or not understood is a solution of kind `refused`."""
    try:
        for tree in problem.expressions:
            caps.check(tree)
        return _solved(problem)
    except (TooLarge, RecursionError):
        return refused(problem, "too_large")
    except (Unknown, NoMethod, NotImplementedError, TypeError, sp.PolynomialError):
        return refused(problem, "unsupported")


def _solved(problem: Problem) -> Solution:
    work = Working()
    if problem.common_logs and (written_out := with_base_ten(problem)) != problem:
        problem = written_out
        work.note("logarithm.common", problem.expressions[0])
    try:
        answer = operations.run(problem, work)
    except Undefined:
        work.note("undefined", problem.expressions[0])
        answer = Answer("undefined", verified=True)
    return _finished(problem, answer, work)


def _finished(problem: Problem, answer: Answer, work: Working) -> Solution:
    if not work.steps:
        work.note("nothing_to_do", problem.expressions[0])
    tree = answer.tree if answer.tree is not None else _default_tree(answer)
    known = known_constants(problem)
    return Solution(
        problem=problem,
        kind=answer.kind,
        answer=tree,
        steps=tuple(work.steps),
        domain=tuple(work.domain),
        rejected=tuple(work.rejected),
        conditions=tuple(work.conditions),
        multiplicities={str(root): int(times) for root, times in answer.multiplicities.items()},
        verified=answer.verified and steps_hold(work.steps, work.points, known),
        srepr="" if answer.value is None else sp.srepr(answer.value),
        text=texts.verdict(answer.kind) if isinstance(tree, Empty) else linear(tree),
    )


def _default_tree(answer: Answer) -> Expr:
    return Empty() if answer.value is None else to_tree(answer.value)


def known_constants(problem: Problem) -> tuple[str, ...]:
    """Return the symbols that are numbers in the problem and in what we write about it."""
    asked = {name for tree in problem.expressions for name in verify.letters(tree, problem.constants)}
    unit = {"I", "i"} if "I" in problem.constants else set()
    return tuple({*problem.constants, "e", "pi", *unit} - asked)


def warm_up() -> None:
    """Solve a few problems so that the first real one does not pay for imports and caches."""
    x, two = Symbol("x"), Number("2")
    operations_tried: tuple[Operation, ...] = ("solve", "simplify", "differentiate", "integrate")
    for operation in operations_tried:
        tree: Expr = Add((Power(x, two), x))
        solve(Problem(operation, (Relation((tree, two), ("=",)) if operation == "solve" else tree,), variable="x"))
