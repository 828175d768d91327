"""The second opinion: values, truths and roots found with numbers alone."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.exact import TooLarge, Undefined, exact_root, rational_value
from tutor_cli.maths.solve.numeric import PRECISE, Unknown, compiled
from tutor_cli.maths.solve.search import roots_of
from tutor_cli.maths.solve.truth import statement
from tutor_cli.maths.solve.verify import differences_scale, expressions_agree

CONSTANTS = ("e", "pi")


@pytest.mark.parametrize(
    ("text", "value"),
    [("2x+3", 5), ("x^2/4", 0.25), ("|x-3|", 2), ("sin(pi x/2)", 1), ("log_2 8", 3), ("(-8)^(1/3)", -2), ("5!", 120)],
)
def test_values(text: str, value: float) -> None:
    """A tree has the value a pupil would find, at x = 1."""
    assert compiled(parse(text), constants=CONSTANTS)({"x": 1.0}) == pytest.approx(value)


@pytest.mark.parametrize("text", ["1/(x-1)", "ln(x-1)", "sqrt(x-2)", "0^(x-1)", "y"])
def test_no_value(text: str) -> None:
    """Outside its domain an expression has no value, and neither has an unknown letter."""
    with pytest.raises(Undefined):
        compiled(parse(text), constants=CONSTANTS)({"x": 1.0})


def test_words_have_no_value() -> None:
    """What is not a number is told apart from what has no value."""
    with pytest.raises(Unknown):
        compiled(parse(r"\text{hello}"))


def test_forty_digits() -> None:
    """Candidates are confirmed with more digits than a coincidence has."""
    value = compiled(parse("sqrt(2)^2-2"), PRECISE, CONSTANTS)({})
    assert abs(value) < 1e-35


@pytest.mark.parametrize(
    ("text", "x", "true"),
    [("x=2 or x=3", 3, True), ("1<x<=2", 2, True), ("1<x<=2", 1, False), ("x != 2", 2, False), ("1/x=0", 0, False)],
)
def test_truth_of_statements(text: str, x: float, true: bool) -> None:
    """Chains and alternatives; a statement without a value is false."""
    assert statement(parse(text))({"x": float(x)}) is true


@pytest.mark.parametrize(
    ("text", "roots"),
    [("x^2=4", [-2, 2]), ("(x-1)^2=0", [1]), ("1/x=0", []), ("x^3-6x^2+11x-6=0", [1, 2, 3]), ("(x^2-1)/(x-1)=2", [])],
)
def test_roots_found_by_scanning(text: str, roots: list[float]) -> None:
    """Crossing and touching zeros are found; poles and holes are not taken for zeros."""
    assert sorted(roots_of(parse(text), "x", CONSTANTS)) == pytest.approx(roots, abs=1e-6)


@given(st.integers(-20, 20), st.integers(-20, 20).filter(bool))
def test_a_multiple_of_an_equation_is_the_same_equation(shift: int, factor: int) -> None:
    """Adding to both sides and multiplying both sides are recognised; changing one side is not."""
    before = parse(f"2*x+3={shift}")
    assert differences_scale(before, parse(f"{factor}*(2*x+3)={factor}*({shift})"), CONSTANTS)
    assert not differences_scale(before, parse(f"2*x+4={shift}"), CONSTANTS)


def test_agreement_needs_points() -> None:
    """Equal, different, and not to be told."""
    assert expressions_agree(parse("(x+1)^2"), parse("x^2+2x+1"), CONSTANTS) is True
    assert expressions_agree(parse("(x+1)^2"), parse("x^2+1"), CONSTANTS) is False
    assert expressions_agree(parse("sqrt(-1-x^2)"), parse("x"), CONSTANTS) is None


@given(st.fractions(-50, 50, max_denominator=30), st.integers(1, 5))
def test_exact_roots_undo_powers(value: Fraction, index: int) -> None:
    """The root of a power is the number, or its size for even powers."""
    assert exact_root(value**index, index) == (abs(value) if index % 2 == 0 else value)


def test_exact_values_are_bounded() -> None:
    """Powers and factorials that would fill the memory are refused, divisions by zero have no value."""
    assert rational_value(parse("1 3/4 + 2^-2")) == 2
    with pytest.raises(TooLarge):
        rational_value(parse("9^9^9"))
    with pytest.raises(Undefined):
        rational_value(parse("1/(2-2)"))
