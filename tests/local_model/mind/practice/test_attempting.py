"""A problem is before the pupil: answers, slips, side questions, coming back; whole turns against the real solver."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson
from tutor_cli.local_model.mind.practice.attempting import answer_of
from tutor_cli.local_model.mind.utterance.intent import understand


@pytest.mark.parametrize(
    ("options", "turns", "parts"),
    [
        ({"mode": "practise"}, ["3/4 + 2/5", "is it 5/9?", "no, 1.15"], ["tops", "right"]),
        (
            {"mode": "practise"},
            ["x^2 + 6x - 16 = 0", "(x - 2)(x + 8) = 0", "so x is 2 or -8"],
            ["(x - 2)(x + 8) = 0$", "right"],
        ),
        (
            {"mode": "practise"},
            ["3x + 7 = 10", "wait, what is 15 times 12?", "ok back to my problem", "it's 1"],
            ["180", "3x + 7", "right"],
        ),
        (
            {"mode": "quiz", "level": 7},
            ["quiz me on percentages", "3", "why is that wrong?"],
            ["answer is", "answer was $3$"],
        ),
        ({"mode": "practise"}, ["differentiate x^4", "4x^4", "what did I do wrong?"], ["exponent", "exponent"]),
        ({"mode": "practise", "language": "hi"}, ["3x + 7 = 10", "x = 3 hai kya?"], ["$3x = 3$"]),
    ],
)
def test_the_pupil_is_answered_about_the_problem_set(
    options: dict[str, object], turns: list[str], parts: list[str]
) -> None:
    """The last replies hold these parts, in order."""
    talk = lesson(seed=0, **options)
    replies = [talk.reply(turn) for turn in turns][-len(parts) :]
    assert [part for part, reply in zip(parts, replies, strict=True) if part not in reply] == []


def test_a_second_wrong_answer_brings_another_help() -> None:
    """Nothing is said twice: first a nudge, then a hint unasked, then the offer of the solution."""
    talk = lesson(mode="practise", seed=0)
    talk.tell("5x - 3 = x + 13")
    replies = [talk.reply(answer) for answer in ("100", "200", "300")]
    assert len(set(replies)) == len(replies)
    assert "5x" not in replies[0]
    assert "$4x - 3 = 13$" in replies[1] or "Subtract" in replies[1]


def test_questions_about_the_method_are_answered_from_the_working() -> None:
    """Yes is said only where the working does what is asked; what was done is set beside what to do."""
    talk = lesson(mode="practise", level=8, seed=1)
    talk.tell("fractions please")
    assert talk.reply("do I need a common denominator?").startswith("Yes")
    assert not talk.reply("I just added the tops and the bottoms, is that ok?").startswith("Yes")


def test_skipped_problems_are_come_back_to_and_count_once() -> None:
    """Skipping costs nothing, and a problem is right once."""
    talk = lesson(mode="practise", level=8, seed=1)
    first = talk.reply("fractions please").rpartition("Work out ")[2]
    talk.tell("skip this one")
    assert talk.reply("ok go back to the one I skipped").endswith(first)
    talk.tell(talk.tools["solve_math"](problem=first.strip("$."))["answer"])
    assert "$1$ right out of $1$" in talk.reply("my score")


def test_an_answer_insisted_on_in_a_quiz_is_not_taken_for_the_next_problem() -> None:
    """The pupil stays with what was judged last."""
    talk = lesson(mode="quiz", level=8, seed=2)
    talk.tell("start")
    talk.tell("7")
    assert "The problem was this" in talk.reply("no I'm sure it's 7")
    assert "out of $1$" in talk.reply("score")


@pytest.mark.parametrize(
    ("options", "turns", "part"),
    [
        ({"mode": "quiz", "level": 8}, ["I'm ready, go"], "start the quiz"),
        ({"mode": "quiz", "level": 8}, ["start", "ok continue the quiz"], "$"),
        ({"mode": "practise", "level": 8}, ["ratio problems please", "I don't really get ratios"], "parts"),
        ({"mode": "practise", "level": 8}, ["ok, fractions now"], "Work out"),
        ({"mode": "practise", "level": 8}, ["fractions", "factor the top?"], "?"),
        ({"mode": "practise"}, ["2x + 3 = 11", "don't tell me the answer, just tell me if 4 is right"], "orrect"),
        (
            {"mode": "quiz", "level": 10},
            ["quiz me on arithmetic progressions", "1", "how do you get that"],
            "is $52$",
        ),
        ({"mode": "practise", "level": 8}, ["volume problems", "what's the formula again"], "V = lbh"),
        ({"mode": "practise"}, ["two angles of a triangle are 50 and 40, find the third", "90 degrees"], "orrect"),
        ({"level": 8}, ["solve 5x - 4 = 3x + 10", "let me try one like that"], "Solve"),
    ],
)
def test_pupils_are_taken_at_their_word(options: dict[str, object], turns: list[str], part: str) -> None:
    """What is wished, asked or felt is answered, and a topic is not changed by being mentioned."""
    talk = lesson(seed=1, **options)
    assert part in [talk.reply(turn) for turn in turns][-1]
    assert len(talk.set) <= len(turns)


@pytest.mark.parametrize(
    ("topic", "turns", "part"),
    [
        ("ratio", ["480 aur 600"], "क्या एक और"),
        ("ratio", ["480 rupaye aur 600 rupaye"], "क्या एक और"),
        ("ratio", ["600 aur 480", "kyu galat hai"], "आपस में बदल"),
        ("ratio", ["what does 3:4 mean?"], "for every $3$"),
        ("ratio", ["kaise check karu ki ye sahi hai"], "रखकर देखिए"),
        ("ratio", ["hint", "what do I do next?"], "One share"),
        ("ratio", ["hint", "next"], "Another"),
        ("statistics", ["is the median also 9?"], "The median is $9$"),
        ("statistics", ["इसकी माध्यिका भी 9 है क्या?"], "$9$"),
        ("statistics", ["what is the value of cos 60 then?"], r"$\frac{1}{2}$"),
        ("probability", ["what is the probability it's not red then?"], r"$\frac{3}{10}$"),
        ("quadratic equations", ["I think it is (x + 2)(x + 8) = 0"], "gives $x^2 + 10x + 16$"),
        ("quadratic equations", ["x = 3, 8"], "becomes $-2 = 0$"),
    ],
)
def test_what_is_said_beside_an_exercise_is_answered_without_losing_it(topic: str, turns: list[str], part: str) -> None:
    """Lists in any words are answers; another quantity, a step asked for and a question aside are none."""
    talk = lesson(mode="practise")
    talk.tell(f"a problem on {topic}")
    replies = [talk.reply(text) for text in turns]
    assert part.casefold() in replies[-1].casefold()
    assert len(talk.set) == (2 if turns[-1] == "next" else 1)


def test_another_topic_and_a_class_are_taken() -> None:
    """A class is no answer, and another topic is another one."""
    talk = lesson(mode="quiz")
    talk.tell("quiz me on statistics")
    assert "no" not in talk.reply("कोई दूसरा विषय, कक्षा 9 का").casefold().split()
    assert talk.set[-1].topic != talk.set[0].topic
    assert talk.mind._conversation.level == 9
    assert talk.mind._conversation.score.tried == 0


def test_a_story_like_the_pupils_asks_for_what_there_is() -> None:
    """Sold with a loss, there is no profit percent to be found."""
    talk = lesson(mode="practise", seed=0)
    talk.tell("A shopkeeper buys a bicycle for 800 rupees and sells it for 720 rupees, find the profit percent.")
    assert "profit" not in talk.reply("another one please")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("my answer is x = 4", "x = 4"),
        ("is (x-3)(x-4) correct?", "(x-3)(x-4)"),
        ("mera uttar 5 hai", "5"),
        ("next", ""),
        ("something from class 9", ""),
    ],
)
def test_an_answer_is_offered_in_many_ways(text: str, answer: str) -> None:
    """In English and Hindi, as a statement or a question."""
    assert answer_of(understand(text)) == answer
