"""Answers in what a pupil says."""

from __future__ import annotations

import pytest

from tutor_cli.local_model.mind.utterance.answers import answer_in, is_value, with_problem


@pytest.mark.parametrize(
    "text", ["4", "x = 4", "so x is 5?", "three or minus two", "minus 36", "ऋण तीन", "चार", "root 2 plus 1"]
)
def test_values_are_seen(text: str) -> None:
    """A value may come with its unknown and in words."""
    assert is_value(text)


@pytest.mark.parametrize("text", ["2x = 10", "x^2 = 4", "add 5", "next"])
def test_equations_are_no_values(text: str) -> None:
    """What still has to be solved is a new problem."""
    assert not is_value(text)


@pytest.mark.parametrize(
    "text",
    [
        "100 minus 36.",
        "sau minus chhattees",
        "17 plus 25",
        "3 fourths plus 2 fifths.",
        "2 x plus 3 equals 11",
        "half of 90",
    ],
)
def test_what_is_to_be_worked_out_is_no_value(text: str) -> None:
    """A spoken sum or equation is a new problem, though every word of it could stand in an answer."""
    assert not is_value(text)


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


@pytest.mark.parametrize(
    ("text", "problem", "answer"),
    [
        ("I solved 2x + 3 = 11 and I got 4", "I solved 2x + 3 = 11", "4"),
        ("is x = 4 a solution of 2x + 3 = 11", "2x + 3 = 11", "x = 4"),
    ],
)
def test_a_problem_and_its_answer_come_apart(text: str, problem: str, answer: str) -> None:
    """Both may be said in one breath."""
    assert with_problem(text) == (problem, answer)
