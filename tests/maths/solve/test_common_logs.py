"""A logarithm without a base has base 10 in sums and equations, and is natural in calculus and beside e."""

from __future__ import annotations

import pytest

from tutor_cli.maths.expr import Apply, Number
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve import check, read_problem, solve
from tutor_cli.maths.solve.common_logs import COMMON_LOG, as_answered, base_ten
from tutor_cli.maths.solve.rows import from_row


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("log 100", "2"),
        ("log of one thousand", "3"),
        ("what is \\log 0.001", "−3"),
        ("log 2 + log 5", "1"),
        ("log 50", "log₁₀ 50"),
        ("log x = 2", "x = 100"),
        ("log x + log(x - 3) = 1", "x = 5"),
        ("(log x)^2 - 3 log x + 2 = 0", "x = 10 or x = 100"),
        ("log^2 x = 4", "x = 1/100 or x = 100"),
        ("log 100 + ln 1", "2"),
        ("e^(log 5)", "5"),
        ("ln 1", "0"),
        ("log_2 x = 5", "x = 32"),
        ("derivative of log x", "1/x"),
        ("integrate log x", "x ln x − x + C"),
        ("limit of log(1+x)/x as x tends to 0", "1"),
        ("integral of 1/(x log x) from 2 to 4", "ln 2"),
    ],
)
def test_what_a_pupil_means(text: str, answer: str) -> None:
    """What is typed or said is answered as a school book of its class does."""
    solution = solve(read_problem(text))

    assert (solution.text, solution.verified) == (answer, True)


def test_the_steps_say_so() -> None:
    """The first step names the base, and every line after it shows it; no natural logarithm turns up."""
    first, *others = solve(read_problem("log x + log(x - 3) = 1")).all_steps()

    assert first.reason == "log without a base means base 10 here."
    assert not any("\\ln" in step.reason for step in others)
    assert Apply(COMMON_LOG, (parse("x"),)) in list(first.after.walk())


def test_a_logarithm_is_told_by_its_power() -> None:
    """The value of a logarithm says which power gives the number."""
    (step,) = solve(read_problem("log_3 (1/9)")).steps

    assert step.reason.endswith("because $3^{-2}$ is $\\frac{1}{9}$.")


@pytest.mark.parametrize("text", ["ln x = 2", "log_3 x = 2", "derivative of log x", "2x = 6"])
def test_where_nothing_is_left_open_nothing_is_said(text: str) -> None:
    """A base that is written, and calculus, need no remark."""
    assert not any(step.id == "logarithm.common" for step in solve(read_problem(text)).all_steps())


def test_request_rows_are_natural() -> None:
    """In typed request rows `log` is natural, as their format says."""
    assert solve(from_row({"op": "solve", "input": "log(x^2)=4"})).text == "x = −e² or x = e²"


@pytest.mark.parametrize(
    ("problem", "answer", "verdict"),
    [
        ("log 100", "2", "right"),
        ("log 100", "ln 100", "right"),
        ("log x = 2", "x = 100", "right"),
        ("log x = 2", "x = e^2", "right"),
        ("log x = 2", "x = 20", "wrong"),
        ("10^x = 5", "log 5", "right"),
        ("e^x = 5", "log 5", "right"),
        ("10^x = 5", "ln 5", "wrong"),
        ("2^x = 5", "log 5/log 2", "right"),
        ("derivative of log x", "1/x", "right"),
        ("integrate 1/x", "log|x| + C", "right"),
    ],
)
def test_answers_are_read_like_the_problem(problem: str, answer: str, verdict: str) -> None:
    """A bare log in an answer has the base it has in the problem; e or ln in the answer tells a natural one."""
    asked = as_answered(read_problem(problem), answer)

    assert check(asked, answer).verdict == verdict


def test_base_ten_is_written_out() -> None:
    """Only logarithms without a base get one."""
    assert base_ten(parse("log 7")) == Apply(COMMON_LOG, (Number("7"),))
    for text in ("log_2 7", "ln 7", "sin 7"):
        assert base_ten(parse(text)) == parse(text)
