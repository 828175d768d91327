"""Problems of calculus."""

from __future__ import annotations

from random import Random

from tutor_cli.local_model.mind.practice.generators.parts import Gaps, by_name, not_zero, polynomial


def limits(random: Random, level: int) -> Gaps:
    """Give a quotient whose numerator and denominator share a zero."""
    a = random.randint(1, level)
    formula = f"\\lim_{{x \\to {a}}} \\frac{{{polynomial([1, 0, -(a**2)])}}}{{{polynomial([1, -a])}}}"
    return {"formula": formula, "k": str(random.randint(2, 7))}


def derivatives(random: Random, level: int) -> Gaps:
    """Give a power to class 10, a polynomial in class 11, then sometimes a product with a function."""
    tangent = {"curve": polynomial([1, not_zero(random, 5), not_zero(random, 5)]), "at": str(random.randint(1, 4))}
    if level < 11:
        return {"formula": polynomial([random.randint(1, 5), *[0] * random.randint(2, 5)]), **tangent}
    cubic = polynomial([random.randint(1, 5), not_zero(random, 6), not_zero(random, 9), random.randint(1, 9)])
    product = f"x^{random.randint(2, 3)} \\{random.choice(['sin', 'cos'])} x"
    return {"formula": random.choice([cubic, product] if level > 11 else [cubic]), **tangent}


def integrals(random: Random, level: int) -> Gaps:
    """Give a polynomial whose antiderivative has whole coefficients, a single power to class 11."""
    if level < 12:
        power = random.randint(1, 3)
        return {"formula": polynomial([(power + 1) * random.randint(1, 4), *[0] * power])}
    coefficients = [3 * random.randint(1, 3), 2 * not_zero(random, 4), not_zero(random, min(level, 9))]
    return {"formula": polynomial(coefficients)}


def definite_integrals(random: Random, level: int) -> Gaps:
    """Integrate such a polynomial from zero."""
    formula = polynomial([3 * random.randint(1, 2), 2 * random.randint(1, 3), random.randint(1, level)])
    return {"formula": f"\\int_{{0}}^{{{random.randint(1, 3)}}} ({formula}) \\, dx"}


GENERATORS = by_name(limits, derivatives, integrals, definite_integrals)
