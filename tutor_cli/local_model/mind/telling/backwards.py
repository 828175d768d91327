"""The operation that undoes the last one of a calculation: what was added is taken away, a division multiplied."""

from __future__ import annotations

from collections.abc import Iterator

from tutor_cli.local_model.mind import toolbox
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Asking, Line, say
from tutor_cli.local_model.mind.subject import substitution
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.maths.expr import Add, Apply, Expr, Group, Mul, Neg, Number, Power, Quotient, Relation, Symbol
from tutor_cli.maths.latex import to_latex


def by_undoing(c: Conversation, worked: Worked, tree: Expr) -> Asking[list[Line]]:
    """Return what undoing the last operation gives, where that is what it began with: the division multiplied again."""
    for reached, value in _operations(worked, tree) if worked.kind == "value" else ():
        if undone := _undone(reached, value):
            operation, expected = undone
            back = yield from toolbox.solve(operation, c.language)
            verdict, _ = yield from toolbox.check(operation, expected, c.language)
            if back.solved and verdict in toolbox.RIGHT:
                return [say("check_undone", operation=operation, value=expected)]
    return []


def _operations(worked: Worked, tree: Expr) -> Iterator[tuple[Expr, str]]:
    """Yield the operations that led to an answer, and what they came to: of the problem, or of the last steps."""
    yield tree, worked.answer
    for step in reversed(worked.steps):
        match substitution.read(step.after):
            case Relation((*_, reached, value)):
                yield reached, to_latex(value)
            case Expr() as reached:
                yield reached, worked.value


def _undone(tree: Expr, answer: str) -> tuple[str, str] | None:
    """Return the operation that undoes the last one of a tree, and what it has to give, or None where it has none."""
    match tree:
        case Group(body):
            return _undone(body, answer)
        case Add((*first, Neg(last))):
            return f"{answer} + {to_latex(last)}", _rest(first)
        case Add((*first, last)):
            return f"{answer} - {to_latex(last)}", _rest(first)
        case Quotient(above, below) if not _is_fraction(tree):
            return rf"{answer} \times {_factor(below)}", to_latex(above)
        case Power(base, Number("2")):
            return rf"\sqrt{{{answer}}}", to_latex(base)
        case Mul((first_factor, second)):
            return rf"{answer} \div {_factor(second)}", to_latex(first_factor)
    return None


def _factor(tree: Expr) -> str:
    return f"({to_latex(tree)})" if isinstance(tree, Add) else to_latex(tree)


def _rest(terms: list[Expr]) -> str:
    return to_latex(terms[0] if len(terms) == 1 else Add(tuple(terms)))


def _is_fraction(tree: Quotient) -> bool:
    return not any(isinstance(node, Add | Mul | Apply | Symbol) for node in tree.walk())
