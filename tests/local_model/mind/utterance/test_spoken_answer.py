"""Answers in whatever words a pupil has for them."""

from __future__ import annotations

import pytest

from tutor_cli.local_model.mind.utterance.spoken_answer import spoken_answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("I think it's twelve", "12"),
        ("not sure, maybe 7?", "7"),
        ("I'm not sure, maybe one half?", "1/2"),
        ("two thirds", "2/3"),
        ("aadha", "1/2"),
        ("root 3 by 2", "root 3 by 2"),
        ("x=2 or 3", "x=2 or 3"),
        ("3, 2", "3, 2"),
        ("x is 3 or minus two", "x = 3 or minus 2"),
        ("12 square cm", "12"),
        ("I forgot the half, so 56 cm", "56"),
        ("not 5 but 6", "6"),
        ("acha to 4", "4"),
        ("x = 5 hai kya?", "x = 5"),
        ("3 x squared plus 5", "3 x squared plus 5"),
        ("it is x greater than 2", "x greater than 2"),
        ("  -5 and 3", "-5 and 3"),
        ("२ और ३", "2 and 3"),
    ],
)
def test_the_answer_is_found_among_the_words(text: str, answer: str) -> None:
    """Doubt, politeness and units are taken off; the rest is for the checker."""
    assert spoken_answer(text) == answer


@pytest.mark.parametrize(
    "text",
    [
        *("wait what is 15 times 12", "step 2", "one more", "give me 2 more", "I added 3 to both sides", "umm"),
        *("is the power rule n x to the n minus 1?", "what about 7", "do I need the plus c", "let's do fractions"),
        *("2 sawal do", "5 ko kaise jodte hain", "class 8"),
    ],
)
def test_what_asks_for_something_is_no_answer(text: str) -> None:
    """A number in a question or a wish is not offered as an answer."""
    assert spoken_answer(text) == ""


@pytest.mark.parametrize(
    "text", ["can I have an easier one", "do I look for two numbers?", "one on area", "not this one"]
)
def test_one_is_not_always_a_number(text: str) -> None:
    """A problem is spoken of, no quantity."""
    assert spoken_answer(text) == ""
