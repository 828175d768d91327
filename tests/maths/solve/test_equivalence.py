"""Whether two formulas mean the same."""

from __future__ import annotations

import pytest

from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve import equivalent


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("(x+1)^2", "x^2+2x+1", True),
        ("x^2", "x^3", False),
        ("2x=4", "x=2", True),
        ("x=2", "2=x", True),
        ("x<2", "2>x", True),
        ("x<2", "x>2", False),
        (r"\frac{1}{2}", "0.5", True),
        (r"\int x^2 dx", r"\int x \cdot x dx", True),
        (r"\lim_{x \to 0} \frac{\sin x}{x}", r"\lim_{x \to 1} \frac{\sin x}{x}", False),
        ("(2,3)", "(2,4)", False),
        ("sin(x)^2+cos(x)^2", "1", True),
        (r"\frac{d}{dx} x^2", "2x", True),
    ],
)
def test_meaning_and_not_spelling(first: str, second: str, same: bool) -> None:
    """Values, equations, and formulas without a value."""
    assert equivalent(parse(first), parse(second)) is same
