"""Behaviour of reading texts with formulas among their words aloud."""

import pytest

from tutor_cli.maths.speech.aloud import aloud


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("What is $x^2$?", "What is x squared?"),
        (r"so \[\frac{x}{2}\] holds", "so x over two holds"),
        ("it costs $5", "it costs $5"),
        (r"broken $\foo{x}$ here", "broken   x  here"),
    ],
)
def test_formulas_are_read_out(text: str, spoken: str) -> None:
    """Words stay, formulas are spoken, and one that cannot be read loses its markup."""
    assert aloud(text, "en") == spoken
