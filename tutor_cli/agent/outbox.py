"""Events on their way out of the agent: delivered in order, beside the conversation, never in its way."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Generic, Self, TypeVar

from tutor_cli.background import in_background

logger = logging.getLogger(__name__)

LONGEST_QUEUE = 1_000
FLUSH_TIMEOUT_S = 5.0

Item = TypeVar("Item")


class Outbox(Generic[Item]):
    """Hands items to `deliver` one after another, inside `async with`; leaving it gives what is queued five seconds.

    `deliver` handles the errors it knows; any other loses its item, which is logged, and never ends the conversation.
    `name` names the way out in the log, which never holds what was said.
    """

    def __init__(self, name: str, deliver: Callable[[Item], Awaitable[None]]) -> None:
        self._name = name
        self._deliver = deliver
        self._queue: asyncio.Queue[Item] = asyncio.Queue(LONGEST_QUEUE)
        self._resources = AsyncExitStack()

    def put(self, item: Item) -> None:
        """Queue an item; where the queue is full the item is dropped, and that is logged."""
        try:
            self._queue.put_nowait(item)
        except asyncio.QueueFull:
            logger.warning("outbox is full, an item was dropped", extra={"outbox": self._name})

    async def __aenter__(self) -> Self:
        """Start delivering."""
        await self._resources.enter_async_context(in_background(self._deliver_all()))
        return self

    async def __aexit__(self, *error: object) -> None:
        """Deliver what is queued, within five seconds, and stop."""
        try:
            async with asyncio.timeout(FLUSH_TIMEOUT_S):
                await self._queue.join()
        except TimeoutError:
            logger.warning("outbox closed with items undelivered", extra={"outbox": self._name})
        await self._resources.aclose()

    async def _deliver_all(self) -> None:
        while True:
            item = await self._queue.get()
            try:
                await self._deliver(item)
            except Exception as error:  # noqa: BLE001  # whatever fails on the way out, the student is still talking
                logger.warning(
                    "an item was lost on its way out",
                    extra={"outbox": self._name, "cause": type(error).__name__},
                )
            finally:
                self._queue.task_done()
