"""A problem is shown as it would be written on a board."""

from __future__ import annotations

import pytest

from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.solve import read_problem
from tutor_cli.maths.solve.statement import statement


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("solve 2x + 3 = 11", "2x + 3 = 11"),
        ("differentiate x^3", r"\frac{d}{dx} x^3"),
        ("integrate x^3 from 0 to 2", r"\int_0^2 x^3 \,dx"),
        ("17 + 25", "17 + 25"),
    ],
)
def test_statement(text: str, latex: str) -> None:
    """The operation asked for is part of what is written."""
    assert to_latex(statement(read_problem(text))) == latex
