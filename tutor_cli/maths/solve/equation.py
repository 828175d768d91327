"""Equations in one unknown: domain, method, candidates put back, and a search for anything that was missed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Expr, Relation
from tutor_cli.maths.solve import domain, families, methods, search, sets, verify
from tutor_cli.maths.solve.bridge import precise, symbol, to_sympy
from tutor_cli.maths.solve.domain import Constraint
from tutor_cli.maths.solve.exact import Undefined
from tutor_cli.maths.solve.numeric import PRECISE, Unknown
from tutor_cli.maths.solve.outcome import Answer, Outcome
from tutor_cli.maths.solve.substitution import substituted
from tutor_cli.maths.solve.truth import statement as truth_of
from tutor_cli.maths.solve.working import Statement, Working, joined, line_tree

# Decimals stand for roots that have no exact form.
LOOSE_PRECISE = replace(PRECISE, epsilon=1e-12)


def solve(
    relation: Relation, name: str, constants: tuple[str, ...], work: Working, method: str = "", home: Any = None
) -> Answer:
    """Solve an equation in one unknown over the reals, or in the interval `home`."""
    x = symbol(name)
    left, right = (to_sympy(side, constants) for side in relation.operands)
    start = Statement(left, right)
    needs = domain.constraints(relation, {name}, constants)
    _show_domain(relation, needs, x, work)
    simplify_sides(relation, start, work)
    outcome = methods.solve(start, x, work, method)
    solutions = accepted(outcome, relation, start, needs, x, constants, work)
    verified = nothing_missed(relation, solutions, name, constants)
    if home is not None:
        solutions = restricted(solutions, home, x, work)
    return Answer(
        kind="set" if outcome.exact else "no_closed_form",
        value=solutions,
        tree=sets.answer_tree(solutions, x),
        verified=verified,
        multiplicities={root: times for root, times in outcome.multiplicities.items() if root in solutions},
    )


def restricted(solutions: Any, home: Any, x: Any, work: Working) -> Any:
    """Return the solutions in an interval."""
    repeating = families.from_set(solutions)
    inside = families.within(repeating, home) if repeating else solutions.intersect(home)
    work.remark(
        "equation.in_interval", sets.answer_tree(solutions, x), sets.answer_tree(inside, x), home=sets.set_tree(home)
    )
    return inside


def simplify_sides(relation: Expr, start: Statement, work: Working) -> None:
    """Say that the sides were simplified, where the numbers written are not the ones we go on with."""
    if _weight(relation) != _weight(line_tree(start)):
        work.step("equation.simplify_sides", relation, start)


def _weight(tree: Expr) -> int:
    return sum(1 for node in tree.walk() if not list(node.children()))


def _show_domain(relation: Expr, needs: list[Constraint], x: Any, work: Working) -> None:
    for need in needs:
        try:
            shown = sets.answer_tree(need.solved(x), x) if need.sign != "ne" else _not_equal(need, x)
        except (NotImplementedError, TypeError, ValueError):
            shown = need.tree()
        work.domain.append(shown)
        work.note(f"domain.{need.cause}", relation, condition=shown)


def _not_equal(need: Constraint, x: Any) -> Expr:
    points = domain.excluded_points([need], x)
    if not points:
        return need.tree()
    return joined([line_tree(Statement(x, point, "ne")) for point in points], "and")


def accepted(
    outcome: Outcome,
    relation: Relation,
    start: Statement,
    needs: list[Constraint],
    x: Any,
    constants: tuple[str, ...],
    work: Working,
) -> Any:
    """Return the candidates that solve the original equation; the others are rejected aloud, with the reason."""
    candidates = outcome.solutions
    if not outcome.exact:
        return candidates
    holds = truth_of(relation, PRECISE, constants)
    repeating = families.from_set(candidates)
    if repeating:
        kept = families.filtered(repeating, lambda value: holds({x.name: precise(value)}))
        work.points += [{x.name: precise(item.member(k))} for item in kept for k in (-1, 0, 1, 2)]
        return families.as_set(families.merged(kept))
    if not candidates.is_FiniteSet:
        return candidates.intersect(domain.allowed(needs, x)) if needs else candidates
    work.points += [{x.name: precise(value)} for value in candidates if value.is_real]
    kept = []
    for value in sets.ordered(candidates):
        if value.is_real and holds({x.name: precise(value)}):
            kept.append(value)
            _show_check(relation, start, value, x, work)
        else:
            reject(value, start, needs, x, work)
    return sp.FiniteSet(*kept)


def _show_check(relation: Expr, start: Statement, value: Any, x: Any, work: Working) -> None:
    tree = substituted(relation, x.name, value)
    work.note("equation.check", tree, value=Statement(x, value))


def reject(value: Any, start: Statement, needs: list[Constraint], x: Any, work: Working) -> None:
    """Record why a candidate is not a solution."""
    for need in needs:
        found = sp.simplify(need.expression.subs(x, value))
        if need.sign == "ne" and found == 0:
            work.reject("reject.denominator", Statement(x, value), expression=need.expression)
            return
        if found.is_negative or (need.sign == ">" and found == 0):
            work.reject(f"reject.{need.cause}", Statement(x, value), expression=need.expression, found=found)
            return
    left, right = (sp.simplify(side.subs(x, value)) for side in (start.left, start.right))
    work.reject("reject.sides", Statement(x, value), left=left, right=right)


def nothing_missed(relation: Expr, solutions: Any, name: str, constants: tuple[str, ...]) -> bool:
    """Tell whether a scan of the original equation finds only numbers of the set, and the set's own points solve it."""
    try:
        found = search.roots_of(relation, name, constants)
    except (Unknown, Undefined):
        return False
    holds = truth_of(relation, PRECISE, constants)
    own = [point for point in sets.critical_points(solutions) if sets.contains(solutions, float(point))]
    if any(point.has(sp.Float) for point in own):
        holds = truth_of(relation, LOOSE_PRECISE, constants)
    return (
        all(sets.contains(solutions, root) for root in found)
        and all(holds({name: precise(point)}) for point in own)
        and all(sets.contains(solutions, at) == holds({name: PRECISE.library.mpf(at)}) for at in verify.SAMPLES)
    )
