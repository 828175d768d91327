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
    sold = str(marked * (100 - share) // 100)
    return {"marked": str(marked), "percent": str(share), "sold": sold, "goods": goods, "goods_hi": goods_hi}


def simple_interest(random: Random, level: int) -> Gaps:
    """Give round sums."""
    principal = 500 * random.randint(1, 2 * level)
    rate, years = random.randint(2, 10), random.randint(2, 5)
    interest = str(principal * rate * years // 100)
    return {"principal": str(principal), "rate": str(rate), "years": str(years), "interest": interest}


def compound_interest(random: Random, level: int) -> Gaps:
    """Give thousands and rates that keep the interest whole."""
    principal = (1000 if level < 9 else 2000) * random.randint(1, level)
    return {"principal": str(principal), "rate": str(random.choice([5, 10, 20])), "years": "2"}


def ratios(random: Random, level: int) -> Gaps:
    """Divide a sum of money into whole shares."""
    first, second = random.choice([(1, 2), (2, 3), (1, 3), (3, 4), (3, 5), (4, 5), (2, 5)])
    share = 10 * random.randint(2, 2 * level)
    whole = {"total": str((first + second) * share), "gap": str((second - first) * share)}
    return {**whole, "a": str(first), "b": str(second)}


def unitary_method(random: Random, level: int) -> Gaps:
    """Choose the price of one first."""
    one, some, more = random.randint(3, 2 * level), random.randint(3, 6), random.randint(7, 7 + level)
    return {"some": str(some), "cost": str(one * some), "more": str(more)}


def speed(random: Random, level: int) -> Gaps:
    """Choose the speed first."""
    hours, pace = random.randint(2, 6), 5 * random.randint(6, 3 * level)
    fast = random.randint(2, 5)
    train = {"train": str(5 * fast * random.randint(6, 20)), "fast": str(18 * fast)}
    return {**train, "distance": str(hours * pace), "hours": str(hours), "pace": str(pace)}


def time_and_work(random: Random, level: int) -> Gaps:
    """Choose two workers who together need a whole number of days."""
    slow, quick, together = random.choice([(6, 3, 2), (12, 6, 4), (12, 4, 3), (20, 5, 4), (30, 20, 12), (36, 18, 12)])
    return {"slow": str(slow), "quick": str(quick), "together": str(together)}


GENERATORS = by_name(
    *(percentages, profit_and_loss, discounts, simple_interest, compound_interest, ratios, unitary_method, speed),
    time_and_work,
)
