"""Questions about what is in hand, with the real solver."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson

# What is said first, and what the tutor's replies to the follow-ups have to hold, in order.
TALKS: dict[str, list[tuple[str, str]]] = {
    "solve x^2 - 5x + 6 = 0": [
        ("what's the discriminant", "$1$"),
        ("so the roots are real?", "Yes."),
        ("are they equal?", "No."),
        ("and the product of the roots", "$6$"),
        ("so the bigger one is 2?", "$3$"),
        ("is 4 a root?", "No"),
        ("where does it cut the y axis", "(0, 6)"),
        ("iska vivechak kya hai", "$1$"),
        ("what about 2x^2 - 4x - 5 = 0", "$56$"),
        ("and the axis of symmetry", "x = 1"),
    ],
    "differentiate x^3 - 3x": [
        ("now put x = 2", "$9$"),
        ("and at x = 3", "$24$"),
        ("what is the second derivative", "$6x$"),
        ("what is the slope of the tangent at x = 2", "$9$"),
        ("is it increasing at x = 0", "No."),
        ("equation of the tangent at x = 2", "y = 9x - 16"),
        ("and the normal there", r"\frac{20}{9}"),
    ],
    "f(x) = 1/(x-4), what is the domain": [
        ("find f(6)", r"\frac{1}{2}"),
        ("is it even or odd", "neither"),
        ("what's its inverse", "f^{-1}(x)"),
    ],
    "A = [[1,2],[3,4]]": [
        ("is A singular", "No."),
        ("B = [[2,0],[1,2]]", "What would you like"),
        ("now AB", r"4 & 4 \\ 10 & 8"),
        ("is AB the same as BA", "No."),
    ],
    "find the equation of the line through (1,2) and (3,8)": [
        ("what is its slope", "is $3"),
        ("is (2,5) on it", "Yes."),
        ("what line is perpendicular to it through (1,2)", r"\frac{7}{3}"),
        ("are they perpendicular", "Yes."),
        ("distance between the two points", r"2\sqrt{10}"),
    ],
    "the 10th term of the AP 3, 7, 11": [
        ("whats the common difference", "$4$"),
        ("which term is 83", "21"),
        ("what is its 20th term", "$79$"),
        ("20th term kya hai", "$79$"),
        ("is 20 a term", "No."),
        ("what if it is a GP 3, 6, 12", ""),
        ("its 8th term?", "384"),
    ],
    "solve x + y = 10 and x - y = 4": [("what is xy", "$21$"), ("is there only one solution", "Yes.")],
    "solve 2x - 3 > 7": [("is 5 a solution", "No"), ("the smallest whole number that works", "$6$")],
    "if sin A = 3/5 find cos A": [("and tan A", r"\frac{3}{4}"), ("what is sin 2A", r"\frac{24}{25}")],
}


@pytest.mark.parametrize("opening", TALKS)
def test_short_questions_are_about_what_is_in_hand(opening: str) -> None:
    """Each is asked of the latest thing that has the property, with its numbers."""
    talk = lesson(seed=0)
    talk.reply(opening)
    for said, part in TALKS[opening]:
        assert part in talk.reply(said), said


@pytest.mark.parametrize("said", ["what is a discriminant", "what does discriminant mean", "define the discriminant"])
def test_what_a_word_means_is_told_and_not_worked_out(said: str) -> None:
    """A definition is asked for with "a", "mean" or "define"."""
    talk = lesson(seed=0)
    talk.reply("solve x^2 - 5x + 6 = 0")
    assert "4ac" in talk.reply(said)


def test_nothing_is_worked_out_where_nothing_has_the_property() -> None:
    """Then the idea is explained, or the tutor asks back."""
    talk = lesson(seed=0)
    talk.reply("what is 12 times 12")
    talk.reply("what is its vertex")
    assert talk.called[-1].arguments["problem"] == "what is 12 times 12" or talk.called[-1].name != "solve_math"


def test_an_answer_from_before_is_named() -> None:
    """Where another thing came between, the reply says which one it is about."""
    talk = lesson(seed=0)
    talk.reply("solve x^2 - 5x + 6 = 0")
    talk.reply("find the mean of 4, 8, 6")
    assert "About $x^2 - 5x + 6 = 0$." in talk.reply("what is the discriminant")
