"""Checking every line of working with numbers: a step must keep its value or its solutions."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice, pairwise
from math import inf

from tutor_cli.maths.expr import (
    BigOperator,
    Derivative,
    Evaluated,
    Expr,
    Group,
    Integral,
    Limit,
    Matrix,
    Mul,
    Relation,
    Row,
    Symbol,
)
from tutor_cli.maths.expr import Sequence as Listing
from tutor_cli.maths.solve import search
from tutor_cli.maths.solve.exact import Undefined
from tutor_cli.maths.solve.numeric import FLOATS, LOOSE, PRECISE, Env, Unknown, compiled
from tutor_cli.maths.solve.solution import Step
from tutor_cli.maths.solve.substitution import replaced
from tutor_cli.maths.solve.truth import COUNTED, Truth, counted, statement
from tutor_cli.maths.solve.verify import (
    ENOUGH,
    derivative_agrees,
    differences_scale,
    expressions_agree,
    letters,
    sample_points,
)

# Lines whose numbers are only known to a few digits.
_ROUGH = (Integral, Limit, BigOperator, Evaluated)
ROUGH = replace(FLOATS, epsilon=1e-6)
# Statements that are shown because they are false.
FALSE_ON_PURPOSE = ("equation.never_true", "system.contradiction", "roots.put_in", "roots.is_not_true")


def steps_hold(steps: Iterable[Step], points: Sequence[Env], constants: tuple[str, ...]) -> bool:
    """Tell whether every step keeps its value or its solutions (or only adds some, where it says so).

    `points` are solutions and rejected candidates: values of letters at which statements are compared.
    """
    return all(step_holds(step, points, constants) is not False for top in steps for step in top.walk())


def step_holds(step: Step, points: Sequence[Env], constants: tuple[str, ...]) -> bool | None:
    """Tell whether one step is right; None where it says nothing that numbers could test."""
    if isinstance(step.before, Integral) and step.before.lower is None:
        return integral_step_holds(step, constants)
    if step.before == step.after:
        return note_holds(step, constants)
    if step.id in AT_NUMBERS:
        return AT_NUMBERS[step.id](step, constants)
    if step.id in LISTS:
        return list_step_holds(step, constants)
    if step.from_several:
        return _follows(step, points, constants)
    try:
        before, after = (statement(line, PRECISE, constants) for line in (step.before, step.after))
    except Unknown:
        return _values_agree(step, constants)
    if differences_scale(step.before, step.after, constants):
        return True
    names = _free(step.before, constants) | _free(step.after, constants)
    if len(names) > 1:
        return _solved_form_holds(step, constants)
    name = next(iter(names), "")
    own = [env for env in points if name in env or not name]
    return all(_keeps(before, after, env, step.may_add) for env in own) and _scan_agrees(step, name, constants)


def _free(tree: Expr, constants: tuple[str, ...]) -> set[str]:
    return letters(tree, constants) - {counted(tree)}


def _follows(step: Step, points: Sequence[Env], constants: tuple[str, ...]) -> bool | None:
    """Tell whether a line that follows from several others is true for one of the solutions."""
    try:
        after = statement(step.after, PRECISE, constants)
    except Unknown:
        return _values_agree(step, constants)
    names = _free(step.after, constants)
    bound = [env for env in points if names <= set(env)]
    whole = len(names) > 1 and all(names == set(env) for env in bound)
    return (all if whole else any)(after(env) for env in bound) if bound else None


def _solved_form_holds(step: Step, constants: tuple[str, ...]) -> bool | None:
    """Check `x = ...` with several letters: at numbers for the others, its x must solve the line before."""
    if isinstance(step.after, Row):
        parts = [replace(step, after=item) for item in step.after.items if isinstance(item, Relation)]
        return all(_solved_form_holds(part, constants) is not False for part in parts)
    after = step.after
    if not isinstance(after, Relation) or not isinstance(after.operands[0], Symbol) or step.may_add:
        return None if step.may_add else False
    name = after.operands[0].name
    before, value = statement(step.before, LOOSE, constants), compiled(after.operands[1], FLOATS, constants)
    others = sorted((_free(step.before, constants) | _free(after, constants)) - {name})
    verdicts: list[bool] = []
    for env in islice(sample_points(others, set()), ENOUGH):
        try:
            verdicts.append(before({**env, name: value(env)}))
        except Undefined:
            continue
    return all(verdicts) if verdicts else None


def note_holds(step: Step, constants: tuple[str, ...]) -> bool | None:
    """Tell whether an equation between numbers, shown as a remark, is true."""
    line = step.after
    if not isinstance(line, Relation) or letters(line, constants) or step.id in FALSE_ON_PURPOSE:
        return None
    try:
        return statement(line, LOOSE, constants)({})
    except Unknown:
        return None


def _rounding_holds(step: Step, constants: tuple[str, ...]) -> bool:
    """Tell whether a number and what it was rounded to lie no further apart than half the unit."""
    trees = (step.before, step.after, step.params["unit"])
    before, after, unit = (compiled(tree, FLOATS, constants)({}) for tree in trees)
    return bool(abs(before - after) <= unit / 2 * (1 + 1e-9))


def _insertion_holds(step: Step, constants: tuple[str, ...]) -> bool:
    """Tell whether a line has the value it was given at a point."""
    point = compiled(step.params["point"], FLOATS, constants)({})
    before = compiled(step.before, FLOATS, constants)(dict.fromkeys(letters(step.before, constants), point))
    after = compiled(step.after, FLOATS, constants)({})
    return bool(abs(before - after) < 1e-9 * (1 + abs(before)))


# Steps that are right by what was chosen in them: a unit, a point.
AT_NUMBERS: dict[str, Callable[[Step, tuple[str, ...]], bool]] = {
    "number.round": _rounding_holds,
    "derivative.at": _insertion_holds,
}

# Steps from a list of numbers to another or to one number, as the standard library works them out.
LISTS: dict[str, Callable[[list[float]], list[float]]] = {
    "statistics.mean": lambda values: [statistics.fmean(values)],
    "statistics.order": sorted,
    "statistics.middle": lambda values: [statistics.median(values)],
    "statistics.two_middles": lambda values: [statistics.median(values)],
    "statistics.mode": lambda values: sorted(statistics.multimode(values)),
    "statistics.range": lambda values: [max(values) - min(values)],
    "statistics.squared_deviations": lambda values: [(v - statistics.fmean(values)) ** 2 for v in values],
    "statistics.variance": lambda values: [statistics.fmean(values)],
    "sequence.differences": lambda values: [b - a for a, b in pairwise(values)],
    "sequence.arithmetic": list,
    "sequence.geometric": list,
    "sequence.polynomial": list,
    "sequence.powers": list,
    "sequence.fractions": list,
    "sequence.factorials": list,
    "sequence.power_and_rest": list,
}


def list_step_holds(step: Step, constants: tuple[str, ...]) -> bool | None:
    """Tell whether a step on a list is right; a formula in n must give the listed numbers for n = 1, 2, ..."""
    try:
        given = _listed(step.before, constants)
        wanted = LISTS[step.id](given)
        names = letters(step.after, constants)
        if names:
            formula, name = compiled(step.after, FLOATS, constants), names.pop()
            found = [formula({name: k}) for k in range(1, len(given) + 1)]
        else:
            found = _listed(step.after, constants)
    except (Unknown, Undefined):
        return None
    return len(found) == len(wanted) and all(
        abs(a - b) < 1e-9 * (1 + abs(b)) for a, b in zip(found, wanted, strict=True)
    )


def _listed(tree: Expr, constants: tuple[str, ...]) -> list[float]:
    if isinstance(tree, Listing):
        return [number for item in tree.items for number in _listed(item, constants)]
    return [compiled(tree, FLOATS, constants)({})]


def _values_agree(step: Step, constants: tuple[str, ...]) -> bool | None:
    nodes = [*step.before.walk(), *step.after.walk()]
    if any(isinstance(node, BigOperator) for node in nodes):
        return _sums_agree(step, constants)
    field = FLOATS
    if any(isinstance(node, Matrix) for node in nodes):
        field = PRECISE
    elif any(isinstance(node, _ROUGH) for node in nodes):
        field = ROUGH
    return expressions_agree(step.before, step.after, constants, field=field)


def _sums_agree(step: Step, constants: tuple[str, ...]) -> bool | None:
    """Compare a sum with what it became, at whole numbers for the letters in it."""
    names = letters(step.before, constants) | letters(step.after, constants)
    try:
        before, after = (compiled(line, FLOATS, constants) for line in (step.before, step.after))
        pairs = [(before(env), after(env)) for env in (dict.fromkeys(names, k) for k in (3, 4, 7))]
    except (Unknown, Undefined):
        return None
    return all(abs(a - b) < 1e-6 * (1 + abs(a)) for a, b in pairs)


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


def _keeps(before: Truth, after: Truth, env: Env, may_add: bool) -> bool:
    old, new = before(env), after(env)
    return new or not old if may_add else old == new


def _scan_agrees(step: Step, name: str, constants: tuple[str, ...]) -> bool:
    """Tell whether every solution a scan finds on one line holds, with a margin for rounding, on the other."""
    pairs = [(step.before, step.after)] if step.may_add else [(step.before, step.after), (step.after, step.before)]
    for line, other in pairs:
        holds = statement(other, LOOSE, constants)
        try:
            found = search.roots_of(line, name, constants)
        except Unknown:
            continue
        near = COUNTED.stop / 5 if counted(other) else inf
        if not all(holds({name: value}) for value in found if abs(value) < near):
            return False
    return True
