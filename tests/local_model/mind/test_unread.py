"""After a question that could not be worked out, "it" is that question."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson


@pytest.mark.parametrize(
    "said",
    [
        *("is it 8?", "I got 8, correct?", "why is it not 8?", "how much is that roughly?", "is that more than 5?"),
        *("is the point (8, 9) on it?", "mera 8 aaya, sahi hai?", "kya wo 8 hai?"),
    ],
)
def test_nothing_said_of_it_is_answered_from_the_problem_before(said: str) -> None:
    """The tutor says that it could not work out the last question; going back is one word away."""
    talk = lesson(seed=0)
    talk.tell("solve 2x + 3 = 11")
    talk.tell("the curve touches the line somewhere zorp blah how many")
    reply = talk.reply(said)
    assert "could not work out" in reply or "हल नहीं हुआ" in reply
    assert "No" not in reply
    assert "2x + 3 = 11" in talk.reply("back")


@pytest.mark.parametrize(
    ("said", "part"),
    [("is it 4?", "the problem before, $2x + 3 = 11$"), ("next", "x = 4"), ("what is 3 + 4?", "7"), ("why?", "3")],
)
def test_what_names_the_older_problem_or_a_new_one_is_answered(said: str, part: str) -> None:
    """Its right answer, the working and a problem of its own are no question about the one not read."""
    talk = lesson(seed=0)
    talk.tell("solve 2x + 3 = 11")
    talk.tell("zorp blah zorp")
    assert part in talk.reply(said)


@pytest.mark.parametrize(
    ("said", "part"), [("between which two whole numbers does it lie?", "7"), ("is it rational?", "cannot be written")]
)
def test_who_names_what_he_asks_is_answered(said: str, part: str) -> None:
    """Only a bare "it" is the question that was not worked out."""
    talk = lesson(seed=0)
    talk.tell("what is the square root of 50?")
    talk.tell("simplify it in the zorp way")
    assert part in talk.reply(said)


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("so what is x?", "x = 4"),
        ("x kitna hai?", "x = 4"),
        ("can you check it?", "11 = 11"),
        ("I got x = 5", "4"),
        ("what is the answer?", "the problem before"),
    ],
)
def test_what_is_asked_of_the_problem_in_hand_is_answered_after_a_turn_that_was_not(said: str, part: str) -> None:
    """Its unknown is none of the turn not understood, and checking is of an answer that is there."""
    talk = lesson(seed=0)
    talk.tell("solve 2x + 3 = 11")
    talk.tell("zorp blah zorp")
    assert part in talk.reply(said)


def test_after_a_side_question_next_goes_on_with_the_problem() -> None:
    """Not with the working of the side question, which is told."""
    talk = lesson(seed=0)
    talk.tell("solve x^2 - 7x + 10 = 0")
    talk.tell("what are the factors of 10?")
    assert "x^2 - 7x + 10" in talk.reply("next")


def test_an_answer_to_no_problem_is_not_taken_for_one() -> None:
    """Without a problem in hand the tutor asks which one a claim is about."""
    assert "किस सवाल" in lesson().reply("mera 20% aaya sahi hai kya")
