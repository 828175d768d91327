"""What a method found, before it is checked against the original problem."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tutor_cli.maths.expr import Expr
from tutor_cli.maths.solve.solution import Kind

if TYPE_CHECKING:
    from tutor_cli.maths.solve.working import Working


@dataclass
class Outcome:
    """A SymPy set of candidates; not `exact` where they are decimals because no exact way is known."""

    solutions: Any
    exact: bool = True
    multiplicities: dict[Any, int] = field(default_factory=dict)


class NoMethod(Exception):
    """No method of ours applies; another may, or the problem is refused as unsupported."""


@dataclass
class Answer:
    """What goes into a `Solution` besides the steps: `value` is a SymPy set, expression or matrix."""

    kind: Kind
    value: Any = None
    tree: Expr | None = None
    verified: bool = False
    multiplicities: dict[Any, int] = field(default_factory=dict)


Quantity = Callable[[list[Any], "Working"], Answer]
"""Works a quantity out from its SymPy numbers; raises Undefined or Unknown."""
