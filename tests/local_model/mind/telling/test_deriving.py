"""Where formulas come from: of the one named, else of the one the work in hand uses."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson


@pytest.mark.parametrize(
    ("first", "question", "part"),
    [
        ("sum of first 20 terms of the AP 3, 8, 13", "where does the formula come from?", "forwards and below"),
        ("", "prove that 1 + tan^2 x = sec^2 x", "divide every term"),
        ("", "where does n/2 (a + l) come from?", "forwards and below"),
        ("", "why is the area of a circle pi r squared?", "thin slices"),
        ("", "pythagoras pramey siddh karo", "चार प्रतियाँ"),
        ("3, 6, 12 ka 6th term nikalo", "iska sum ka formula siddh karo", "rS - S"),
        (
            "diagonal of a rectangle with length 12 and breadth 5",
            "where does the area formula come from?",
            "unit squares",
        ),
        ("tan 60 degrees", "where does tan 60 come from?", "equilateral"),
        ("volume of a cone of radius 7 and height 24", "ye formula kahan se aaya", "तीन शंकुओं"),
    ],
)
def test_a_formula_is_derived(first: str, question: str, part: str) -> None:
    """The derivation is of the formula asked for, or of the one in the work in hand."""
    talk = lesson(seed=0)
    if first:
        talk.reply(first)
    assert part in talk.reply(question)


def test_why_after_a_formula_derives_it() -> None:
    """Asked why a formula told holds, the tutor derives it."""
    talk = lesson(seed=0)
    talk.reply("what is the area of a circle?")
    assert "thin slices" in talk.reply("why?")


@pytest.mark.parametrize(
    ("problem", "question", "part"),
    [
        ("limit of sin x / x as x tends to 0", "why can't I just put x = 0?", "Zero over zero has no value"),
        ("in how many ways can the letters of APPLE be arranged", "why do you divide by 2!?", "alike"),
        ("2x + 3 > 11 solve karo", "chinh kyu nahi badla", "तभी उलटता है"),
        ("x^2 - 6x + 9 = 0", "why only one solution?", "perfect square"),
        ("solve 3x + 5 = 20", "why is the sign changed?", "jumps across"),
        ("integrate 2x from 0 to 3", "why no + C here?", "The constant cancels"),
        ("x^2 - 7x + 12 = 0", "why two roots?", "either bracket can be the zero one"),
        ("solve x + y = 3 and x + y = 5", "why is there no solution?", "parallel"),
        ("x^2 + 2x + 5 = 0", "graph x axis ko kyu nahi kaatega", "एक ही ओर"),
    ],
)
def test_a_question_about_the_working_is_answered_where_that_working_is(problem: str, question: str, part: str) -> None:
    """Such an answer belongs to its working; without that working the question is not taken for it."""
    talk = lesson(seed=0)
    talk.reply(problem)
    talk.reply("next")
    assert part in talk.reply(question)
    assert part not in lesson(seed=0).reply(question)
