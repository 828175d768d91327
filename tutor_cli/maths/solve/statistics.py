"""Averages and the spread of a list of numbers."""

from __future__ import annotations

from collections import Counter
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Add, Number, Quotient, Root, Text
from tutor_cli.maths.solve.outcome import Answer, Quantity
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import listed, to_tree


def _mean(values: list[Any], work: Working) -> Answer:
    total, count = sum(values), len(values)
    shown = Quotient(Add(tuple(map(to_tree, values))), Number(str(count)))
    work.remark("statistics.mean", listed(values), shown, count=sp.Integer(count))
    mean = total / count
    work.step("quantity.work_out", shown, mean)
    return Answer("value", mean, verified=sp.simplify(sum(value - mean for value in values)) == 0)


def _median(values: list[Any], work: Working) -> Answer:
    ordered = sorted(values)
    work.remark("statistics.order", listed(values), listed(ordered))
    half = len(ordered) // 2
    if len(ordered) % 2:
        median = ordered[half]
        work.remark("statistics.middle", listed(ordered), to_tree(median))
    else:
        median = (ordered[half - 1] + ordered[half]) / 2
        work.remark("statistics.two_middles", listed(ordered), to_tree(median))
    below, above = sum(bool(v < median) for v in values), sum(bool(v > median) for v in values)
    return Answer("value", median, verified=below <= half and above <= half)


def _mode(values: list[Any], work: Working) -> Answer:
    counts = Counter(values)
    most = max(counts.values())
    if most == 1 and len(values) > 1:
        work.note("statistics.no_mode", listed(values))
        return Answer("value", None, Text("no mode"), verified=len(set(values)) == len(values))
    modes = sorted(value for value, times in counts.items() if times == most)
    work.remark("statistics.mode", listed(values), listed(modes), times=sp.Integer(most))
    if len(modes) == 1:
        return Answer("value", modes[0], verified=True)
    return Answer("set", sp.FiniteSet(*modes), listed(modes), verified=True)


def _range(values: list[Any], work: Working) -> Answer:
    work.remark("statistics.range", listed(values), to_tree(sp.Add(max(values), -min(values), evaluate=False)))
    return Answer("value", max(values) - min(values), verified=True)


def _variance(values: list[Any], work: Working) -> Answer:
    mean = sum(values) / sp.Integer(len(values))
    work.note("statistics.mean_is", listed(values), mean=mean)
    squares = [(value - mean) ** 2 for value in values]
    work.remark("statistics.squared_deviations", listed(values), listed(squares))
    variance = sum(squares) / sp.Integer(len(values))
    work.remark("statistics.variance", listed(squares), to_tree(variance))
    other = sum(value**2 for value in values) / sp.Integer(len(values)) - mean**2
    return Answer("value", variance, verified=sp.simplify(variance - other) == 0)


def _deviation(values: list[Any], work: Working) -> Answer:
    variance = _variance(values, work)
    root = sp.sqrt(variance.value)
    work.remark("statistics.deviation", Root(to_tree(variance.value)), to_tree(root))
    return Answer("value", root, verified=variance.verified)


STATISTICS: dict[str, Quantity] = {
    "mean": _mean,
    "median": _median,
    "mode": _mode,
    "range": _range,
    "variance": _variance,
    "standard deviation": _deviation,
}
