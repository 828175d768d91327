"""An outbox delivers in order and never makes the conversation wait."""

from __future__ import annotations

import asyncio

import pytest

from tutor_cli.agent.outbox import LONGEST_QUEUE, Outbox


async def test_order_and_flush() -> None:
    """Everything queued is delivered in order before the outbox closes."""
    delivered: list[int] = []

    async def deliver(item: int) -> None:
        await asyncio.sleep(0)
        delivered.append(item)

    async with Outbox("test", deliver) as outbox:
        for item in range(50):
            outbox.put(item)

    assert delivered == list(range(50))


async def test_a_full_outbox_drops_instead_of_waiting() -> None:
    """More than the queue holds is dropped, without an error for the speaker."""
    gate = asyncio.Event()
    delivered: list[int] = []

    async def deliver(item: int) -> None:
        await gate.wait()
        delivered.append(item)

    async with Outbox("test", deliver) as outbox:
        for item in range(LONGEST_QUEUE + 100):
            outbox.put(item)
        gate.set()

    assert delivered == list(range(LONGEST_QUEUE))


async def test_an_error_nobody_foresaw_loses_its_item_only(caplog: pytest.LogCaptureFixture) -> None:
    """What `deliver` raises ends neither the outbox nor the conversation, and is logged without what was said."""
    delivered: list[str] = []

    async def deliver(item: str) -> None:
        if item == "secret":
            raise KeyError(item)
        delivered.append(item)

    async with Outbox("test", deliver) as outbox:
        for item in ("before", "secret", "after"):
            outbox.put(item)

    assert delivered == ["before", "after"]
    assert [record.__dict__["cause"] for record in caplog.records] == ["KeyError"]
    assert "secret" not in caplog.text
