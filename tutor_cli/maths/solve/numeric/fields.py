"""The numbers that trees are evaluated in: floats to search with, 40 digits to confirm with."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import mpmath

from tutor_cli.maths.solve.exact import Undefined

Env = Mapping[str, Any]
Value = Callable[[Env], Any]

MP = mpmath.mp.clone()
MP.dps = 40


class Unknown(ValueError):
    """The tree holds something that has no numeric meaning here."""


@dataclass(frozen=True)
class Field:
    """Where numbers come from: the library of functions, a number from a fraction, what counts as nothing."""

    library: Any
    number: Callable[[Any], Any]
    epsilon: float

    @property
    def is_precise(self) -> bool:
        """Whether the numbers are those with 40 digits."""
        return self.library is MP


FLOATS = Field(math, float, 1e-9)
PRECISE = Field(MP, lambda value: MP.mpf(value.numerator) / value.denominator, 1e-25)
# Floats near a solution: a margin for lines that magnify rounding, such as squares.
LOOSE = replace(FLOATS, epsilon=1e-6)


class Whole:
    """Adapts a whole number to what `Field.number` asks for."""

    denominator = 1

    def __init__(self, value: int) -> None:
        self.numerator = value

    def __float__(self) -> float:
        return float(self.numerator)


class RealPart:
    """Adapts an mpmath number to what `Field.number` asks for: a numerator over 1; raises Undefined if not real."""

    denominator = 1

    def __init__(self, value: Any) -> None:
        if abs(mpmath.im(value)) > 1e-20 * (1 + abs(value)):
            raise Undefined("not real")
        self.numerator = mpmath.re(value)

    def __float__(self) -> float:
        return float(self.numerator)
