"""Another way, without a rule, in one unknown, in short, and what it is good for."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson

SYSTEM = "solve x + y = 7 and x - y = 3"
LIMIT = "limit of sin 3x / x as x tends to 0"


@pytest.mark.parametrize(
    ("problem", "question", "part"),
    [
        (SYSTEM, "do it by elimination", "$2x = 10$"),
        (SYSTEM, "substitution wale tarike se karke dikhao", "यही तरीका"),
        (SYSTEM, "can it be done with one variable only?", "$2y = 4$"),
        (SYSTEM, "summarise", "$y = 2$"),
        (SYSTEM, "ye kis kaam aata hai", "दो बिलों"),
        (LIMIT, "do it with L'Hospital", r"3\cos 3x"),
        (LIMIT, "do it without L'Hospital", "without it"),
        ("differentiate x^2 sin x", "can we do it without the product rule?", "first principles"),
        ("differentiate x^2 sin x", "what is the derivative used for?", "speed of a car"),
    ],
)
def test_a_wish_about_the_way_is_met_or_declined(problem: str, question: str, part: str) -> None:
    """The method asked for is used where it applies; where it does not, the tutor says so."""
    talk = lesson(seed=0)
    talk.reply(problem)
    assert part in talk.reply(question)


@pytest.mark.parametrize(
    ("problem", "question", "part"),
    [
        ("convert 2 3/5 to an improper fraction", "give an example", r"$1\frac{1}{2}$"),
        ("x^2 + 2x + 5 = 0", "ek udaharan do jisme roots real ho", "उदाहरण के लिए"),
        ("rationalise 1/(sqrt 7 - sqrt 2)", "what do you call root 7 + root 2?", "conjugate"),
        ("find the inverse of [[2, 1], [5, 3]]", "सारणिक का सूत्र फिर से बताओ", "ad - bc"),
        ("if sin A = 5/13 find cos A", "repeat the question", "You asked: if $\\sin A = 5/13$"),
    ],
)
def test_examples_names_and_the_problem_itself_are_told(problem: str, question: str, part: str) -> None:
    """An example is of what is in hand; what is named comes before "again"; the pupil hears his own words."""
    talk = lesson(seed=0)
    talk.reply(problem)
    assert part in talk.reply(question)
