"""Ends that are not Ctrl-C and mean the same."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Coroutine
from typing import Any


def run_until_ended(main: Coroutine[Any, Any, None]) -> None:
    """Run until it is done; Ctrl-C, SIGTERM and a closed terminal cancel it, which raises KeyboardInterrupt here.

    A SIGHUP that somebody chose to ignore (`nohup`) stays ignored.
    """
    try:
        asyncio.run(_cancelled_by_signals(main))
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None


async def _cancelled_by_signals(main: Coroutine[Any, Any, None]) -> None:
    loop = asyncio.get_running_loop()
    task = asyncio.current_task()
    assert task is not None  # noqa: S101  # a coroutine that runs has one
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:
            loop.add_signal_handler(number, task.cancel)
    await main
