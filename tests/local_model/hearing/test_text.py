"""Repetitions that Whisper invents are undone; what people repeat is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor_cli.local_model.hearing.text import clean


@pytest.mark.parametrize(
    ("text", "seconds", "cleaned"),
    [
        (" 2x plus 3  equals 11. ", 3, "2x plus 3 equals 11."),
        ("Simplify 12 over 18. Simplify 12 over 18. Simplify 12", 3, "Simplify 12 over 18."),
        ("What is 2 plus 2? what is 2 plus 2?", 4, "What is 2 plus 2?"),
        ("x plus x plus x plus x plus x plus x plus x plus", 1, "x plus"),
        ("2x plus 2x plus 2x", 3, "2x plus 2x plus 2x"),
        ("No. No, I mean five.", 3, "No. No, I mean five."),
        ("What is 3.5 times 2?", 3, "What is 3.5 times 2?"),
        ("", 0, ""),
    ],
)
def test_clean(text: str, seconds: float, cleaned: str) -> None:
    """Sentences repeated at once and texts faster than speech are cut to their first period."""
    assert clean(text, seconds) == cleaned


@given(st.text(), st.floats(0, 30))
def test_clean_only_removes(text: str, seconds: float) -> None:
    """Cleaning adds no word and is done in one go."""
    cleaned = clean(text, seconds)
    assert set(cleaned.split()) <= set(text.split())
    assert clean(cleaned, seconds) == cleaned
