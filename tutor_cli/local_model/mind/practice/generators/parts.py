"""What problems are made of: polynomials, numbers that are not zero, points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

Gaps = dict[str, str]
Generator = Callable[[Random, int], Gaps]

_MOST_DIGITS_BARE = 9


def by_name(*generators: Generator) -> dict[str, Generator]:
    """Return the generators by the topics they are named after."""
    return {generator.__name__: generator for generator in generators}


def polynomial(coefficients: Sequence[int], variable: str = "x") -> str:
    """Write a polynomial in LaTeX, coefficients from the highest power down."""
    written = ""
    for power, coefficient in zip(range(len(coefficients) - 1, -1, -1), coefficients, strict=True):
        if coefficient == 0:
            continue
        exponent = f"{{{power}}}" if power > _MOST_DIGITS_BARE else f"{power}"
        letters = {0: "", 1: variable}.get(power, f"{variable}^{exponent}")
        size = "" if abs(coefficient) == 1 and power else str(abs(coefficient))
        sign = " - " if coefficient < 0 else " + "
        written += (sign if written else sign.strip().replace("+", "")) + size + letters
    return written or "0"


def not_zero(random: Random, reach: int) -> int:
    """Return a number from -reach to reach that is not zero."""
    return random.choice([-1, 1]) * random.randint(1, reach)


def reach(level: int) -> int:
    """Return how large the numbers of a class may be."""
    return level + 3


def points(x1: int, y1: int, x2: int, y2: int) -> Gaps:
    """Return the gaps of two points."""
    return {"x1": str(x1), "y1": str(y1), "x2": str(x2), "y2": str(y2)}


def fraction(top: int, bottom: int) -> str:
    """Write a fraction."""
    return f"\\frac{{{top}}}{{{bottom}}}"


def coprime(random: Random, bottom: int) -> int:
    """Return a numerator that leaves a proper fraction in lowest terms."""
    return random.choice([top for top in range(1, bottom) if all(top % d or bottom % d for d in range(2, top + 1))])
