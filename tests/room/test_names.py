"""Names are made from templates with lk's letters."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor_cli.errors import UsageError
from tutor_cli.room.names import expand, expand_name

NOON = datetime(2026, 3, 4, 12, 5, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("template", "name"),
    [("algebra", "algebra"), ("r-%t", "r-20260304120506"), ("%Y-%m-%d", "2026-03-04"), ("%T", "2026-03-04T12:05:06Z")],
)
def test_time_is_filled_in(template: str, name: str) -> None:
    """The letters of time give UTC."""
    assert expand(template, NOON) == name


def test_unknown_letters_stay() -> None:
    """A percent sign before anything else is a percent sign."""
    assert expand("100%z %% %") == "100%z %% %"


def test_random_part_differs() -> None:
    """%x gives twelve new hexadecimal digits each time."""
    first, second = expand("%x"), expand("%x")

    assert re.fullmatch("[0-9a-f]{12}", first)
    assert first != second


def test_user_and_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """%U is the user and %p the process."""
    monkeypatch.setenv("USER", "emmy")

    assert re.fullmatch(r"emmy-\d+", expand("%U-%p"))


@pytest.mark.parametrize("template", ["", "  ", "%U", "a" * 257])
def test_names_livekit_refuses(template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Empty and overlong names are refused before LiveKit is asked."""
    monkeypatch.setenv("USER", "")

    with pytest.raises(UsageError):
        expand_name(template)


@given(st.text(alphabet=st.characters(exclude_characters="%"), min_size=1))
def test_text_without_percent_signs_stays(text: str) -> None:
    """Only percent signs mean anything."""
    assert expand(text, NOON) == text
