"""Blocking calls with a deadline that holds."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


async def within(deadline_s: float | None, call: Callable[..., T], *arguments: Any) -> T:
    """Return what the blocking call returns, or raise TimeoutError after the deadline, if there is one.

    A call that hangs, as looking up a host name can, stays behind in a daemon thread: unlike one of
    `asyncio.to_thread`, that does not hold up the end of the program.
    """
    loop = asyncio.get_running_loop()
    outcome: asyncio.Future[T] = loop.create_future()

    def settle(how: Callable[[Any], None], value: object) -> None:
        if not outcome.done():
            how(value)

    def run() -> None:
        # The loop may be closed by the time a late call comes back.
        with contextlib.suppress(RuntimeError):
            try:
                result = call(*arguments)
            except Exception as error:  # noqa: BLE001  # every error is passed on to who waits
                loop.call_soon_threadsafe(settle, outcome.set_exception, error)
            else:
                loop.call_soon_threadsafe(settle, outcome.set_result, result)

    threading.Thread(target=run, daemon=True).start()
    async with asyncio.timeout(deadline_s):
        return await outcome
