"""Streams of peers are read no further than allowed."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from livekit import rtc

from tutor_cli.room.streams import chunks


class Endless:
    """A stream of letters, ten at a time, that counts what is taken of it."""

    def __init__(self) -> None:
        self.taken = 0
        self.closed = False

    def __aiter__(self) -> AsyncIterator[str]:
        return self

    async def __anext__(self) -> str:
        self.taken += 10
        return "x" * 10

    def close(self) -> None:
        """Take nothing more."""
        self.closed = True


async def test_an_endless_stream_is_left() -> None:
    """A stream that goes on is closed once it has given more than allowed; what was allowed is given out."""
    stream = Endless()
    received = ""

    with pytest.raises(rtc.StreamError):
        async for chunk in chunks(stream, 95):
            received += chunk

    assert (len(received), stream.taken, stream.closed) == (90, 100, True)
