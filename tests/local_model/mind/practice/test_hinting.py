"""Hints come level by level and never hold the answer; whole turns against the real solver."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson, solve_math
from tutor_cli.local_model.mind.practice import exercises, hinting
from tutor_cli.local_model.mind.subject.worked import Worked


@pytest.mark.parametrize("topic", ["simple_interest", "linear_equations", "progressions", "ratios"])
def test_hints_go_from_a_nudge_to_the_working_put_in(topic: str) -> None:
    """There are several levels, each says something else, and none gives the answer away."""
    exercise = exercises.make(exercises.Wish(topic), 8, 1, 0)
    worked = Worked.from_response(solve_math(exercise.problem), exercise.problem, "en")
    texts = [next(iter(hint.line.slots.values())) for hint in hinting.hints_for(exercise, worked, "en")]
    assert len(set(texts)) == len(texts) >= 3
    assert not any(hinting.gives_away(text, worked) for text in texts)


@pytest.mark.parametrize(
    ("turns", "part"),
    [
        (["a bigger hint"], "PRT"),
        (["I don't know how to start"], r"\frac{"),
        (["hint", "hint", "hint", "hint", "I'm stuck after that"], "once more"),
        (["hint", "hint", "why do we do that?"], "Every hundred rupees"),
        (["hint", "explain that hint"], "Every hundred rupees"),
        (["what does it want me to find?"], "Find the simple interest"),
        (["do I have to divide by 100?"], "Yes"),
        (["do I divide by 7?"], "No"),
        (["kya 100 se bhag dena hai?"], "PRT"),
        (["is it a quadratic?"], "This one is on simple interest"),
        (["can I use pi as 22/7?"], "No"),
        (["I can't do this, tell me the answer"], "The simple interest is"),
    ],
)
def test_talk_beside_a_problem_is_no_answer(turns: list[str], part: str) -> None:
    """Questions about the method and the hint are answered from the working, and no number is judged out of them."""
    talk = lesson(mode="practise", level=8, seed=1)
    talk.tell("simple interest please")
    assert part in [talk.reply(turn, "en") for turn in turns][-1]
    assert not any(call.name == "check_answer" for call in talk.called)


@pytest.mark.parametrize(
    ("turns", "parts"),
    [
        (["3x - 7 = 2", "so 3x = 9", "3x = 10", "x ko ek taraf laana hai kya?"], ["as far as", "is not right", ""]),
        (["x^2 - 5x + 6 = 0", "x^2 - 5x = -6", "one root is 2", "the other is 3"], ["as far as", "part", "right"]),
        (["2x + y = 7 and x - y = 2", "x = 3", "y = 1", "where is my mistake?"], ["part", "right", "was right"]),
        (["find the area of a circle with radius 7", "154"], ["right"]),
    ],
)
def test_lines_and_parts_are_judged_each(turns: list[str], parts: list[str]) -> None:
    """A line with the same solutions is right so far, one without them is not; parts of an answer add up."""
    talk = lesson(mode="practise", seed=0)
    replies = [talk.reply(turn, "en") for turn in turns][-len(parts) :]
    assert [part for part, reply in zip(parts, replies, strict=True) if part not in reply] == []


@pytest.mark.parametrize(
    ("opening", "said", "part"),
    [
        ("x^2 - 9x + 20 = 0", "is it a quadratic equation?", "Yes"),
        ("x^2 - 9x + 20 = 0", "kya ye linear equation hai?", "नहीं"),
        ("area of a triangle with sides 13, 14, 15", "is it a triangle?", "Yes"),
        ("find the sum of the first 15 terms of the AP 4, 7, 10", "is the sum 390?", "375"),
        ("3x - 7 = 2x + 5", "I only care about the last line", "x = 12"),
        ("3x - 7 = 2x + 5", "put it in a single sentence", "In short"),
        ("3x - 7 = 2x + 5", "hang on a second", "ime"),
    ],
)
def test_kinds_and_pace_beside_a_solution(opening: str, said: str, part: str) -> None:
    """What kind the problem is, is told from the problem; the pupil sets the pace of its working."""
    talk = lesson(seed=0)
    talk.tell(opening)
    assert part in talk.reply(said, "en")


def test_a_compared_number_is_no_length() -> None:
    """Five more than the breadth is not five."""
    problem = "the length of a rectangle is 5 cm more than its breadth and its perimeter is 50 cm, find the length"
    assert "15" in solve_math(problem)["answer"]


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("how much is x1 plus x2?", ""),
        ("tell me what I got wrong", "Your answer"),
        ("what are they asking us?", "Find the distance"),
        ("and what do I do after that", "int"),
    ],
)
def test_talk_after_a_wrong_answer(said: str, part: str) -> None:
    """The last answer is what mistakes are asked of, and letters of no problem are no answer."""
    talk = lesson(mode="practise", level=10, seed=0)
    talk.tell("distance formula please")
    talk.tell("my answer comes to 5")
    checked = sum(call.name == "check_answer" for call in talk.called)
    assert part in talk.reply(said, "en")
    assert sum(call.name == "check_answer" for call in talk.called) == checked


@pytest.mark.parametrize(
    ("topic", "said"),
    [("vectors", "kya varg karke jodna hoga?"), ("vectors", "do we square them?"), ("matrices", "should I add them?")],
)
def test_no_is_not_said_of_what_the_working_says_in_words(topic: str, said: str) -> None:
    """A step may name what it does without showing its signs."""
    talk = lesson(mode="practise", level=12, seed=0)
    talk.tell(f"{topic} please")
    assert talk.reply(said, "en").startswith(("Yes", "हाँ"))
