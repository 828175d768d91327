"""Named quantities: put numbers into a formula; averages and spread of a list; LCM, HCF; points and lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import reduce
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import (
    Add,
    Apply,
    Expr,
    Function,
    Neg,
    Number,
    Postfix,
    Quotient,
    Relation,
    Root,
    Sequence,
    Symbol,
)
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve import factor
from tutor_cli.maths.solve.bridge import symbol, to_sympy
from tutor_cli.maths.solve.exact import Undefined
from tutor_cli.maths.solve.numeric import FLOATS, PRECISE, Unknown, compiled
from tutor_cli.maths.solve.outcome import Answer
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.quantities import FORMULAS
from tutor_cli.maths.solve.recipes import solving
from tutor_cli.maths.solve.recipes.finite_sets import SETS
from tutor_cli.maths.solve.recipes.functions import FUNCTIONS
from tutor_cli.maths.solve.recipes.polynomials import POLYNOMIALS
from tutor_cli.maths.solve.recipes.table import recipes
from tutor_cli.maths.solve.substitution import substituted
from tutor_cli.maths.solve.working import Statement, Working, line_tree
from tutor_cli.maths.solve.writing import to_tree

CONSTANTS = ("pi", "e")


def solve(problem: Problem, work: Working) -> Answer:
    """Answer a problem with a `quantity`; its expressions are the numbers, points or the list."""
    if on_trees := {**POLYNOMIALS, **SETS}.get(problem.quantity):
        return on_trees(problem.expressions, work)
    values = [to_sympy(tree, problem.constants) for tree in _flat(problem.expressions)]
    if function := FUNCTIONS.get(problem.quantity):
        return function(values, work)
    if recipe := recipes().get(problem.quantity):
        return solving.solve(recipe, values, work)
    if problem.quantity in FORMULAS:
        return _formula(problem.quantity, values, work)
    if problem.quantity in OPERATIONS:
        return OPERATIONS[problem.quantity](values, work)
    raise Unknown(problem.quantity)


def _flat(trees: tuple[Expr, ...]) -> list[Expr]:
    found: list[Expr] = []
    for tree in trees:
        found += _flat(tree.items) if isinstance(tree, Sequence) else [tree]
    return found


def _formula(name: str, values: list[Any], work: Working) -> Answer:
    formula = FORMULAS[name]
    if len(values) != len(formula.inputs):
        raise Unknown(f"the inputs of {name}")
    body = parse(formula.typed, "typed")
    tree: Expr = body
    for letter, value in zip(formula.inputs, values, strict=True):
        tree = substituted(tree, letter, value)
    head = Symbol(formula.letter)
    work.note("quantity.formula", Relation((head, body), ("=",)))
    work.remark("quantity.insert", Relation((head, body), ("=",)), Relation((head, tree), ("=",)))
    value = sp.radsimp(to_sympy(tree, CONSTANTS))
    result = Relation((head, to_tree(value)), ("=",))
    given = {letter: _precise(number) for letter, number in zip(formula.inputs, values, strict=True)}
    work.points.append({**given, formula.letter: _precise(value)})
    work.remark("quantity.work_out", Relation((head, tree), ("=",)), result)
    expected = compiled(tree, FLOATS, CONSTANTS)({})
    return Answer("value", value, result, verified=abs(float(value) - expected) < 1e-9 * (1 + abs(expected)))


def _precise(value: Any) -> Any:
    return PRECISE.library.mpf(str(sp.N(value, 45)))


# --- lists of numbers ----------------------------------------------------------------------------------------------


def _listed(values: list[Any]) -> Expr:
    return Sequence(tuple(map(to_tree, values)))


def _mean(values: list[Any], work: Working) -> Answer:
    total, count = sum(values), len(values)
    shown = Quotient(Add(tuple(map(to_tree, values))), Number(str(count)))
    work.remark("statistics.mean", _listed(values), shown, count=sp.Integer(count))
    mean = total / count
    work.step("quantity.work_out", shown, mean)
    return Answer("value", mean, verified=sp.simplify(sum(value - mean for value in values)) == 0)


def _median(values: list[Any], work: Working) -> Answer:
    ordered = sorted(values)
    work.remark("statistics.order", _listed(values), _listed(ordered))
    half = len(ordered) // 2
    if len(ordered) % 2:
        median = ordered[half]
        work.remark("statistics.middle", _listed(ordered), to_tree(median))
    else:
        median = (ordered[half - 1] + ordered[half]) / 2
        work.remark("statistics.two_middles", _listed(ordered), to_tree(median))
    below, above = sum(bool(v < median) for v in values), sum(bool(v > median) for v in values)
    return Answer("value", median, verified=below <= half and above <= half)


def _mode(values: list[Any], work: Working) -> Answer:
    counts = Counter(values)
    most = max(counts.values())
    modes = sorted(value for value, times in counts.items() if times == most)
    work.remark("statistics.mode", _listed(values), _listed(modes), times=sp.Integer(most))
    if len(modes) == 1:
        return Answer("value", modes[0], verified=True)
    return Answer("set", sp.FiniteSet(*modes), _listed(modes), verified=True)


def _range(values: list[Any], work: Working) -> Answer:
    work.remark("statistics.range", _listed(values), to_tree(sp.Add(max(values), -min(values), evaluate=False)))
    return Answer("value", max(values) - min(values), verified=True)


def _variance(values: list[Any], work: Working) -> Answer:
    mean = sum(values) / sp.Integer(len(values))
    work.note("statistics.mean_is", _listed(values), mean=mean)
    squares = [(value - mean) ** 2 for value in values]
    work.remark("statistics.squared_deviations", _listed(values), _listed(squares))
    variance = sum(squares) / sp.Integer(len(values))
    work.remark("statistics.variance", _listed(squares), to_tree(variance))
    other = sum(value**2 for value in values) / sp.Integer(len(values)) - mean**2
    return Answer("value", variance, verified=sp.simplify(variance - other) == 0)


def _deviation(values: list[Any], work: Working) -> Answer:
    variance = _variance(values, work)
    root = sp.sqrt(variance.value)
    work.remark("statistics.deviation", Root(to_tree(variance.value)), to_tree(root))
    return Answer("value", root, verified=variance.verified)


# --- whole numbers -------------------------------------------------------------------------------------------------


def _prime_powers(values: list[Any], work: Working) -> None:
    for value in values:
        if not value.is_Integer or value < 1:
            raise Unknown("a whole number greater than 0")
        if value > 1:
            work.remark("number.primes", to_tree(value), factor.primes(int(value), Working()))


def _lcm(values: list[Any], work: Working) -> Answer:
    _prime_powers(values, work)
    value = reduce(sp.ilcm, values)
    work.remark("number.lcm", _call("lcm", values), to_tree(value))
    return Answer("value", value, verified=all(value % item == 0 for item in values) and _smallest(value, values))


def _smallest(multiple: Any, values: list[Any]) -> bool:
    return not any(all((multiple / p) % item == 0 for item in values) for p in sp.primefactors(multiple))


def _hcf(values: list[Any], work: Working) -> Answer:
    _prime_powers(values, work)
    value = reduce(sp.igcd, values)
    work.remark("number.hcf", _call("gcd", values), to_tree(value))
    rest = [item / value for item in values]
    return Answer("value", value, verified=all(item.is_Integer for item in rest) and reduce(sp.igcd, rest, 0) == 1)


def _call(name: str, values: list[Any]) -> Expr:
    return Apply(Function(name), tuple(map(to_tree, values)))


def _one(values: list[Any]) -> Any:
    if len(values) != 1:
        raise Unknown("one number")
    return values[0]


def _fraction(values: list[Any], work: Working) -> Answer:
    value = _one(values)
    if not value.is_Rational:
        raise Unknown("a decimal")
    digits = Number(_decimal(value))
    if value.q != 1:
        places = len(digits.digits.partition(".")[2])
        over = Quotient(Number(str(int(value * 10**places))), Number(str(10**places)))
        work.remark("number.over_power_of_ten", digits, over)
        work.step("arithmetic.reduce", over, value)
    return Answer("value", value, verified=True)


def _decimal(value: Any) -> str:
    for places in range(13):
        if (value * 10**places).is_Integer:
            whole, rest = divmod(int(abs(value) * 10**places), 10**places)
            return f"{whole}.{rest:0{places}d}" if places else str(whole)
    return f"{float(abs(value)):.6f}"


def _to_decimal(values: list[Any], work: Working) -> Answer:
    value = _one(values)
    work.remark("number.divide_out", to_tree(value), Number(_decimal(value)))
    return Answer("value", value, Number(_decimal(value)), verified=True)


def _to_percent(values: list[Any], work: Working) -> Answer:
    value = _one(values)
    hundredfold = Number(_decimal(value * 100)) if value >= 0 and _ends(value) else to_tree(value * 100)
    percent = Postfix(hundredfold, "%")
    work.remark("number.times_hundred", to_tree(value), percent)
    return Answer("value", value, percent, verified=True)


def _ends(value: Any) -> bool:
    """Tell whether the decimal of a fraction ends."""
    return value.is_Rational and set(sp.primefactors(value.q)) <= {2, 5}


def _rounded(values: list[Any], work: Working) -> Answer:
    """Round the first value to as many decimal places as the second says; a half goes away from zero."""
    value, places = values
    if value.is_real is not True:
        raise Unknown("a number")
    unit = sp.Integer(10) ** -places
    count = sp.floor(abs(value) / unit + sp.Rational(1, 2))
    rounded = sp.sign(value) * count * unit
    tree = Neg(_written(count * unit, int(places))) if rounded < 0 else _written(count * unit, int(places))
    work.remark("number.round", to_tree(value), tree, unit=_written(unit, int(places)))
    return Answer("value", rounded, tree, verified=bool(abs(value - rounded) <= unit / 2))


def _written(value: Any, places: int) -> Number:
    """Write a number that is not negative with so many decimal places, zeros included."""
    if places <= 0:
        return Number(str(int(value)))
    whole, rest = divmod(int(value * 10**places), 10**places)
    return Number(f"{whole}.{rest:0{places}d}")


# --- points and lines ----------------------------------------------------------------------------------------------


def _four(values: list[Any]) -> tuple[Any, Any, Any, Any]:
    if len(values) != 4:
        raise Unknown("two points")
    a, b, c, d = values
    return a, b, c, d


def _slope(values: list[Any], work: Working) -> Answer:
    if _four(values)[0] == values[2]:
        work.note("line.vertical", _listed(values))
        raise Undefined("the slope of a vertical line")
    return _formula("slope of a line", values, work)


def _midpoint(values: list[Any], work: Working) -> Answer:
    a, b, c, d = _four(values)
    middle = [(a + c) / 2, (b + d) / 2]
    points = Sequence((Sequence((to_tree(a), to_tree(b)), "("), Sequence((to_tree(c), to_tree(d)), "(")))
    tree = Sequence(tuple(map(to_tree, middle)), "(")
    work.remark("line.midpoint", points, tree)
    return Answer("set", sp.FiniteSet(sp.Tuple(*middle)), tree, verified=middle[0] - a == c - middle[0])


def _line(values: list[Any], work: Working) -> Answer:
    a, b, c, d = _four(values)
    x, y = symbol("x"), symbol("y")
    if a == c:
        work.note("line.vertical", line_tree(Statement(x, a)))
        return Answer("expression", x - a, line_tree(Statement(x, a)), verified=a != c or b != d)
    slope = (d - b) / (c - a)
    work.note("line.slope", Relation((Symbol("m"), to_tree(slope)), ("=",)), slope=slope)
    point_form = Statement(y - b, sp.Mul(slope, x - a, evaluate=False))
    work.note("line.point_form", point_form)
    final = Statement(y, sp.expand(slope * (x - a) + b))
    work.step("equation.expand", point_form, final)
    verified = all(final.right.subs(x, u) == v for u, v in ((a, b), (c, d)))
    return Answer("expression", final.right, line_tree(final), verified=verified)


OPERATIONS: dict[str, Callable[[list[Any], Working], Answer]] = {
    "mean": _mean,
    "median": _median,
    "mode": _mode,
    "range": _range,
    "variance": _variance,
    "standard deviation": _deviation,
    "lcm": _lcm,
    "hcf": _hcf,
    "fraction": _fraction,
    "decimal": _to_decimal,
    "percent": _to_percent,
    "rounded": _rounded,
    "slope": _slope,
    "midpoint": _midpoint,
    "line": _line,
}
