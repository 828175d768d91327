"""What Hindi words sound like."""

from __future__ import annotations

import pytest

from tutor_cli.maths.sounds import sound, spelling


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("समझ", "samajh"),
        ("लंबाई", "lambaai"),
        ("क्षेत्रफल", "kshetraphal"),
        ("भुजा", "bhuja"),
        ("बेचता", "bechtaa"),
        ("गई", "gayi"),
        ("मूलधन", "mooldhan"),
        ("अच्छी", "acchi"),
        ("ज्ञात", "gyat"),
        ("मूल्य", "mulya"),
    ],
)
def test_one_word_sounds_alike_in_both_scripts(one: str, other: str) -> None:
    """Writers choose script, vowel length and aspirates; the word stays one."""
    assert sound(one) == sound(other)


def test_the_nukta_is_not_heard() -> None:
    """It is written by some and left out by others."""
    assert spelling("ज़्यादा") == spelling("ज्यादा")
