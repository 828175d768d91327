"""Stories: every number at its place among the quantities of a frame or in an equation, and answers with units."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve import Solution, read_problem, solve
from tutor_cli.maths.solve.stories.frames import frames
from tutor_cli.maths.solve.stories.measures import measures
from tutor_cli.maths.solve.stories.reader import frame_problem
from tutor_cli.maths.solve.stories.relations.reader import relation_problem
from tutor_cli.maths.solve.stories.sums import sum_problem
from tutor_cli.maths.solve.stories.telling import about, answer
from tutor_cli.maths.solve.worded import worded_problem

# Our own problems in the wording of school books, each answer worked out by hand.
STORIES = [
    json.loads(line)
    for line in (Path(__file__).parents[3] / "data" / "stories.jsonl").read_text(encoding="utf-8").splitlines()
]


def solved(text: str) -> Solution:
    """Return the solution of a story."""
    return solve(read_problem(text))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: str(story["text"])[:60])
def test_a_story_is_answered_with_names_and_units(story: dict[str, str]) -> None:
    """The answer is right, checked, and said in the words of the story."""
    solution = solved(story["text"])
    assert (answer(solution, "en"), solution.verified) == (story["answer"], True)


@pytest.mark.parametrize(
    "text",
    [
        "A man bought 12 pens for 60 rupees and sold them for 80. Find his profit",
        "Rina is 5 years older than Tina and has 40 rupees. How old are they?",
        "I have 300 rupees in coins of 1, 2 and 5 rupees.",
        "Walking at 4 km/h Ramesh is 10 minutes late. How far is the school?",
        "A vendor bought lemons at 6 for a rupee and sold them at 4 for a rupee. Find his gain percent",
        "The sum of two numbers is 25",
    ],
)
def test_a_story_is_not_read_where_a_number_or_a_relation_is_left_over(text: str) -> None:
    """What is not accounted for would be a wrong answer."""
    assert frame_problem(text) is None
    assert relation_problem(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Two dice are thrown and the sum is 7. How many outcomes are there in total?",
        "There are 4 boxes. A box has 12 pens. How many pens are there in total?",
        "A class has 12 desks. It has 30 pupils. How many books are there altogether?",
    ],
)
def test_only_what_is_counted_together_is_added(text: str) -> None:
    """Numbers of different things are no sum just because a total is asked for."""
    assert sum_problem(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "There are 24 boys and 18 girls in a class. What percent of them are girls?",
        "Three years ago Mohan was 14 years old. What is the area of the garden?",
        "The sum of two numbers is 74 and one is 10 more than the other. How many marbles are there?",
        "Ravi is 15 years old and his father is three times as old. How old is his father?",
        "P and Q invest 20000 and 30000. The profit is 12500. What is the average?",
    ],
)
def test_another_question_is_not_answered_with_what_is_known(text: str) -> None:
    """A story that can be worked out is no answer to a question about something it does not speak of."""
    assert worded_problem(text) is None


def test_the_steps_quote_the_story() -> None:
    """Every equation comes with the clause it says."""
    solution = solved("Meera's mother is 26 years older than Meera. Together they are 50. How old is Meera?")
    assert solution.steps[2].reason == "The story says: Together they are 50. So $x + y = 50$."


def test_measures_have_kinds_and_prices_have_what_they_are_for() -> None:
    """Compound lengths of time are one measure; a price may be for one, or for a unit."""
    found = measures("2 years 6 months, 45 rupees each, 12 rupees per square metre and 54 km/h")
    assert [(item.value, item.kind, item.per) for item in found] == [
        ("5/2", "time", ""),
        ("45", "rate", "each"),
        ("12", "rate/area", "m²"),
        ("54", "speed", ""),
    ]


def test_the_formulas_of_all_frames_can_be_read() -> None:
    """Every letter of a form is a quantity of its frame."""
    for frame in frames():
        letters = {item.letter for item in frame.quantities}
        for form in frame.forms:
            parse(form.typed, "typed")
            assert {form.letter} | form.needs <= letters, (frame.name, form.typed)


def test_reading_a_long_text_is_quick() -> None:
    """No pattern tries a text again and again: the worst repeats are refused in a moment."""
    texts = ["the sum of the ages of " * 40, "a b c d e f " * 60, "5 more than 3 times " * 30, "12 m by " * 80]
    start = time.process_time()
    for text in texts:
        worded_problem(f"{text} 12 and 5 is 7. find the speed, ages, profit and area")
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("value", "told"), [("sqrt(2)", "1.41"), ("1/7", "0.14"), ("3/16384", "0.00018"), ("1/300", "0.0033")]
)
def test_a_rounded_number_keeps_two_digits(value: str, told: str) -> None:
    """However small a number is, what it is about is not zero."""
    assert about(parse(value), "en") == f", about ${told}$"
