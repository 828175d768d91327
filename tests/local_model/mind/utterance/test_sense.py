"""How much sense a text makes as something said in a lesson."""

from __future__ import annotations

import pytest

from tutor_cli.local_model.mind.utterance.sense import sense


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("Say that again.", "See that again."),
        ("I give up.", "I give that."),
        ("Skip.", "Skimp."),
        ("Eight.", "Late."),
        ("One half.", "One Hearst."),
        ("Five sixths.", "Five six."),
        ("What is 6 minus 2 times 8?", "What is 6 minus 2 times a?"),
        ("Solve 12x equals 0.", "Solve 12e equals 0."),
        ("What is log base 10 of 1000?", "What is log based in of 1000?"),
        ("Two angles of a triangle are 50 and 60 degrees.", "Two angles of a tri angle are 50 and 60 degrees."),
        ("The sum of the angles in a triangle is 180 degrees.", "The sum of the impulse in a triangle is 180 degrees."),
        ("x squared minus 8x plus 15 equals 0.", "x squared minus a x plus 15 equals 0."),
        ("Solve 5x minus 8 equals 27.", "Solve yx minus 8 equals 1.T7."),
    ],
)
def test_what_is_said_makes_more_sense(said: str, heard: str) -> None:
    """What could have been said to a tutor makes full sense, and more than what only sounds like it."""
    assert sense(heard) < sense(said) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Why?",
        "x = -4",
        "I don't know.",
        "Give me an easier one.",
        "Explain the second step.",
    ],
)
def test_plain_requests_make_sense(text: str) -> None:
    """Nothing speaks against what pupils say every day."""
    assert sense(text) == 0
