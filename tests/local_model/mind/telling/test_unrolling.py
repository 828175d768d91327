"""A story told year by year."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson


@pytest.mark.parametrize(
    ("story", "said"),
    [
        ("find the amount on 10000 at 10% compound interest for 3 years", "show me year by year"),
        ("10000 rupaye par 10% chakravriddhi byaj se 3 saal ka mishradhan kya hoga?", "har saal ka batao"),
    ],
)
def test_each_year_is_worked_out_by_itself(story: str, said: str) -> None:
    """With the same story and a shorter time."""
    talk = lesson(language="auto")
    talk.reply(story)
    told = talk.reply(said)
    assert [amount in told for amount in ("11000", "12100", "13310")] == [True] * 3
