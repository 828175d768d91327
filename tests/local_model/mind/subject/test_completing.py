"""Follow-ups made whole with the words of an earlier problem."""

from __future__ import annotations

import pytest

from tutor_cli.local_model.mind.subject.completing import completed, problem_in

SALE = "a man bought a watch for 1500 and sold it for 1800, find his gain percent"
WORK = "A can do a work in 10 days and B in 15 days. how many days together?"


@pytest.mark.parametrize(
    ("follow_up", "source", "whole"),
    [
        (
            "and the sum of the first 20 terms?",
            "the 10th term of the AP 3, 7, 11",
            "the sum of the first 20 terms of AP 3, 7, 11",
        ),
        ("and the circumference?", "area of a circle with radius 7", "circumference of a circle with radius 7"),
        ("what if A leaves after 2 days", WORK, ""),
        ("tell me a joke", WORK, ""),
        ("why did you add them", WORK, ""),
    ],
)
def test_a_follow_up_becomes_a_whole_problem_or_nothing(follow_up: str, source: str, whole: str) -> None:
    """What brings something new into the story is not taken for another number."""
    assert completed(follow_up, [source]) == whole


def test_a_whole_problem_is_known() -> None:
    """What the solver reads by itself needs no completing."""
    assert problem_in(SALE) is not None
    assert problem_in("what's the weather like") is None
