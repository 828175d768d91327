"""Tests of suppositions that exchange one part of the problem in hand."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson
from tests.local_model.mind.subject.test_exchanging import worked
from tutor_cli.local_model.mind.subject.supposing import supposed, supposes_number


@pytest.mark.parametrize(
    ("source", "text", "other"),
    [
        ("solve x^2 - 5x + 6 = 0", "what if the 6 is 7?", "solve x^2 - 5x + 7 = 0"),
        ("solve x^2 - 5x + 6 = 0", "what if the -5 was 7", "solve x^2 + 7x + 6 = 0"),
        ("det [[1,2],[3,4]]", "and if the 4 is replaced by 1.5", "det [[1,2],[3,1.5]]"),
        ("find the mean of 4, 8, 6", "change the 8 to 18", "find the mean of 4, 18, 6"),
        ("distance from A(1,2) to B(4,6)", "what if B is (5, 3)", "distance from A(1,2) to B(5, 3)"),
        ("integrate x from 0 to 3", "what if it was x squared instead of x", "integrate x^2 from 0 to 3"),
        ("solve 2x + 3 = 11", "what if the 3 is -3", "solve 2x - 3 = 11"),
        ("arrange the letters of MANGO now", "and of BANANA?", "arrange the letters of BANANA now"),
        ("how many words from letters of MANGO", "what about APPLE", "how many words from letters of APPLE"),
        ("how many words from letters of MANGO", "what about repetition", ""),
        ("differentiate sin x", "cos instead of sin", "differentiate cos x"),
    ],
)  # fmt: skip
def test_the_part_that_is_named_is_exchanged(source: str, text: str, other: str) -> None:
    """Whatever the problem is about, the one part that the pupil names is exchanged and nothing else."""
    assert supposed(text, worked(source)) == other


@pytest.mark.parametrize("text", ["what if the 8 is 9", "what if the 3 is 9"])
def test_a_number_that_is_not_there_just_once_is_not_guessed(text: str) -> None:
    """Neither a number that is not in the problem is exchanged nor one that is there twice."""
    assert supposed(text, worked("mean of 3, 5, 3")) == ""
    assert supposes_number(text)


@pytest.mark.parametrize("text", ["if 2 + 3 is 5", "say 12 by 4", "what if x is 5", "if f of 3 is 5", "6 is 7"])
def test_what_states_something_supposes_no_other_number(text: str) -> None:
    """A statement about numbers or a value of a letter exchanges no number."""
    assert not supposes_number(text)


def test_follow_ups_keep_to_the_problem_in_hand() -> None:
    """A part left out, a rounded answer and a question that is not understood all stay with the problem in hand."""
    with_data = lesson()
    with_data.reply("find the mean of 4, 8, 6, 5, 7", "en")
    assert "5.5" in with_data.reply("what if we remove one 8?", "en")
    assert "sum of the values" in with_data.reply("what does the mean actually tell us?", "en")
    rounding = lesson()
    rounding.reply("what is 2/3 + 3/4", "en")
    assert "1.42" in rounding.reply("as a decimal to 2 places", "en")
    assert r"\frac{17}{60}" in rounding.reply("now divide it by 5", "en")
    story = lesson()
    story.reply("a shopkeeper buys an article for 500 and sells it for 450. find the loss percent", "en")
    for unclear in ("how many times bigger", "what equations did you make"):
        assert "not understand" in story.reply(unclear, "en")


def test_a_value_of_a_letter_that_is_not_there_is_no_place() -> None:
    """The value of a coefficient is not put in for the unknown."""
    quadratic = lesson()
    quadratic.reply("solve x^2 - 5x + 4 = 0", "en")
    assert "Put" not in quadratic.reply("what if a is 2", "en")
    assert "Put $x = 2$" in quadratic.reply("what if x is 2", "en")
