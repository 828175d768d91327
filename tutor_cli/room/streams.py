"""What peers stream to us, read no further than somebody of good will would write."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sized
from typing import Protocol, TypeVar

from livekit import rtc

Chunk = TypeVar("Chunk", bound=Sized, covariant=True)


class Stream(Protocol[Chunk]):
    """A text or byte stream of the LiveKit client; one that is left before its end has to be closed."""

    def __aiter__(self) -> AsyncIterator[Chunk]:
        """Return the iterator over its chunks."""

    def close(self) -> None:
        """Take nothing more of it."""


async def chunks(stream: Stream[Chunk], most: int) -> AsyncIterator[Chunk]:
    """Yield the chunks of a stream, as long as they are no more than `most` characters or bytes together.

    Raises rtc.StreamError where there are more, having closed the stream, or where it breaks off.
    """
    received = 0
    async for chunk in stream:
        received += len(chunk)
        if received > most:
            stream.close()
            raise rtc.StreamError(f"longer than {most}")
        yield chunk
