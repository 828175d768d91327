"""What is asked of one of several things in hand, of each, or of an answer."""

from __future__ import annotations

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
