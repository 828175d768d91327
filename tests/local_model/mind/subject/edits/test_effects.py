"""What is asked of a change: whether, and how, an answer changes."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson
from tutor_cli.local_model.mind.subject.edits.effects import Effect, effect_in

PENS = "3 pens and 2 notebooks cost 80 rupees, and 2 pens and 3 notebooks cost 95 rupees. What does one pen cost?"
CONE = "A cone has radius 3 cm and height 12 cm. Find its volume."


@pytest.mark.parametrize(
    ("question", "effect"),
    [
        ("would the price of the pen change", Effect("changes", "the price of the pen")),
        ("does the height double", Effect("twice", "the height")),
        ("will it stay the same", Effect("same", "")),
        ("what happens to the mean", Effect("open", "the mean")),
        ("median par koi farak padega", Effect("changes", "median")),
        ("क्या लाभ प्रतिशत बदलेगा", Effect("changes", "लाभ प्रतिशत")),
        ("what is the volume", None),
    ],
)
def test_a_question_about_a_change_names_how_and_what(question: str, effect: Effect | None) -> None:
    """In all languages alike; other questions ask for a value."""
    assert effect_in(question) == effect


@pytest.mark.parametrize(
    ("problem", "asked", "start"),
    [
        (
            PENS,
            "Would the price of the pen change if the second bill were 100 rupees?",
            "Yes. It goes from $10$ rupees",
        ),
        (CONE, "Does the volume double if the radius is doubled?", r"No. It goes from $36\pi$ cubic cm to $144\pi$"),
        ("Find the mean of 4, 8, 6, 10 and 12.", "Would the median change if 12 was 20?", "No, it stays $8$."),
    ],
)
def test_yes_or_no_comes_first_and_then_from_what_to_what(problem: str, asked: str, start: str) -> None:
    """The quantity asked about is compared, whatever the problem asked for."""
    talk = lesson()
    talk.reply(problem)
    assert talk.reply(asked).startswith(start)


def test_what_changed_is_told_after_the_change_too() -> None:
    """Of the answer, or of another quantity of both versions."""
    talk = lesson()
    talk.reply("Find the volume of a cylinder with radius 7 cm and height 10 cm.")
    talk.reply("And if its height were 20 cm?")
    assert talk.reply("Does the volume double?").startswith("Yes.")
    assert r"$140\pi$ square cm to $280\pi$" in talk.reply("What happens to the curved surface area?")


SHOP = "He buys a bag for 600 rupees, marks it 40% above cost and gives a 10% discount. Find the profit percent."


@pytest.mark.parametrize("said", ["What if he gives 20 percent off instead?", "What if the discount was 20 percent?"])
def test_a_percentage_that_is_told_is_changed_and_not_put_on_top(said: str) -> None:
    """The discount of the story is another one; nothing is taken off what came of the first."""
    talk = lesson()
    talk.tell(SHOP)
    assert r"The profit percent is $12\%$" in talk.reply(said, "en")


INTEREST = "5000 रुपये पर 8 प्रतिशत वार्षिक दर से 3 साल का साधारण ब्याज कितना होगा?"


@pytest.mark.parametrize(
    ("said", "interest"),
    [("3 साल की जगह 30 महीने हों तो साधारण ब्याज कितना बनेगा?", "1000"), ("3 साल की जगह 4 साल हों तो", "1600")],
)
def test_a_measure_takes_the_place_of_a_measure(said: str, interest: str) -> None:
    """The old one is gone with its unit, and every other number stays what it was."""
    talk = lesson(language="hi")
    talk.tell(INTEREST)
    reply = talk.reply(said, "hi")
    assert f"साधारण ब्याज ${interest}$" in reply
    assert "P = 5000" in reply
