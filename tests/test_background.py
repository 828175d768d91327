"""Work beside a block ends with it, and errors come out as themselves."""

from __future__ import annotations

import asyncio

import pytest

from tutor_cli.background import in_background
from tutor_cli.errors import ModelError


async def test_work_ends_with_the_block() -> None:
    """What is still running when the block is left is cancelled."""
    ended = []

    async def forever() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("work")

    async with in_background(forever()):
        await asyncio.sleep(0)

    assert ended == ["work"]


async def test_an_error_in_the_work_ends_the_block() -> None:
    """The block is interrupted and the error raised as itself, not in a group."""

    async def fail() -> None:
        raise ModelError("gone", "The model is gone.")

    with pytest.raises(ModelError):
        async with in_background(fail()):
            await asyncio.Event().wait()


async def test_an_error_in_the_block_ends_the_work() -> None:
    """An error of the block is raised as itself, and the work is cancelled."""
    work = asyncio.Event()

    with pytest.raises(ModelError):
        async with in_background(work.wait()) as tasks:
            tasks.create_task(work.wait())
            raise ModelError("gone", "The model is gone.")
