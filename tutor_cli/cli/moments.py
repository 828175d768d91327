"""Points in time as people type them: how long ago, or a date."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from tutor_cli.errors import UsageError

_AGO = re.compile(r"(?P<number>\d{1,5})(?P<unit>[mhdw])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def moment(text: str, now: datetime | None = None) -> datetime:
    """Return the time that `7d`, `12h`, `2026-11-21` or `2026-11-21T09:30` means, local where no zone is named.

    Raises UsageError for anything else, and for times there are not.
    """
    try:
        if ago := _AGO.fullmatch(text.strip()):
            return (now or datetime.now(UTC)) - timedelta(**{_UNITS[ago["unit"]]: int(ago["number"])})
        return datetime.fromisoformat(text.strip()).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise UsageError("no_time", f"{text!r} is no time.", "Write 7d, 12h or 2026-11-21.") from error
