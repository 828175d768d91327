"""Repetitions that Whisper invents are undone; what people repeat is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor_cli.local_model.hearing.text import clean, mended


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Solve x squared plus 5x. Plus 6 equals 0.", "Solve x squared plus 5x plus 6 equals 0."),
        ("What is the derivative? Of sine x.", "What is the derivative of sine x."),
        ("3 fourths plus. Two fifths.", "3 fourths plus Two fifths."),
        ("Integrate x cubed, from 0 to 2.", "Integrate x cubed from 0 to 2."),
        ("I do not know. What is it?", "I do not know. What is it?"),
        ("Is it 5? Yes.", "Is it 5? Yes."),
        ("x plus.", "x plus."),
        ("Y equals 2x plus 1.", "y equals 2x plus 1."),
        ("X² + 5x + 6 = 0", "x² + 5x + 6 = 0"),
        ("A plus sign. B is a point. I equals one.", "A plus sign. B is a point. I equals one."),
        ("17 plus 20, 5.", "17 plus 25."),
        ("What is the limit of 1 over x? As x approaches two.", "What is the limit of 1 over x as x approaches two."),
        ("Find the H CF and the lcm.", "Find the HCF and the LCM."),
        ("A quadralateral has 4 sides.", "A quadrilateral has 4 sides."),
        ("The mean of 20, 5.", "The mean of 20, 5."),
        ("What is the limit of x as x? Approaches 2.", "What is the limit of x as x approaches 2."),
        ("a plus b. All squared.", "a plus b all squared."),
        ("Solve, um, 2x equals uh 8.", "Solve 2x equals 8."),
        ("2x plus um", "2x plus um"),
        ("Simplify, 42 over 56.", "Simplify 42 over 56."),
        ("Find the hdf of 8 and 12.", "Find the HCF of 8 and 12."),
        ("Deferentiate x squared.", "differentiate x squared."),
    ],
)
def test_mended(text: str, expected: str) -> None:
    """A pause inside a formula is no end of a sentence; other sentences stay apart."""
    assert mended(text) == expected


@given(st.text(st.characters(exclude_characters="yY")), st.floats(0, 30))
def test_clean_only_removes(text: str, seconds: float) -> None:
    """Where nothing is misspelt, cleaning only removes: what is left are characters of the text, in their order."""
    remaining = iter("".join(text.lower().split()))
    assert all(character in remaining for character in "".join(clean(text, seconds).lower().split()))
