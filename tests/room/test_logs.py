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
    quiet_livekit()
    quiet_livekit()

    logging.getLogger("livekit").warning("refused: %s, error: expired", TOKEN)

    assert [record.getMessage() for record in caplog.records] == ["refused: <token>, error: expired"]
    assert (
        len([handler for handler in logging.getLogger("livekit").handlers if type(handler) is logging.NullHandler]) == 1
    )
