"""What LiveKit's libraries log: not a user's business on the terminal, and never with a token in it."""

from __future__ import annotations

import logging
import re

_TOKEN = re.compile(r"eyJ[\w-]*\.[\w-]*\.[\w-]*")


def without_tokens(text: str) -> str:
    """Return the text with every access token in it replaced."""
    return _TOKEN.sub("<token>", text)


def quiet_livekit() -> None:
    """Keep the libraries' records away from stderr, where Python puts what no handler takes, and tokens out of them.

    The native part of `livekit` logs every failed connection, and with it the server's answer, which repeats the token.
    """
    logger = logging.getLogger("livekit")
    if _redact not in logger.filters:
        logger.addFilter(_redact)
        logger.addHandler(logging.NullHandler())


def _redact(record: logging.LogRecord) -> bool:
    record.msg, record.args = without_tokens(record.getMessage()), ()
    return True
