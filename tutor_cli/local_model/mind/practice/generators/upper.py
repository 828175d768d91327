"""Problems of the higher classes before calculus: progressions, counting, logarithms, complex numbers, matrices."""

from __future__ import annotations

from random import Random

from tutor_cli.local_model.mind.practice.generators.parts import Gaps, by_name, not_zero, polynomial


def progressions(random: Random, level: int) -> Gaps:
    """Ask for a term of an arithmetic progression."""
    start, step, place = random.randint(1, level), random.randint(2, 6), random.randint(8, 10 + level)
    terms = {"a": str(start), "b": str(start + step), "c": str(start + 2 * step)}
    return {**terms, "n": str(place), "step": str(step), "reached": str(start + (place - 1) * step)}


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
    gaps = {"base": str(base), "value": str(value), "shift": str(random.randint(1, 5)), "power": str(exponent)}
    return {"formula": f"\\log_{{{base}}} {value}", **gaps}


def exponential_equations(random: Random, level: int) -> Gaps:
    """Hide an exponent; from class 12 behind a sum."""
    base, exponent = random.choice([2, 3, 5]), random.randint(2, 4)
    left = f"{base}^x" if level < 12 else f"{base}^{{x + {random.randint(1, 3)}}}"
    return {"formula": f"{left} = {base**exponent}", "base": str(base)}


def trig_equations(random: Random, level: int) -> Gaps:
    """Ask for the angles of a table value; from class 12 also where it is negative."""
    sines = ("2\\{} x {} 1 = 0", "2\\{} x {} \\sqrt{{3}} = 0", "\\sqrt{{2}}\\{} x {} 1 = 0")
    tangents = ("\\{} x {} 1 = 0", "\\{} x {} \\sqrt{{3}} = 0")
    function = random.choice(["sin", "cos", "tan"])
    sign = random.choice("-+") if level > 11 else "-"
    return {"formula": random.choice(tangents if function == "tan" else sines).format(function, sign)}


def permutations(random: Random, level: int) -> Gaps:
    """Count arrangements."""
    n = random.randint(4, min(level, 7))
    word = random.choice(["APPLE", "LEVEL", "BANANA", "SCHOOL", "MATHS", "INDIA", "LETTER"])
    return {"n": str(n), "r": str(random.randint(2, 3)), "word": word}


def combinations(random: Random, level: int) -> Gaps:
    """Count choices."""
    n = random.randint(4, min(level, 9))
    all_men, all_women = random.randint(4, 6), random.randint(3, 5)
    team = {"men": str(random.randint(2, 3)), "women": "2", "all_men": str(all_men), "all_women": str(all_women)}
    return {"formula": f"\\binom{{{n}}}{{{random.randint(2, n - 2)}}}", **team}


def complex_numbers(random: Random, level: int) -> Gaps:
    """Add two complex numbers, from class 12 multiply; give one with a whole modulus, and a whole quotient."""
    one, two = (
        f"({random.randint(1, 5)} {'+' if b > 0 else '-'} {abs(b)}i)" for b in (_imaginary(random), _imaginary(random))
    )
    (a, b), (c, d) = ((random.randint(1, 3), random.randint(1, 3)) for _ in range(2))
    top = f"{a * c - b * d} + {a * d + b * c}i".replace("+ -", "- ")
    re, im = random.choice([(3, 4), (6, 8), (5, 12), (8, 15)])
    gaps = {"re": str(re), "im": str(im), "quotient": f"\\frac{{{top}}}{{{c} + {d}i}}"}
    return {"formula": f"{one} + {two}" if level < 12 else f"{one}{two}", **gaps}


def _imaginary(random: Random) -> int:
    return random.choice([-4, -3, -2, 2, 3, 4])


def determinants(random: Random, level: int) -> Gaps:
    """Give a two by two determinant, and a three by three with a zero."""
    a, b, c, d = (random.randint(1, level) for _ in range(4))
    gaps = {"formula": f"\\begin{{vmatrix}} {a} & {b} \\\\ {c} & {d} \\end{{vmatrix}}"}
    e, f, g, h = (random.randint(1, 4) for _ in range(4))
    three = f"\\begin{{vmatrix}} {a} & {e} & 0 \\\\ {b} & {f} & {g} \\\\ {c} & {h} & 1 \\end{{vmatrix}}"
    return gaps | {"first": f"{a} \\times {d}", "second": f"{b} \\times {c}", "three": three}


def matrices(random: Random, level: int) -> Gaps:
    """Add two matrices; multiply two small ones; invert one of determinant one."""
    one, two = (_matrix([not_zero(random, level) for _ in range(4)]) for _ in range(2))
    left, right = (_matrix([random.randint(0, 4) for _ in range(4)]) for _ in range(2))
    p, q = random.randint(1, 3), random.randint(1, 3)
    gaps = {"product": f"{left}{right}", "invertible": _matrix([p * q + 1, p, q, 1])}
    return {"formula": f"{one} + {two}", **gaps}


def sets(random: Random, level: int) -> Gaps:
    """Give two small sets that overlap, and how many like tea, coffee or both."""
    common, first, second = (random.sample(range(low, low + 5), random.randint(2, 3)) for low in (4, -1, 9))
    sets = {"first": _listed(sorted([*first, *common])), "second": _listed(sorted([*common, *second]))}
    both, only_tea, only_coffee, neither = (random.randint(2, 12) for _ in range(4))
    counts = {"tea": both + only_tea, "coffee": both + only_coffee, "both": both}
    return {**sets, **{name: str(n) for name, n in counts.items()}, "all": str(both + only_tea + only_coffee + neither)}


def _listed(elements: list[int]) -> str:
    return ", ".join(map(str, elements))


def vectors(random: Random, level: int) -> Gaps:
    """Give the legs of a whole right triangle as components, and two vectors in space."""
    a, b = random.choice([(3, 4), (6, 8), (5, 12), (8, 15), (9, 12)])
    u, v = (_listed([not_zero(random, 5) for _ in range(3)]) for _ in range(2))
    return {"a": str(a), "b": str(b), "u": u, "v": v}


def functions(random: Random, level: int) -> Gaps:
    """Give a quadratic and a linear function, and a small place."""
    f = polynomial([random.randint(1, 3), not_zero(random, 5), not_zero(random, 9)])
    return {"f": f, "g": polynomial([random.randint(2, 5), not_zero(random, 9)]), "at": str(random.randint(2, 4))}


def _matrix(cells: list[int]) -> str:
    a, b, c, d = cells
    return f"\\begin{{pmatrix}} {a} & {b} \\\\ {c} & {d} \\end{{pmatrix}}"


GENERATORS = by_name(
    *(progressions, geometric_progressions, series, logarithms, exponential_equations, permutations, combinations),
    trig_equations,
    *(complex_numbers, determinants, matrices, sets, vectors, functions),
)
