"""School integrals: whatever rule found them, their derivative is the integrand."""

from __future__ import annotations

import pytest

from tutor_cli.maths.solve import solve
from tutor_cli.maths.solve.rows import from_row

INTEGRANDS = """
1/x^2; x^(1/3); exp(3*x); csc(x); cot(x); x^2*exp(x); x^2*log(x); log(x)^2; atan(x); asin(x); exp(x)*sin(x); (2*x+1)^5
1/(x*log(x)); exp(x)/(1+exp(x)); 1/(x^2-1); (2*x+3)/(x^2+3*x+2); (x^3+1)/(x^2-x); 1/(x^2+2*x+5); 1/(x^4-1)
(x+1)/(x-2)^2; 1/sqrt(x^2-1); x^n; sin(x)/x; exp(x)/x; (1+x^2)/(1+x^4); cos(log(x)); sin(x)^4; sqrt(1+sin(x))
sqrt(exp(x)-1); x*2^x; sec(x)^3; 1/(1+cos(x)); 1/(2+sin(x)); x*cosh(x); abs(x); 1/(sin(x)*cos(x)); sqrt(tan(x))
cos(x)^3*sin(x)^2; tan(x)^3; x*sqrt(x+1); sqrt(1-x^2); 1/sqrt(4-x^2); exp(-x^2); cos(x)/x; sin(3*x)*cos(2*x)
"""


@pytest.mark.parametrize(
    "integrand", [text.strip() for text in INTEGRANDS.replace("\n", ";").split(";") if text.strip()]
)
def test_antiderivative_is_verified_and_has_its_constant(integrand: str) -> None:
    """Every one is found, differentiates back also at negative numbers, and ends in + C."""
    solution = solve(from_row({"op": "integrate", "input": integrand, "variable": "x"}))
    assert (solution.kind, solution.verified) == ("expression", True)
    assert solution.text.endswith("+ C")


def test_an_integral_without_a_formula_is_an_answer() -> None:
    """x^x has no antiderivative among the named functions."""
    assert solve(from_row({"op": "integrate", "input": "x^x", "variable": "x"})).kind == "no_closed_form"
