"""How far a spoken operand may reach: the candidates the priors choose from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from tutor_cli.maths.expr import Expr


class Reach(IntEnum):
    """How much an extent takes in, least first."""

    FACTOR = 0
    RUN = 1
    TERM = 2
    RATIO = 3
    SUM = 4
    # Closed by words that look back over everything: "all over", "the whole squared".
    WHOLE = 5


@dataclass(frozen=True, slots=True)
class Extent:
    """One candidate: what is read up to lexeme `end` (exclusive); `terms` are the terms it is the sum of."""

    expr: Expr
    end: int
    reach: Reach
    terms: tuple[Expr, ...]
