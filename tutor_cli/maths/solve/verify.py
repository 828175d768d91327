"""Checking what was found by another way than the one that found it: numbers put into what stands on the paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from tutor_cli.maths.expr import BigOperator, Derivative, Expr, Group, Integral, Limit, Mul, Relation, Symbol
from tutor_cli.maths.solve import search
from tutor_cli.maths.solve.exact import Undefined
from tutor_cli.maths.solve.numeric import FLOATS, PRECISE, Field, Unknown, compiled, is_complex
from tutor_cli.maths.solve.solution import Step
from tutor_cli.maths.solve.substitution import replaced
from tutor_cli.maths.solve.truth import Truth, statement

# Where expressions are compared: both signs, small and large, none of them special.
SAMPLES = (
    0.6371829, -0.4319736, 1.7891734, -1.2773519, 2.7418127, -3.3427183, 0.0913747, 4.6139281, 9.3271938, -0.1763941,
    0.2633179,
)  # fmt: skip
ENOUGH = 3
# Floats near a solution: a margin for lines that magnify rounding, such as squares.
LOOSE = replace(FLOATS, epsilon=1e-6)


def letters(tree: Expr, constants: tuple[str, ...]) -> set[str]:
    """Return the names of the unknowns in a tree."""
    return {node.name for node in tree.walk() if isinstance(node, Symbol)} - {*constants, *_SIGNS}


_SIGNS = ("infty", "RR", "ZZ", "emptyset")


def expressions_agree(
    first: Expr, second: Expr, constants: tuple[str, ...], positive: Iterable[str] = (), field: Field = FLOATS
) -> bool | None:
    """Tell whether two expressions are equal wherever both have a value; None where too few points say anything."""
    try:
        imaginary = is_complex(first, constants) or is_complex(second, constants)
        one, two = (
            compiled(tree, PRECISE if imaginary else field, constants, imaginary=imaginary) for tree in (first, second)
        )
    except Unknown:
        return None
    names = sorted(letters(first, constants) | letters(second, constants))
    compared = 0
    for env in sample_points(names, set(positive), field):
        try:
            a, b = one(env), two(env)
        except Undefined:
            continue
        if abs(a - b) > 1e3 * field.epsilon * (1 + abs(a) + abs(b)):
            return False
        compared += 1
    return True if compared >= (ENOUGH if names else 1) else None


def sample_points(names: list[str], positive: set[str], field: Field = FLOATS) -> Iterator[dict[str, Any]]:
    """Yield environments for the letters; those in `positive` (or all, in a second round) get positive values."""
    rounds = [positive, set(names)] if names else [positive]
    for above_zero in rounds:
        for k in range(len(SAMPLES)):
            env = {name: SAMPLES[(k + 4 * j) % len(SAMPLES)] for j, name in enumerate(names)}
            yield {name: _number(abs(v) if name in above_zero else v, field) for name, v in env.items()}
        if not names:
            return


def _number(value: float, field: Field) -> Any:
    return PRECISE.library.mpf(value) if field is PRECISE else value


def steps_hold(steps: Iterable[Step], points: dict[str, list[Any]], constants: tuple[str, ...]) -> bool:
    """Tell whether every step keeps its value or its solutions (or only adds some, where it says so).

    `points` are values at which statements are compared, by letter: the candidates the working found.
    """
    return all(step_holds(step, points, constants) is not False for top in steps for step in top.walk())


def step_holds(step: Step, points: dict[str, list[Any]], constants: tuple[str, ...]) -> bool | None:
    """Tell whether one step is right; None where it says nothing that numbers could test."""
    if isinstance(step.before, Integral) and step.before.lower is None:
        return integral_step_holds(step, constants)
    if (
        step.before == step.after
        or step.from_several
        or any(isinstance(node, _UNTESTED) for node in step.before.walk())
    ):
        return None
    try:
        before, after = (statement(line, PRECISE, constants) for line in (step.before, step.after))
    except Unknown:
        return expressions_agree(step.before, step.after, constants)
    names = letters(step.before, constants) | letters(step.after, constants)
    if len(names) > 1:
        return None
    name = next(iter(names), "")
    if differences_scale(step.before, step.after, constants):
        return True
    return all(_keeps(before, after, {name: value}, step.may_add) for value in points.get(name, ())) and _scan_agrees(
        step, name, constants
    )


_UNTESTED = (Integral, Limit, BigOperator)


def integral_step_holds(step: Step, constants: tuple[str, ...]) -> bool | None:
    """Tell whether a step that starts from ∫ f dx is right: whether the derivative of both lines is f."""
    before, after, new = step.before, step.after, step.params.get("new")
    if not isinstance(before, Integral):
        return None
    name = _variable(before)
    if not isinstance(after, Integral):
        return derivative_agrees(after, before.body, name, constants)
    if _variable(after) == name:
        return expressions_agree(before.body, after.body, constants)
    if not isinstance(new, Relation):
        return None
    inside = replaced(after.body, _variable(after), Group(new.operands[1]))
    slope = Derivative(Group(new.operands[1]), before.variables)
    return expressions_agree(before.body, Mul((Group(inside), slope)), constants)


def _variable(tree: Integral) -> str:
    variable = tree.variables[0]
    return variable.name if isinstance(variable, Symbol) else ""


def derivative_agrees(found: Expr, integrand: Expr, name: str, constants: tuple[str, ...]) -> bool | None:
    """Is the derivative of one expression the other, wherever the other has a value? Missing bars in ln|x| show."""
    try:
        slope = compiled(Derivative(Group(found), (Symbol(name),)), FLOATS, constants)
        f = compiled(integrand, FLOATS, constants)
    except Unknown:
        return None
    compared = 0
    for env in islice(sample_points(sorted(letters(integrand, constants) | {name}), set()), len(SAMPLES)):
        try:
            wanted = f(env)
        except Undefined:
            continue
        try:
            got = slope(env)
        except Undefined:
            return False
        if abs(got - wanted) > 1e-6 * (1 + abs(wanted)):
            return False
        compared += 1
    return True if compared >= ENOUGH else None


def _keeps(before: Truth, after: Truth, env: dict[str, Any], may_add: bool) -> bool:
    old, new = before(env), after(env)
    return new or not old if may_add else old == new


def differences_scale(before: Expr, after: Expr, constants: tuple[str, ...]) -> bool:
    """Tell whether the difference of the sides of one equation is a constant multiple, not 0, of that of another."""
    if not (isinstance(before, Relation) and isinstance(after, Relation) and before.signs == after.signs == ("=",)):
        return False
    names = sorted(letters(before, constants) | letters(after, constants))
    try:
        sides = [compiled(side, FLOATS, constants) for side in (*before.operands, *after.operands)]
        rows = [[side(env) for side in sides] for env in islice(sample_points(names, set()), 5)]
    except (Unknown, Undefined):
        return False
    ratios = [(d - c) / (b - a) for a, b, c, d in rows if b != a]
    return len(ratios) >= ENOUGH and ratios[0] != 0 and all(abs(r / ratios[0] - 1) < 1e-9 for r in ratios)


def _scan_agrees(step: Step, name: str, constants: tuple[str, ...]) -> bool:
    """Tell whether every solution a scan finds on one line holds, with a margin for rounding, on the other."""
    pairs = [(step.before, step.after)] if step.may_add else [(step.before, step.after), (step.after, step.before)]
    for line, other in pairs:
        holds = statement(other, LOOSE, constants)
        try:
            found = search.roots_of(line, name, constants)
        except Unknown:
            continue
        if not all(holds({name: value}) for value in found):
            return False
    return True
