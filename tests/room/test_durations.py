"""Lengths of time are read as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor_cli.errors import UsageError
from tutor_cli.room.durations import format_duration, parse_duration


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("90s", 90), ("5m", 300), ("2h", 7200), ("1d", 86400), ("1h10m", 4200), ("1h0m5s", 3605), ("2w", 1209600)],
)
def test_lengths_are_read(text: str, seconds: int) -> None:
    """One or several counted units make a length."""
    assert parse_duration(text) == seconds


@pytest.mark.parametrize("text", ["", "5", "m", "-5m", "5 m", "0s", "5x", "1.5h", "5m!", "५m", "9" * 40 + "s"])
def test_other_texts_are_refused(text: str) -> None:
    """Whatever is no length is refused with the forms that are."""
    with pytest.raises(UsageError) as caught:
        parse_duration(text)

    assert "90s" in caught.value.hint


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0s"), (59, "59s"), (-61, "1m 1s"), (4200, "1h 10m"), (90061, "1d 1h")]
)
def test_lengths_are_told_by_their_largest_units(seconds: int, text: str) -> None:
    """A length is told by its two largest units, whatever its sign."""
    assert format_duration(seconds) == text


@given(st.integers(min_value=1, max_value=59), st.sampled_from("smh"))
def test_reading_and_telling_agree(count: int, unit: str) -> None:
    """What was typed in one unit is told as it was typed."""
    text = f"{count}{unit}" if not (unit == "h" and count > 23) else "1d"

    assert format_duration(parse_duration(text)) == text
