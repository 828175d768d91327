"""Ends that are not Ctrl-C and mean the same."""

from __future__ import annotations

import signal


def end_as_by_ctrl_c() -> None:
    """Take SIGTERM and a closed terminal as Ctrl-C; call it inside `asyncio.run`, whose handling of Ctrl-C is used.

    A SIGHUP that somebody chose to ignore (`nohup`) stays ignored.
    """
    on_ctrl_c = signal.getsignal(signal.SIGINT)
    signal.signal(signal.SIGTERM, on_ctrl_c)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        signal.signal(signal.SIGHUP, on_ctrl_c)
