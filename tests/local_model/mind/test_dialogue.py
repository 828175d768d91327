"""A question in the talk is answered of what it is about, or not at all."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson


@pytest.mark.parametrize(
    ("said", "part"),
    [
        (("A = [[1,2],[3,4]]", "what is A minus A transpose?"), r"0 & -1 \\ 1 & 0"),
        (("A = [[1,2],[3,4]]", "find A A transpose"), r"5 & 11 \\ 11 & 25"),
        (("P = [[2,0],[1,3]] and Q = [[1,1],[0,2]]", "What is P + Q transpose?"), r"3 & 0 \\ 2 & 5"),
        (("P = [[2,0],[1,3]] and Q = [[1,1],[0,2]]", "Find the determinant of PQ", "and of P?"), "$6$"),
        (("Solve x^2 - 5x + 6 = 0", "What is its smallest value?"), r"-\frac{1}{4}"),
        (("Solve x^2 - 5x + 6 = 0", "which root is smaller?"), "2"),
        (("A cube has side 4 cm. Find its volume.", "increase the side by 2 cm"), "216"),
        (("Find the 12th term of the AP 3, 7, 11", "which term is 61?"), "No whole"),
        (("Find the normal to y = x^2 + x at x = 1", "where does it cut the x axis?"), "About $y ="),
        (("A circle has radius 7. Find its area, circumference and diameter.",), "the diameter is $14$"),
        (("A cone has radius 6 cm and height 8 cm. Find its volume. Also the slant height",), "slant height is $10$"),
    ],
)
def test_what_is_asked_is_answered(said: tuple[str, ...], part: str) -> None:
    """The answer is of the thing and the quantity that the words name, and of each of them."""
    talk = lesson(seed=0)
    assert part in [talk.reply(one) for one in said][-1]


@pytest.mark.parametrize(
    ("problem", "unread", "said"),
    [
        ("Find the area of a square of side 5 cm", "what if its corners were zorp", "what would its area be?"),
        ("Find the area of a square of side 5 cm", "what if its corners were zorp", "which of the two is bigger?"),
        ("Find the mean and median of 4, 8, 6", "what if 8 is zorp", "which changed, the mean or the median?"),
        ("A bag has 4 red and 6 blue balls. Probability of red?", "what if 2 red are added?", "which is most likely?"),
        ("differentiate x squared", "", "and y?"),
    ],
)
def test_what_is_not_known_is_not_answered(problem: str, unread: str, said: str) -> None:
    """What a change would come to that was not understood, and a letter that is not there, have no answer."""
    talk = lesson(seed=0)
    for one in filter(None, (problem, unread)):
        talk.tell(one)
    calls = len(talk.called)
    talk.tell(said)
    assert len(talk.called) == calls


def test_what_is_scaled_again_is_scaled_from_what_was_given() -> None:
    """After "the radius is doubled", "both doubled" is said of the problem as it was."""
    talk = lesson(seed=0)
    talk.tell("A cylinder has radius 3 cm and height 7 cm. Find its volume.")
    assert r"252\pi" in talk.reply("what if the radius is doubled?")
    assert r"504\pi" in talk.reply("and what if both are doubled?")
    assert r"567\pi" in talk.reply("what if the radius is tripled?")


@pytest.mark.parametrize(
    ("said", "part"),
    [
        (("8000 rupaye ka 10 percent ki dar se 2 saal ka chakravriddhi byaj nikalo", "agar byaj half-yearly lage to?",
          "dono mein kitna fark hai"), "44.05"),
        (("0.47 दोहराव वाले को भिन्न में लिखो", "और 0.123 जिसमें 23 दोहराता है?"), r"\frac{61}{495}"),
        (("3x + 5 = 20 hal karo", "agar 20 ki jagah 35 ho to?", "x ka double?"), "हाँ"),
        (("x^2 - 4x - 5 = 0 ke mool batao", "बड़ा मूल कौन सा है?", "इसका सबसे कम मान?"), "-9"),
        (("x^3 + 2x ki x = 1 par dhal batao",), "5"),
        (("वक्र y = x^2 - 4 का x = 2 पर अभिलंब ज्ञात करो",), "अभिलंब $y"),
    ],
)  # fmt: skip
def test_what_is_asked_in_hindi_is_answered(said: tuple[str, ...], part: str) -> None:
    """As in English."""
    talk = lesson(seed=0, language="hi")
    assert part in [talk.reply(one) for one in said][-1]
