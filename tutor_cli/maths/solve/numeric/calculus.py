"""Derivatives, integrals, limits, sums and matrices as numbers: roughly, for telling right from wrong."""

from __future__ import annotations

from typing import Any

import mpmath

from tutor_cli.maths.expr import (
    BigOperator,
    Derivative,
    Evaluated,
    Expr,
    Integral,
    Limit,
    Matrix,
    Neg,
    Relation,
    Symbol,
)
from tutor_cli.maths.solve.exact import Undefined
from tutor_cli.maths.solve.numeric.compiler import Compiler
from tutor_cli.maths.solve.numeric.fields import MP, PRECISE, Env, Field, RealPart, Unknown, Value, Whole

# How near a limit is looked at, and what stands for infinity.
NEAR = "1e-9"
FAR = "1e9"
MAX_TERMS = 5000
INFINITY = Symbol("infty")


def _inner(compiler: Compiler, tree: Expr, field: Field | None = None) -> Value:
    return Compiler(field or compiler.field, tuple(compiler.constants), imaginary=compiler.complex).build(tree)


def _name(tree: Expr) -> str:
    if not isinstance(tree, Symbol):
        raise Unknown("a variable that is not a letter")
    return tree.name


def _derivative(compiler: Compiler, tree: Derivative) -> Value:
    if tree.body is None or tree.partial:
        raise Unknown("a derivative operator")
    names = [_name(variable) for variable in tree.variables]
    body, number = _inner(compiler, tree.body, PRECISE), compiler.field.number

    def derive(env: Env) -> Any:
        precise = {key: MP.mpf(value) for key, value in env.items()}
        slope = MP.diff(lambda at: body({**precise, names[0]: at}), precise[names[0]], len(names))
        return number(RealPart(slope))

    return derive


def _end(compiler: Compiler, tree: Expr) -> Value:
    """Return a limit of integration or summation, ±∞ included."""
    if tree in (INFINITY, Neg(INFINITY)):
        sign = 1 if tree == INFINITY else -1
        return lambda env: sign * mpmath.inf
    return compiler.build(tree)


def _integral(compiler: Compiler, tree: Integral) -> Value:
    if tree.lower is None or tree.upper is None or len(tree.variables) != 1:
        raise Unknown("an indefinite integral")
    name = _name(tree.variables[0])
    body = _inner(compiler, tree.body)
    lower, upper = (_end(compiler, end) for end in (tree.lower, tree.upper))

    def integrate(env: Env) -> Any:
        def value(at: Any) -> Any:
            try:
                return body({**env, name: float(at)})
            except (Undefined, ZeroDivisionError, ValueError, OverflowError):
                return 0.0

        return compiler.field.number(RealPart(mpmath.quad(value, [lower(env), upper(env)])))

    return integrate


def _evaluated(compiler: Compiler, tree: Evaluated) -> Value:
    if tree.lower is None or tree.upper is None:
        raise Unknown("an evaluated antiderivative without limits")
    letters = {node.name for node in tree.body.walk() if isinstance(node, Symbol)} - set(compiler.constants)
    if len(letters) != 1:
        raise Unknown("an evaluated antiderivative of several letters")
    name, body = letters.pop(), _inner(compiler, tree.body, PRECISE)
    lower, upper = (_end(compiler, end) for end in (tree.lower, tree.upper))

    def evaluate(env: Env) -> Any:
        values = [body({name: _beside(end(env), side)}) for end, side in ((upper, -1), (lower, 1))]
        return compiler.field.number(RealPart(values[0] - values[1]))

    return evaluate


def _beside(end: Any, side: int) -> Any:
    """Return a number just inside an end of an interval."""
    if mpmath.isinf(end):
        return MP.mpf(FAR) * (1 if end > 0 else -1)
    return MP.mpf(end) + side * MP.mpf(NEAR)


def _limit(compiler: Compiler, tree: Limit) -> Value:
    name, body = _name(tree.variable), _inner(compiler, tree.body, PRECISE)
    target = _end(compiler, tree.target)
    sides = {"above": (1,), "below": (-1,)}.get(tree.side, (1, -1))

    def approach(env: Env) -> Any:
        for side in sides:
            try:
                at = _beside(target(env), side)
                return compiler.field.number(RealPart(body({**env, name: at})))
            except (Undefined, ZeroDivisionError, ValueError):
                continue
        raise Undefined("no values near the limit")

    return approach


def _sum(compiler: Compiler, tree: BigOperator) -> Value:
    lower = tree.lower
    if tree.kind != "sum" or tree.upper is None or not isinstance(lower, Relation) or lower.signs != ("=",):
        raise Unknown("such an operator")
    name, body = _name(lower.operands[0]), _inner(compiler, tree.body)
    precise = _inner(compiler, tree.body, PRECISE)
    first, last = (_end(compiler, end) for end in (lower.operands[1], tree.upper))

    def add(env: Env) -> Any:
        start, end = round(first(env)), last(env)
        if mpmath.isinf(end):
            with MP.workdps(15):
                endless = MP.nsum(lambda k: precise({**env, name: k}), [start, MP.inf])
            return compiler.field.number(RealPart(endless))
        count = round(end) - start + 1
        if count > MAX_TERMS:
            raise Undefined("too many terms")
        return sum(body({**env, name: compiler.field.number(Whole(start + k))}) for k in range(count))

    return add


def _matrix(compiler: Compiler, tree: Matrix) -> Value:
    if not compiler.field.is_precise:
        raise Unknown("a matrix of floats")
    rows = [[compiler.build(cell) for cell in row] for row in tree.rows]
    if tree.bracket == "vmatrix":
        return lambda env: MP.det(MP.matrix([[cell(env) for cell in row] for row in rows]))
    return lambda env: MP.matrix([[cell(env) for cell in row] for row in rows])


_VALUES: dict[type[Expr], Any] = {
    Derivative: _derivative,
    Integral: _integral,
    Evaluated: _evaluated,
    Limit: _limit,
    BigOperator: _sum,
    Matrix: _matrix,
}
for _kind, _value in _VALUES.items():
    vars(Compiler)["build"].register(_kind, _value)
