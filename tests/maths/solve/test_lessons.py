"""The lessons every tutor must get right, steps included."""

from __future__ import annotations

import pytest

from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.layout import linear
from tutor_cli.maths.solve import Solution, read_problem, solve


def _solved(text: str) -> Solution:
    return solve(read_problem(text))


def _ids(solution: Solution) -> list[str]:
    return [step.id for step in solution.all_steps()]


def test_linear_equation_subtracts_then_divides_then_checks() -> None:
    """2x + 3 = 11: subtract 3, divide by 2, put 4 back in."""
    solution = _solved("2x + 3 = 11")
    assert solution.text == "x = 4"
    assert _ids(solution) == ["equation.subtract", "equation.divide", "equation.check"]
    assert [to_latex(step.after) for step in solution.steps[:2]] == ["2x = 8", "x = 4"]
    assert solution.verified


@pytest.mark.parametrize(
    ("text", "srepr", "step"),
    [
        ("log 2 + log 3 = log 6", "Reals", "equation.always_true"),
        ("3(x+2)=3x+6", "Reals", "equation.always_true"),
        ("3(x+2)=3x+5", "EmptySet", "equation.never_true"),
    ],
)
def test_identity_and_contradiction_are_different_answers(text: str, srepr: str, step: str) -> None:
    """An identity holds for all numbers, a contradiction for none, and they are told in different words."""
    solution = _solved(text)
    assert (solution.srepr, solution.verified) == (srepr, True)
    assert step in _ids(solution)


def test_root_of_the_denominator_is_rejected() -> None:
    """1/(x-1) = 2/(x^2-1): the only candidate makes a denominator zero."""
    solution = _solved("1/(x-1)=2/(x^2-1)")
    assert solution.srepr == "EmptySet"
    assert solution.domain
    assert [(linear(item.candidate), item.id) for item in solution.rejected] == [("x = 1", "reject.denominator")]


def test_squaring_marks_that_it_may_add_and_the_false_root_is_rejected() -> None:
    """sqrt(x+3) = x-3: squaring brings in 1, which is rejected because 2 is not -2."""
    solution = _solved("sqrt(x+3)=x-3")
    assert solution.text == "x = 6"
    assert [step.id for step in solution.all_steps() if step.may_add] == ["radical.square"]
    assert solution.rejected[0].reason == "$x = 1$ is not a solution: the left side is $2$, the right side $-2$."


def test_logarithms_keep_their_domain() -> None:
    """Ln x + ln(x-3) = ln 10: only 5, because -2 has no logarithm."""
    solution = _solved("ln x + ln(x-3) = ln 10")
    assert solution.text == "x = 5"
    assert "x ∈ (3, ∞)" in [linear(tree) for tree in solution.domain]
    assert [linear(item.candidate) for item in solution.rejected] == ["x = −2"]


@pytest.mark.parametrize(
    ("text", "answer"), [("|x-2|=5", "x = −3 or x = 7"), ("|x-1|+|x-3|=2", "x ∈ [1, 3]"), ("sqrt(x^2)=x", "x ∈ [0, ∞)")]
)
def test_absolute_values_are_solved_by_cases(text: str, answer: str) -> None:
    """Every case is solved and the answer may be a whole interval."""
    solution = _solved(text)
    assert (solution.text, solution.verified) == (answer, True)


def test_inequality_with_a_denominator_uses_a_sign_table() -> None:
    """(x-1)/(x+2) >= 0 is solved by signs, never by multiplying with x + 2."""
    solution = _solved("(x-1)/(x+2)>=0")
    assert solution.text == "x ∈ (−∞, −2) ∪ [1, ∞)"
    assert "inequality.sign_table" in _ids(solution)
    assert not any("multiply" in id for id in _ids(solution))


def test_common_sine_is_factored_and_not_cancelled() -> None:
    """2 sin x cos x = sin x keeps the solutions of sin x = 0."""
    solution = _solved("2 sin(x) cos(x) = sin(x)")
    assert "trigonometry.factor" in _ids(solution)
    assert solution.verified
    assert "x = π/3 + 2nπ" in solution.text


@pytest.mark.parametrize(
    ("text", "kind", "answer"),
    [
        (r"\int \frac{1}{x} dx", "expression", "ln |x| + C"),
        (r"\int_{-1}^{1} \frac{1}{x^2} dx", "diverges", "diverges"),
        (r"\lim_{x \to 0} \frac{1}{x}", "does_not_exist", "does not exist"),
        ("5/0", "undefined", "undefined"),
    ],
)
def test_calculus_says_when_there_is_no_number(text: str, kind: str, answer: str) -> None:
    """Divergence, a limit that does not exist and a division by zero are words, not numbers."""
    solution = _solved(text)
    assert (solution.kind, solution.text) == (kind, answer)


def test_secant_cubed_comes_back_to_itself() -> None:
    """The integral of sec^3 is found by parts that return the integral."""
    solution = _solved(r"\int \sec^3 x dx")
    assert "integral.cyclic_parts" in _ids(solution)
    assert solution.verified
    assert solution.text.endswith("+ C")


@pytest.mark.parametrize("text", ["sin 30°", "cos^2 45° + tan 60°"])
def test_angles_of_the_table_stay_in_degrees(text: str) -> None:
    """The ratios of 30°, 45° and 60° are known by heart; nobody has to turn them into radians first."""
    steps = _solved(text).steps
    assert steps
    assert not any("pi" in to_latex(step.after) for step in steps)
