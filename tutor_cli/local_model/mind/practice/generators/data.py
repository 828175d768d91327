"""Problems with data and chance."""

from __future__ import annotations

from random import Random

from tutor_cli.local_model.mind.practice.generators.parts import Gaps, by_name

_FEWEST, _MOST = 3, 5


def mean(random: Random, level: int) -> Gaps:
    """Give values that add up to a multiple of their number, more of them in higher classes."""
    count = min(max(level - 3, _FEWEST), _MOST)
    values = [random.randint(2, 2 * level) for _ in range(count - 1)]
    values.append(values[0] + (-sum(values) - values[0]) % count)
    return {"values": ", ".join(map(str, values)), "count": str(count)}


def median(random: Random, level: int) -> Gaps:
    """Give an odd number of values out of order."""
    values = random.sample(range(1, 3 * level), _MOST)
    return {"values": ", ".join(map(str, values))}


def mode(random: Random, level: int) -> Gaps:
    """Give one value three times among others that occur once."""
    often, *others = random.sample(range(1, 2 * level), _MOST)
    values = [often, often, often, *others]
    random.shuffle(values)
    return {"values": ", ".join(map(str, values))}


def probability(random: Random, level: int) -> Gaps:
    """Give a bag of balls, a face of a die, and cards with numbers."""
    red, blue = random.sample(range(2, level), 2)
    factor, times = random.randint(3, 5), random.randint(2, level // 2)
    cards = factor * times + random.choice((0, factor - 1))
    bag = {"red": str(red), "blue": str(blue), "all": str(red + blue)}
    return {**bag, "face": str(random.randint(1, 4)), "cards": str(cards), "factor": str(factor)}


GENERATORS = by_name(mean, median, mode, probability)
