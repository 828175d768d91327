"""Hinglish as it is typed, spelt in full."""

from __future__ import annotations

import pytest

from tutor_cli.maths.chat import spelt_out


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        ("smjh nhi aaya", "samajh nahi aaya"),
        ("btado kese krte h", "bata do kaise karte hai"),
        ("mtlb kya hua, fir se krdo", "matlab kya hua, phir se kar do"),
        ("x ka value kitna hota h", "x ka value kitna hota hai"),
        ("kr diya, sb smjha", "kar diya, sab samjha"),
    ],
)
def test_missing_letters_are_put_in(typed: str, full: str) -> None:
    """Vowels and gaps that a pupil leaves out are known from the words that remain."""
    assert spelt_out(typed) == full


@pytest.mark.parametrize("text", ["find kr if k = 2", "what is h", "the fir tree is 3 m high", "h ka maan kya hai"])
def test_english_and_letters_stay(text: str) -> None:
    """What is English, or a letter of a formula, is not taken for a short spelling."""
    assert spelt_out(text) == text
