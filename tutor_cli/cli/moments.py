"""Points in time as people type them: how long ago, or a date."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tutor_cli.errors import UsageError
from tutor_cli.room.durations import parse_duration


def moment(text: str, now: datetime | None = None) -> datetime:
    """Return the time that `7d`, `1h30m`, `2026-11-21` or `2026-11-21T09:30` means, local where no zone is named.

    Raises UsageError for anything else, and for times there are not.
    """
    try:
        return datetime.fromisoformat(text.strip()).astimezone(UTC)
    except (ValueError, OverflowError):
        return _ago(text.strip(), now or datetime.now(UTC))


def _ago(text: str, now: datetime) -> datetime:
    try:
        return now - timedelta(seconds=parse_duration(text))
    except (UsageError, OverflowError) as error:
        raise UsageError("no_time", f"{text!r} is no time.", "Write 7d, 12h or 2026-11-21.") from error
