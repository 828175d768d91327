"""Transcripts are compared by what was said, not by how a recogniser spells it; formulas by what they mean."""

from __future__ import annotations

import pytest

from tutor_cli.replay.likeness import same_maths, same_words, word_error_rate


@pytest.mark.parametrize(
    ("expected", "heard"),
    [
        ("two x plus three equals eleven", "2x plus 3 equals 11."),
        ("solve x squared plus five x plus six equals zero", "Solve x² + 5x + 6 = 0."),
        ("convert zero point seven five to a fraction", "Convert 0.75 to a fraction."),
        ("what is the value of pi to two decimal places", "What is the value of pi to 2 decimal places?"),
    ],
)
def test_spelling_does_not_count(expected: str, heard: str) -> None:
    """Numbers, signs, capitals and punctuation are spelt differently by different recognisers."""
    assert word_error_rate(expected, heard) == 0


def test_other_words_count() -> None:
    """A word more, less or other is an error; one in ten is forgiven."""
    assert word_error_rate("find the slope of the line", "find the slope of a line") == pytest.approx(1 / 6)
    assert not same_words("find the slope of the line", "find the slope of a line")
    assert not same_words("two x plus three", "two x minus three")


def test_maths_by_meaning() -> None:
    """Equivalent formulas are the same, others are not, and what cannot be read is compared as text."""
    assert same_maths("3/4 + 2/5", [r"\frac{23}{20}"])
    assert same_maths("x = 4", ["y = 1", "4 = x"])
    assert not same_maths("x = 4", ["x = 5"])
    assert not same_maths("x = 4", [])
    assert same_maths(r"\frac{", [r"\frac{"])
