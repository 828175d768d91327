"""Slips that the working of the solution gives away: a factor, a root or a division left out, other numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from tutor_cli.errors import MathsError
from tutor_cli.local_model.mind.practice.misrules.rule import Suspect, factors_of, latex, product
from tutor_cli.local_model.mind.practice.misrules.values import value
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.maths.expr import Expr, Mul, Number, Quotient, Relation, Root, Symbol
from tutor_cli.maths.parse import parse

_FEWEST = 2


def suspects(worked: Worked) -> Iterator[Suspect]:
    """Yield what a pupil gets who leaves out a part of the working, or works with the same numbers another way."""
    for tree in _lines(worked):
        yield from _unfinished(tree)
        yield from _added(tree)
    yield from _of_percent(worked)
    yield from _of_list(worked)
    yield from _of_factors(worked)


def _lines(worked: Worked) -> Iterator[Expr]:
    """Yield the right sides of the working that are numbers still to be worked out."""
    for step in worked.steps:
        try:
            tree = parse(step.after)
        except MathsError:
            continue
        for side in tree.operands if isinstance(tree, Relation) else (tree,):
            if not any(isinstance(node, Symbol) and node.name != "pi" for node in side.walk()):
                yield side


def _unfinished(tree: Expr) -> Iterator[Suspect]:
    match tree:
        case Root(radicand, _):
            yield Suspect("slip_no_root", radicand, {"number": _number(radicand)})
        case Quotient(above, below) if not isinstance(above, Number):
            yield Suspect("slip_no_division", above, {"number": _number(above), "divisor": _number(below)})
            yield Suspect("slip_upside_down", Quotient(below, above))
    factors = factors_of(tree)
    for index, factor in enumerate(factors if len(factors) > _FEWEST else ()):
        if isinstance(factor, Quotient):
            rest = product((*factors[:index], *factors[index + 1 :]))
            yield Suspect("slip_factor_left_out", rest, {"factor": latex(factor)})


def _added(tree: Expr) -> Iterator[Suspect]:
    if isinstance(tree, Mul) and len(factors := factors_of(tree)) == _FEWEST:
        numbers = [value(factor) or 0 for factor in factors]
        yield Suspect("slip_added", sum(numbers), {"product": latex(tree)})


def _of_percent(worked: Worked) -> Iterator[Suspect]:
    found = re.fullmatch(r"(?P<percent>\d+)\\% \\times (?P<whole>\d+)", worked.problem)
    if found is None:
        return
    percent, whole = int(found["percent"]), int(found["whole"])
    slots = {"percent": found["percent"], "whole": found["whole"]}
    yield Suspect("slip_percent_left", whole - whole * percent / 100, slots)
    yield Suspect("slip_no_hundredth", float(percent * whole), slots)
    yield Suspect("slip_percent_divided", whole / percent, slots)
    yield Suspect("slip_percent_taken", float(whole - percent), slots)


def _of_list(worked: Worked) -> Iterator[Suspect]:
    if not re.fullmatch(r"-?\d+(?:, -?\d+)+", worked.problem):
        return
    numbers = [int(written) for written in worked.problem.split(", ")]
    kind = worked.steps[0].id if worked.steps else ""
    if kind in ("statistics.order", "statistics.mean"):
        ordered, count = sorted(numbers), len(numbers)
        yield Suspect("slip_unordered", float(numbers[count // 2]), {"number": str(numbers[count // 2])})
        if kind != "statistics.order":
            yield Suspect("slip_median_for_mean", float(ordered[count // 2]))
            yield Suspect("slip_no_division", float(sum(numbers)), {"number": str(sum(numbers)), "divisor": str(count)})
        else:
            yield Suspect("slip_mean_for_median", sum(numbers) / count)


def _of_factors(worked: Worked) -> Iterator[Suspect]:
    ids = {step.id for step in worked.steps}
    if not ids & {"number.hcf", "number.lcm"} or not re.fullmatch(r"\d+(?:, \d+)+", worked.problem):
        return
    numbers = [int(written) for written in worked.problem.split(", ")]
    if "number.hcf" in ids:
        yield Suspect("slip_lcm_for_hcf", float(math.lcm(*numbers)))
        yield from (
            Suspect("slip_smaller_factor", float(factor), {"number": str(factor)})
            for factor in range(2, math.gcd(*numbers))
            if math.gcd(*numbers) % factor == 0
        )
    else:
        yield Suspect("slip_hcf_for_lcm", float(math.gcd(*numbers)))
        yield Suspect("slip_larger_multiple", float(math.prod(numbers)), {"number": str(math.prod(numbers))})


def _number(tree: Expr) -> str:
    found = value(tree)
    return latex(tree) if found is None or found != int(found) else str(int(found))
