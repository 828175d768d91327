"""Random trees of maths as the parser makes them, for property tests.

`expressions()` gives one expression, `formulas()` anything a text can hold: relations, lists, systems, lines.
Brackets that precedence implies are never `Group`s, as the parser drops them too.
"""

from __future__ import annotations

from typing import Literal

from hypothesis import strategies as st

from tutor_cli.maths import expr as e
from tutor_cli.maths.calls import is_call
from tutor_cli.maths.parse import build
from tutor_cli.maths.precedence import Level

# No d, which begins a differential, and no C and P, which stand in choices.
LETTERS = ["x", "y", "z", "a", "b", "c", "k", "m", "n", "t", "A", "B", "e", "i", "pi", "alpha", "theta", "Delta"]
FUNCTIONS = ["sin", "cos", "tan", "ln", "log", "exp", "arctan", "csc", "csch"]
RELATIONS = ["=", "<", ">", "le", "ge", "ne", "approx", "in", "subseteq", "to"]

numbers = st.one_of(
    st.integers(0, 999).map(lambda value: e.Number(str(value))),
    st.sampled_from(["0.5", "3.14", "10.0"]).map(e.Number),
)
letters = st.sampled_from(LETTERS).map(e.Symbol)
leaves = numbers | letters | st.just(e.Symbol("infty"))


def _run(factors: list[e.Expr]) -> e.Expr:
    """Return a product without signs, or with dots where letters before brackets would be read as functions."""
    product = build.run(factors)
    if isinstance(product, e.Mul):
        for before, factor in zip(product.factors, product.factors[1:], strict=False):
            body = factor.body if isinstance(factor, e.Group) else factor
            if is_call(before, body) or isinstance(before, e.Symbol):
                return build.times(factors, "dot")
    return product


def _mixed(whole: int, top: int, more: int) -> e.Expr:
    return e.Mixed(e.Number(str(whole)), e.Number(str(top)), e.Number(str(top + more)))


def _group(body: e.Expr, bracket: Literal["(", "["]) -> e.Expr:
    # Square brackets in square brackets are the rows of a matrix.
    return body if isinstance(body, (e.Matrix, e.Interval, e.Group)) else e.Group(body, bracket)


def _sum(first: e.Expr, rest: list[tuple[str, e.Expr]]) -> e.Expr:
    return build.add([first, *(_term(sign, body) for sign, body in rest)])


def _term(sign: str, body: e.Expr) -> e.Expr:
    if sign != "+":
        return build.signed(sign, body)
    return e.Group(body) if isinstance(body, (e.Neg, e.PlusMinus)) else body


def _root(radicand: e.Expr, index: e.Expr | None) -> e.Expr:
    return e.Root(build.inside(radicand), None if index == e.Number("2") else index)


def _postfix(body: e.Expr, sign: Literal["!", "%", "°"]) -> e.Expr:
    return e.Postfix(build.bare(body, build.below(Level.ATOM)), sign)


def _function(name: str, power: e.Expr | None, argument: e.Expr) -> e.Expr:
    head: e.Expr = e.Function(name)
    return e.Apply(head if power is None else e.Power(head, power), (argument,))


def _call(name: str, arguments: list[e.Expr]) -> e.Expr:
    return e.Apply(e.Symbol(name), tuple(arguments))


def _derivative(body: e.Expr | None, order: int, partial: bool, behind: bool) -> e.Expr:
    lowest = Level.RUN if behind else Level.FACTOR
    trimmed = None if body is None else build.bare(body, build.below(lowest))
    return e.Derivative(trimmed, (e.Symbol("x"),) * order, partial, behind or body is None)


def _operator(kind: str, body: e.Expr, start: e.Expr | None, end: e.Expr | None) -> e.Expr:
    lower = None if start is None else build.relation([e.Symbol("k"), start], ["="])
    return e.BigOperator(kind, build.bare(body, build.below(Level.PRODUCT)), lower, end)


def _integral(body: e.Expr, lower: e.Expr | None, upper: e.Expr | None) -> e.Expr:
    return e.Integral(build.bare(body, build.below(Level.SUM)), (e.Symbol("x"),), lower, upper)


