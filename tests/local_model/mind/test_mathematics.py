"""What an utterance holds of maths."""

from __future__ import annotations

import pytest

from tutor_cli.local_model.mind.mathematics import answer_in, is_value, looks_like_maths, may_be_answer


@pytest.mark.parametrize(
    "text",
    ["solve 2x + 3 = 11", "twelve plus five", "lcm of 12 and 18", "बारह और अठारह का लघुत्तम", "what is sin 30 degrees"],
)
def test_problems_are_seen(text: str) -> None:
    """A quantity and something to do with it make a problem, in words and in signs."""
    assert looks_like_maths(text)


@pytest.mark.parametrize("text", ["good morning", "show me the next step", "give me a second", "मुझे समझ नहीं आया"])
def test_plain_speech_is_no_problem(text: str) -> None:
    """Weak words alone are not maths."""
    assert not looks_like_maths(text)


@pytest.mark.parametrize("text", ["4", "x = 4", "so x is 5?", "three or minus two", "चार"])
def test_values_are_seen(text: str) -> None:
    """A value may come with its unknown and in words."""
    assert is_value(text)


@pytest.mark.parametrize("text", ["2x = 10", "x^2 = 4", "add 5", "next"])
def test_equations_are_no_values(text: str) -> None:
    """What still has to be solved is a new problem."""
    assert not is_value(text)


def test_a_request_is_no_answer() -> None:
    """Asking for the answer is not giving it."""
    assert not may_be_answer("what is 2 + 2")
    assert may_be_answer("x is 4")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("is it 4, right?", "4"),
        (": is x = 3 and y = 5 right?", "x = 3 and y = 5"),
        ("x = 4 है", "x = 4"),
        (", (x-3)(x+3)", "(x-3)(x+3)"),
    ],
)
def test_the_words_around_an_answer_are_taken_off(text: str, answer: str) -> None:
    """The checker gets the answer alone."""
    assert answer_in(text) == answer
