"""Which formulas the tutor asks back about."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson
from tutor_cli.local_model.mind.utterance.ambiguity import readings


def test_both_readings_of_a_doubtful_fraction_are_offered() -> None:
    """The likelier one comes first."""
    first, second = readings("solve one over x plus two equals three")
    assert (first.formula, second.formula) == (r"\frac{1}{x} + 2 = 3", r"\frac{1}{x + 2} = 3")
    assert second.problem == r"solve \frac{1}{x + 2} = 3"


@pytest.mark.parametrize(
    "text",
    [
        "solve x squared plus five x plus six equals zero",
        "what is the derivative of sine x times e to the x",
        "differentiate three x to the power four minus two x plus seven",
        "what is the limit of sine x over x as x approaches zero",
        "what is the limit of x squared minus 1 over x minus 1 as x approaches 1",
        "solve x over two plus three equals seven",
        "three fourths plus two fifths",
        "x plus one all over two equals three",
        "solve 1/x + 2 = 3",
        "good morning",
    ],
)
def test_clear_formulas_are_not_asked_about(text: str) -> None:
    """Far-fetched readings, written formulas and words that group raise no question."""
    assert readings(text) == ()


@pytest.mark.parametrize(
    ("reply", "answer"), [("the first one", "$x = 1$"), ("second", r"$x = -\frac{5}{3}$"), ("yes", "$x = 1$")]
)
def test_the_pupil_chooses_a_reading(reply: str, answer: str) -> None:
    """The reading chosen is solved."""
    talk = lesson()
    assert "Do you mean" in talk.reply("solve one over x plus two equals three")
    assert answer in talk.reply(reply)


def test_another_problem_instead_of_a_choice_is_taken_up() -> None:
    """The question is dropped when the pupil goes on to something else."""
    talk = lesson()
    talk.tell("solve one over x plus two equals three")
    assert "$x = 4$" in talk.reply("solve 2x + 3 = 11")
