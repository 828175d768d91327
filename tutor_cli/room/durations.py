"""Lengths of time as people type them: 90s, 5m, 1h10m, 2d, 3w."""

from __future__ import annotations

import re

from tutor_cli.errors import UsageError

_UNITS_S = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
_PARTS = re.compile(r"(\d{1,9})([smhdw])", re.ASCII)


def parse_duration(text: str) -> int:
    """Return the seconds of a length such as `1h10m`; raise UsageError for any other form, and for none at all."""
    seconds = sum(int(count) * _UNITS_S[unit] for count, unit in _PARTS.findall(text))
    if not seconds or _PARTS.sub("", text):
        raise UsageError("duration", f"{text!r} is no length of time.", "Write it like 90s, 5m, 1h10m or 2d.")
    return seconds


def format_duration(seconds: int) -> str:
    """Return the two largest units of a length, such as `1h 10m`."""
    parts = []
    rest = abs(seconds)
    for unit, size in sorted(_UNITS_S.items(), key=lambda item: -item[1]):
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{count}{unit}")
    return " ".join(parts[:2]) or "0s"
