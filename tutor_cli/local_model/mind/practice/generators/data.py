"""Problems with data and chance."""

from __future__ import annotations

from random import Random

from tutor_cli.local_model.mind.practice.generators.parts import Gaps, by_name

_FEWEST, _MOST, _MOST_ADDED = 3, 5, 8


def mean(random: Random, level: int) -> Gaps:
    """Give values that add up to a multiple of their number, more of them in higher classes."""
    count = min(max(level - 3, _FEWEST), _MOST_ADDED)
    values = [random.randint(2, 2 * level) for _ in range(count - 1)]
    values.append(values[0] + (-sum(values) - values[0]) % count)
    return {"values": ", ".join(map(str, values)), "count": str(count)}


def median(random: Random, level: int) -> Gaps:
    """Give an odd number of values out of order."""
    values = random.sample(range(1, 3 * level), _MOST)
    even = random.sample(range(1, 3 * level), _MOST + 1)
    return {"values": ", ".join(map(str, values)), "even": ", ".join(map(str, even))}


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
    card, card_hi = random.choice(
        [("king", "बादशाह"), ("red card", "लाल पत्ता"), ("heart", "पान का पत्ता"), ("queen", "बेगम")]
    )
    thrown = {"face": str(random.randint(1, 4)), "total": str(random.randint(4, 10))}
    return {**bag, **thrown, "cards": str(cards), "factor": str(factor), "card": card, "card_hi": card_hi}


def variance(random: Random, level: int) -> Gaps:
    """Give values whose variance is whole, and others whose deviation is."""
    middle, step = random.randint(6, 2 * level), random.randint(1, 3)
    spread = [middle - 2 * step, middle - 2 * step, middle + 2 * step, middle + 2 * step]
    values = [middle + step * offset for offset in (-2, -1, 0, 1, 2)]
    random.shuffle(values)
    return {"values": ", ".join(map(str, values)), "spread": ", ".join(map(str, spread))}


GENERATORS = by_name(mean, median, mode, probability, variance)
