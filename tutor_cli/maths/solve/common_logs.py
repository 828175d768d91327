"""What `log` without a base means to a pupil: base 10, as in the school books of classes 9 to 11, but for calculus.

Books of class 12 write log x for ln x as soon as they differentiate or integrate, and where e stands beside it, as in
e^(log x). Request rows (`rows`) are typed maths for machines, in which `log` is natural everywhere: they never ask.
"""

from __future__ import annotations

from dataclasses import replace

from tutor_cli.errors import MathsError
from tutor_cli.maths.expr import (
    Apply,
    BigOperator,
    Derivative,
    Expr,
    Function,
    Integral,
    Limit,
    Number,
    Power,
    Subscript,
    Symbol,
)
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.problem import Problem

LOG, LN = Function("log"), Function("ln")
COMMON_LOG = Subscript(LOG, Number("10"))
_ARITHMETIC = ("solve", "evaluate", "simplify", "expand", "factor")
_CALCULUS = (Derivative, Integral, Limit, BigOperator)
_E = (Symbol("e"), Function("exp"))


def means_base_ten(problem: Problem) -> bool:
    """Tell whether `log` without a base has base 10 in the problem, and in answers to it."""
    if problem.operation not in _ARITHMETIC and problem.quantity != "rounded":
        return False
    nodes = [node for tree in problem.expressions for node in tree.walk()]
    if LN in nodes:
        return LOG in nodes
    return not any(isinstance(node, _CALCULUS) or node in _E for node in nodes)


def as_answered(problem: Problem, answer: str) -> Problem:
    """Return the problem as somebody took it who answers like this: e or ln in the answer is of natural logarithms."""
    try:
        nodes = list(parse(answer).walk())
    except MathsError:
        return problem
    natural = any(node in (*_E, LN) for node in nodes)
    return replace(problem, common_logs=problem.common_logs and not natural)


def with_base_ten(problem: Problem) -> Problem:
    """Return the problem with base 10 at its logarithms without one."""
    return replace(problem, expressions=tuple(base_ten(tree) for tree in problem.expressions))


def base_ten(tree: Expr) -> Expr:
    """Return the tree with base 10 at its logarithms without one."""
    return tree.rebuilt(_with_base)


def _with_base(node: Expr) -> Expr:
    match node:
        case Apply(Function("log"), (argument,)):
            return Apply(COMMON_LOG, (argument,))
        case Apply(Power(Function("log"), exponent), (argument,)):
            return Apply(Power(COMMON_LOG, exponent), (argument,))
    return node
