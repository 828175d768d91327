"""What an utterance holds of maths."""

from __future__ import annotations

import pytest

from tutor_cli.local_model.mind.utterance.mathematics import looks_like_maths


@pytest.mark.parametrize(
    "text",
    ["solve 2x + 3 = 11", "twelve plus five", "lcm of 12 and 18", "बारह और अठारह का लघुत्तम", "what is sin 30 degrees"],
)
def test_problems_are_seen(text: str) -> None:
    """A quantity and something to do with it make a problem, in words and in signs."""
    assert looks_like_maths(text)


@pytest.mark.parametrize("text", ["good morning", "show me the next step", "give me a second", "मुझे समझ नहीं आया"])
def test_plain_speech_is_no_problem(text: str) -> None:
    """Weak words alone are not maths."""
    assert not looks_like_maths(text)
