"""From trees to SymPy and back."""

from __future__ import annotations

import pytest
import sympy as sp

from tutor_cli.maths.layout import linear
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.bridge import symbol, to_sympy
from tutor_cli.maths.solve.exact import Undefined
from tutor_cli.maths.solve.writing import to_tree

x = symbol("x")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (3 - x, "3 − x"),
        (x**2 - 3 * x + 2, "x² − 3x + 2"),
        (sp.Rational(3, 4) * x, "3x/4"),
        (-sp.Rational(1, 2), "−1/2"),
        (1 / (x - 1), "1/(x − 1)"),
        (sp.exp(-x), "e⁻ˣ"),
        (sp.log(x), "ln x"),
        (2 * sp.sqrt(3), "2√3"),
        (-sp.oo, "−∞"),
        (3 * sp.Integer(2) ** x, "3 · 2ˣ"),
        (sp.Abs(x), "|x|"),
    ],
)
def test_written_as_a_teacher_would(value: object, shown: str) -> None:
    """Descending powers, one fraction bar, roots and not fractional exponents."""
    assert linear(to_tree(value)) == shown


@pytest.mark.parametrize(
    "text", ["2x+3", "x^2/(x-1)", "sqrt(x)+1", "|x-2|", "sin(x)^2", "e^(2x)", "ln x", "log_3 x", "5!"]
)
def test_there_and_back_is_the_same_value(text: str) -> None:
    """Converting to SymPy and back changes nothing but the way it is written."""
    value = to_sympy(parse(text), ("e", "pi"))
    assert sp.simplify(to_sympy(to_tree(value), ("e", "pi")) - value) == 0


def test_letters_are_letters_unless_they_are_constants() -> None:
    """In request rows only E and I have a meaning of their own, so e is an unknown like any other."""
    assert to_sympy(parse("e", "typed"), ("E", "I", "pi")) == symbol("e")
    assert to_sympy(parse("E", "typed"), ("E", "I", "pi")) == sp.E


@pytest.mark.parametrize("text", ["1/0", "0^0", "5/(2-2)", "ln 0", "ln(-1)", "tan(pi/2)", "arcsin 2", "(-2)!"])
def test_what_has_no_value_is_told(text: str) -> None:
    """SymPy's zoo and nan never get in."""
    with pytest.raises(Undefined):
        to_sympy(parse(text), ("e", "pi"))
