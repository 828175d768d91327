"""Problems of the higher classes before calculus: progressions, counting, logarithms, complex numbers, matrices."""

from __future__ import annotations

from random import Random

from tutor_cli.local_model.mind.practice.generators.parts import Gaps, by_name, not_zero, polynomial


def progressions(random: Random, level: int) -> Gaps:
    """Ask for a term of an arithmetic progression."""
    start, step, place = random.randint(1, level), random.randint(2, 6), random.randint(8, 10 + level)
    return {"a": str(start), "b": str(start + step), "c": str(start + 2 * step), "n": str(place), "step": str(step)}


def geometric_progressions(random: Random, level: int) -> Gaps:
    """Ask for a term that can be reached by hand."""
    start, ratio = random.randint(1, 5), random.randint(2, 3)
    terms = [start * ratio**k for k in range(3)]
    return dict(zip("abc", map(str, terms), strict=True)) | {"n": str(random.randint(4, 6 if level > 10 else 5))}


def series(random: Random, level: int) -> Gaps:
    """Add up an arithmetic progression."""
    step, start = random.randint(1, 4), random.randint(0, level)
    return {"formula": f"\\sum_{{k=1}}^{{{random.randint(5, 10)}}} ({polynomial([step, start], 'k')})"}


def logarithms(random: Random, level: int) -> Gaps:
    """Ask for an exponent."""
    base, exponent = random.choice([2, 3, 5, 10]), random.randint(2, 4)
    value = base ** min(exponent, level)
    return {"formula": f"\\log_{{{base}}} {value}", "base": str(base), "value": str(value)}


def exponential_equations(random: Random, level: int) -> Gaps:
    """Hide an exponent; from class 12 behind a sum."""
    base, exponent = random.choice([2, 3, 5]), random.randint(2, 4)
    left = f"{base}^x" if level < 12 else f"{base}^{{x + {random.randint(1, 3)}}}"
    return {"formula": f"{left} = {base**exponent}", "base": str(base)}


def permutations(random: Random, level: int) -> Gaps:
    """Count arrangements."""
    n = random.randint(4, min(level, 7))
    return {"n": str(n), "r": str(random.randint(2, 3))}


def combinations(random: Random, level: int) -> Gaps:
    """Count choices."""
    n = random.randint(4, min(level, 9))
    return {"formula": f"\\binom{{{n}}}{{{random.randint(2, n - 2)}}}"}


def complex_numbers(random: Random, level: int) -> Gaps:
    """Add two complex numbers, from class 12 multiply."""
    one, two = (
        f"({random.randint(1, 5)} {'+' if b > 0 else '-'} {abs(b)}i)" for b in (_imaginary(random), _imaginary(random))
    )
    return {"formula": f"{one} + {two}" if level < 12 else f"{one}{two}"}


def _imaginary(random: Random) -> int:
    return random.choice([-4, -3, -2, 2, 3, 4])


def determinants(random: Random, level: int) -> Gaps:
    """Give a two by two determinant."""
    a, b, c, d = (random.randint(1, level) for _ in range(4))
    gaps = {"formula": f"\\begin{{vmatrix}} {a} & {b} \\\\ {c} & {d} \\end{{vmatrix}}"}
    return gaps | {"first": f"{a} \\times {d}", "second": f"{b} \\times {c}"}


def matrices(random: Random, level: int) -> Gaps:
    """Add two matrices."""
    one, two = (_matrix([not_zero(random, level) for _ in range(4)]) for _ in range(2))
    return {"formula": f"{one} + {two}"}


def _matrix(cells: list[int]) -> str:
    a, b, c, d = cells
    return f"\\begin{{pmatrix}} {a} & {b} \\\\ {c} & {d} \\end{{pmatrix}}"


GENERATORS = by_name(
    *(progressions, geometric_progressions, series, logarithms, exponential_equations, permutations, combinations),
    *(complex_numbers, determinants, matrices),
)
