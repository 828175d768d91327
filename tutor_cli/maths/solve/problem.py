"""What is asked: an operation on expressions, as read from a request row or from what a student typed or said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tutor_cli.maths.expr import Expr, Side

Operation = Literal[
    "solve",
    "evaluate",
    "simplify",
    "factor",
    "expand",
    "differentiate",
    "integrate",
    "limit",
    "matrix",
    "sequence",
    "sum",
    "quantity",
]
# Symbols with a meaning of their own in typed request rows, where every other letter is an unknown.
TYPED_CONSTANTS = ("E", "I", "pi")
# ... and in what people write and say.
WRITTEN_CONSTANTS = ("e", "pi")


@dataclass(frozen=True, slots=True)
class Problem:
    """An operation on one or more expressions.

    `variable` is the unknown asked for (empty: found by the solver; in a system: all of them). `interval` is an
    `expr.Interval` or a two-item `expr.Sequence` for an open one; for a definite integral its ends are the limits, for
    a sum the first and last index. `to` is the target of a limit, from `side`, or the place a derivative is wanted at.
    `assume` holds relations such as `x > 0`. `method` asks for a way: `factor`, `complete_square`, `formula`.
    `constants` names the symbols that are numbers. `quantity` says which number, mean, area or interest is asked for,
    where the operation leaves it open. With `common_logs` a logarithm without a base has base 10, else e.
    """

    operation: Operation
    expressions: tuple[Expr, ...]
    variable: str = ""
    interval: Expr | None = None
    order: int = 1
    to: Expr | None = None
    side: Side = "both"
    assume: tuple[Expr, ...] = ()
    method: str = ""
    constants: tuple[str, ...] = WRITTEN_CONSTANTS
    quantity: str = ""
    common_logs: bool = False
