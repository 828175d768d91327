"""Answers to problems of every kind, each checked by the solver itself in a second way."""

from __future__ import annotations

import pytest

from tutor_cli.maths.solve import solve
from tutor_cli.maths.solve.rows import from_row, result

EQUATIONS = [
    ("0.1*x+0.2=0.3", "x = 1"),
    ("x^2+2*x+1=0", "x = −1"),
    ("x^2+x+1=0", "x ∈ ∅"),
    ("x^3=8", "x = 2"),
    ("x^4-10*x^2+1=0", "x = −√3 − √2 or x = √2 − √3 or x = √3 − √2 or x = √2 + √3"),
    ("x^5-x-1=0", "x ≈ 1.1673"),
    ("(x^2-4)/(x-2)=0", "x = −2"),
    ("(x-2)/(x-2)=1", "x ∈ (−∞, 2) ∪ (2, ∞)"),
    ("sqrt(x)=-2", "x ∈ ∅"),
    ("x^(2/3)=4", "x = −8 or x = 8"),
    ("abs(abs(x)-2)=1", "x = −3 or x = −1 or x = 1 or x = 3"),
    ("2^x=-4", "x ∈ ∅"),
    ("E^(2*x)-E^x-2=0", "x = ln 2"),
    ("3^x+4^x=5^x", "x = 2"),
    ("log(x^2)=4", "x = −e² or x = e²"),
    ("log(x^2)=2*log(x)", "x ∈ (0, ∞)"),
    ("tan(x)=1", "x = π/4 + nπ , n ∈ ℤ"),
    ("cos(x)=2", "x ∈ ∅"),
    ("sin(x)/(1+cos(x))=0", "x = 2nπ , n ∈ ℤ"),
    ("asin(x)=pi/6", "x = 1/2"),
    ("acos(x)=2*pi", "x ∈ ∅"),
    ("x*sin(x)=0", "x = nπ , n ∈ ℤ"),
    ("-2*x+1<5", "x ∈ (−2, ∞)"),
    ("(x^2-4)/(x-2)>0", "x ∈ (−2, 2) ∪ (2, ∞)"),
    ("-3<=2*x-1<5", "x ∈ [−1, 3)"),
    ("x^2<=0", "x = 0"),
    ("sqrt(x-1)>x-3", "x ∈ [1, 5)"),
    ("x+y=2; x+y=3", "(x, y) ∈ ∅"),
    ("x+y=2; 2*x+2*y=4", "x = 2 − y and y = y"),
    ("x^2+y^2=25; y=x+1", "x = −4 and y = −3 or x = 3 and y = 4"),
]

REWRITINGS = [
    ("evaluate", "3/4+5/6", "19/12"),
    ("evaluate", "2^3^2", "512"),
    ("evaluate", "(-8)^(1/3)", "−2"),
    ("evaluate", "asin(sin(3*pi/4))", "π/4"),
    ("evaluate", "(1+I)^2", "2i"),
    ("evaluate", "0.1+0.2", "0.3"),
    ("evaluate", "log(8,2)", "3"),
    ("simplify", "sqrt(50)+sqrt(8)", "7√2"),
    ("simplify", "1/(sqrt(3)-sqrt(2))", "√2 + √3"),
    ("simplify", "sin(x)^2+cos(x)^2", "1"),
    ("simplify", "1/x+1/y", "(x + y)/(xy)"),
    ("factor", "6*x^2+7*x-3", "(2x + 3)(3x − 1)"),
    ("factor", "x^2+1", "x² + 1"),
    ("expand", "(a+b)*(a-b)", "a² − b²"),
    ("diff", "x^3*sin(x)", "x³ cos x + 3x² sin x"),
    ("diff", "x^x", "xˣ(ln x + 1)"),
    ("sequence", "1, 3, 5, 7", "2n − 1"),
    ("sequence", "1, 8, 27, 64", "n³"),
    ("matrix", "det([[1,2],[3,4]])", "−2"),
    ("matrix", "inv([[1,2],[3,4]])", "(−2, 1; 3/2, −1/2)"),
    ("matrix", "inv([[1,2],[2,4]])", "does not exist"),
]


