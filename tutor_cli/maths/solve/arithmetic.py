"""Sums with numbers, one operation at a time: brackets, powers, products, sums; fractions with their own steps."""

from __future__ import annotations

from dataclasses import fields, replace
from fractions import Fraction
from math import lcm
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import (
    Add,
    Apply,
    Expr,
    Fence,
    Function,
    Group,
    Mixed,
    Mul,
    Neg,
    Number,
    Postfix,
    Power,
    Quotient,
    Root,
    Subscript,
    Symbol,
)
from tutor_cli.maths.solve import surds
from tutor_cli.maths.solve.bridge import to_sympy
from tutor_cli.maths.solve.complements import angle_of, complemented, known_by_heart
from tutor_cli.maths.solve.exact import rational_value
from tutor_cli.maths.solve.logs import tidy_logs
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import to_tree

MAX_STEPS = 60

_IDS: list[tuple[type, str]] = [
    (Add, "arithmetic.add"),
    (Mul, "arithmetic.multiply"),
    (Quotient, "arithmetic.divide"),
    (Power, "arithmetic.power"),
    (Root, "arithmetic.root"),
    (Postfix, "arithmetic.postfix"),
    (Fence, "arithmetic.absolute"),
    (Apply, "arithmetic.function"),
]


class Calculator:
    """Works out a tree of numbers one operation a step."""

    def __init__(self, constants: tuple[str, ...], work: Working) -> None:
        self.constants, self.work = constants, work

    def run(self, tree: Expr) -> Expr:
        """Record the steps from the tree to its value; raise Undefined where there is none."""
        current: Expr = _unwrapped(tree)
        if (same_angle := complemented(current)) != current:
            self.work.step("arithmetic.complement", current, same_angle)
            current = same_angle
        for _ in range(MAX_STEPS):
            found = self._innermost(current)
            if found is None:
                break
            path, node = found
            value = self.value(node)
            if value == node:
                break
            after = _unwrapped(_put(current, path, value))
            self._record(current, after, node, value)
            current = after
        return current

    def value(self, node: Expr) -> Expr:
        """Return the value of one operation as a tree."""
        return to_tree(to_sympy(node, self.constants))

    def done(self, node: Expr) -> bool:
        """Tell whether there is nothing left to work out in the node."""
        value = self.value(node)
        if angle_of(node) is not None and value != node:
            return bool(to_sympy(node, self.constants).has(sp.Function))
        if isinstance(node, Quotient) and isinstance(value, Quotient):
            # However it is written, a fraction in lowest terms has been divided out.
            return replace(node, style=value.style) == value
        return node == value

    def _innermost(self, tree: Expr) -> tuple[tuple[Any, ...], Expr] | None:
        if self.done(tree):
            return None
        if angle_of(tree) is not None:
            return (), tree
        for path, child in _children(tree):
            if not _is_sign_of_number(child):
                found = self._innermost(child)
                if found is not None:
                    return (*path, *found[0]), found[1]
        return (), tree

    def _record(self, before: Expr, after: Expr, node: Expr, value: Expr) -> None:
        if _only_reduces(node, value):
            self.work.step("arithmetic.reduce", before, after)
            return
        id, shown = self._named(node, value)
        with self.work.group(id, before, node=node, value=value, **shown) as group:
            if isinstance(node, Add):
                _fraction_sum(node, value, self.work)
            elif isinstance(node, Quotient):
                _fraction_quotient(node, value, self.work)
            group.done(after)

    def _named(self, node: Expr, value: Expr) -> tuple[str, dict[str, Any]]:
        """Return the id of the step that works a node out, and what its sentence shows besides."""
        match node:
            case Mixed():
                return "arithmetic.improper", {"over": over_denominator(node)}
            case Quotient(_, below) if Symbol("i") in below.walk():
                return "arithmetic.complex_quotient", {"conjugate": sp.conjugate(to_sympy(below, self.constants))}
            case Apply(Subscript(Function("log"), base), (argument,)):
                return "arithmetic.logarithm", {"power": Power(base, value), "argument": argument}
            case Apply(Function()) if known_by_heart(angle_of(node)):
                return "arithmetic.table", {}
        return next((id for kind, id in _IDS if isinstance(node, kind)), "arithmetic.sign"), {}


def finished(value: Any) -> Any:
    """Return a number in its simplest form; raise Undefined where it is not real although no i was asked for."""
    if value.is_Rational:
        return value
    simple = surds.simplest(sp.expand(value, complex=True) if value.has(sp.I) else value)
    return tidy_logs(simple) if simple.has(sp.log) else simple


