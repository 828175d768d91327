"""Problems like the pupil's own."""

from __future__ import annotations

from itertools import islice
from random import Random

from tests.local_model.mind.solver_tools import lesson
from tutor_cli.local_model.mind.practice.exercises import Wish, new
from tutor_cli.local_model.mind.subject.variations import changed, changes, numbers_of, shape


def test_numbers_change_and_keep_their_kind() -> None:
    """Round numbers stay round, exponents and ordinals stay, and nothing becomes zero or negative."""
    text = "the 3rd of 800 rupees at 15 percent, x^2"
    for numbers in islice(changes(text, Random(1)), 20):
        assert set(numbers) == {"800", "15"}
        assert int(numbers["800"]) % 100 == 0
        assert int(numbers["15"]) > 0
        assert changed(text, numbers).endswith("percent, x^2")


def test_what_can_be_changed_is_more_than_one() -> None:
    """0 and 1 stay what they are; where there is no other number the powers change."""
    assert not numbers_of("integrate x e^x from 0 to 1")
    assert numbers_of("integrate sin^2 x cos x") == ["2"]
    assert changed("integrate sin^2 x cos x", {"2": "4"}) == "integrate sin^4 x cos x"


def test_the_shape_tells_kinds_of_equations_apart() -> None:
    """What matters is where the letters stand, not the numbers."""
    assert shape("3x + 7 = 10") == shape("5x + 2 = 12")
    assert shape("3x + 7 = 10") != shape("6x + 2 = 4x + 10")


def test_a_story_is_set_again_with_other_numbers() -> None:
    """The pupil's own story, and a problem of its kind where it was an equation."""
    talk = lesson(level=9)
    talk.tell("a shirt of 800 rupees has a discount of 15 percent, find the selling price")
    story = talk.reply("give me a similar one")
    assert "shirt" in story
    assert "800" not in story
    talk.tell("solve 3x + 7 = 10")
    equation = talk.reply("another one like that").rpartition("Solve $")[2].partition("$")[0]
    assert shape(equation) == shape("3x + 7 = 10")


def test_no_problem_is_set_twice() -> None:
    """Where few problems can be made, those that were set are passed over."""
    asked = [new(10, 0, 1, Wish("trigonometry"))]
    for number in range(1, 8):
        known = [exercise.problem for exercise in asked]
        asked.append(new(10, number, 1, Wish("trigonometry"), known=known))
    assert len({exercise.problem for exercise in asked}) == len(asked)
