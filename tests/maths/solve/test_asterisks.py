"""What was typed with * is shown as on paper."""

from __future__ import annotations

import pytest

from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.solve import read_problem, solve


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("2*x + 3 = 7", "2x + 3 = 7"),
        ("pi*r^2 = 154", r"\pi r^2 = 154"),
        ("2*3 + 4", r"2 \cdot 3 + 4"),
        ("x*2 = 6", r"x \cdot 2 = 6"),
        ("a*(b + c)", r"a \cdot (b + c)"),
        ("sin(x)*x", r"\sin x \cdot x"),
        ("solve 3*y = 12", "3y = 12"),
    ],
)
def test_products_on_paper(typed: str, shown: str) -> None:
    """A product has no sign where none is needed, and a dot elsewhere."""
    assert [to_latex(tree) for tree in read_problem(typed).expressions] == [shown]


def test_no_asterisk_on_the_board() -> None:
    """Neither the problem nor any step shows an asterisk."""
    solution = solve(read_problem("2*x^2 - 5*x*2 = 0"))

    lines = [*solution.problem.expressions, *(step.after for step in solution.all_steps())]
    assert not any("*" in to_latex(line) for line in lines)
