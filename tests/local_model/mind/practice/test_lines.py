"""Work shown line by line."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("here is my work: 3x + 7 = 22, 3x = 29, x = 29/3", "$3x = 29$ does not follow"),
        ("check my steps: 2x - 5 = 9, 2x = 14, x = 7", "Every line follows"),
        ("mera kaam dekho: x^2 + 5x + 6 = (x+2)(x+4)", "x^2 + 6x + 8"),
        ("check my work: -7 - (-4) = -11", "$-3$"),
    ],
)
def test_the_line_that_does_not_follow_is_named(said: str, part: str) -> None:
    """Equations must keep their solutions, and equalities be true."""
    assert part in lesson().reply(said)


def test_the_work_on_the_problem_in_hand_begins_with_it() -> None:
    """And in a quiz its problem stays."""
    talk = lesson(mode="quiz")
    talk.reply("test me with this one: solve 5x - 3 = 2x + 9")
    told = talk.reply("here is what I did: 3x = 6, x = 2")
    assert "$3x = 6$ does not follow" in told
    assert told.endswith("5x - 3 = 2x + 9$.")
