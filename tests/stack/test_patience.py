"""Blocking calls with a deadline."""

from __future__ import annotations

import threading

import pytest

from tutor_cli.stack.patience import within


async def test_a_result_is_passed_on() -> None:
    """What the call returns is returned."""
    assert await within(10, int, "7") == 7


async def test_an_error_is_passed_on() -> None:
    """What the call raises is raised."""
    with pytest.raises(ValueError, match="invalid literal"):
        await within(10, int, "x")


async def test_a_call_that_hangs_is_left_behind() -> None:
    """After the deadline nobody waits, and what the call says later disturbs nobody."""
    released = threading.Event()
    with pytest.raises(TimeoutError):
        await within(0.01, released.wait)
    released.set()
