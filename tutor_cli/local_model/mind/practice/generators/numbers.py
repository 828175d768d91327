"""Problems with numbers: integers, the order of operations, fractions, decimals, powers, roots, factors."""

from __future__ import annotations

from math import gcd
from random import Random

from tutor_cli.local_model.mind.practice.generators.parts import Gaps, by_name, coprime, fraction, reach

_SQUARES_FREE = (2, 3, 5, 6, 7)


def integers(random: Random, level: int) -> Gaps:
    """Add and subtract, starting below zero; from class 8 with a product of signs."""
    most = 3 * reach(level)
    first, second, third = -random.randint(2, most), random.randint(2, most), random.randint(2, most)
    if level < 7:
        return {"formula": f"{first} + {second}"}
    if level > 7:
        return {"formula": f"{first} - (-{second}) - {third}"}
    return {"formula": f"{first} + {second} - {third}"}


def bodmas(random: Random, level: int) -> Gaps:
    """Mix the operations so that their order matters; brackets from class 7, a quotient from class 8."""
    a, b, c, d = (random.randint(2, reach(level)) for _ in range(4))
    plain, brackets = f"{a} + {b} \\times {c}", f"({a} + {b}) \\times {c} - {d}"
    if level < 7:
        return {"formula": plain}
    return {"formula": brackets if level == 7 else f"{a} + {b * c} \\div {b} \\times {d}"}


def fractions(random: Random, level: int) -> Gaps:
    """Add two fractions, to class 6 with one denominator a multiple of the other; from class 9 take a third away."""
    low, times = random.randint(2, 5), random.randint(2, 3)
    if level < 7:
        return {"formula": f"{fraction(1, low)} + {fraction(coprime(random, low * times), low * times)}"}
    one, two = random.choice([(3, 4), (2, 3), (2, 5), (3, 5), (4, 5), (5, 6), (3, 7), (4, 7), (5, 8), (4, 9)])
    formula = f"{fraction(coprime(random, one), one)} + {fraction(coprime(random, two), two)}"
    return {"formula": formula if level < 9 else f"{formula} - {fraction(1, one * two)}"}


def multiplying_fractions(random: Random, level: int) -> Gaps:
    """Multiply two fractions, from class 7 also divide."""
    one, two = random.sample(range(3, reach(level)), 2)
    sign = random.choice(["\\times", "\\div"]) if level > 6 else "\\times"
    return {"formula": f"{fraction(coprime(random, one), one)} {sign} {fraction(coprime(random, two), two)}"}


def simplifying_fractions(random: Random, level: int) -> Gaps:
    """Hide a factor in a fraction."""
    factor, bottom = random.randint(2, level), random.randint(2, 9)
    return {"formula": fraction(factor * coprime(random, bottom), factor * bottom)}


def decimals(random: Random, level: int) -> Gaps:
    """Add two decimals, from class 7 subtract, from class 8 multiply."""
    one, two = random.randint(11, 9 * level) / 10, random.randint(2, 9) / 2
    if level > 7:
        return {"formula": f"{one} \\times {random.randint(2, 9) / 10}"}
    if level > 6:
        return {"formula": f"{one + two:g} - {random.randint(1, 9) * 5 / 100 + two:g}"}
    return {"formula": f"{one} + {random.randint(1, 9 * level) * 5 / 100}"}


def hcf(random: Random, level: int) -> Gaps:
    """Give two numbers with a common factor."""
    factor = random.randint(2, reach(level))
    small, large = random.sample([2, 3, 4, 5, 7], 2)
    return {"a": str(factor * small), "b": str(factor * large), "factor": str(factor * gcd(small, large))}


def exponents(random: Random, level: int) -> Gaps:
    """Take a power, from class 7 multiply and from class 8 also divide powers of one base."""
    base, high, low = random.randint(2, 4), random.randint(3, 4), random.randint(1, 2)
    if level < 7:
        return {"formula": f"{base}^{high}"}
    product = f"{base}^{high} \\times {base}^{low}"
    return {"formula": product if level < 8 else random.choice([product, f"\\frac{{{base}^{high}}}{{{base}^{low}}}"])}


def roots(random: Random, level: int) -> Gaps:
    """Take the root of a perfect square, from class 8 also of a cube."""
    square, cube = random.randint(4, 2 * reach(level)), random.randint(2, 6)
    if level < 8:
        return {"formula": f"\\sqrt{{{square**2}}}"}
    return {"formula": random.choice([f"\\sqrt{{{square**2}}}", f"\\sqrt[3]{{{cube**3}}}"])}


def surds(random: Random, level: int) -> Gaps:
    """Hide a square under a root; from class 10 add two like roots."""
    inside, one, two = random.choice(_SQUARES_FREE), random.randint(2, 5), random.randint(2, 5)
    first = f"\\sqrt{{{one**2 * inside}}}"
    return {"formula": first if level < 10 else f"{first} + \\sqrt{{{two**2 * inside}}}"}


GENERATORS = by_name(
    *(integers, bodmas, fractions, multiplying_fractions, simplifying_fractions, decimals, hcf),
    *(exponents, roots, surds),
) | {"lcm": hcf}
