"""Is a statement true at a point? Equations, inequalities, chains, and several of them joined by `or` and `and`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any

from tutor_cli.maths.expr import (
    Expr,
    Group,
    Infix,
    Interval,
    Neg,
    PlusMinus,
    Relation,
    Row,
    Sequence,
    SetOf,
    Symbol,
    Text,
)
from tutor_cli.maths.solve.exact import Undefined
from tutor_cli.maths.solve.numeric import FLOATS, Env, Field, Unknown, Whole, compiled

Truth = Callable[[Env], bool]


def statement(tree: Expr, field: Field = FLOATS, constants: tuple[str, ...] = ("e", "E", "pi")) -> Truth:
    """Return the statement as a function of its letters; it is false where a side has no value.

    Raises Unknown where the tree is not a statement.
    """
    return _Reader(field, constants).read(tree)


# Whole numbers tried where a general solution says `for every n`.
COUNTED = range(-60, 61)


def counted(tree: Expr) -> str:
    """Return the letter of a general solution that stands for every whole number (`x = nπ, n ∈ ℤ`), else nothing."""
    last = tree.items[-1] if isinstance(tree, Row) else None
    if isinstance(last, Relation) and last.signs == ("in",) and last.operands[1] == Symbol("ZZ"):
        return last.operands[0].name if isinstance(last.operands[0], Symbol) else ""
    return ""


class _Reader:
    def __init__(self, field: Field, constants: tuple[str, ...]) -> None:
        self.field, self.constants = field, constants

    def read(self, tree: Expr) -> Truth:
        if isinstance(tree, Group):
            return self.read(tree.body)
        if isinstance(tree, Row):
            return self.row(tree)
        if isinstance(tree, Relation):
            versions = [self.chain(version) for version in signs_chosen(tree)]
            return lambda env: any(version(env) for version in versions)
        if tree == Symbol("emptyset"):
            return lambda env: False
        raise Unknown("not a statement")

    def row(self, tree: Row) -> Truth:
        counter = counted(tree)
        if counter:
            inner = self.read(tree.items[0])
            return lambda env: any(inner({**env, counter: self.field.number(Whole(n))}) for n in COUNTED)
        parts = [self.read(item) for item in tree.items if not isinstance(item, Text)]
        words = {item.content.strip() for item in tree.items if isinstance(item, Text)}
        if words == {"or"}:
            return lambda env: any(part(env) for part in parts)
        if words <= {"and", ","}:
            return lambda env: all(part(env) for part in parts)
        raise Unknown("words")

    def chain(self, tree: Relation) -> Truth:
        links = [
            self.membership(left, right) if sign == "in" else self.comparison(left, sign, right)
            for left, sign, right in zip(tree.operands, tree.signs, tree.operands[1:], strict=False)
        ]
        return lambda env: all(link(env) for link in links)

    def comparison(self, left: Expr, sign: str, right: Expr) -> Truth:
        if sign not in _COMPARED:
            raise Unknown(sign)
        first, second = (compiled(side, self.field, self.constants) for side in (left, right))
        compare, epsilon = _COMPARED[sign], self.field.epsilon

        def holds(env: Env) -> bool:
            try:
                low, high = first(env), second(env)
            except Undefined:
                return False
            return compare(high - low, epsilon * (1 + abs(low) + abs(high)))

        return holds

    def membership(self, element: Expr, home: Expr) -> Truth:
        if home in (Symbol("RR"), Symbol("ZZ")):
            return lambda env: True
        if home == Symbol("emptyset"):
            return lambda env: False
        if isinstance(home, Infix) and home.sign == "cup":
            parts = [self.membership(element, part) for part in home.operands]
            return lambda env: any(part(env) for part in parts)
        if isinstance(home, Infix) and home.sign == "setminus":
            inside, outside = (self.membership(element, part) for part in home.operands)
            return lambda env: inside(env) and not outside(env)
        if isinstance(home, SetOf):
            return self.one_of(element, home.items)
        return self.between(element, *interval_ends(home))

    def one_of(self, element: Expr, items: tuple[Expr, ...]) -> Truth:
        parts = [self.comparison(element, "=", item) for item in items]
        return lambda env: any(part(env) for part in parts)

    def between(self, element: Expr, lower: Expr, upper: Expr, low_closed: bool, high_closed: bool) -> Truth:
        parts = []
        if lower != Neg(Symbol("infty")):
            parts.append(self.comparison(lower, "le" if low_closed else "<", element))
        if upper != Symbol("infty"):
            parts.append(self.comparison(element, "le" if high_closed else "<", upper))
        return lambda env: all(part(env) for part in parts)


# What `right side - left side` must be, given the size of what counts as nothing.
_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "=": lambda gap, nothing: bool(abs(gap) <= nothing),
    "approx": lambda gap, nothing: bool(abs(gap) <= 1e-4 + nothing),
    "ne": lambda gap, nothing: bool(abs(gap) > nothing),
    "<": lambda gap, nothing: bool(gap > nothing),
    ">": lambda gap, nothing: bool(gap < -nothing),
    "le": lambda gap, nothing: bool(gap >= -nothing),
    "ge": lambda gap, nothing: bool(gap <= nothing),
}


def interval_ends(tree: Expr) -> tuple[Expr, Expr, bool, bool]:
    """Return lower end, upper end and whether each belongs to the interval; raise Unknown for another tree."""
    if isinstance(tree, Interval):
        return tree.lower, tree.upper, tree.lower_closed, tree.upper_closed
    if isinstance(tree, Sequence) and len(tree.items) == 2:
        closed = tree.bracket == "["
        return tree.items[0], tree.items[1], closed, closed
    raise Unknown("not an interval")


def signs_chosen(tree: Relation) -> Iterator[Relation]:
    """Yield the tree with every ± read as +, then as -."""
    if not any(isinstance(node, PlusMinus) for node in tree.walk()):
        yield tree
        return
    yield _chosen(tree, plus=True)
    yield _chosen(tree, plus=False)


def _chosen(value: Any, plus: bool) -> Any:
    if isinstance(value, tuple):
        return tuple(_chosen(item, plus) for item in value)
    if isinstance(value, PlusMinus):
        body = _chosen(value.body, plus)
        return body if plus != value.minus_first else Neg(body)
    if isinstance(value, Expr):
        return replace(value, **{field.name: _chosen(getattr(value, field.name), plus) for field in fields(value)})
    return value
