"""The one-row form loses no bracket: read again, it has the value the tree had."""

from __future__ import annotations

import math

from hypothesis import assume, given
from hypothesis import strategies as st

from tutor_cli.maths import expr as e
from tutor_cli.maths.layout import Style, linear
from tutor_cli.maths.parse import parse

VALUES = {"a": 1.25, "b": -0.75, "c": 2.5}
FUNCTIONS = {"sin": math.sin, "cos": math.cos}
EXPONENTS = st.sampled_from([e.Number("2"), e.Number("3"), e.Neg(e.Number("1"))])
ATOMS = st.sampled_from([*map(e.Symbol, VALUES), *map(e.Number, ("2", "7", "10", "0.5"))])


def _larger(parts: st.SearchStrategy[e.Expr]) -> st.SearchStrategy[e.Expr]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        st.builds(e.Add, several),
        st.builds(e.Neg, parts),
        st.builds(e.Mul, several, st.sampled_from(["implicit", "dot", "cross"])),
        st.builds(e.Quotient, parts, parts, st.sampled_from(["stacked", "slash", "divide"])),
        st.builds(e.Power, parts, EXPONENTS),
        st.builds(e.Root, parts.map(lambda part: e.Fence(part, "abs"))),
        st.builds(lambda name, part: e.Apply(e.Function(name), (part,)), st.sampled_from(["sin", "cos"]), parts),
        st.builds(e.Group, parts),
    )


def _value(node: e.Expr) -> float:
    """Return the value of a tree for fixed letters."""
    match node:
        case e.Number():
            return float(node.value)
        case e.Symbol(name=name):
            return VALUES[name]
        case e.Apply(head=e.Function(name=name), arguments=(argument,)):
            return FUNCTIONS[name](_value(argument))
        case e.Apply(head=e.Power(base=head, exponent=exponent), arguments=arguments):
            return float(_value(e.Apply(head, arguments)) ** _value(exponent))
        case _:
            return _combined(node, *map(_value, node.children()))


def _combined(node: e.Expr, *values: float) -> float:
    match node:
        case e.Add():
            return sum(values)
        case e.Neg():
            return -values[0]
        case e.Mul():
            return math.prod(values)
        case e.Quotient():
            return values[0] / values[1]
        case e.Mixed():
            return values[0] + values[1] / values[2]
        case e.Power():
            return float(values[0] ** values[1])
        case e.Root():
            return math.sqrt(values[0])
        case e.Fence():
            return abs(values[0])
        case e.Group():
            return values[0]
    raise AssertionError(node)


@given(st.recursive(ATOMS, _larger, max_leaves=8), st.sampled_from(["unicode", "ascii"]))
def test_the_linear_form_means_what_the_tree_means(tree: e.Expr, style: Style) -> None:
    """Brackets stand wherever the meaning would change without them."""
    try:
        value = _value(tree)
    except (ZeroDivisionError, OverflowError):
        assume(False)
    assume(abs(value) < 1e12)
    again = _value(parse(linear(tree, style), "typed"))
    assert math.isclose(value, again, rel_tol=1e-6, abs_tol=1e-9)
