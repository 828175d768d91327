"""Going back to earlier problems: which one is meant, and what is asked of it."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson

TWO_PROBLEMS = ("solve 2x + 3y = 13 and 5x - y = 7", "x^2 - 5x + 6 = 0")


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("what was the answer of my first question?", r"The answer is $x = 2 \text{ and } y = 3$"),
        ("show me all the steps of the first one again", "$17x = 34$"),
        ("wapas pehle wale pe chalo, x + y kitna hai", "उत्तर है $5$"),
        ("पहले वाले पर वापस चलो, सारे चरण दिखाओ", "$17x = 34$"),
        ("pehle wale sawal me mera x = 3 aaya tha sahi hai kya", "नहीं"),
        ("the one before that", "back"),
        ("pichle sawal ka answer kya tha", r"$x = 2 \text{ और } y = 3$"),
        ("the second question once more", "$x^2 - 5x + 6 = 0$"),
    ],
)
def test_what_is_asked_of_an_earlier_problem_is_answered_from_there(asked: str, part: str) -> None:
    """The problem's own text comes with its own solution."""
    talk = lesson()
    for problem in TWO_PROBLEMS:
        talk.tell(problem)
    reply = talk.reply(asked)
    assert part in reply
    assert ("x^2" in reply) == ("second" in asked)


@pytest.mark.parametrize(
    "asked", ["how did you get the first one?", "what is the first term?", "पहले वाली त्रिज्या का शंकु हो तो?"]
)
def test_not_everything_that_is_first_is_a_problem(asked: str) -> None:
    """The first solution, a first term or the old radius go back to no problem."""
    talk = lesson()
    talk.tell(TWO_PROBLEMS[0])
    talk.tell(TWO_PROBLEMS[1])
    assert "17x" not in talk.reply(asked)


def test_a_changed_problem_is_not_told_in_the_words_of_the_first() -> None:
    """The text of a problem and the steps shown under it belong together."""
    talk = lesson()
    talk.tell("Find the compound interest on Rs 10000 for 2 years at 10% per annum.")
    talk.tell("what if it is compounded half yearly?")
    assert "half-yearly" not in talk.reply("show me all the steps of the first one again")
    assert "half" in talk.reply("back to the previous question")


def test_an_earlier_problem_is_asked_about_while_another_is_set() -> None:
    """The exercise stays where it was."""
    talk = lesson(mode="practise")
    talk.tell("a problem on percentages")
    talk.tell("I give up")
    talk.tell("another one")
    reply = talk.reply("what was the answer of the first question?")
    assert talk.set[0].worked is not None
    assert talk.set[0].worked.answer in reply
    assert reply.endswith(talk.set[1].shown["en"])


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("go back to the inequality and show all the steps", "$x - 7 > 5$"),
        ("what was my first problem?", "$3x - 7 > 2x + 5$"),
        ("पहले सवाल का उत्तर क्या था?", r"(12, \infty)"),
        ("pehle wale sawal me x kitna tha", r"(12, \infty)"),
    ],
)
def test_a_problem_is_named_by_its_kind_or_place_also_after_one_not_read(asked: str, part: str) -> None:
    """What could not be read in between is left behind."""
    talk = lesson()
    for said in ("Solve 3x - 7 > 2x + 5", "Find the HCF of 24 and 36", "zorp blah zorp how many"):
        talk.tell(said)
    assert part in talk.reply(asked)
