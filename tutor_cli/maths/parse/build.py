"""Nodes put together from parts as written: brackets that the canonical form prints anyway are dropped here."""

from __future__ import annotations

from collections.abc import Callable

from tutor_cli.maths import expr as e
from tutor_cli.maths import precedence as p
from tutor_cli.maths.precedence import Level

_MEMBERSHIPS = frozenset({"in", "notin", "subset", "subseteq", "supset", "supseteq"})


def bare(node: e.Expr, needs_brackets: Callable[[e.Expr], bool]) -> e.Expr:
    """Return what stands in round brackets where its place implies them, else the node itself."""
    if isinstance(node, e.Group) and node.bracket == "(" and needs_brackets(node.body):
        return node.body
    return node


def inside(node: e.Expr) -> e.Expr:
    """Return what stands in brackets that only group, for places that are delimited anyway."""
    return node.body if isinstance(node, e.Group) and node.bracket in "({" else node


def below(lowest: Level) -> Callable[[e.Expr], bool]:
    """Return the rule of a place that takes nothing looser than a level without brackets."""
    return lambda body: p.level(body) < lowest


def add(terms: list[e.Expr]) -> e.Expr:
    """Return a sum; the terms carry their signs as `Neg` and `PlusMinus`."""
    first = bare(terms[0], lambda body: p.term_needs_brackets(body, first=True))
    return e.Add((first, *(bare(term, _later_term) for term in terms[1:])))


def _later_term(body: e.Expr) -> bool:
    return not isinstance(body, (e.Neg, e.PlusMinus)) and p.term_needs_brackets(body, first=False)


def signed(sign: str, body: e.Expr) -> e.Expr:
    """Return a body behind +, −, ± or ∓."""
    body = bare(body, below(Level.PRODUCT))
    if sign == "-":
        return e.Neg(body)
    return e.Prefix("+", body) if sign == "+" else e.PlusMinus(body, minus_first=sign == "mp")


def run(factors: list[e.Expr]) -> e.Expr:
    """Return a product written without signs."""
    built: list[e.Expr] = []
    before: e.Expr | None = None
    for index, factor in enumerate(factors):
        body = factor.body if isinstance(factor, e.Group) and factor.bracket == "(" else factor
        last = index == len(factors) - 1
        bracketed = p.run_factor_needs_brackets(before, body, first=index == 0, last=last)
        built.append(body if bracketed else factor)
        before = None if bracketed else built[-1]
    return e.Mul(tuple(built))


def times(factors: list[e.Expr], sign: e.ProductSign) -> e.Expr:
    """Return a product whose factors are all joined by one written sign."""
    bodies = [inside(factor) for factor in factors]
    needed = p.factor_brackets(bodies, sign)
    return e.Mul(tuple(b if n else f for f, b, n in zip(factors, bodies, needed, strict=True)), sign)


def quotient(over: e.Expr, under: e.Expr, style: e.QuotientStyle) -> e.Expr:
    """Return a quotient; a stacked one needs no brackets at all."""
    if style == "stacked":
        return e.Quotient(inside(over), inside(under), style)
    return e.Quotient(bare(over, p.over_needs_brackets), bare(under, p.under_needs_brackets), style)


def power(base: e.Expr, exponent: e.Expr) -> e.Expr:
    """Return a power."""
    return e.Power(bare(base, below(Level.ATOM)), exponent)


def subscript(base: e.Expr, index: e.Expr) -> e.Expr:
    """Return an index below a base."""
    return e.Subscript(
        bare(base, lambda body: p.level(body) < Level.ATOM or isinstance(body, (e.Subscript, e.Prime))), index
    )


def prime(base: e.Expr, count: int) -> e.Expr:
    """Return a base with primes."""
    return e.Prime(bare(base, lambda body: p.level(body) < Level.ATOM or isinstance(body, e.Prime)), count)


def infix(operands: list[e.Expr], sign: str) -> e.Expr:
    """Return operands joined by a set, logic or other sign; intervals are recognised among sets."""
    parts = [bare(operand, lambda body: p.operand_needs_brackets(body, sign)) for operand in operands]
    if sign in {"cup", "cap"} and any(is_interval(part) for part in parts):
        parts = [as_interval(part) for part in parts]
    return e.Infix(sign, tuple(parts))


def relation(operands: list[e.Expr], signs: list[str]) -> e.Expr:
    """Return a chain of relations; what stands after ∈ in brackets is an interval."""
    implication = bool(p.IMPLICATIONS.intersection(signs))
    sides = [bare(side, lambda body: p.side_needs_brackets(body, implication=implication)) for side in operands]
    for index, sign in enumerate(signs):
        if sign in _MEMBERSHIPS:
            sides[index + 1] = as_interval(sides[index + 1])
    return e.Relation(tuple(sides), tuple(signs))


def is_interval(node: e.Expr) -> bool:
    """Tell whether a node is an interval, or a pair with an infinite end and so an interval too."""
    return isinstance(node, e.Interval)


def as_interval(node: e.Expr) -> e.Expr:
    """Return a pair in brackets as the interval it must be where a set is asked for."""
    if isinstance(node, e.Sequence) and node.bracket == "(" and len(node.items) == 2:
        return e.Interval(node.items[0], node.items[1], lower_closed=False, upper_closed=False)
    if isinstance(node, e.Infix) and node.sign in {"cup", "cap", "setminus"}:
        return e.Infix(node.sign, tuple(as_interval(operand) for operand in node.operands))
    return node


def is_infinite(node: e.Expr) -> bool:
    """Tell whether a node is ∞ with or without a sign."""
    if isinstance(node, (e.Neg, e.Prefix)):
        return is_infinite(node.body)
    return node == e.Symbol("infty")
