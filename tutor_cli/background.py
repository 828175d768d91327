"""Work that runs beside a block of code and never outlives it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any


@asynccontextmanager
async def in_background(*work: Coroutine[Any, Any, object]) -> AsyncIterator[asyncio.TaskGroup]:
    """Run the work beside the block and cancel it at the block's end; more may be started in the group it yields.

    An error in the work ends the block, an error in the block ends the work, and either is raised as itself rather
    than in an exception group, so that callers can handle it by its type.
    """
    running: set[asyncio.Task[object]] = set()
    try:
        async with _TrackingGroup(running) as tasks:
            for item in work:
                tasks.create_task(item)
            yield tasks
            for task in list(running):
                task.cancel()
    except BaseExceptionGroup as group:
        raise first_error(group) from None


class _TrackingGroup(asyncio.TaskGroup):
    """A task group that knows its unfinished tasks."""

    def __init__(self, running: set[asyncio.Task[object]]) -> None:
        super().__init__()
        self._unfinished = running

    def create_task(self, coro: Any, **options: Any) -> asyncio.Task[Any]:
        """Start a task in the group."""
        task = super().create_task(coro, **options)
        self._unfinished.add(task)
        task.add_done_callback(self._unfinished.discard)
        return task


def first_error(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """Return the first error in a group that is not itself a group."""
    error = group.exceptions[0]
    return first_error(error) if isinstance(error, BaseExceptionGroup) else error
