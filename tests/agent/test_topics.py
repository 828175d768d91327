"""What a problem is about is told by how it is solved, or by what was asked."""

from __future__ import annotations

import pytest

from tutor_cli.agent.topics import topic_of
from tutor_cli.maths.solve import read_problem, solve


@pytest.mark.parametrize(
    ("problem", "topic"),
    [
        ("2x + 3 = 11", "linear equations"),
        ("x^2 - 5x + 6 = 0", "quadratic equations"),
        ("solve x + y = 5 and x - y = 1", "simultaneous equations"),
        ("2x < 6", "inequalities"),
        ("differentiate x^3", "derivatives"),
        ("integrate x^2", "integrals"),
        ("factor x^2 - 9", "factorisation"),
        ("expand (x + 1)^2", "expansion"),
        ("2 + 3 * 4", "arithmetic"),
    ],
)
def test_topics(problem: str, topic: str) -> None:
    """One for every kind of problem of the syllabus."""
    assert topic_of(solve(read_problem(problem))) == topic
