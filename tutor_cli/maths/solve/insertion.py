"""Numbers put into a named formula."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Expr, Relation, Symbol
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.bridge import precise, to_sympy
from tutor_cli.maths.solve.numeric import FLOATS, Unknown, compiled
from tutor_cli.maths.solve.outcome import Answer
from tutor_cli.maths.solve.quantities import FORMULAS
from tutor_cli.maths.solve.substitution import substituted
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import to_tree

CONSTANTS = ("pi", "e")


def insert(name: str, values: list[Any], work: Working) -> Answer:
    """Answer what a named formula asks for with these inputs; raise Unknown where they are too few or too many."""
    formula = FORMULAS[name]
    if len(values) != len(formula.inputs):
        raise Unknown(f"the inputs of {name}")
    body = parse(formula.typed, "typed")
    tree: Expr = body
    for letter, value in zip(formula.inputs, values, strict=True):
        tree = substituted(tree, letter, value)
    head = Symbol(formula.letter)
    work.note("quantity.formula", Relation((head, body), ("=",)))
    work.remark("quantity.insert", Relation((head, body), ("=",)), Relation((head, tree), ("=",)))
    value = sp.radsimp(to_sympy(tree, CONSTANTS))
    result = Relation((head, to_tree(value)), ("=",))
    given = {letter: precise(number) for letter, number in zip(formula.inputs, values, strict=True)}
    work.points.append({**given, formula.letter: precise(value)})
    work.remark("quantity.work_out", Relation((head, tree), ("=",)), result)
    expected = compiled(tree, FLOATS, CONSTANTS)({})
    return Answer("value", value, result, verified=abs(float(value) - expected) < 1e-9 * (1 + abs(expected)))
