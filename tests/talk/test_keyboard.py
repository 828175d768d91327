"""Keys from a real pseudo-terminal."""

from __future__ import annotations

import asyncio
import io
import os
import sys
import termios
from collections.abc import Iterator

import pytest

from tutor_cli.talk.keyboard import keys


@pytest.fixture(name="terminal")
def _terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Make standard input a terminal and return the end at which somebody types."""
    typing_end, terminal_end = os.openpty()
    with open(terminal_end) as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        yield typing_end
    os.close(typing_end)


async def _typed(terminal: int, text: bytes, count: int) -> list[str]:
    pressed: list[str] = []
    complete = asyncio.Event()

    def on_key(key: str) -> None:
        pressed.append(key)
        if len(pressed) == count:
            complete.set()

    with keys(on_key):
        os.write(terminal, text)
        async with asyncio.timeout(5):
            await complete.wait()
    return pressed


async def test_each_key_is_told(terminal: int) -> None:
    """Keys need no return key, also when several come at once."""
    assert await _typed(terminal, b"mq", 2) == ["m", "q"]


async def test_arrows_are_no_keys(terminal: int) -> None:
    """The letters of an escape sequence were not pressed."""
    pressed: list[str] = []
    with keys(pressed.append):
        os.write(terminal, b"\x1b[A")
        await asyncio.sleep(0.05)

    assert pressed == []


async def test_the_terminal_is_put_back(terminal: int) -> None:
    """Echo and line editing return, also after an error."""
    before = termios.tcgetattr(sys.stdin.fileno())

    async def fail() -> None:
        with keys(lambda _key: None):
            local_modes = termios.tcgetattr(sys.stdin.fileno())[3]
            assert not local_modes & (termios.ECHO | termios.ICANON)
            raise ValueError("something went wrong")

    with pytest.raises(ValueError, match="something"):
        await fail()
    assert termios.tcgetattr(sys.stdin.fileno()) == before


async def test_a_closed_terminal_is_left_alone(terminal: int) -> None:
    """A terminal that went away does not keep the loop busy for ever."""
    reads: list[bytes] = []

    def read(descriptor: int, size: int) -> bytes:
        reads.append(b"")
        return b""

    with pytest.MonkeyPatch.context() as patch, keys(lambda _key: None):
        patch.setattr(os, "read", read)
        os.write(terminal, b"x")
        await asyncio.sleep(0.05)

    assert len(reads) == 1


async def test_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where standard input is no terminal, there are no keys and nothing to put back."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("q"))
    pressed: list[str] = []

    with keys(pressed.append):
        await asyncio.sleep(0)

    assert pressed == []
