"""Problems with letters: equations, systems, factors, brackets, inequalities."""

from __future__ import annotations

from random import Random

from tutor_cli.local_model.mind.practice.generators.parts import Gaps, by_name, fraction, not_zero, polynomial, reach


def linear_equations(random: Random, level: int) -> Gaps:
    """Choose the root; one step in class 6, then two, then both sides have the unknown, then brackets and fractions."""
    root, a, b = not_zero(random, reach(level)), random.randint(2, reach(level)), not_zero(random, reach(level))
    other = random.randint(1, a - 1)
    if level < 7:
        return {"formula": f"{polynomial([1, abs(b)])} = {abs(root) + abs(b)}"}
    if level == 7:
        return {"formula": f"{polynomial([a, b])} = {a * abs(root) + b}"}
    if level == 8:
        return {"formula": f"{polynomial([a, b])} = {polynomial([other, (a - other) * root + b])}"}
    if level == 9:
        return {"formula": f"{a}({polynomial([1, b])}) = {polynomial([other, a * (root + b) - other * root])}"}
    share = not_zero(random, 5)
    right = polynomial([1, share + other - (a * share - b)])
    return {"formula": f"{fraction(1, a)}({polynomial([1, b])}) + {other} = {right}"}


def simultaneous_equations(random: Random, level: int) -> Gaps:
    """Choose x and y, then two equations that only they satisfy; a plain difference is one of them to class 9."""
    x, y = not_zero(random, level), not_zero(random, level)
    a, b = random.randint(2, 5), random.randint(1, 4)
    first = _in_two(a, b, a * x + b * y)
    c, d = (1, -1) if level < 10 else (random.randint(1, 3), -random.randint(1, 4))
    return {"first": first, "second": _in_two(c, d, c * x + d * y)}


def _in_two(a: int, b: int, right: int) -> str:
    return f"{polynomial([a, 0])} {'+ ' if b > 0 else '- '}{polynomial([abs(b), 0], 'y')} = {right}"


def quadratic_equations(random: Random, level: int) -> Gaps:
    """Choose two whole roots, both positive to class 9; from class 11 the leading coefficient need not be one."""
    p, q = not_zero(random, min(level, 9)), not_zero(random, min(level, 9) - 2)
    if level < 10:
        p, q = abs(p), abs(q)
    lead = random.randint(2, 3) if level > 10 else 1
    gaps = {"formula": f"{polynomial([lead, -lead * (p + q), lead * p * q])} = 0"}
    return gaps | {"sum": str(-p - q), "product": str(p * q)}


def factorisation(random: Random, level: int) -> Gaps:
    """Multiply out two factors: a common one to class 7, then a pattern, from class 10 with a leading coefficient."""
    p, q, a = not_zero(random, min(level, 9)), not_zero(random, min(level, 9)), random.randint(2, 6)
    if level < 8:
        return {"formula": polynomial([a, a * abs(p)])}
    if level > 9:
        p = p if p % 2 else p + 1
        return {"formula": polynomial([2, p + 2 * q, p * q])}
    if level == 8:
        p, q = abs(p), abs(q)
    return {"formula": random.choice([polynomial([1, p + q, p * q]), polynomial([1, 0, -(p**2)])])}


def expansion(random: Random, level: int) -> Gaps:
    """Give a product of two brackets, a single one to class 7 and a square from class 9."""
    p, q, a = not_zero(random, level), not_zero(random, level), random.randint(2, 6)
    if level < 8:
        return {"formula": f"{a}({polynomial([1, p])})"}
    if level > 8 and random.random() < 0.5:
        return {"formula": f"({polynomial([random.randint(1, 3), p])})^2"}
    return {"formula": f"({polynomial([1, p])})({polynomial([random.randint(1, 3), q])})"}


def inequalities(random: Random, level: int) -> Gaps:
    """Give a linear inequality with a whole bound; from class 11 a negative coefficient turns the sign round."""
    a, b, bound = not_zero(random, 5), not_zero(random, level), not_zero(random, level)
    if level < 11:
        a = abs(a) + 1
    low = random.randint(-3, 3)
    high = low + random.randint(1, 5)
    quadratic = polynomial([1, -low - high, low * high])
    return {"formula": f"{polynomial([a, b])} {random.choice(['<', '>'])} {a * bound + b}", "quadratic": quadratic}


def remainders(random: Random, level: int) -> Gaps:
    """Give a quadratic and a cubic with small coefficients, and a small place."""
    low, high = ([1, *(not_zero(random, 6) for _ in range(degree))] for degree in (2, 3))
    return {"low": polynomial(low), "high": polynomial(high), "at": str(random.randint(1, 3))}


GENERATORS = by_name(
    *(linear_equations, simultaneous_equations, quadratic_equations, factorisation, expansion, inequalities),
    remainders,
)
