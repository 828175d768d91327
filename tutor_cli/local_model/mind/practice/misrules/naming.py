"""Which slip leads to the pupil's answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tutor_cli.errors import MathsError
from tutor_cli.local_model.mind.moves import Line, say
from tutor_cli.local_model.mind.practice.misrules import algebra, arithmetic, equations, factors, formulas, working
from tutor_cli.local_model.mind.practice.misrules.rule import Misrule, Suspect, latex
from tutor_cli.local_model.mind.practice.misrules.values import near, same, value
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.telling.explaining import sentence
from tutor_cli.maths.expr import Expr, Number, Relation, Symbol
from tutor_cli.maths.parse import parse
from tutor_cli.maths.spoken import read_formula

_PAIR = 2
_PI_AS = (r"\frac{22}{7}", "3.14")
_ROUNDED = 0.006
_EQUAL = 1e-9
_DIVISIONS = ("recipe.split_in", "story.one_share")
_EXCHANGED = ("slip_exchanged", "slip_misplaced")
_ASSIGNED = re.compile(r"([A-Za-z]) = ((?:-|\\frac|\\sqrt|[\d{}./])+)")
_RULES: tuple[Misrule, ...] = (
    arithmetic.tops_and_bottoms,
    arithmetic.left_to_right,
    arithmetic.brackets_forgotten,
    arithmetic.powers_as_products,
    arithmetic.root_as_half,
    arithmetic.other_ratio,
    equations.linear,
    factors.of_quadratic,
    algebra.square_of_a_sum,
    algebra.brackets_in_part,
    algebra.power_rule,
    algebra.antiderivative,
    arithmetic.a_sign,
)


def slip_in(worked: Worked, answer: str) -> Line | None:
    """Return the sentence that names the slip behind a wrong answer, or None where no known one leads there."""
    given = _read(answer, read_formula, parse)
    if given is None:
        return None
    if (so_far := _step_reached(worked, given)) is not None:
        return so_far
    if (line := _line_of_working(worked, given)) is not None:
        return line
    if (among := _among_several(worked, given)) is not None:
        return among
    stated = _value_of(given)
    found = next((suspect for suspect in _suspects(worked) if _leads_to(suspect, stated)), None)
    return say(found.key, **found.slots, answer=latex(stated)) if found else None


def pi_taken_as(worked: Worked, answer: str) -> str:
    """Return the number, in LaTeX, taken for pi where an answer is right with it, 616 for 196 pi; else nothing."""
    given = _read(answer, read_formula, parse)
    if given is None or r"\pi" not in worked.answer:
        return ""
    for number in _PI_AS:
        right = _read(worked.answer.replace(r"\pi", f"({number})"))
        if right is not None and _rounds_to(_value_of(right), _value_of(given)):
            return number
    return ""


def _rounds_to(exact: Expr, given: Expr) -> bool:
    one, other = value(exact), value(given)
    return one is not None and other is not None and abs(one - other) < _ROUNDED


def is_exchanged(worked: Worked, answer: str) -> bool:
    """Tell whether the shares of a division are given to the wrong ones; two numbers in general have no order."""
    given = _read(answer, read_formula, parse)
    is_division = any(step.id.startswith(_DIVISIONS) for step in worked.steps)
    found = _among_several(worked, given) if given is not None and is_division else None
    return found is not None and found.key in _EXCHANGED


def _among_several(worked: Worked, given: Expr) -> Line | None:
    """Return the slip in the values of several unknowns, or of one with several values: exchanged, or the sign."""
    right = _assigned(worked.answer)
    stated = _assigned(latex(given)) or _listed(latex(given), [letter for letter, _ in right])
    letters, values = {letter for letter, _ in right}, sorted(known for _, known in right)
    claimed = sorted(known for _, known in stated)
    if len(letters) == len(right) > 1 and letters == {letter for letter, _ in stated} and dict(stated) != dict(right):
        return say(_EXCHANGED[len(right) > _PAIR]) if claimed == values else None
    if len(letters) == 1 and len(right) == _PAIR and claimed == sorted(-known for known in values):
        return say("slip_signs_of_roots", letter=right[0][0])
    return None


def _listed(text: str, letters: list[str]) -> list[tuple[str, float]]:
    """Return the values of a bare list, "600 and 480", in the order of the letters asked for."""
    trees = [_read(part) for part in text.split(r" \text{ and } ")]
    values = [value(tree) for tree in trees if tree is not None]
    return [(letter, known) for letter, known in zip(letters, values, strict=False) if known is not None]


def _assigned(text: str) -> list[tuple[str, float]]:
    """Return the values that a text gives letters, in order."""
    found = ((letter, _read(value_said)) for letter, value_said in _ASSIGNED.findall(text))
    values = ((letter, value(tree)) for letter, tree in found if tree is not None)
    return [(letter, known) for letter, known in values if known is not None]


def is_part(worked: Worked, answer: str) -> bool:
    """Tell whether an answer is one of the values that the solution has together: x of "x = 3 and y = 2"."""
    given = _read(answer, read_formula, parse)
    parts = [_read(part) for part in worked.answer.split(r" \text{ and } ")]
    if given is None or len(parts) == 1:
        return False
    return any(part is not None and _is_that(part, given) for part in parts)


def _is_that(part: Expr, given: Expr) -> bool:
    if isinstance(given, Relation) and isinstance(part, Relation) and given.operands[0] != part.operands[0]:
        return False
    return same(_value_of(part), _value_of(given))


def _leads_to(suspect: Suspect, stated: Expr) -> bool:
    return (near if suspect.rough else same)(suspect.answer, stated)


def _suspects(worked: Worked) -> Iterator[Suspect]:
    yield from formulas.suspects(worked)
    problem = _read(worked.problem)
    if problem is not None:
        for rule in _RULES:
            yield from rule(problem)
    yield from working.suspects(worked)


def _step_reached(worked: Worked, given: Expr) -> Line | None:
    """Return that a line of the working was reached, the problem itself and the answer apart."""
    if isinstance(given, Number) and re.search(rf"(?<!\d){re.escape(latex(given))}(?!\d)", worked.problem):
        return None
    for step in worked.steps[:-1]:
        reached = _read(step.after)
        if step.after in (worked.answer, worked.problem) or reached is None:
            continue
        if _agree(reached, given):
            return say("slip_so_far", reached=latex(given))
    return None


def _line_of_working(worked: Worked, given: Expr) -> Line | None:
    """Return whether an equation that solves nothing yet follows from the problem: it must have the same solutions."""
    solutions = _assigned(worked.answer)
    if not isinstance(given, Relation) or given.signs != ("=",) or worked.kind != "set":
        return None
    left, right = given.operands
    letters = {node.name for node in given.walk() if isinstance(node, Symbol)}
    if isinstance(left, Symbol) or len(letters) != 1 or letters != {letter for letter, _ in solutions}:
        return None
    if all(_meet(left, right, known) for _, known in solutions):
        return None if same(left, right) else say("slip_so_far", reached=latex(given))
    for step in worked.steps:
        reached = _read(step.after)
        if isinstance(reached, Relation) and same(reached.operands[0], left):
            return say("slip_line", line=latex(given), reason=sentence(step.reason))
    return None


def _meet(left: Expr, right: Expr, at: float) -> bool:
    one, other = value(left, at), value(right, at)
    return one is not None and other is not None and abs(one - other) < _EQUAL


def _agree(reached: Expr, given: Expr) -> bool:
    if isinstance(reached, Relation) and isinstance(given, Relation):
        if reached.signs != given.signs:
            return False
        pairs = zip(reached.operands, given.operands, strict=True)
        return not isinstance(given.operands[0], Symbol) and all(same(one, other) for one, other in pairs)
    return not isinstance(given, Relation) and same(_value_of(reached), given)


def _value_of(tree: Expr) -> Expr:
    """Return the right side of "x = 4", what "160/960 = 16.7" comes to, the left side of "... = 0", or the tree."""
    match tree:
        case Relation((Symbol(), *_, last)):
            return last
        case Relation((left, Number("0")), ("=",)):
            return left
        case Relation((*_, last)) if not any(isinstance(node, Symbol) for node in tree.walk()):
            return last
    return tree


def _read(text: str, *readers: Callable[[str], Expr]) -> Expr | None:
    for reader in readers or (parse,):
        try:
            return reader(text)
        except MathsError:
            continue
    return None
