"""Maths that breaks off is told from maths that is whole."""

import pytest

from tutor_cli.maths.spoken import awaits_operand


@pytest.mark.parametrize(
    "text",
    [
        "x squared plus",
        "5 is less than or equal to",
        "log base",
        "open bracket x plus 2",
        "3 divided by...",
        "x to the power",
    ],
)
def test_breaking_off(text: str) -> None:
    """After a sign, a relation or an opened bracket an operand must come."""
    assert awaits_operand(text)


@pytest.mark.parametrize("text", ["x squared", "5 is less than 8", "open bracket x plus 2 close bracket", "", "Why?"])
def test_whole(text: str) -> None:
    """A formula that ends in an operand may be whole."""
    assert not awaits_operand(text)