def _limit(body: e.Expr, target: e.Expr, side: e.Side) -> e.Expr:
    return e.Limit(build.bare(body, build.below(Level.PRODUCT)), e.Symbol("x"), target, side)


def _square(cell: e.Expr) -> e.Expr:
    return e.Matrix(((cell, cell), (e.Empty(), cell)))


def _arithmetic(parts: st.SearchStrategy[e.Expr]) -> list[st.SearchStrategy[e.Expr]]:
    several = st.lists(parts, min_size=2, max_size=3)
    signs = st.sampled_from(["+", "-", "pm"])
    return [
        st.builds(_sum, parts, st.lists(st.tuples(signs, parts), min_size=1, max_size=3)),
        st.builds(_run, several),
        st.builds(build.times, several, st.sampled_from(["dot", "cross", "star"])),
        st.builds(build.quotient, parts, parts, st.sampled_from(["stacked", "slash", "divide"])),
        st.builds(build.signed, st.sampled_from(["-", "pm", "+"]), parts),
        st.builds(build.power, parts, parts),
        st.builds(build.subscript, letters, parts),
        st.builds(build.prime, letters, st.integers(1, 3)),
        st.builds(_root, parts, st.none() | parts),
        st.builds(_mixed, *[st.integers(1, 9)] * 3),
        st.builds(_group, parts, st.sampled_from(["(", "["])),
        st.builds(_postfix, parts, st.sampled_from(["!", "%", "°"])),
        st.builds(build.infix, several, st.sampled_from(["cup", "cap", "circ", "bmod", "land", "lor"])),
    ]


def _named(parts: st.SearchStrategy[e.Expr]) -> list[st.SearchStrategy[e.Expr]]:
    optional = st.none() | parts
    return [
        st.builds(e.Fence, parts, st.sampled_from(["abs", "norm", "floor", "ceil"])),
        st.builds(_function, st.sampled_from(FUNCTIONS), optional, parts),
        st.builds(_call, st.sampled_from(["f", "g"]), st.lists(parts, min_size=1, max_size=2)),
        st.builds(e.Choose, parts, parts),
        st.builds(e.Accent, st.sampled_from(["vec", "hat", "bar", "overline"]), parts),
        st.builds(_operator, st.sampled_from(["sum", "prod"]), parts, optional, optional),
        st.builds(_integral, parts, optional, optional),
        st.builds(_limit, parts, leaves, st.sampled_from(["both", "above", "below"])),
        st.builds(_derivative, optional, st.integers(1, 3), st.booleans(), st.booleans()),
        st.builds(e.Interval, leaves, leaves, st.just(True), st.booleans()),
        st.builds(lambda items: e.SetOf(tuple(items)), st.lists(leaves, max_size=3)),
        st.builds(_square, parts),
    ]


def _extended(parts: st.SearchStrategy[e.Expr]) -> st.SearchStrategy[e.Expr]:
    return st.one_of(_arithmetic(parts) + _named(parts))


def expressions(max_leaves: int = 12) -> st.SearchStrategy[e.Expr]:
    """Return expressions without relations at the top."""
    return st.recursive(leaves, _extended, max_leaves=max_leaves)


def relations() -> st.SearchStrategy[e.Expr]:
    """Return chains of one or two relations."""
    part = expressions(6)
    signs = st.lists(st.sampled_from(RELATIONS), min_size=1, max_size=2)
    return signs.flatmap(
        lambda chosen: st.lists(part, min_size=len(chosen) + 1, max_size=len(chosen) + 1).map(
            lambda operands: build.relation(operands, chosen)
        )
    )


def formulas() -> st.SearchStrategy[e.Expr]:
    """Return anything a text can hold."""
    statement = expressions() | relations()
    several = st.lists(statement, min_size=2, max_size=3)
    words = st.sampled_from([" or ", "if", "इसलिए "]).map(e.Text)
    return st.one_of(
        statement,
        several.map(lambda items: e.Sequence(tuple(items))),
        several.map(lambda items: e.Lines(tuple(items))),
        several.map(lambda items: e.Cases(tuple(map(e.Case, items)))),
        st.builds(lambda left, word, right: e.Row((left, word, right)), statement, words, statement),
        st.builds(lambda left, right: build.relation([left, right], ["implies"]), statement, statement),
    )