def decimal(tree: Expr, value: Any) -> Expr | None:
    """Return the value as a decimal where the problem was written with decimals and it has one; else None."""
    if not value.is_Rational or not any(isinstance(node, Number) and "." in node.digits for node in tree.walk()):
        return None
    for places in range(13):
        if (value * 10**places).is_Integer:
            digits = f"{int(abs(value) * 10**places):0{places + 1}d}"
            whole = Number(f"{digits[:-places]}.{digits[-places:]}" if places else digits)
            return Neg(whole) if value < 0 else whole
    return None


def in_degrees(tree: Expr, value: Any) -> Expr | None:
    """Return the tree as it stands where it holds a ratio that has no exact value, such as sin 37°; else None."""
    return tree if value.has(sp.Function) and any(angle_of(node) is not None for node in tree.walk()) else None


def over_denominator(mixed: Mixed) -> Expr:
    """Return a mixed number as it becomes a fraction: (3 · 2 + 1)/2."""
    return Quotient(Add((Mul((mixed.whole, mixed.denominator), "dot"), mixed.numerator)), mixed.denominator)


def _only_reduces(node: Expr, value: Expr) -> bool:
    """Tell whether a fraction of whole numbers becomes one in lower terms: 6/10 is 3/5."""
    if not isinstance(node, Quotient) or not isinstance(value, Quotient):
        return False
    return all(isinstance(part, Number) and part.digits.isdecimal() for part in (node.numerator, node.denominator))


def _is_sign_of_number(child: Expr) -> bool:
    return isinstance(child, Number)


def _children(tree: Expr) -> list[tuple[tuple[Any, ...], Expr]]:
    found: list[tuple[tuple[Any, ...], Expr]] = []
    for field in fields(tree):
        value = getattr(tree, field.name)
        if isinstance(value, Expr):
            found.append(((field.name,), value))
        elif isinstance(value, tuple):
            found += [((field.name, k), item) for k, item in enumerate(value) if isinstance(item, Expr)]
    return [(path, child) for path, child in found if path[0] not in ("head", "index")]


def _put(tree: Expr, path: tuple[Any, ...], value: Expr) -> Expr:
    if not path:
        return value
    name, rest = path[0], path[1:]
    held = getattr(tree, name)
    if isinstance(held, tuple):
        position, rest = rest[0], rest[1:]
        items = (*held[:position], _put(held[position], rest, value), *held[position + 1 :])
        return replace(tree, **{name: items})
    return replace(tree, **{name: _put(held, rest, value)})


def _unwrapped(value: Any) -> Any:
    """Drop brackets around single numbers and join signs, which is not worth a step."""
    if isinstance(value, tuple):
        return tuple(_unwrapped(item) for item in value)
    if not isinstance(value, Expr):
        return value
    tree = replace(value, **{field.name: _unwrapped(getattr(value, field.name)) for field in fields(value)})
    if isinstance(tree, Group):
        return tree.body if isinstance(tree.body, (Number, Group, Neg)) else tree
    if isinstance(tree, Neg) and isinstance(tree.body, Neg):
        return tree.body.body
    return tree


def _fraction_sum(node: Add, value: Expr, work: Working) -> None:
    terms = [rational_value(term) for term in node.terms]
    if any(term is None for term in terms):
        return
    common = lcm(*(term.denominator for term in terms if term is not None))
    if common == 1:
        return
    numerators = [int(term * common) for term in terms if term is not None]
    widened = Add(tuple(_fraction(numerator, common) for numerator in numerators))
    work.step("arithmetic.common_denominator", node, widened, denominator=Number(str(common)))
    total = _fraction(sum(numerators), common)
    work.step("arithmetic.add_numerators", widened, total)
    work.step("arithmetic.reduce", total, value)


def _fraction(numerator: int, denominator: int) -> Expr:
    size = Quotient(Number(str(abs(numerator))), Number(str(denominator)))
    return Neg(size) if numerator < 0 else size


def _fraction_quotient(node: Quotient, value: Expr, work: Working) -> None:
    above, below = rational_value(node.numerator), rational_value(node.denominator)
    if above is None or below is None or above.denominator == below.denominator == 1:
        return
    turned = Mul((_bracketed(above), _bracketed(1 / below)), "cross")
    work.step("arithmetic.reciprocal", node, turned)
    work.step("arithmetic.multiply_fractions", turned, value)


def _bracketed(value: Fraction) -> Expr:
    tree = to_tree(sp.Rational(value.numerator, value.denominator))
    return Group(tree) if value < 0 else tree
