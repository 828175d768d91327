"""Problems of trade and travel: percentages, profit, discount, interest, ratio, speed."""

from __future__ import annotations

from random import Random

from tutor_cli.local_model.mind.practice.generators.parts import Gaps, by_name

_EASY, _HARD = (10, 20, 25, 50, 75), (5, 12, 15, 35, 45)
_GOODS = ("watch", "घड़ी"), ("bag", "बैग"), ("bicycle", "साइकिल"), ("chair", "कुर्सी")


def percentages(random: Random, level: int) -> Gaps:
    """Take a share of a round number; the answer is whole."""
    share = random.choice(_EASY if level < 8 else _HARD)
    whole = (20 if level < 8 else 100) * random.randint(2, 5 * level // 4)
    return {"percent": str(share), "whole": str(whole), "part": str(whole * share // 100)}


def profit_and_loss(random: Random, level: int) -> Gaps:
    """Choose the percentage first."""
    cost, share = 100 * random.randint(2, level), random.choice(_EASY[:4] if level < 8 else (*_EASY[:4], 5, 15))
    goods, goods_hi = random.choice(_GOODS)
    gain = cost * share // 100
    prices = {"cost": str(cost), "price": str(cost + gain), "less": str(cost - gain), "share": str(share)}
    return {**prices, "goods": goods, "goods_hi": goods_hi}


def discounts(random: Random, level: int) -> Gaps:
    """Give a marked price in hundreds."""
    goods, goods_hi = random.choice(_GOODS)
    marked, share = 100 * random.randint(2, 2 * level), random.choice(_EASY[:4] if level < 8 else _HARD)
    return {"marked": str(marked), "percent": str(share), "goods": goods, "goods_hi": goods_hi}


def simple_interest(random: Random, level: int) -> Gaps:
    """Give round sums."""
    principal = 500 * random.randint(1, 2 * level)
    return {"principal": str(principal), "rate": str(random.randint(2, 10)), "years": str(random.randint(2, 5))}


def compound_interest(random: Random, level: int) -> Gaps:
    """Give thousands and rates that keep the interest whole."""
    principal = (1000 if level < 9 else 2000) * random.randint(1, level)
    return {"principal": str(principal), "rate": str(random.choice([5, 10, 20])), "years": "2"}


def ratios(random: Random, level: int) -> Gaps:
    """Divide a sum of money into whole shares."""
    first, second = random.choice([(1, 2), (2, 3), (1, 3), (3, 4), (3, 5), (4, 5), (2, 5)])
    return {"total": str((first + second) * 10 * random.randint(2, 2 * level)), "a": str(first), "b": str(second)}


def unitary_method(random: Random, level: int) -> Gaps:
    """Choose the price of one first."""
    one, some, more = random.randint(3, 2 * level), random.randint(3, 6), random.randint(7, 7 + level)
    return {"some": str(some), "cost": str(one * some), "more": str(more)}


def speed(random: Random, level: int) -> Gaps:
    """Choose the speed first."""
    hours, pace = random.randint(2, 6), 5 * random.randint(6, 3 * level)
    return {"distance": str(hours * pace), "hours": str(hours), "pace": str(pace)}


GENERATORS = by_name(
    *(percentages, profit_and_loss, discounts, simple_interest, compound_interest, ratios, unitary_method, speed)
)
