"""Replies are cut into sentences for the eye and the voice together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor_cli.local_model.thought import Say
from tutor_cli.local_model.voice.sentences import split


@pytest.mark.parametrize(
    ("text", "spoken", "parts"),
    [
        ("Good. It is $x^2$!", "Good. It is x squared!", [("Good.", "Good."), ("It is $x^2$!", "It is x squared!")]),
        ("It is 3.5.", "It is three point five.", [("It is 3.5.", "It is three point five.")]),
        ("$f. g$ is it.", "f of g is it.", [("$f. g$ is it.", "f of g is it.")]),
        ("अच्छा। आगे।", "अच्छा। आगे।", [("अच्छा।", "अच्छा।"), ("आगे।", "आगे।")]),
        ("One. Two.", "One and two.", [("One. Two.", "One and two.")]),
    ],
)
def test_split(text: str, spoken: str, parts: list[tuple[str, str]]) -> None:
    """Text and words are cut at the same places, or not at all; a formula is never cut."""
    assert [(say.text, say.spoken) for say in split(Say(text, spoken, "hi"))] == parts


@given(st.text(), st.text())
def test_nothing_is_lost(text: str, spoken: str) -> None:
    """The parts hold all the words of the whole."""
    parts = split(Say(text, spoken))
    assert " ".join(say.text for say in parts).split() == text.split()
    assert " ".join(say.spoken for say in parts).split() == spoken.split()
