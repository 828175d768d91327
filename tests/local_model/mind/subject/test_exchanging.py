"""The problem in hand with one part exchanged."""

from __future__ import annotations

import pytest

from tutor_cli.local_model.mind.subject.exchanging import exchanged
from tutor_cli.local_model.mind.subject.worked import Worked

SYSTEM = r"\begin{cases}x + y = 10 \\ x - y = 4\end{cases}"


def worked(problem: str) -> Worked:
    """Return a solution of which only the problem matters."""
    return Worked.from_response({"problem": problem}, problem, "en")


@pytest.mark.parametrize(
    ("text", "problem", "other"),
    [
        ("what if it were 13 instead of 11?", "2x + 3 = 11", "2x + 3 = 13"),
        ("agar 8 ki jagah 10 ho to karn kya hoga", "6, 8", "6, 10"),
        ("agar dusri equation x - y = 2 ho to", SYSTEM, "solve x + y = 10 and x - y = 2"),
        ("what if the first equation is x + y = 12", SYSTEM, "solve x + y = 12 and x - y = 4"),
        ("agar doosra bindu (5, 1) ho", "distance of (1, 2) and (3, 4)", "distance of (1, 2) and (5, 1)"),
        ("if the third vertex is (5, 1)", "distance of (1, 2) and (3, 4)", ""),
        ("plus ki jagah minus ho to", "2x + 3 = 11", "2x -  3 = 11"),
        ("if f(x) = 2x + 3 find f(4)", "2x + 3 = 11", ""),
        ("agar x = 2 ho to", "2x + 3 = 11", ""),
        ("kaise aaya", "2x + 3 = 11", ""),
    ],
)
def test_a_part_is_exchanged_or_nothing(text: str, problem: str, other: str) -> None:
    """A number, one of two equations or a sign takes another's place; a value is none of these."""
    assert exchanged(text, worked(problem)) == other
