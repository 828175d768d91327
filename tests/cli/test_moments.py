"""Times are read as people write them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tutor_cli.cli.moments import moment
from tutor_cli.errors import UsageError

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("30m", "2026-11-21T11:30"), ("12h", "2026-11-21T00:00"), ("7d", "2026-11-14T12:00"), ("2w", "2026-11-07T12:00")],
)
def test_ago(text: str, expected: str) -> None:
    """Minutes, hours, days and weeks before now."""
    assert moment(text, NOW).isoformat().startswith(expected)


def test_dates() -> None:
    """A date with a zone is that moment; one without is local."""
    assert moment("2026-11-21T09:30+05:30") == datetime(2026, 11, 21, 4, tzinfo=UTC)
    assert moment("2026-11-21") == datetime(2026, 11, 21).astimezone(UTC)


@pytest.mark.parametrize("text", ["", "soon", "5x", "-3d", "999999w", "2026-13-01", "7"])
def test_no_times(text: str) -> None:
    """Anything else is told as an error, not guessed."""
    with pytest.raises(UsageError, match="no time"):
        moment(text)
