"""Showing that an answer is right: put in, differentiated back, multiplied out, undone; the solver computes."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from tutor_cli.local_model.mind import toolbox
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.moves import Asking, Line, Turn, say
from tutor_cli.local_model.mind.subject import substitution
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.telling import backwards, explaining
from tutor_cli.local_model.mind.utterance.checks import asks_to_check
from tutor_cli.local_model.mind.utterance.intent import Utterance
from tutor_cli.maths.expr import (
    Add,
    Case,
    Cases,
    Derivative,
    Expr,
    Integral,
    Matrix,
    Mul,
    Number,
    Relation,
)
from tutor_cli.maths.latex import to_latex

# More solutions than these are not put in one by one.
_MOST_SOLUTIONS = 3
_CONSTANT = re.compile(r"\s*\+\s*C$")
_NUMBER = re.compile(r"\d+")
_TRIED = "2"
_OF_DIGITS, _TWO_DIGITS = "N = 10x + y", re.compile(r"[1-9]\d")


def turn(c: Conversation, u: Utterance) -> Turn | None:
    """Show that the answer is right where that is asked for, in whatever words."""
    meant = not c.left_unanswered or "hint_solution" in c.said_before
    by_method = u.match("method_substitution") and not u.match("verify", "check")
    of_solution = not by_method and c.exercise is None and c.worked is not None and c.focus == "solution" and meant
    return show(c) if of_solution and asks_to_check(u.text) else None


def show(c: Conversation) -> Turn:
    """Say how one sees that the answer is right, in numbers where there is a way to show it."""
    worked = c.worked
    if worked is None:
        yield say("no_problem_yet")
        return
    if not all(map(worked.mentions, _NUMBER.findall(c.heard))):
        # "I got 3310 for three years, is it right?": that is not what is shown here.
        yield say("verdict_not_understood")
        return
    # What was asked besides and has a working of its own is not shown by the answer to the problem.
    of_its_own = worked.gives and len(worked.steps) > 1
    for shown in (worked,) if of_its_own else (worked, c.problem_in_hand or worked):
        lines = yield from _lines(c, shown)
        if lines and not _contradicts(lines):
            yield say("checking")
            yield from lines
            yield say("checked")
            yield explaining.answer_line(shown)
            return
    yield say("verified" if worked.verified else "not_verified")
    if worked.steps:
        yield from explaining.step_lines(c, worked, len(worked.steps) - 1)
    yield explaining.answer_line(worked)


def _contradicts(lines: list[Line]) -> bool:
    """Tell whether what was put in fits nowhere: then it was not put where it belongs."""
    keys = {line.key for line in lines}
    return "becomes_false" in keys and "becomes_true" not in keys


def put_in(c: Conversation, worked: Worked, answer: str) -> Asking[list[Line]]:
    """Return what the problem's equations or inequalities become with the answer's values, and whether that is true.

    Only where their unknowns are what was asked for: the cosine of A is not put in for A.
    """
    lines: list[Line] = []
    for solution in substitution.put_in(worked.problem if worked.kind == "set" else "", answer)[:_MOST_SOLUTIONS]:
        lines.append(say("check_value", solution=solution.solution))
        for statement in solution.statements:
            lines += yield from becomes(c, statement)
    return lines if len(lines) > 1 else []


def becomes(c: Conversation, statement: str) -> Asking[list[Line]]:
    """Return the sentence on a statement between numbers: what it comes to, and whether that is true."""
    worked = yield from toolbox.solve(statement, c.language)
    if not worked.solved or not worked.steps:
        return []
    last = worked.steps[-1]
    if last.before.replace(" ", "") == statement.replace(" ", ""):
        # Nothing was put in: it says again what is given.
        return []
    verdict = {"equation.always_true": "true", "equation.never_true": "false"}.get(last.id)
    if verdict is None:
        return []
    return [say(f"becomes_{verdict}", statement=statement, comes_to=last.before)]


def _lines(c: Conversation, worked: Worked) -> Asking[list[Line]]:
    tree = substitution.read(worked.problem)
    if tree is None:
        return []
    for way in _WAYS:
        lines: list[Line] = yield from way(c, worked, tree)
        if lines:
            return lines
    return []


def _by_solutions(c: Conversation, worked: Worked, tree: Expr) -> Asking[list[Line]]:
    return (yield from put_in(c, worked, worked.answer))


def _by_ends(c: Conversation, worked: Worked, tree: Expr) -> Asking[list[Line]]:
    """Try zero and the ends of the parts of the line that an inequality has for its answer."""
    letters = substitution.unknowns_of(worked.problem)
    if not isinstance(tree, Relation) or tree.signs == ("=",) or len(letters) != 1:
        return []
    lines: list[Line] = []
    for value in dict.fromkeys((*substitution.ends_of(worked.answer), "0")):
        lines += yield from put_in(c, worked, value)
    return lines


def _by_relation(c: Conversation, worked: Worked, tree: Expr) -> Asking[list[Line]]:
    """Put what was given and found into a relation that holds between them, another than the one it was found by."""
    relation = next((_relations()[step.before] for step in worked.steps if step.before in _relations()), "")
    values = worked.values
    letters = substitution.unknowns_of(relation) if relation else []
    if not relation or not set(letters) <= values.keys():
        return []
    statement = substitution.with_values(relation, values)
    lines = yield from becomes(c, statement)
    return [say("check_relation", relation=relation), *lines] if lines else []


def _by_differentiating(c: Conversation, worked: Worked, tree: Expr) -> Asking[list[Line]]:
    if not isinstance(tree, Integral) or tree.lower is not None:
        return []
    found, body = _CONSTANT.sub("", worked.answer), to_latex(tree.body)
    slope = yield from toolbox.solve(f"differentiate {found}", c.language)
    verdict, _ = yield from toolbox.check(f"differentiate {found}", body, c.language)
    if not slope.solved or verdict not in toolbox.RIGHT:
        return []
    return [say("check_derivative", found=found, slope=slope.answer, body=body)]


def by_digits(c: Conversation, worked: Worked, number: str) -> Asking[list[Line]]:
    """Return what the equations of a problem about a number of two digits become with the digits of a number."""
    formed = next((step.after for step in worked.steps if ", " in step.after), "")
    if _OF_DIGITS not in (step.before for step in worked.steps) or not _TWO_DIGITS.fullmatch(number):
        return []
    lines = [say("check_digits", number=number, tens=number[0], units=number[1])]
    for equation in formed.split(", "):
        lines += yield from becomes(c, substitution.with_values(equation, {"x": number[0], "y": number[1]}))
    return lines if len(lines) > 1 else []


def _by_digits(c: Conversation, worked: Worked, tree: Expr) -> Asking[list[Line]]:
    return (yield from by_digits(c, worked, worked.answer.removeprefix("N = ")))


def tried_in(c: Conversation, worked: Worked, answer: str) -> Turn:
    """Say what the problem becomes with a wrong answer, or what its factors come to."""
    lines = (yield from put_in(c, worked, answer)) or (yield from multiplied_out(c, worked, answer))
    if any(line.key in ("becomes_false", "multiplied_out") for line in lines):
        yield from lines


def multiplied_out(c: Conversation, worked: Worked, claim: str) -> Asking[list[Line]]:
    """Return what a claimed product comes to, beside the sum to be factored, perhaps with "= 0" behind both."""
    product, total = (_left_of_zero(substitution.read(text)) for text in (claim, worked.problem))
    if not isinstance(product, Mul) or not isinstance(total, Add):
        return []
    written = to_latex(product)
    out = yield from toolbox.solve(f"expand {written}", c.language)
    return [say("multiplied_out", factors=written, product=out.answer, problem=to_latex(total))] if out.solved else []


def _left_of_zero(tree: Expr | None) -> Expr | None:
    match tree:
        case Relation((left, Number("0")), ("=",)):
            return left
    return tree


def differentiated(c: Conversation, worked: Worked, claim: str) -> Asking[list[Line]]:
    """Return what the derivative of a claimed integral is, and what it should be."""
    tree = substitution.read(worked.problem)
    if not isinstance(tree, Integral) or tree.lower is not None:
        return []
    found = _CONSTANT.sub("", substitution.written(claim))
    slope = yield from toolbox.solve(f"differentiate {found}", c.language)
    return (
        [say("not_its_derivative", found=found, slope=slope.answer, body=to_latex(tree.body))] if slope.solved else []
    )


def _by_integrating(c: Conversation, worked: Worked, tree: Expr) -> Asking[list[Line]]:
    if not isinstance(tree, Derivative) or tree.body is None or len(tree.variables) != 1:
        return []
    body = to_latex(tree.body)
    back = yield from toolbox.solve(f"integrate {worked.answer}", c.language)
    verdict, _ = yield from toolbox.check(f"integrate {worked.answer}", f"{body} + C", c.language)
    if not back.solved or verdict not in toolbox.RIGHT:
        return []
    return [say("check_integral", slope=worked.answer, back=back.answer, body=body)]


def _by_inverse(c: Conversation, worked: Worked, tree: Expr) -> Asking[list[Line]]:
    """Multiply a matrix by its inverse."""
    matrix = next((node for node in tree.walk() if isinstance(node, Matrix)), None)
    if matrix is None or not worked.problem.startswith(r"\operatorname{inv}"):
        return []
    product = yield from toolbox.solve(rf"{to_latex(matrix)} \cdot {worked.answer}", c.language)
    return (
        [say("check_inverse", matrix=to_latex(matrix), inverse=worked.answer, product=product.answer)]
        if product.solved
        else []
    )


def _by_number(c: Conversation, worked: Worked, tree: Expr) -> Asking[list[Line]]:
    """Put a number into an expression and into what it was turned into."""
    letters = substitution.unknowns_of(worked.problem)
    if len(letters) != 1 or isinstance(tree, Relation | Integral | Derivative) or worked.kind != "expression":
        return []
    values = []
    for expression in (worked.problem, worked.answer):
        value = yield from toolbox.solve(substitution.expression_at(expression, letters[0], _TRIED), c.language)
        values.append(value.answer if value.solved else "")
    if not values[0] or values[0] != values[1]:
        return []
    return [say("check_number", letter=letters[0], number=_TRIED, value=values[0])]


def _by_multiplying(c: Conversation, worked: Worked, tree: Expr) -> Asking[list[Line]]:
    """Multiply out what a sum was factored into."""
    return (yield from multiplied_out(c, worked, worked.answer)) if worked.kind == "expression" else []


def _by_conditions(c: Conversation, worked: Worked, tree: Expr) -> Asking[list[Line]]:
    """Put all unknowns of a story into what the story says, where one of them was asked for."""
    rows = [row.body for row in tree.rows if isinstance(row, Case)] if isinstance(tree, Cases) else [tree]
    equations = [to_latex(row) for row in rows if isinstance(row, Relation)]
    lines: list[Line] = []
    for equation in equations:
        if not set(substitution.unknowns_of(equation)) <= worked.values.keys():
            return []
        lines += yield from becomes(c, substitution.with_values(equation, worked.values))
    return lines if worked.kind == "value" else []


@cache
def _relations() -> dict[str, str]:
    relations: dict[str, str] = load("checks")["relations"]
    return relations


_Way = Callable[[Conversation, Worked, Expr], Asking[list[Line]]]
_WAYS: tuple[_Way, ...] = (
    *(
        _by_relation,
        _by_digits,
        _by_solutions,
        _by_conditions,
        _by_ends,
        _by_differentiating,
        _by_integrating,
        _by_inverse,
        _by_multiplying,
        _by_number,
        backwards.by_undoing,
    ),
)
