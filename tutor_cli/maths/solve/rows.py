"""The rows of `tutor math solve --batch`: requests into problems, solutions into results."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tutor_cli.errors import BadInputError
from tutor_cli.maths.expr import Cases, Expr, Interval, Relation
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.problem import TYPED_CONSTANTS, Operation, Problem
from tutor_cli.maths.solve.solution import Solution
from tutor_cli.maths.solve.typed import typed

_OPERATIONS: dict[str, Operation] = {
    "solve": "solve",
    "evaluate": "evaluate",
    "simplify": "simplify",
    "identity": "simplify",
    "factor": "factor",
    "expand": "expand",
    "diff": "differentiate",
    "integrate": "integrate",
    "limit": "limit",
    "matrix": "matrix",
    "sequence": "sequence",
    "sum": "sum",
}


def from_row(row: Mapping[str, Any]) -> Problem:
    """Return the problem of a request row.

    Raises MathsError where its maths cannot be read, BadInputError where a field is missing or unknown.
    """
    tree = parse(_text(row, "input"), "typed")
    expressions = tuple(case.body for case in tree.rows) if isinstance(tree, Cases) else (tree,)
    return Problem(
        operation=_operation(row, expressions),
        expressions=expressions,
        variable=str(row.get("variable") or ""),
        interval=_interval(row),
        order=int(row.get("order") or 1),
        to=parse(_text(row, "to"), "typed") if "to" in row else None,
        assume=(parse(_text(row, "assume"), "typed"),) if row.get("assume") else (),
        method=str(row.get("method") or ""),
        constants=TYPED_CONSTANTS,
    )


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    if not isinstance(value, str):
        raise BadInputError("row_field", f"The row has no text {name!r}.", "See the request rows in the manual.")
    return value


def _operation(row: Mapping[str, Any], expressions: tuple[Expr, ...]) -> Operation:
    name = row.get("op")
    if name == "any":
        return "solve" if isinstance(expressions[0], Relation) else "simplify"
    if name not in _OPERATIONS:
        raise BadInputError("row_op", f"Unknown op {name!r}.", f"One of: {', '.join(_OPERATIONS)}, any.")
    return _OPERATIONS[name]


def _interval(row: Mapping[str, Any]) -> Expr | None:
    if row.get("interval"):
        return parse(_text(row, "interval"), "typed")
    if "from" in row and "to" in row:
        return Interval(parse(_text(row, "from"), "typed"), parse(_text(row, "to"), "typed"), True, True)
    return None


def result(solution: Solution) -> dict[str, Any]:
    """Return the fields of a result row besides its id, as the contract of the batch form names them."""
    row: dict[str, Any] = {
        "kind": solution.kind,
        "srepr": solution.srepr,
        "steps": sum(1 for _ in solution.all_steps()),
        "verified": solution.verified,
        "elapsed_ms": round(solution.elapsed_ms, 1),
        "text": solution.text,
    }
    if solution.conditions:
        row["conditions"] = [typed(condition) for condition in solution.conditions]
    if solution.multiplicities:
        row["multiplicities"] = solution.multiplicities
    return row
