"""What is asked of one of several things in hand, of each, or of an answer."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson


def test_an_operation_goes_on_to_the_other_one() -> None:
    """What was asked of the one picked is asked of the other where nothing else is said."""
    talk = lesson()
    talk.tell("Solve x^2 - 5x - 14 = 0")
    assert "$49$" in talk.reply("what is the square of the positive root?")
    assert "$4$" in talk.reply("and the other one?")


def test_each_of_several_is_answered_for() -> None:
    """A property of one number is told of each where both are asked about."""
    talk = lesson()
    talk.tell("Solve x^2 - 9x + 14 = 0")
    said = talk.reply("Are both of them prime numbers?")
    assert said.count("Yes") == len(("2", "7"))


def test_a_vector_is_picked_by_its_place() -> None:
    """Two vectors of a problem can be asked about one by one."""
    talk = lesson()
    talk.tell("Find the angle between the vectors i + 2j and 3i - j")
    assert r"$81.87^\circ$" in talk.reply("in degrees please")


@pytest.mark.parametrize(
    ("first", "asked", "says"),
    [
        ("simplify root 50", "between which two whole numbers does it lie?", r"$7 < 5\sqrt{2} < 8$"),
        ("is 0.272727... rational", "write it as a fraction", r"$\frac{3}{11}$"),
        ("midpoint of A(2, 3) and B(8, 11)", "how far is it from A?", "$5$"),
        ("Let a = 2i + 3j - k and b = i - j + 2k. Find the dot product.", "a ka magnitude kitna hai?", r"\sqrt{14}"),
        ("arcsin of 1/2", "is it more than 20 degrees?", "Yes."),
        ("3/8 plus 1/6", "is it closer to 1/2 or 1?", r"$\frac{1}{2}$"),
    ],
)
def test_what_was_found_is_an_operand(first: str, asked: str, says: str) -> None:
    """A number, an angle, a point or a vector in hand can be asked about as one given in the question."""
    talk = lesson()
    talk.tell(first)
    assert says in talk.reply(asked)


def test_a_point_may_be_named_by_what_it_is() -> None:
    """A line goes through the midpoint of the points in hand, and is itself in hand then."""
    talk = lesson()
    talk.tell("Find the distance between the points A(1, 2) and B(7, 10)")
    talk.tell("Write the equation of the line through them")
    assert r"$y = 9 - \frac{3x}{4}$" in talk.reply("Give me the line perpendicular to it through the midpoint")
    assert "$(12, 0)$" in talk.reply("Where does that one cut the x axis?")


def test_there_is_where_the_point_found_last_is() -> None:
    """The value there and the value at the other place are those of the function in hand."""
    talk = lesson()
    talk.tell("differentiate x^3 - 3x + 2")
    talk.tell("where is it zero?")
    talk.tell("which of those is a maximum?")
    assert "$4$" in talk.reply("what's the value of the function there?")
    assert "$0$" in talk.reply("and at the other one?")


def test_the_one_found_by_comparing_is_spoken_of_next() -> None:
    """After "which is bigger" it is that one, and "the smaller one" is asked the same."""
    talk = lesson()
    talk.tell("Solve x^2 + x - 12 = 0")
    talk.tell("which one is bigger?")
    assert "$27$" in talk.reply("cube it")
    assert "$-64$" in talk.reply("and the smaller one?")
