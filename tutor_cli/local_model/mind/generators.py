"""Problems made to order: for each topic a function that fills its gaps from a seeded source and the pupil's class.

Every problem has an answer a pupil can reach without a calculator: roots, values and slopes are chosen first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random

Gaps = dict[str, str]
Generator = Callable[[Random, int], Gaps]

_PYTHAGOREAN = ((3, 4), (6, 8), (5, 12), (8, 15))


def polynomial(coefficients: Sequence[int], variable: str = "x") -> str:
    """Write a polynomial in LaTeX, coefficients from the highest power down."""
    written = ""
    for power, coefficient in zip(range(len(coefficients) - 1, -1, -1), coefficients, strict=True):
        if coefficient == 0:
            continue
        letters = {0: "", 1: variable}.get(power, f"{variable}^{{{power}}}" if power > 9 else f"{variable}^{power}")
        size = "" if abs(coefficient) == 1 and power else str(abs(coefficient))
        sign = " - " if coefficient < 0 else " + "
        written += (sign if written else sign.strip().replace("+", "")) + size + letters
    return written or "0"


def _not_zero(random: Random, reach: int) -> int:
    return random.choice([-1, 1]) * random.randint(1, reach)


def _reach(level: int) -> int:
    """Return how large the numbers of a class may be."""
    return level + 3


def integers(random: Random, level: int) -> Gaps:
    """Add and subtract, starting below zero."""
    reach = 3 * _reach(level)
    first, second, third = -random.randint(2, reach), random.randint(2, reach), random.randint(2, reach)
    return {"formula": f"{first} + {second} - {third}"}


def bodmas(random: Random, level: int) -> Gaps:
    """Mix the operations so that their order matters."""
    a, b, c, d = (random.randint(2, _reach(level)) for _ in range(4))
    return {"formula": random.choice([f"{a} + {b} \\times {c}", f"({a} + {b}) \\times {c} - {d}"])}


def fractions(random: Random, level: int) -> Gaps:
    """Add, or from class 7 also multiply, two proper fractions."""
    low, high = random.sample(range(2, _reach(level)), 2)
    sign = random.choice(["+", "\\times"]) if level > 6 else "+"
    return {"formula": f"\\frac{{{random.randint(1, low - 1)}}}{{{low}}} {sign} \\frac{{1}}{{{high}}}"}


def simplifying_fractions(random: Random, level: int) -> Gaps:
    """Hide a factor in a fraction."""
    factor, top = random.randint(2, level), random.randint(1, 5)
    return {"formula": f"\\frac{{{factor * top}}}{{{factor * (top + random.randint(1, 4))}}}"}


def decimals(random: Random, level: int) -> Gaps:
    """Add two decimals."""
    return {"formula": f"{random.randint(1, 9 * level) / 10} + {random.randint(1, 9 * level) * 5 / 100}"}


def percentages(random: Random, level: int) -> Gaps:
    """Take a handy share of a round number."""
    share = random.choice([10, 20, 25, 50, 75] if level < 8 else [5, 12, 15, 35, 45])
    return {"percent": str(share), "whole": str(20 * random.randint(2, 5 * level))}


def common(random: Random, level: int) -> Gaps:
    """Give two numbers with a common factor."""
    factor = random.randint(2, _reach(level))
    small, large = random.sample(range(2, 8), 2)
    return {"a": str(factor * small), "b": str(factor * large)}


def exponents(random: Random, level: int) -> Gaps:
    """Multiply or divide powers of one base."""
    base, high, low = random.randint(2, 4), random.randint(3, 4), random.randint(1, 2)
    product = f"{base}^{high} \\times {base}^{low}"
    return {"formula": product if level < 8 else random.choice([product, f"\\frac{{{base}^{high}}}{{{base}^{low}}}"])}


def roots(random: Random, level: int) -> Gaps:
    """Take the root of a perfect square or cube."""
    square = random.randint(4, 2 * _reach(level))
    cube = random.randint(2, 6)
    return {"formula": random.choice([f"\\sqrt{{{square**2}}}", f"\\sqrt[3]{{{cube**3}}}"])}


def linear_equations(random: Random, level: int) -> Gaps:
    """Choose the root, then an equation; from class 8 with the unknown on both sides."""
    root, a, b = _not_zero(random, _reach(level)), random.randint(2, _reach(level)), _not_zero(random, _reach(level))
    if level < 8:
        root = abs(root)
        return {"formula": f"{polynomial([a, b])} = {a * root + b}"}
    other = random.randint(1, a - 1)
    return {"formula": f"{polynomial([a, b])} = {polynomial([other, (a - other) * root + b])}"}


def simultaneous_equations(random: Random, level: int) -> Gaps:
    """Choose x and y, then two equations that only they satisfy."""
    x, y = _not_zero(random, level), _not_zero(random, level)
    a, b = random.randint(2, 5), random.randint(1, 4)
    first = f"{polynomial([a, 0])} {'+ ' if b > 0 else '- '}{polynomial([b, 0], 'y')} = {a * x + b * y}"
    return {"first": first, "second": f"x - y = {x - y}"}


def quadratic_equations(random: Random, level: int) -> Gaps:
    """Choose two whole roots; from class 11 the leading coefficient need not be one."""
    p, q = _not_zero(random, level), _not_zero(random, level - 2)
    lead = random.randint(2, 3) if level > 10 else 1
    return {"formula": f"{polynomial([lead, -lead * (p + q), lead * p * q])} = 0"}


def factorisation(random: Random, level: int) -> Gaps:
    """Multiply out two factors, or hide a difference of squares."""
    p, q = _not_zero(random, level), _not_zero(random, level)
    return {"formula": random.choice([polynomial([1, p + q, p * q]), polynomial([1, 0, -(p**2)])])}


def expansion(random: Random, level: int) -> Gaps:
    """Give a product of two brackets."""
    p, q = _not_zero(random, level), _not_zero(random, level)
    return {"formula": f"({polynomial([1, p])})({polynomial([random.randint(1, 3), q])})"}


def inequalities(random: Random, level: int) -> Gaps:
    """Give a linear inequality with a whole bound; a negative coefficient turns the sign round."""
    a, b, bound = _not_zero(random, 5), _not_zero(random, level), _not_zero(random, level)
    return {"formula": f"{polynomial([a, b])} {random.choice(['<', '>'])} {a * bound + b}"}


def logarithms(random: Random, level: int) -> Gaps:
    """Ask for an exponent."""
    base, exponent = random.choice([2, 3, 5, 10]), random.randint(2, 4)
    return {"formula": f"\\log_{{{base}}} {base ** min(exponent, level)}"}


def combinations(random: Random, level: int) -> Gaps:
    """Count choices."""
    n = random.randint(4, min(level, 9))
    return {"formula": f"\\binom{{{n}}}{{{random.randint(2, n - 2)}}}"}


def series(random: Random, level: int) -> Gaps:
    """Add up an arithmetic progression."""
    step, start = random.randint(1, 4), random.randint(0, level)
    return {"formula": f"\\sum_{{k=1}}^{{{random.randint(5, 10)}}} ({polynomial([step, start], 'k')})"}


def rectangle(random: Random, level: int) -> Gaps:
    """Give two sides."""
    width = random.randint(2, _reach(level))
    return {"length": str(width + random.randint(1, 9)), "width": str(width)}


def triangle(random: Random, level: int) -> Gaps:
    """Give an even base, so that the area is whole."""
    return {"base": str(2 * random.randint(2, level)), "height": str(random.randint(3, _reach(level)))}


def cuboid(random: Random, level: int) -> Gaps:
    """Give three edges."""
    width, height = random.randint(2, level), random.randint(2, level)
    return {"length": str(width + random.randint(1, 5)), "width": str(width), "height": str(height)}


def slope(random: Random, level: int) -> Gaps:
    """Choose a whole slope and one point."""
    x, y, run = random.randint(-3, 3), random.randint(-5, 5), random.randint(1, 4)
    return _points(x, y, x + run, y + run * _not_zero(random, level // 3 + 1))


def distance(random: Random, level: int) -> Gaps:
    """Set the points apart by the legs of a whole right triangle."""
    x, y = random.randint(-level, level), random.randint(-level, level)
    right, up = random.choice(_PYTHAGOREAN)
    return _points(x, y, x + right, y + up)


def _points(x1: int, y1: int, x2: int, y2: int) -> Gaps:
    return {"x1": str(x1), "y1": str(y1), "x2": str(x2), "y2": str(y2)}


def trigonometry(random: Random, level: int) -> Gaps:
    """Ask for a value of the table, from class 11 for a product of two."""
    values = [f"\\{name} {angle}^\\circ" for name in ("sin", "cos") for angle in (0, 30, 45, 60, 90)]
    if level < 11:
        return {"formula": random.choice([*values, "\\tan 45^\\circ", "\\tan 60^\\circ"])}
    first, second = random.sample(values, 2)
    return {"formula": f"{first} + {second}"}


def mean(random: Random, level: int) -> Gaps:
    """Give values that add up to a multiple of their number."""
    values = [random.randint(2, 2 * level) for _ in range(4)]
    values.append(values[0] + (-sum(values) - values[0]) % 5)
    return {"values": ", ".join(map(str, values))}


def median(random: Random, level: int) -> Gaps:
    """Give an odd number of values out of order."""
    return {"values": ", ".join(map(str, random.sample(range(1, 3 * level), 5)))}


def simple_interest(random: Random, level: int) -> Gaps:
    """Give round sums."""
    principal = 500 * random.randint(1, 2 * level)
    return {"principal": str(principal), "rate": str(random.randint(2, 10)), "years": str(random.randint(2, 5))}


def derivatives(random: Random, level: int) -> Gaps:
    """Give a polynomial, from class 12 sometimes a product with a function."""
    cubic = polynomial([random.randint(1, 5), _not_zero(random, 6), _not_zero(random, 9), random.randint(1, 9)])
    product = f"x^{random.randint(2, 3)} \\{random.choice(['sin', 'cos'])} x"
    return {"formula": random.choice([cubic, product] if level > 11 else [cubic])}


def integrals(random: Random, level: int) -> Gaps:
    """Give a polynomial whose antiderivative has whole coefficients."""
    coefficients = [3 * random.randint(1, 3), 2 * _not_zero(random, 4), _not_zero(random, min(level, 9))]
    return {"formula": polynomial(coefficients)}


def definite_integrals(random: Random, level: int) -> Gaps:
    """Integrate such a polynomial from zero."""
    formula = polynomial([3 * random.randint(1, 2), 2 * random.randint(1, 3), random.randint(1, level)])
    return {"formula": f"\\int_{{0}}^{{{random.randint(1, 3)}}} ({formula}) \\, dx"}


def limits(random: Random, level: int) -> Gaps:
    """Give a quotient whose numerator and denominator share a zero."""
    a = random.randint(1, level)
    return {"formula": f"\\lim_{{x \\to {a}}} \\frac{{{polynomial([1, 0, -(a**2)])}}}{{{polynomial([1, -a])}}}"}


def determinants(random: Random, level: int) -> Gaps:
    """Give a two by two determinant."""
    a, b, c, d = (random.randint(1, level) for _ in range(4))
    return {"formula": f"\\begin{{vmatrix}} {a} & {b} \\\\ {c} & {d} \\end{{vmatrix}}"}


GENERATORS: Mapping[str, Generator] = {
    generator.__name__: generator
    for generator in (
        *(integers, bodmas, fractions, simplifying_fractions, decimals, percentages, exponents, roots),
        *(linear_equations, simultaneous_equations, quadratic_equations, factorisation, expansion, inequalities),
        *(logarithms, combinations, series, rectangle, triangle, cuboid, slope, distance, trigonometry),
        *(mean, median, simple_interest, derivatives, integrals, definite_integrals, limits, determinants),
    )
} | {"hcf": common, "lcm": common}
