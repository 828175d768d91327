"""Sets beyond pairs, chances of events, and data with frequencies."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Add, Apply, Expr, Group, Infix, Neg, Number, Prime, Relation, Sequence, SetOf, Symbol
from tutor_cli.maths.solve.asked.given import Trees, equals, value_of
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.recipes.finite_sets import SETS
from tutor_cli.maths.solve.working import Working, joined
from tutor_cli.maths.solve.writing import listed, to_tree

# --- sets ----------------------------------------------------------------------------------------------------------

_NAMES = {"cup": "union", "cap": "intersection", "setminus": "set difference"}


def _expression(tree: Expr, work: Working) -> Expr:
    """Return the set that unions, intersections and differences of sets in braces come to."""
    match tree:
        case Group(body):
            return _expression(body, work)
        case SetOf():
            return tree
        case Infix(sign, (left, right)) if sign in _NAMES:
            pair = (_expression(left, work), _expression(right, work))
            found = SETS[_NAMES[sign]](pair, work).tree
            return found if found is not None else Symbol("emptyset")
        case Add((left, Neg(right))):
            found = SETS["set difference"]((_expression(left, work), _expression(right, work)), work).tree
            return found if found is not None else Symbol("emptyset")
    raise Unknown("sets in braces")


def _set_expressions(trees: Trees, work: Working) -> Answer:
    found = [_expression(tree, work) for tree in trees]
    if len(found) == 1:
        return Answer("value", None, found[0], verified=True)
    return Answer("value", None, joined(found, "and"), verified=True)


def _items(tree: Expr) -> tuple[Expr, ...]:
    if isinstance(tree, Relation):
        tree = tree.operands[1]
    if not isinstance(tree, SetOf) or tree.condition is not None:
        raise Unknown("a set in braces")
    return tuple(dict.fromkeys(tree.items))


def _product(trees: Trees, work: Working) -> Answer:
    a, b = map(_items, trees)
    pairs = tuple(Sequence((first, second), "(") for first in a for second in b)
    work.note("set.product", SetOf(pairs))
    return Answer("value", None, SetOf(pairs), verified=len(pairs) == len(a) * len(b))


def _subset_list(trees: Trees, work: Working) -> Answer:
    items = _items(trees[0])
    if len(items) > 5:
        raise NoMethod
    found = [
        SetOf(chosen) if chosen else Symbol("emptyset")
        for k in range(len(items) + 1)
        for chosen in combinations(items, k)
    ]
    tree = SetOf(tuple(found))
    work.note("set.all_subsets", tree, count=sp.Integer(len(found)))
    return Answer("value", None, tree, verified=len(found) == 2 ** len(items))


def _complement(trees: Trees, work: Working) -> Answer:
    universe, part = map(_items, trees)
    if not set(part) <= set(universe):
        raise NoMethod
    left = tuple(item for item in universe if item not in part)
    tree: Expr = SetOf(left) if left else Symbol("emptyset")
    work.note("set.complement", tree)
    return Answer("value", None, tree, verified=True)


# --- chances of events ---------------------------------------------------------------------------------------------


def _event(tree: Expr) -> tuple[str, frozenset[str]]:
    """Return what is spoken of in P(A ∩ B): the sign and the names of the events."""
    match tree:
        case Apply(Symbol("P" | "n"), (Symbol(name),)):
            return "", frozenset(name)
        case Apply(Symbol("P" | "n"), (Prime(Symbol(name)),)):
            return "not", frozenset(name)
        case Apply(Symbol("P" | "n"), (Infix("mid", (Symbol(a), Symbol(b))),)):
            return f"given {b}", frozenset((a, b))
        case Apply(Symbol("P" | "n"), (Infix(sign, (Symbol(a), Symbol(b))),)):
            return sign, frozenset((a, b))
    raise Unknown("the probability of an event")


class _Chances:
    """What is known of two events; each rule finds one more value where the others allow it."""

    def __init__(self, trees: Trees, relation: str, work: Working) -> None:
        self.known: dict[tuple[str, frozenset[str]], Any] = {}
        self.work = work
        for tree in trees:
            if not isinstance(tree, Relation):
                raise Unknown("a probability that is given")
            self.known[_event(tree.operands[0])] = value_of(tree)
        self.relation = relation

    def value(self, wanted: tuple[str, frozenset[str]]) -> Any:
        """Return the value of an event by the rules of addition, multiplication and complement."""
        if wanted in self.known:
            return self.known[wanted]
        sign, names = wanted
        if sign == "not":
            return self._told("not", 1 - self.value(("", names)))
        if len(names) != 2:
            return self._single(names)
        a, b = (("", frozenset(name)) for name in sorted(names))
        if sign.startswith("given "):
            below = self.value(("", frozenset(sign[-1])))
            return self._told("given", self.value(("cap", names)) / below)
        if sign == "cup":
            return self._told("cup", self.value(a) + self.value(b) - self.value(("cap", names)))
        if sign == "cap":
            return self._both(names, a, b)
        raise NoMethod

    def _both(self, names: frozenset[str], a: Any, b: Any) -> Any:
        if self.relation == "exclusive":
            return sp.Integer(0)
        if self.relation == "independent":
            return self._told("independent", self.value(a) * self.value(b))
        for name in names:
            if (f"given {name}", names) in self.known:
                return self._told("multiply", self.known[f"given {name}", names] * self.value(("", frozenset(name))))
        if ("cup", names) in self.known:
            return self._told("cap", self.value(a) + self.value(b) - self.known["cup", names])
        raise NoMethod

    def _single(self, names: frozenset[str]) -> Any:
        if ("not", names) in self.known:
            return self._told("not", 1 - self.known["not", names])
        raise NoMethod

    def _told(self, rule: str, value: Any) -> Any:
        self.work.note(f"probability.rule_{rule}", to_tree(value))
        return value


def _chance(trees: Trees, work: Working, relation: str) -> Answer:
    """Return the asked values of events from those that are given as equations."""
    given = tuple(tree for tree in trees if isinstance(tree, Relation))
    known = _Chances(given, relation, work)
    wanted = [tree for tree in trees if tree not in given]
    values = [sp.nsimplify(known.value(_event(tree))) for tree in wanted]
    counts = any(node == Symbol("n") for tree in wanted for node in tree.walk())
    if any(value < 0 or (value > 1 and not counts) for value in values):
        raise NoMethod
    decimals = any("." in node.digits for tree in given for node in tree.walk() if isinstance(node, Number))
    lines: list[Expr] = [
        equals(tree, _written(value, decimals=decimals)) for tree, value in zip(wanted, values, strict=True)
    ]
    whole = values[0] if len(values) == 1 else sp.FiniteSet(sp.Tuple(*values))
    return Answer("value" if len(values) == 1 else "set", whole, joined(lines, "and"), verified=True)


def _written(value: Any, *, decimals: bool) -> Expr:
    ends = decimals and not value.is_Integer and value.q in _ENDING
    return to_tree(sp.Float(value, 6)) if ends else to_tree(value)


_ENDING = frozenset(2**a * 5**b for a in range(7) for b in range(7))

# --- data ----------------------------------------------------------------------------------------------------------


def _deviation(values: list[Any], middle: Any, id: str, work: Working) -> Answer:
    work.note(id, listed(values), middle=middle, mean=middle)
    sizes = [abs(value - middle) for value in values]
    work.remark("statistics.sizes", listed(values), listed(sizes))
    value = sum(sizes) / sp.Integer(len(sizes))
    work.remark("statistics.mean_of_sizes", listed(sizes), to_tree(value))
    return Answer("value", value, verified=True)


def _mean_deviation(trees: Trees, work: Working) -> Answer:
    values = [value_of(tree) for tree in trees]
    return _deviation(values, sum(values) / sp.Integer(len(values)), "statistics.mean_is", work)


def _median_deviation(trees: Trees, work: Working) -> Answer:
    values = sorted(value_of(tree) for tree in trees)
    half = len(values) // 2
    middle = values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2
    return _deviation(values, middle, "statistics.median_is", work)


def _with_frequencies(trees: Trees, work: Working) -> Answer:
    if len(trees) % 2:
        raise Unknown("as many frequencies as values")
    half = len(trees) // 2
    values, counts = ([value_of(tree) for tree in part] for part in (trees[:half], trees[half:]))
    products = [sp.Mul(x, f, evaluate=False) for x, f in zip(values, counts, strict=True)]
    total, count = sum(x * f for x, f in zip(values, counts, strict=True)), sum(counts)
    work.note("statistics.sum_fx", equals("S", sp.Add(*products, evaluate=False), total))
    work.note("statistics.sum_f", equals("N", count))
    value = total / count
    work.note("statistics.over_n", equals("m", value))
    return Answer("value", value, verified=True)


COLLECTIONS: dict[str, Callable[[Trees, Working], Answer]] = {
    "set expressions": _set_expressions,
    "cartesian product": _product,
    "subset list": _subset_list,
    "complement": _complement,
    "event probability": lambda trees, work: _chance(trees, work, ""),
    "event probability of independent events": lambda trees, work: _chance(trees, work, "independent"),
    "event probability of exclusive events": lambda trees, work: _chance(trees, work, "exclusive"),
    "mean deviation": _mean_deviation,
    "mean deviation about the median": _median_deviation,
    "mean with frequencies": _with_frequencies,
}
