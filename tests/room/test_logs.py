"""LiveKit's libraries neither talk to the terminal nor log tokens."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from tutor_cli.room.logs import quiet_livekit

if TYPE_CHECKING:
    import pytest

TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJib2IifQ.c2ln"


def test_records_lose_their_tokens(caplog: pytest.LogCaptureFixture) -> None:
    """A record is kept for whoever collects logs, without the token in it; asking twice changes nothing."""
    logger = logging.getLogger("livekit")
    quiet_livekit()
    handlers, filters = list(logger.handlers), list(logger.filters)
    quiet_livekit()

    logger.warning("refused: %s, error: expired", TOKEN)

    assert [record.getMessage() for record in caplog.records] == ["refused: <token>, error: expired"]
    assert (logger.handlers, logger.filters) == (handlers, filters)
    assert any(type(handler) is logging.NullHandler for handler in handlers)
