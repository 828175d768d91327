"""Matrices: determinant, inverse, eigenvalues, transpose, rank, sums and products."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Add, Apply, Expr, Function, Group, Mul, Neg, Number, Power, Relation, Symbol
from tutor_cli.maths.expr import Matrix as MatrixTree
from tutor_cli.maths.solve import methods, sets
from tutor_cli.maths.solve.bridge import precise, symbol, to_sympy
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer
from tutor_cli.maths.solve.working import Statement, Working
from tutor_cli.maths.solve.writing import to_tree

NAMES = {"det": "det", "inv": "inv", "inverse": "inv", "eig": "eig", "eigenvalues": "eig", "transpose": "transpose",
         "rank": "rank", "tr": "trace", "trace": "trace", "adj": "adjugate"}  # fmt: skip

_PAIR = 2


def solve(tree: Expr, constants: tuple[str, ...], work: Working) -> Answer:
    """Answer a question about matrices."""
    if isinstance(tree, Apply) and isinstance(tree.head, (Function, Symbol)) and tree.head.name in NAMES:
        matrix = _matrix_of(tree.arguments[0], constants)
        return OPERATIONS[NAMES[tree.head.name]](matrix, tree, work)
    if isinstance(tree, Power) and tree.exponent == to_tree(sp.Integer(-1)):
        return _inverse(_matrix_of(tree.base, constants), tree, work)
    if isinstance(tree, MatrixTree) and tree.bracket == "vmatrix":
        return _determinant(to_sympy(tree, constants), tree, work)
    value = value_of(tree, constants)
    _explain(tree, value, constants, work)
    return Answer("matrix", value, verified=True)


def value_of(tree: Expr, constants: tuple[str, ...]) -> Any:
    """Return the value of a tree of matrices; raise Unknown where the sizes do not fit."""
    try:
        return to_sympy(tree, constants)
    except (sp.ShapeError, ValueError) as error:
        raise Unknown("matrices of these sizes") from error


def _matrix_of(tree: Expr, constants: tuple[str, ...]) -> Any:
    """Return the value of a tree of matrices; raise Unknown where its letters stand for what is not given."""
    value = value_of(tree, constants)
    if not isinstance(value, sp.MatrixBase):
        raise Unknown("a matrix that is not given")
    return value


def _determinant(m: Any, tree: Expr, work: Working) -> Answer:
    _square(m)
    value = _by_minors(m, tree, work)
    return Answer(
        "value" if value.is_number else "expression", value, verified=sp.expand(value - m.det(method="berkowitz")) == 0
    )


def _square(m: Any) -> None:
    if m.rows != m.cols:
        raise Unknown("a matrix that is not square")


def _by_minors(m: Any, tree: Expr, work: Working) -> Any:
    if m.rows == 1:
        return m[0, 0]
    if m.rows == 2:
        a, b, c, d = m
        value = sp.expand(a * d - b * c)
        work.remark("matrix.determinant_two", tree, to_tree(value), products=_difference(a, d, b, c), value=value)
        return value
    total = sp.Integer(0)
    with work.group("matrix.first_row", tree) as group:
        for j in range(m.cols):
            if m[0, j] != 0:
                minor = m.minor_submatrix(0, j)
                total += (-1) ** j * m[0, j] * _by_minors(minor, _bars(minor), work)
        group.done(sp.expand(total))
    work.steps[-1] = _several(work.steps[-1])
    return sp.expand(total)


def _several(step: Any) -> Any:
    return replace(step, from_several=True)


def _difference(a: Any, d: Any, b: Any, c: Any) -> Expr:
    return Add((_dot(a, d), Neg(_dot(b, c))))


def _dot(a: Any, b: Any) -> Expr:
    parts = [Group(to_tree(v)) if v.could_extract_minus_sign() or v.is_Add else to_tree(v) for v in (a, b)]
    return Mul(tuple(parts), "dot")


def _bars(m: Any) -> Expr:
    return replace(to_tree(m), bracket="vmatrix")  # type: ignore[call-arg]


def _inverse(m: Any, tree: Expr, work: Working) -> Answer:
    _square(m)
    determinant = sp.simplify(m.det())
    work.note("matrix.determinant", Relation((Apply(Function("det"), (to_tree(m),)), to_tree(determinant)), ("=",)))
    if determinant == 0:
        work.note("matrix.singular", tree)
        return Answer("does_not_exist", verified=m.rank() < m.rows)
    adjugate = m.adjugate()
    work.remark(_adjugate_id(m), tree, Mul((to_tree(1 / determinant), to_tree(adjugate))), adjugate=to_tree(adjugate))
    value = sp.ImmutableMatrix(adjugate / determinant).applyfunc(sp.cancel)
    work.remark("matrix.divide", Mul((to_tree(1 / determinant), to_tree(adjugate))), to_tree(value))
    return Answer("matrix", value, verified=(m * value).applyfunc(sp.simplify) == sp.eye(m.rows))


def _eigenvalues(m: Any, tree: Expr, work: Working) -> Answer:
    _square(m)
    t = symbol("lambda")
    characteristic = Statement(sp.expand((t * sp.eye(m.rows) - m).det()), sp.Integer(0))
    work.remark("matrix.characteristic", tree, Relation((to_tree(characteristic.left), Number("0")), ("=",)))
    found = m.eigenvals()
    work.points += [{"lambda": precise(value)} for value in found if value.is_real]
    if all(value.is_real for value in found):
        outcome = methods.solve(characteristic, t, work)
        values = outcome.solutions
    else:
        values = sp.FiniteSet(*found)
        work.note("matrix.complex_eigenvalues", tree)
    repeated = {value: times for value, times in found.items() if times > 1}
    verified = sp.simplify(sum(v * k for v, k in found.items()) - m.trace()) == 0 and set(values) == set(found)
    return Answer("set", values, sets.answer_tree(values, t), verified=verified, multiplicities=repeated)


def _transpose(m: Any, tree: Expr, work: Working) -> Answer:
    work.remark("matrix.transpose", tree, to_tree(m.T))
    return Answer("matrix", sp.ImmutableMatrix(m.T), verified=True)


def _rank(m: Any, tree: Expr, work: Working) -> Answer:
    reduced, pivots = m.rref()
    work.remark("matrix.row_reduce", tree, to_tree(reduced))
    return Answer("value", sp.Integer(len(pivots)), verified=m.rank() == len(pivots))


def _trace(m: Any, tree: Expr, work: Working) -> Answer:
    _square(m)
    work.remark("matrix.trace", tree, to_tree(m.trace()))
    return Answer("value", m.trace(), verified=True)


def _adjugate(m: Any, tree: Expr, work: Working) -> Answer:
    _square(m)
    value = sp.ImmutableMatrix(m.adjugate())
    work.remark(_adjugate_id(m), tree, to_tree(value), adjugate=to_tree(value))
    return Answer("matrix", value, verified=(m * value).applyfunc(sp.expand) == m.det() * sp.eye(m.rows))


def _adjugate_id(m: Any) -> str:
    return "matrix.adjoint_two" if m.rows == _PAIR else "matrix.adjugate"


OPERATIONS: dict[str, Callable[[Any, Expr, Working], Answer]] = {
    "det": _determinant,
    "inv": _inverse,
    "eig": _eigenvalues,
    "transpose": _transpose,
    "rank": _rank,
    "trace": _trace,
    "adjugate": _adjugate,
}


def _explain(tree: Expr, value: Any, constants: tuple[str, ...], work: Working) -> None:
    """Show a product of two matrices entry by entry, other sums in one step."""
    if isinstance(tree, Mul) and len(tree.factors) == 2:
        left, right = (to_sympy(factor, constants) for factor in tree.factors)
        if left.is_Matrix and right.is_Matrix:
            entries = MatrixTree(
                tuple(tuple(_entry(left.row(i), right.col(j)) for j in range(right.cols)) for i in range(left.rows))
            )
            work.remark("matrix.rows_times_columns", tree, entries)
            work.remark("matrix.add_up", entries, to_tree(value))
            return
    work.remark("matrix.entry_by_entry", tree, to_tree(value))


def _entry(row: Any, column: Any) -> Expr:
    products = tuple(_dot(a, b) for a, b in zip(row, column, strict=True))
    return Add(products) if len(products) > 1 else products[0]
