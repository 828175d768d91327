"""A problem of the pupil's own: what of an utterance is the problem, and how it is practised."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson
from tutor_cli.local_model.mind.practice.brought import problem_in


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("I want to practise solving x^2 - 5x + 6 = 0", "solve x^2 - 5x + 6 = 0"),
        (
            "2 sin x - 1 = 0 practise karna hai, x 0 se 360 degree ke beech",
            "2 sin x - 1 = 0, x 0 se 360 degree ke beech",
        ),
        ("test me with this one: factorise x^2 - 9x + 20", "factorise x^2 - 9x + 20"),
        ("I want to integrate x e^x on my own, don't tell me the answer", "integrate x e^x"),
        ("मैं खुद हल करना चाहता हूँ: 2x + 5 = 17", "2x + 5 = 17"),
        ("log_2 8 ka hint do, khud karunga", "log_2 8"),
    ],
)
def test_the_words_around_a_problem_of_the_pupils_own_are_taken_off(said: str, problem: str) -> None:
    """Whichever way he says that he wants to work on it himself."""
    assert problem_in(said) == problem


@pytest.mark.parametrize(
    "said",
    [
        "is my own answer 12 right?",
        "is 3x = 15 right? hint please",
        "quiz me on class 9 fractions",
        "let me try x = 3 myself",
        "Rahul scored 45 in a test and 60 in another. What is his average?",
    ],
)
def test_what_brings_no_problem_to_practise_is_left_to_others(said: str) -> None:
    """An answer, a topic and a story in which a test occurs are none."""
    assert problem_in(said) == ""


def test_the_parts_of_an_answer_make_it_whole_and_the_next_problem_is_of_its_kind() -> None:
    """Angles are in degrees where the range is, and sine takes the place of cosine."""
    pupil = lesson(mode="practise")
    pupil.reply("I want to practise solving 2 cos x = 1 between 0 and 360 degrees")
    first, whole = pupil.reply("x = 60 degrees, is that all?"), pupil.reply("oh, 300 degrees too")
    assert not pupil.mind._conversation.exercise
    assert first != whole
    assert r"2\sin x = 1" in pupil.reply("give me a similar one")


def test_a_quiz_asks_the_pupils_problem_without_a_hint() -> None:
    """What he wants to be tested with is what he is asked."""
    asked = lesson(mode="quiz").reply("test me with this one: factorise x^2 - 9x + 20")
    assert "x^2 - 9x + 20" in asked
    assert "hint" not in asked.lower()
