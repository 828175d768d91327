"""Requests that name an operation and what it is done to: "differentiate x^2", "multiply 3x by 4x"."""

from __future__ import annotations

import re
from dataclasses import replace

from tutor_cli.maths.expr import Apply, Expr, Function, Interval, Relation, Subscript, Symbol
from tutor_cli.maths.solve.by_shape import from_tree
from tutor_cli.maths.solve.formulas import formula
from tutor_cli.maths.solve.heard import COMBINED, expandable, over_a_sum
from tutor_cli.maths.solve.phrases import INSTRUCTIONS, REQUESTED, WRAPPERS, Instruction
from tutor_cli.maths.solve.problem import Operation, Problem


def instruction(text: str, language: str) -> Problem | None:
    """Return the problem of a request for an operation on formulas, or None."""
    for known in INSTRUCTIONS:
        found = known.pattern.search(text)
        if found:
            problem = _instructed(known, found, language)
            if problem is not None:
                return problem
    return None


def operands(text: str, language: str) -> Problem | None:
    """Read "multiply 3x by 4x" and "the square of 13": operands of any kind between words."""
    for pattern, operation in REQUESTED:
        if found := pattern.search(text):
            parts = [formula(found[name], language) for name in sorted(found.groupdict())]
            known = [tree for tree in parts if tree is not None]
            if len(known) == len(parts):
                return from_tree(COMBINED[operation](*known))
    return None


def _instructed(instruction: Instruction, found: re.Match[str], language: str) -> Problem | None:
    groups = {name: value for name, value in found.groupdict().items() if value}
    wrap = groups.pop("wrap", "").lower()
    trees = [formula(part, language) for part in _parts(groups.pop("f", ""), instruction)]
    if not trees or any(tree is None for tree in trees):
        return None
    if instruction.operation == "expand":
        trees = [expandable(found["f"], trees[0], language)] if trees[0] is not None else trees
    if instruction.operation == "simplify" and "rationali" in found.group().lower():
        trees = [over_a_sum(found["f"], trees[0], language)] if trees[0] is not None else trees
    known = [
        Apply(Function(WRAPPERS[wrap]), (tree,)) if wrap in WRAPPERS else tree for tree in trees if tree is not None
    ]
    problem = _problem(instruction.operation, known)
    if problem is None:
        return None
    problem = replace(problem, order=max(problem.order, instruction.order))
    return _with_fields(problem, groups, language)


def _parts(text: str, instruction: Instruction) -> list[str]:
    if instruction.operation != "solve":
        return [text]
    return [part for part in re.split(r"\s*(?:;|,|\band\b|\baur\b|और)\s*", text) if part] if "=" in text else [text]


def _problem(operation: Operation, trees: list[Expr]) -> Problem | None:
    """Return the problem of an instruction; the tree may say it more exactly (an integral with limits)."""
    own = from_tree(trees[0])
    if own.operation == operation or (
        operation == "evaluate" and own.operation in ("integrate", "limit", "sum", "matrix")
    ):
        return replace(own, expressions=tuple(trees)) if len(trees) > 1 else own
    if operation == "evaluate":
        return own if own.operation != "solve" else replace(own, operation="solve")
    if operation == "solve" and own.operation not in ("solve", "simplify"):
        return own
    if operation in ("simplify", "expand", "factor", "differentiate", "integrate") and own.operation == "solve":
        return _right_side(operation, trees[0])
    return Problem(operation, tuple(trees))


def _right_side(operation: Operation, tree: Expr) -> Problem | None:
    """Read `y = x^2` as x^2 where a function is asked for."""
    if isinstance(tree, Relation) and tree.signs == ("=",) and isinstance(tree.operands[0], (Symbol, Apply)):
        return Problem(operation, (tree.operands[1],))
    return None


def _with_fields(problem: Problem, groups: dict[str, str], language: str) -> Problem | None:
    name = groups.get("v") or groups.get("v2") or groups.get("d")
    if name:
        problem = replace(problem, variable=name)
    if "a" in groups and "b" in groups:
        low, high = formula(groups["a"], language), formula(groups["b"], language)
        if low is None or high is None:
            return None
        problem = replace(problem, interval=Interval(low, high, True, True))
    if "interval" in groups:
        problem = replace(problem, interval=formula(groups["interval"], language))
    if "base" in groups:
        base = formula(groups["base"], language)
        return None if base is None else replace(problem, expressions=(_logarithm(problem.expressions[0], base),))
    if "to" in groups:
        problem = replace(problem, to=formula(_target(groups["to"]), language))
    return problem


def _logarithm(argument: Expr, base: Expr) -> Expr:
    return Apply(Subscript(Function("log"), base), (argument,))


def _target(text: str) -> str:
    if re.fullmatch(r"(?:plus )?(?:infinity|anant|अनंत)", text):
        return "oo"
    return {"to": "2", "too": "2", "for": "4"}.get(text, text)
