"""Names made from templates, with the letters LiveKit's own `lk` knows."""

from __future__ import annotations

import os
import re
import secrets
import socket
from collections.abc import Callable
from datetime import UTC, datetime

from tutor_cli.errors import UsageError

# The longest room name and identity livekit-server takes (`limit.max_room_name_length` and its siblings).
MAX_NAME_LENGTH = 256

_CLOCK = {
    "t": "%Y%m%d%H%M%S",
    "T": "%Y-%m-%dT%H:%M:%SZ",
    "Y": "%Y",
    "m": "%m",
    "d": "%d",
    "H": "%H",
    "M": "%M",
    "S": "%S",
}
_PLACE: dict[str, Callable[[], str]] = {
    "x": lambda: secrets.token_hex(6),
    "U": lambda: os.environ.get("USER", ""),
    "h": socket.gethostname,
    "p": lambda: str(os.getpid()),
}


def expand(template: str, now: datetime | None = None) -> str:
    """Return the template filled in: `%t` UTC time, `%x` 12 random hex digits, `%U` user, `%h` host, `%p` process.

    Also %T %Y %m %d %H %M %S, parts of the time; anything else after a percent sign stays as it is.
    """
    now = now or datetime.now(UTC)

    def fill(match: re.Match[str]) -> str:
        letter = match[1]
        return now.strftime(_CLOCK[letter]) if letter in _CLOCK else _PLACE[letter]()

    return re.sub(f"%([{''.join((*_CLOCK, *_PLACE))}])", fill, template)


def expand_name(template: str, what: str = "room name") -> str:
    """Return the expanded template; raise UsageError where it is no name LiveKit takes."""
    name = expand(template).strip()
    if not name:
        raise UsageError("name_empty", f"The {what} is empty.", f"Give the {what}, for example algebra-%x.")
    if len(name) > MAX_NAME_LENGTH:
        message = f"The {what} has {len(name)} characters; LiveKit takes {MAX_NAME_LENGTH}."
        raise UsageError("name_too_long", message, "Shorten it.")
    return name
