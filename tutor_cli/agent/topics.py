"""What a problem is about, in the words of a syllabus: told by the steps of its solution, else by what was asked."""

from __future__ import annotations

from tutor_cli.maths.expr import Relation
from tutor_cli.maths.solve.problem import Operation
from tutor_cli.maths.solve.solution import Solution

_ORDERS = frozenset(("<", ">", "le", "ge"))
# The families of steps that belong to one topic; `equation.` and `arithmetic.` steps are in all of them.
_BY_STEPS = {
    "quadratic": "quadratic equations",
    "system": "simultaneous equations",
    "inequality": "inequalities",
    "logarithm": "logarithms",
    "trigonometry": "trigonometry",
    "integral": "integrals",
    "derivative": "derivatives",
    "limit": "limits",
    "matrix": "determinants",
    "series": "series",
    "sequence": "series",
    "factor": "factorisation",
    "algebra": "expansion",
    "surd": "roots",
    "equation": "linear equations",
}
_BY_OPERATION: dict[Operation, str] = {
    "solve": "equations",
    "factor": "factorisation",
    "expand": "expansion",
    "simplify": "algebra",
    "differentiate": "derivatives",
    "integrate": "integrals",
    "limit": "limits",
    "matrix": "matrices",
    "sequence": "series",
    "sum": "series",
}


def topic_of(solution: Solution) -> str:
    """Return the topic of a solution; arithmetic where nothing else is known."""
    operation = solution.problem.operation
    if operation in _BY_OPERATION and operation != "solve":
        return _BY_OPERATION[operation]
    if any(isinstance(tree, Relation) and set(tree.signs) & _ORDERS for tree in solution.problem.expressions):
        return "inequalities"
    families = {step.id.partition(".")[0] for step in solution.steps}
    known = (topic for family, topic in _BY_STEPS.items() if family in families)
    return next(known, _BY_OPERATION.get(operation, "arithmetic"))
