"""What can be asked, and which topic answers it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from tutor_cli.maths.expr import Number, Postfix, Relation, Symbol
from tutor_cli.maths.solve import (
    arithmetic,
    derivative,
    equation,
    expand,
    factor,
    inequality,
    interval,
    limits,
    matrices,
    parameters,
    quantity,
    sequences,
    sets,
    simplify,
    surds,
    system,
    verify,
)
from tutor_cli.maths.solve.bridge import symbol, to_sympy
from tutor_cli.maths.solve.exact import Undefined
from tutor_cli.maths.solve.integrals import answer
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.truth import interval_ends
from tutor_cli.maths.solve.working import Working, line_tree


def run(problem: Problem, work: Working) -> Answer:
    """Answer a problem and record the steps; raises Undefined, TooLarge, Unknown or NoMethod."""
    return OPERATIONS[problem.operation](problem, work)


def unknown(problem: Problem) -> str:
    """Return the letter asked for: the one named, else the only one, else x; raise Unknown where that is not clear."""
    if problem.variable:
        return problem.variable
    names = {name for tree in problem.expressions for name in verify.letters(tree, problem.constants)}
    if "x" not in names and len(names) > 1:
        raise Unknown("which unknown is asked for")
    return names.pop() if len(names) == 1 else "x"


def _solve(problem: Problem, work: Working) -> Answer:
    if len(problem.expressions) > 1:
        return system.solve(problem, work)
    relation = problem.expressions[0]
    if not isinstance(relation, Relation):
        relation = Relation((relation, Number("0")), ("=",))
    home = interval.to_set(problem.interval, problem.constants) if problem.interval is not None else None
    if relation.signs == ("=",):
        others = verify.letters(relation, problem.constants) - {unknown(problem)}
        if others:
            return parameters.solve(relation, unknown(problem), problem.constants, work)
        found = equation.solve(relation, unknown(problem), problem.constants, work, problem.method, home)
        known = sets.degrees_tree(found.value, symbol(unknown(problem))) if _is_in_degrees(problem) else None
        return found if known is None else replace(found, tree=known)
    return inequality.solve(relation, unknown(problem), problem.constants, work, home)


def _is_in_degrees(problem: Problem) -> bool:
    ends = problem.interval.walk() if problem.interval is not None else ()
    return any(isinstance(node, Postfix) and node.sign == "°" for node in ends)


def _evaluate(problem: Problem, work: Working) -> Answer:
    tree, known = problem.expressions[0], (*problem.constants, "e", "i")
    if surds.has_root_below(tree, known):
        end, value = tree, surds.solve(tree, known, work)
    else:
        end = arithmetic.Calculator(known, work).run(tree)
        value = arithmetic.finished(to_sympy(end, known))
        if arithmetic.in_degrees(end, value) is None:
            work.step("surd.simplify", end, value)
    agreed = verify.expressions_agree(tree, line_tree(value), known)
    shown = arithmetic.decimal(tree, value) or arithmetic.in_degrees(end, value)
    return Answer("value", value, shown, verified=agreed is True)


def _differentiate(problem: Problem, work: Working) -> Answer:
    tree, name = problem.expressions[0], unknown(problem)
    x, f = symbol(name), to_sympy(problem.expressions[0], problem.constants)
    if tree == Symbol("y") and name == "x":
        raise Unknown("what y is as a function of x")
    result = derivative.solve(tree, f, x, problem.order, work)
    work.conditions += [line_tree(condition) for condition in derivative.corner_conditions(f, x)]
    agreed = verify.expressions_agree(
        derivative.derivative_tree(tree, x, problem.order), line_tree(result), (*problem.constants, "e")
    )
    if problem.to is None:
        return Answer("expression", result, verified=agreed is True)
    point = to_sympy(problem.to, problem.constants)
    value = result.subs(x, point)
    if value.is_finite is not True:
        raise Undefined("the derivative there")
    work.remark("derivative.at", line_tree(result), line_tree(value), point=point)
    return Answer("value", value, verified=agreed is True)


def _expand(problem: Problem, work: Working) -> Answer:
    return _rewritten(problem, expand.solve(problem.expressions[0], problem.constants, work))


def _factor(problem: Problem, work: Working) -> Answer:
    number = problem.expressions[0]
    if isinstance(number, Number) and "." not in number.digits and int(number.digits) > 1:
        return Answer("expression", to_sympy(number, ()), factor.primes(int(number.digits), work), verified=True)
    return _rewritten(problem, factor.solve(problem.expressions[0], problem.constants, work))


def _simplify(problem: Problem, work: Working) -> Answer:
    result = simplify.solve(problem.expressions[0], problem.constants, problem.assume, work)
    above_zero = simplify.positive_letters(problem.assume)
    return _rewritten(problem, result, above_zero)


def _rewritten(problem: Problem, result: Any, positive: Iterable[str] = ()) -> Answer:
    constants = (*problem.constants, "e")
    agreed = verify.expressions_agree(problem.expressions[0], line_tree(result), constants, positive)
    return Answer("expression" if result.free_symbols else "value", result, verified=agreed is True)


def _integrate(problem: Problem, work: Working) -> Answer:
    tree, name = problem.expressions[0], unknown(problem)
    if problem.interval is None:
        return answer.indefinite(tree, name, problem.constants, work)
    return answer.definite(tree, name, problem.interval, problem.constants, work)


def _limit(problem: Problem, work: Working) -> Answer:
    if problem.to is None:
        raise Unknown("where the limit is taken")
    return limits.solve(problem, unknown(problem), problem.to, work)


def _matrix(problem: Problem, work: Working) -> Answer:
    return matrices.solve(problem.expressions[0], problem.constants, work)


def _sequence(problem: Problem, work: Working) -> Answer:
    return sequences.general_term(problem.expressions[0], problem.variable or "n", problem.constants, work)


def _sum(problem: Problem, work: Working) -> Answer:
    if problem.interval is None:
        raise Unknown("from where to where the sum goes")
    ends = interval_ends(problem.interval)[:2]
    return sequences.series(problem.expressions[0], problem.variable or "n", ends, problem.constants, work)


OPERATIONS: dict[str, Callable[[Problem, Working], Answer]] = {
    "solve": _solve,
    "evaluate": _evaluate,
    "differentiate": _differentiate,
    "expand": _expand,
    "factor": _factor,
    "simplify": _simplify,
    "integrate": _integrate,
    "limit": _limit,
    "matrix": _matrix,
    "sequence": _sequence,
    "sum": _sum,
    "quantity": quantity.solve,
}
