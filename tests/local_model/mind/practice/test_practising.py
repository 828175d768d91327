"""Practice and quizzes: hints before answers, slips named, the score kept."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson, solve_math
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.practice.checking import PATIENCE
from tutor_cli.local_model.mind.practice.exercises import Wish, beside, difficulty_of, effort, make
from tutor_cli.local_model.thought import CallTool, Heard, Say, ToolAnswer


def test_hints_come_before_the_answer_and_do_not_hold_it() -> None:
    """Each hint tells a little more; the last step's result is not among them."""
    talk = lesson(mode="practise")
    first = talk.reply("solve 2x + 7 = 15")
    assert "Subtract $7$" in first
    assert "x = 4" not in first
    hints = [talk.reply("hint") for _ in range(3)]
    assert "$2x = 8$" in hints[0]
    assert not any("x = 4" in hint for hint in hints)


def test_a_slip_is_named_and_the_solution_offered_after_some_tries() -> None:
    """A part is called a part without the rest, a second wrong answer brings a hint, and a wrong one is never right."""
    talk = lesson()
    talk.tell("hint for x^2 = 49")
    part = talk.reply("x = 7")
    assert "part of it" in part
    assert "-7" not in part
    replies = [talk.reply(f"x = {8 + tries}") for tries in range(PATIENCE)]
    assert "No more" in replies[0] or "$x = -7$" not in replies[0]
    assert "show me the answer" in replies[-1]
    assert "x = 7" in talk.reply("show me the answer")


def test_a_right_answer_counts() -> None:
    """The score tells right ones of those that were answered."""
    talk = lesson(mode="quiz", seed=1)
    talk.tell("start a quiz on linear equations")
    talk.tell("x = 1000")
    assert "$0$ right out of $1$" in talk.reply("my score")
    question = talk.reply("what was the question")
    answer = talk.tools["solve_math"](problem=question.replace("$", ""))["answer"]
    assert "$1$ right out of $2$" in (talk.reply(answer) and talk.reply("score"))


def test_a_quiz_goes_on_by_itself_and_stops_when_asked() -> None:
    """After every answer the next problem is set."""
    talk = lesson()
    talk.tell("quiz me on fractions")
    assert "Work out" in talk.reply("1000")
    assert "stop" in talk.reply("stop the quiz")


def test_a_similar_problem_is_on_the_topic_of_the_solution() -> None:
    """The topic is known from the steps even where nobody named it."""
    talk = lesson(level=10)
    talk.tell("x^2 - 5x + 6 = 0")
    assert "x^2" in talk.reply("give me a similar one")


def test_a_topic_that_is_not_ours_is_declined() -> None:
    """The tutor says what it can set problems on."""
    assert "cannot set problems on that" in lesson().reply("give me a problem on topology")


def test_the_class_in_a_request_is_taken() -> None:
    """A pupil of another class gets problems of that class."""
    talk = lesson(level=6)
    assert "Differentiate" in talk.reply("give me a class 12 problem on derivatives")


def test_the_same_seed_sets_the_same_problems() -> None:
    """Practice can be repeated exactly."""
    first, second, other = lesson(seed=1), lesson(seed=1), lesson(seed=2)
    asked = "give me a problem on linear equations"
    assert first.reply(asked) == second.reply(asked)
    assert first.reply("another one") != other.reply("another one")


def test_a_turn_ends_with_words() -> None:
    """A tool's result is followed by words: a client would wait for them, and the pupil for the client."""
    talk = lesson()
    mind, actions = talk.mind, talk.mind.hear(Heard("is x = 5 a solution of 2x + 3 = 11?"))
    while isinstance(call := actions[-1], CallTool):
        response = talk.tools[call.name](**call.arguments)
        actions = mind.tool_answered(ToolAnswer(call.id, call.name, response))

    assert isinstance(actions[-1], Say)


@pytest.mark.parametrize("topic", ["percentages", "quadratic_equations", "hcf", "probability", "expansion"])
def test_a_harder_problem_has_more_in_it_and_an_easier_one_less(topic: str) -> None:
    """Whatever was set before, the next one goes the way that is asked for."""
    before = make(Wish(topic), 8, 0, seed=3)
    harder = beside(before, 9, 1, 3, harder=True)
    easier = beside(harder, 8, 2, 3, harder=False)
    efforts = [(difficulty_of(one), effort(one)) for one in (before, harder, easier)]
    assert efforts[1] > efforts[0]
    assert efforts[1] >= efforts[2]


def test_a_quiz_on_one_topic_asks_different_questions() -> None:
    """Chance is more than one bag of balls."""
    asked = {make(Wish("probability"), 8, number, seed=0).problem.split()[1] for number in range(4)}
    assert len(asked) > 2


@pytest.mark.parametrize("topic", [name for name, topic in load("topics").items() if "variants" in topic])
def test_every_variant_is_solved_as_its_first_question_is(topic: str) -> None:
    """Each of the questions has an answer that was checked."""
    for number in range(1 + len(load("topics")[topic]["variants"])):
        assert solve_math(make(Wish(topic, number), 8, number, seed=5).problem)["verified"]


@pytest.mark.parametrize(
    ("turns", "part"),
    [
        (["probability questions with dice please"], "die"),
        (["a problem on cones", "a harder one"], "curved"),
        (["give me a problem on vectors", "harder"], "dot product"),
        (["2x + 5 = 17", "the same type but with fractions"], r"\frac"),
        (["the product of two consecutive positive integers is 30, find them", "one more like this"], "42"),
        (["find the determinant of [[2, 1], [5, 3]]", "can I try a similar one"], "eterminant"),
        (["arithmetic progressions please", "one like that but tougher"], "Which term"),
        (["arithmetic progressions please", "tougher", "isi tarah ka ek aur"], "कौन सा पद"),
    ],
)
def test_a_problem_is_of_the_kind_that_is_wished(turns: list[str], part: str) -> None:
    """The thing named, the problem on the table and how hard it is to be decide what is set."""
    talk = lesson(mode="practise" if "please" in turns[0] else "explain", level=10, seed=0)
    assert part in [talk.reply(turn, "en") for turn in turns][-1]


@pytest.mark.parametrize("mode", ["explain", "practise"])
def test_who_brings_a_problem_to_work_on_himself_gets_a_hint(mode: str) -> None:
    """The problem is taken up, its answer checked, and the answer not told before."""
    talk = lesson(mode=mode)
    assert "Substitute" in talk.reply("I want to integrate sin^2 x cos x on my own, don't tell me the answer")
    assert "Yes" in talk.reply("should I put t = sin x?")
    assert "right" in talk.reply("(sin x)^3/3 + C")


@pytest.mark.parametrize(
    ("turns", "part"),
    [
        (["give me a quadratic equation to solve", "I give up", "why does that first step work?"], "product"),
        (["quiz me on trigonometric equations", "doosre quadrant mein sin positive hota hai kya?"], "साइन"),
        (["test me: solve 2x = 8", "x = 5", "was that right?"], "x = 4"),
        (["I want to practise solving 3x = 15", "x = 5", "was that right?"], "right"),
    ],
)
def test_what_is_asked_about_the_work_is_answered(turns: list[str], part: str) -> None:
    """A reason is no step again, and the last verdict is that of the last answer."""
    talk = lesson(mode="quiz" if "test" in turns[0] or "quiz" in turns[0] else "practise", language="auto", seed=1)
    assert part in [talk.reply(turn) for turn in turns][-1]
