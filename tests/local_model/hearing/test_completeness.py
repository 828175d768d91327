"""Which texts are whole requests."""

from __future__ import annotations

import pytest

from tutor_cli.local_model.hearing.completeness import is_doubtful, is_unfinished


@pytest.mark.parametrize(
    "text",
    [
        "x squared plus",
        "What is the derivative of",
        "2x +",
        "3 times.",
        "Solve",
        "x squared plus...",
        "5 divided by,",
        "do x plus teen barabar",
        "What is the limit of 1 over x?",
        "4x plus 3 is greater than",
        "Expand open bracket x plus 2",
        "5 to the power",
        "Find the HCF of 18.",
        "Multiply 3 fifths",
        "Ek hazar mein se.",
        "pachees ka hai",
    ],
)
def test_unfinished(text: str) -> None:
    """More must come after an operator, a preposition or a command."""
    assert is_unfinished(text)


@pytest.mark.parametrize(
    "text",
    [
        "2x plus 3 equals 11.",
        "Why?",
        "x plus y",
        "",
        "Solve it.",
        "What is 3 minus 5?",
        "yes",
        "the limit of 1 over x as x tends to 2",
        "Find the HCF of 18 and 24.",
        "Multiply it out.",
        "Saat mein se teen ghatao.",
        "pachees ka vargmool kya hai",
    ],
)
def test_finished(text: str) -> None:
    """A whole phrase needs nothing more."""
    assert not is_unfinished(text)


@pytest.mark.parametrize(
    "text", ["Solve x squared plus 5x.", "Expand x.", "Convert 0.7.", "Expand 2x plus 1.", "Solve x plus y equals 10."]
)
def test_doubtful(text: str) -> None:
    """A command whose object is hardly whole may well go on."""
    assert is_doubtful(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Solve 2x plus 3 equals 11.", "Solve it.", "Convert 0.75 to a fraction.", "x", "Expand it."),
        *("Expand x plus 2 all squared.", "Solve x plus y equals 10 for y.", "Expand x times x plus 2."),
        "Solve x plus y equals 10 and x minus y equals 2.",
    ],
)
def test_not_doubtful(text: str) -> None:
    """With its object the command is whole, and anything else is."""
    assert not is_doubtful(text)
