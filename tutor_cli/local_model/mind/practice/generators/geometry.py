"""Problems with shapes, angles, points and triangles."""

from __future__ import annotations

from math import isqrt
from random import Random

from tutor_cli.local_model.mind.practice.generators.parts import Gaps, by_name, not_zero, points, reach

_PYTHAGOREAN = ((3, 4), (6, 8), (5, 12), (8, 15))


def rectangle(random: Random, level: int) -> Gaps:
    """Give two sides."""
    width = random.randint(2, reach(level))
    length = width + random.randint(1, 9)
    return {"length": str(length), "width": str(width), "around": str(2 * (length + width))}


def triangle(random: Random, level: int) -> Gaps:
    """Give an even base, so that the area is whole."""
    sides = random.choice([(13, 14, 15), (10, 13, 13), (5, 5, 6), (9, 10, 17), (7, 15, 20)])
    heron = dict(zip(("s1", "s2", "s3"), map(str, sides), strict=True))
    return {**heron, "base": str(2 * random.randint(2, level)), "height": str(random.randint(3, reach(level)))}


def angles(random: Random, level: int) -> Gaps:
    """Give two angles of a triangle, in tens to class 7."""
    step = 10 if level < 8 else 1
    return {"a": str(step * (random.randint(30, 80) // step)), "b": str(step * (random.randint(20, 70) // step))}


def circle(random: Random, level: int) -> Gaps:
    """Give a radius."""
    return {"radius": str(random.randint(2, reach(level)))}


def cuboid(random: Random, level: int) -> Gaps:
    """Give three edges."""
    width, height = random.randint(2, level), random.randint(2, level)
    return {"length": str(width + random.randint(1, 5)), "width": str(width), "height": str(height)}


def cylinder(random: Random, level: int) -> Gaps:
    """Give radius and height."""
    return {"radius": str(random.randint(2, level - 2)), "height": str(random.randint(3, reach(level)))}


def pythagoras(random: Random, level: int) -> Gaps:
    """Give the legs of a whole right triangle."""
    a, b = random.choice(_PYTHAGOREAN[: 2 if level < 8 else 4])
    return {"a": str(a), "b": str(b), "c": str(isqrt(a * a + b * b))}


def slope(random: Random, level: int) -> Gaps:
    """Choose a whole slope and one point."""
    x, y, run = random.randint(-3, 3), random.randint(-5, 5), random.randint(1, 4)
    return points(x, y, x + run, y + run * not_zero(random, level // 3 + 1))


def midpoint(random: Random, level: int) -> Gaps:
    """Set the points apart by even numbers."""
    x, y = random.randint(-level, level), random.randint(-level, level)
    third = {"x3": str(x + 3 * random.randint(1, 4)), "y3": str(y + 3 * not_zero(random, 3))}
    return points(x, y, x + 2 * random.randint(1, 5), y + 2 * not_zero(random, 4)) | third


def distance(random: Random, level: int) -> Gaps:
    """Set the points apart by the legs of a whole right triangle."""
    x, y = random.randint(-level, level), random.randint(-level, level)
    right, up = random.choice(_PYTHAGOREAN)
    return points(x, y, x + right, y + up)


def trigonometry(random: Random, level: int) -> Gaps:
    """Ask for a value of the table; to class 9 a rational one, from class 11 for a sum of two."""
    rational = ["\\sin 30^\\circ", "\\cos 60^\\circ", "\\tan 45^\\circ", "\\sin 90^\\circ", "\\cos 0^\\circ"]
    values = [f"\\{name} {angle}^\\circ" for name in ("sin", "cos") for angle in (0, 30, 45, 60, 90)]
    a, b = random.choice(_PYTHAGOREAN)
    ratio = {"opposite": str(a), "longest": str(isqrt(a * a + b * b))}
    if level < 10:
        return {"formula": random.choice(rational), **ratio}
    if level == 10:
        tangents = ["\\tan 30^\\circ", "\\tan 45^\\circ", "\\tan 60^\\circ"]
        return {"formula": random.choice([*values, *tangents]), **ratio}
    first, second = random.sample(values, 2)
    return {"formula": f"{first} + {second}", **ratio}


def heights(random: Random, level: int) -> Gaps:
    """Give a distance, a ladder and an angle of the table."""
    away, ladder = 3 * random.randint(3, 2 * level), 2 * random.randint(2, level)
    return {"away": str(away), "ladder": str(ladder), "steep": random.choice(["30", "60"])}


def cones(random: Random, level: int) -> Gaps:
    """Give radius and height that belong to a whole slant height, and a volume that is a whole multiple of pi."""
    r, h = random.choice([pair for pair in _PYTHAGOREAN if pair[0] % 3 == 0 or pair[1] % 3 == 0])
    return {"r": str(r), "h": str(h)}


def spheres(random: Random, level: int) -> Gaps:
    """Give a radius that three divides."""
    return {"r": str(3 * random.randint(1, level // 3))}


GENERATORS = by_name(
    *(rectangle, triangle, angles, circle, cuboid, cylinder, pythagoras, slope, midpoint, distance, trigonometry),
    *(heights, cones, spheres),
)
