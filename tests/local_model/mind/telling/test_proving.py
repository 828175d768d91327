"""Showing that an answer is right, in whatever words that is asked for."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson
from tutor_cli.local_model.mind.utterance.checks import asks_to_check


@pytest.mark.parametrize(
    "said",
    [
        *("put it back to check", "do they really fit both conditions?", "how can I be sure?", "verify both of them"),
        *("differentiate your answer so I can see that it's right", "दोनों समीकरणों में रखकर जाँचो", "check karke dikhao"),
    ],
)
def test_checking_is_asked_for_in_many_words(said: str) -> None:
    """By a word that checks, or by something to do and what it is for."""
    assert asks_to_check(said)


@pytest.mark.parametrize("said", ["differentiate x^2", "is it 5?", "add 5 to it", "are the roots equal?"])
def test_other_requests_ask_for_no_check(said: str) -> None:
    """An operation alone, a claim, a question about the roots."""
    assert not asks_to_check(said)


@pytest.mark.parametrize(
    ("problem", "shown"),
    [
        ("3 pens and 2 notebooks cost 80 rupees, 2 pens and 3 notebooks cost 95 rupees. What does one pen cost?", "95"),
        ("factorise 6x^2 - x - 2", "gives $6x^2 - x - 2$"),
        ("find the range of 12, 15, 18, 40", "$28 + 12$ gives $40$"),
        ("a rectangle is 12 cm long and 8 cm wide. Find its perimeter", r"$40 \div (12 + 8)$ gives $2$"),
    ],
)
def test_the_check_is_shown_with_numbers(problem: str, shown: str) -> None:
    """Conditions of a story, factors multiplied out, the last operation undone, a sum by pairs."""
    talk = lesson()
    talk.reply(problem)
    told = talk.reply("verify it for me")
    assert shown in told
    assert "second method" not in told


def test_the_sum_of_a_progression_is_checked_by_its_mean_term() -> None:
    """As many terms as the mean of the first and the last."""
    talk = lesson()
    talk.reply("Find the 15th term of the AP 4, 9, 14, ...")
    talk.reply("what about the sum of the first 15 terms?")
    assert "$585 = 585$" in talk.reply("check the sum for me")
