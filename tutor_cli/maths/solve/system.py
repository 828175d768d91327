"""Systems of equations: elimination and substitution for linear ones, substitution for a line and a curve."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Case, Cases, Expr, Relation, Sequence, Symbol
from tutor_cli.maths.solve import elimination, methods, verify
from tutor_cli.maths.solve.bridge import symbol, to_sympy
from tutor_cli.maths.solve.numeric import PRECISE, Unknown
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.truth import statement as truth_of
from tutor_cli.maths.solve.working import Statement, Working, joined, line_tree
from tutor_cli.maths.solve.writing import to_tree

_PAIR = 2


def solve(problem: Problem, work: Working) -> Answer:
    """Solve a system of equations over the reals; the answer has the unknowns in alphabetical order."""
    constants = problem.constants
    names = sorted({name for tree in problem.expressions for name in verify.letters(tree, constants)})
    unknowns = [symbol(name) for name in names]
    if not unknowns:
        raise Unknown("a system without unknowns")
    equations = [_statement(tree, constants) for tree in problem.expressions]
    if all(_is_linear(item, unknowns) for item in equations):
        solutions = _linear(problem, equations, unknowns, work)
    else:
        solutions = _nonlinear(problem, equations, unknowns, work)
    return _answer(problem, solutions, unknowns, work)


def _statement(tree: Expr, constants: tuple[str, ...]) -> Statement:
    if not isinstance(tree, Relation) or tree.signs != ("=",):
        raise Unknown("not an equation")
    left, right = (to_sympy(side, constants) for side in tree.operands)
    return Statement(left, right)


def _is_linear(item: Statement, unknowns: list[Any]) -> bool:
    difference = sp.expand(item.difference)
    return bool(difference.is_polynomial(*unknowns) and sp.Poly(difference, *unknowns).total_degree() <= 1)


def system_tree(equations: list[Statement]) -> Expr:
    """Return equations under one brace."""
    return Cases(tuple(Case(line_tree(item)) for item in equations))


# --- linear systems ------------------------------------------------------------------------------------------------


def _linear(problem: Problem, equations: list[Statement], unknowns: list[Any], work: Working) -> list[tuple[Any, ...]]:
    standard = [_standard(item, unknowns) for item in equations]
    work.step("system.standard", Cases(tuple(Case(tree) for tree in problem.expressions)), system_tree(standard))
    if problem.method == "elimination" and len(standard) == len(unknowns) == _PAIR:
        if solution := elimination.solve(standard, unknowns, work):
            return [solution]
        raise NoMethod
    current, solved = list(standard), []
    free = list(unknowns)
    while current and free:
        pivot = _pivot(current, free)
        if pivot is None:
            break
        row, unknown = pivot
        expressed = _express(row, unknown, work)
        current = _substitute(expressed, [item for item in current if item is not row], unknowns, work)
        solved.append(expressed)
        free.remove(unknown)
        if any(_contradiction(item) for item in current):
            work.note("system.contradiction", next(item for item in current if _contradiction(item)))
            return []
        current = [item for item in current if item.free_symbols]
    return [_back_substituted(solved, unknowns, work)]


def _standard(item: Statement, unknowns: list[Any]) -> Statement:
    difference = sp.Poly(sp.expand(item.difference), *unknowns)
    constant = difference.coeff_monomial(1)
    left = sp.expand(difference.as_expr() - constant)
    scale = sp.ilcm(1, *(coefficient.q for coefficient in [*difference.coeffs(), constant] if coefficient.is_Rational))
    if left.could_extract_minus_sign():
        scale = -scale
    return Statement(sp.expand(left * scale), -constant * scale)


def _pivot(current: list[Statement], free: list[Any]) -> tuple[Statement, Any] | None:
    """Choose the equation and unknown that are easiest to solve: coefficient 1, few terms."""
    choices = [
        (abs(item.left.coeff(unknown, 1)) != 1, len(item.free_symbols), k, j)
        for k, item in enumerate(current)
        for j, unknown in enumerate(free)
        if item.left.coeff(unknown, 1) != 0
    ]
    if not choices:
        return None
    _, _, k, j = min(choices)
    return current[k], free[j]


def _express(row: Statement, unknown: Any, work: Working) -> Statement:
    slope = row.left.coeff(unknown, 1)
    value = sp.expand((row.right - (row.left - slope * unknown)) / slope)
    expressed = Statement(unknown, value)
    work.step("system.express", row, expressed, unknown=unknown)
    return expressed


def _substitute(expressed: Statement, rest: list[Statement], unknowns: list[Any], work: Working) -> list[Statement]:
    result = []
    for item in rest:
        inserted = Statement(item.left.subs(expressed.left, expressed.right), item.right)
        simple = (
            _standard(inserted, unknowns)
            if inserted.difference.free_symbols
            else Statement(inserted.difference, sp.Integer(0))
        )
        work.remark("system.substitute", item, simple, given=expressed)
        result.append(simple)
    return result


def _contradiction(item: Statement) -> bool:
    return not item.free_symbols and item.difference != 0


def _back_substituted(solved: list[Statement], unknowns: list[Any], work: Working) -> tuple[Any, ...]:
    values: dict[Any, Any] = {}
    for item in reversed(solved):
        value = sp.expand(item.right.subs(values))
        if value != item.right:
            work.remark("system.back_substitute", item, Statement(item.left, value), given=_given(values))
        values[item.left] = value
    if len(values) < len(unknowns):
        work.note("system.infinitely_many", [Statement(name, value) for name, value in values.items()])
    return tuple(values.get(unknown, unknown) for unknown in unknowns)


def _given(values: dict[Any, Any]) -> Expr:
    return joined([line_tree(Statement(name, value)) for name, value in values.items()], "and")


# --- a line and a curve, two curves --------------------------------------------------------------------------------


def _nonlinear(
    problem: Problem, equations: list[Statement], unknowns: list[Any], work: Working
) -> list[tuple[Any, ...]]:
    line = next((item for item in equations if _is_linear(item, unknowns)), None)
    if line is None or len(equations) != 2 or len(unknowns) != 2:
        return _polynomial_system(problem, equations, unknowns, work)
    other = next(item for item in equations if item is not line)
    pivot = _pivot([_standard(line, unknowns)], unknowns)
    if pivot is None:
        raise NoMethod
    expressed = _express(pivot[0], pivot[1], work)
    rest = next(unknown for unknown in unknowns if unknown != pivot[1])
    inserted = Statement(
        sp.expand(other.left.subs(pivot[1], expressed.right)), sp.expand(other.right.subs(pivot[1], expressed.right))
    )
    work.remark("system.substitute", other, inserted, given=expressed)
    return _each_root(inserted, expressed, rest, unknowns, work)


def _each_root(
    inserted: Statement, expressed: Statement, rest: Any, unknowns: list[Any], work: Working
) -> list[tuple[Any, ...]]:
    outcome = methods.solve(inserted, rest, work)
    if not outcome.exact or not (outcome.solutions.is_FiniteSet or outcome.solutions is sp.S.EmptySet):
        raise NoMethod
    found = []
    for root in sorted(outcome.solutions, key=float):
        value = sp.radsimp(sp.expand(expressed.right.subs(rest, root)))
        work.remark("system.back_substitute", expressed, Statement(expressed.left, value), given=Statement(rest, root))
        values = {rest: root, expressed.left: value}
        found.append(tuple(values[unknown] for unknown in unknowns))
    return found


def _polynomial_system(
    problem: Problem, equations: list[Statement], unknowns: list[Any], work: Working
) -> list[tuple[Any, ...]]:
    found = sp.solve([item.difference for item in equations], unknowns, dict=True)
    rows = [tuple(sp.radsimp(row[u]) for u in unknowns) for row in found if set(row) == set(unknowns)]
    if len(rows) != len(found):
        raise NoMethod
    real = [row for row in rows if all(value.is_real for value in row)]
    work.remark(
        "system.solution_set", Cases(tuple(Case(tree) for tree in problem.expressions)), answer_tree(real, unknowns)
    )
    return real


# --- the answer ----------------------------------------------------------------------------------------------------


def _answer(problem: Problem, solutions: list[tuple[Any, ...]], unknowns: list[Any], work: Working) -> Answer:
    work.points += [env for row in solutions if (env := _env(row, unknowns)) is not None]
    checked = [row for row in solutions if _solves(problem, row, unknowns)]
    verified = checked == solutions and _nothing_missed(problem, solutions, unknowns)
    value = sp.FiniteSet(*(sp.Tuple(*row) for row in solutions)) if solutions else sp.S.EmptySet
    if problem.variable and len(unknowns) > 1:
        position = [unknown.name for unknown in unknowns].index(problem.variable)
        asked = sorted({row[position] for row in solutions}, key=str)
        tree = line_tree([Statement(unknowns[position], item) for item in asked])
        if not any(item.free_symbols for item in asked):
            return Answer("set", sp.FiniteSet(*asked), tree, verified=verified)
    return Answer("set", value, answer_tree(solutions, unknowns), verified=verified)


def answer_tree(solutions: list[tuple[Any, ...]], unknowns: list[Any]) -> Expr:
    """Return `x = 2 and y = 1`, or several such pairs joined by or."""
    if not solutions:
        names: Expr = to_tree(unknowns[0]) if len(unknowns) == 1 else Sequence(tuple(map(to_tree, unknowns)), "(")
        return Relation((names, Symbol("emptyset")), ("in",))
    rows = [
        joined([line_tree(Statement(name, value)) for name, value in zip(unknowns, row, strict=True)], "and")
        for row in solutions
    ]
    return joined(rows, "or")


def _env(row: tuple[Any, ...], unknowns: list[Any]) -> dict[str, Any] | None:
    if any(value.free_symbols for value in row):
        return None
    return {u.name: PRECISE.library.mpf(str(sp.N(v, 45))) for u, v in zip(unknowns, row, strict=True)}


def _solves(problem: Problem, row: tuple[Any, ...], unknowns: list[Any]) -> bool:
    free = sorted(set().union(*(value.free_symbols for value in row)), key=str)
    holds = [truth_of(tree, PRECISE, problem.constants) for tree in problem.expressions]
    for start in range(1 + 2 * bool(free)):
        given = {letter: sp.Rational(7 * start + 3, 5 - start) for letter in free}
        env = {u.name: PRECISE.library.mpf(str(sp.N(v.subs(given), 45))) for u, v in zip(unknowns, row, strict=True)}
        if not all(check(env) for check in holds):
            return False
    return True


def _nothing_missed(problem: Problem, solutions: list[tuple[Any, ...]], unknowns: list[Any]) -> bool:
    """A second way: the rank of a linear system, else Newton's method from many starts."""
    equations = [_statement(tree, problem.constants).difference for tree in problem.expressions]
    if all(_is_linear(Statement(item, sp.Integer(0)), unknowns) for item in equations):
        matrix, right = sp.linear_eq_to_matrix(equations, unknowns)
        rank, wide = matrix.rank(), matrix.row_join(right).rank()
        free = len(set().union(*(value.free_symbols for row in solutions for value in row))) if solutions else 0
        return bool(rank != wide) if not solutions else bool(rank == wide and free == len(unknowns) - rank)
    return all(_known(root, solutions) for root in _newton(equations, unknowns))


def _newton(equations: list[Any], unknowns: list[Any]) -> list[list[float]]:
    found = []
    for start in (
        (0.7, 1.3),
        (-1.9, 2.1),
        (2.7, -3.1),
        (-0.6, -0.8),
        (5.2, 4.1),
        (-4.7, -5.9),
        (0.2, -7.3),
        (8.1, 0.4),
    ):
        guess = [start[k % 2] * (1 + k // 2) for k in range(len(unknowns))]
        try:
            root = sp.nsolve(equations, unknowns, guess)
        except (ValueError, ZeroDivisionError, TypeError, KeyError, NotImplementedError):
            continue
        if all(abs(sp.im(value)) < 1e-9 for value in root):
            found.append([float(sp.re(value)) for value in root])
    return found


def _known(root: list[float], solutions: list[tuple[Any, ...]]) -> bool:
    return any(
        all(abs(float(v) - r) < 1e-5 * (1 + abs(r)) for v, r in zip(row, root, strict=True)) for row in solutions
    )
