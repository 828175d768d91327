r"""Decimals that recur, however they are said."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tutor_cli.maths.parse import parse
from tutor_cli.maths.recurring import recurring_value, with_recurring


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Is 0.272727... rational?", r"Is 0.272727\ldots rational?"),
        ("what about 0.363636 and so on", r"what about 0.363636\ldots"),
        ("0.36 bar ko bhinn mein", r"0.363636\ldots ko bhinn mein"),
        (r"0.1\overline{6}", r"0.1666\ldots"),
        ("0.36 दोहराव वाला", r"0.363636\ldots वाला"),
        ("0.(36)", r"0.363636\ldots"),
        ("2.5 with 5 repeating", r"2.555\ldots"),
        ("0.16 with a bar on 6", r"0.1666\ldots"),
        ("0.1666 recurring", r"0.1666\ldots"),
        ("the recurring decimal 0.27", r"the 0.272727\ldots"),
    ],
)
def test_every_way_to_say_it_is_written_alike(said: str, written: str) -> None:
    """Digits and dots stand for words, bars and brackets in both languages."""
    assert with_recurring(said) == written


@pytest.mark.parametrize("text", ["1/3 as a recurring decimal", "1.2 3.4", "solve 0.5x = 2", "it goes on forever"])
def test_other_decimals_stay(text: str) -> None:
    """Where nothing recurs nothing is changed."""
    assert with_recurring(text) == text


@pytest.mark.parametrize(
    ("text", "value"), [(r"0.363636\ldots", "4/11"), (r"0.1666\ldots", "1/6"), (r"0.999\ldots", "1")]
)
def test_it_has_a_value(text: str, value: str) -> None:
    """The period is the shortest that is seen twice."""
    found = recurring_value(parse(text))
    assert found is not None
    assert found[-1] == Fraction(value)
