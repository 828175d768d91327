"""Single keys from a terminal, which is put back as it was however the conversation ends."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_MOST_BYTES = 32
_ESCAPE = "\x1b"


@contextmanager
def keys(on_key: Callable[[str], None]) -> Iterator[None]:
    """Call `on_key` in the running loop for every key pressed; where standard input is no terminal, do nothing.

    Arrows and other keys that send escape sequences are left out.
    """
    if not sys.stdin.isatty():
        yield
        return
    import termios
    import tty

    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    loop = asyncio.get_running_loop()
    try:
        # cbreak, not raw: Ctrl-C stays a signal.
        tty.setcbreak(descriptor)
        loop.add_reader(descriptor, _read, descriptor, on_key)
        yield
    finally:
        loop.remove_reader(descriptor)
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def _read(descriptor: int, on_key: Callable[[str], None]) -> None:
    try:
        typed = os.read(descriptor, _MOST_BYTES).decode(errors="replace")
    except OSError:
        # A terminal that was closed reads as an error on Linux.
        typed = ""
    if not typed:
        asyncio.get_running_loop().remove_reader(descriptor)
    elif not typed.startswith(_ESCAPE):
        for key in typed:
            on_key(key)