@pytest.mark.parametrize(("text", "answer"), EQUATIONS)
def test_equations_inequalities_and_systems(text: str, answer: str) -> None:
    """The answer is the whole solution set, and it was checked."""
    row: dict[str, str] = {"op": "solve", "input": text}
    solution = solve(from_row(row if ";" in text else {**row, "variable": "x"}))
    assert (solution.text, solution.verified) == (answer, True)


@pytest.mark.parametrize(("op", "text", "answer"), REWRITINGS)
def test_everything_else(op: str, text: str, answer: str) -> None:
    """Numbers, expressions and matrices come out in their finished form, and were checked."""
    row = {"op": op, "input": text}
    solution = solve(from_row({**row, "variable": "x"} if op == "diff" else row))
    assert (solution.text, solution.verified) == (answer, True)


@pytest.mark.parametrize(
    ("text", "interval", "kind", "answer"),
    [
        ("x^2", "[0, 3]", "value", "9"),
        ("1/x^2", "[-1, 1]", "diverges", "diverges"),
        ("1/x^2", "[1, oo)", "value", "1"),
        ("log(x)", "[0, 1]", "value", "−1"),
        ("1/(2+cos(x))", "[0, 2*pi]", "value", "2√3 · π/3"),
        ("tan(x)", "[0, pi]", "diverges", "diverges"),
    ],
)
def test_definite_integrals_see_the_gaps(text: str, interval: str, kind: str, answer: str) -> None:
    """A break of the integrand, or of the antiderivative alone, is not integrated across."""
    solution = solve(from_row({"op": "integrate", "input": text, "variable": "x", "interval": interval}))
    assert (solution.kind, solution.text, solution.verified) == (kind, answer, True)


@pytest.mark.parametrize(
    ("text", "to", "kind", "answer"),
    [
        ("sin(x)/x", "0", "value", "1"),
        ("abs(x)/x", "0", "does_not_exist", "does not exist"),
        ("sin(1/x)", "0", "does_not_exist", "does not exist"),
        ("1/x^2", "0", "value", "∞"),
        ("(1+1/x)^x", "oo", "value", "e"),
        ("x*log(x)", "0", "value", "0"),
    ],
)
def test_limits_look_from_both_sides(text: str, to: str, kind: str, answer: str) -> None:
    """A limit exists only if both sides, where the function has values, agree."""
    solution = solve(from_row({"op": "limit", "input": text, "variable": "x", "to": to}))
    assert (solution.kind, solution.text, solution.verified) == (kind, answer, True)


@pytest.mark.parametrize(
    ("term", "end", "kind", "answer"),
    [("1/2^k", "oo", "value", "1"), ("1/k", "oo", "diverges", "diverges"), ("k^2", "n", "expression", None)],
)
def test_sums(term: str, end: str, kind: str, answer: str | None) -> None:
    """Finite sums, sums to n and infinite sums, with divergence as an answer."""
    solution = solve(from_row({"op": "sum", "input": term, "variable": "k", "from": "1", "to": end}))
    assert (solution.kind, solution.verified) == (kind, True)
    assert answer is None or solution.text == answer


def test_cancelled_factors_leave_a_condition() -> None:
    """(x^2-1)/(x-1) is x + 1 except at 1, and the row says so for machines."""
    row = result(solve(from_row({"op": "simplify", "input": "(x^2-1)/(x-1)"})))
    assert row["conditions"] == ["x != 1"]


def test_repeated_roots_are_counted() -> None:
    """A double root is shown once, with its multiplicity."""
    row = result(solve(from_row({"op": "solve", "input": "x^2+2*x+1=0", "variable": "x"})))
    assert row["multiplicities"] == {"-1": 2}


def test_letters_as_coefficients_are_told_apart_by_cases() -> None:
    """A x = b has one, every or no solution, depending on a and b."""
    solution = solve(from_row({"op": "solve", "input": "a*x=b", "variable": "x"}))
    assert solution.kind == "cases"
    assert solution.text == "{x = b/a if a ≠ 0; x ∈ ℝ, a = 0 and b = 0; no solution, a = 0 and b ≠ 0}"
