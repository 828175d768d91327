"""The options a client writes into the system instruction."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tutor_cli.local_model.mind.options import Options, options_in


def test_the_line_is_found_among_the_instructions() -> None:
    """Every option given is taken."""
    line = 'tutor-options: {"language": "hi", "level": 10, "mode": "quiz", "seed": 7, "persona": "brisk"}'
    assert options_in(f"You are a tutor.\n  {line}\nBe kind.") == Options("hi", 10, "quiz", 7, "brisk")


def test_senseless_values_are_the_defaults() -> None:
    """A wrong type or an unknown value does not get through, and a class is one of the syllabus."""
    text = 'tutor-options: {"language": "fr", "level": 99, "mode": 3, "seed": true}'
    assert options_in(text) == Options(level=12)


@given(st.text(max_size=100))
def test_anything_after_the_prefix_gives_options(text: str) -> None:
    """Nobody's instructions can break the tutor."""
    assert isinstance(options_in(f"tutor-options:{text}"), Options)
