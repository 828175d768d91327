"""Ends that are not Ctrl-C and mean the same."""

from __future__ import annotations

import asyncio
import os
import signal

import pytest

from tutor_cli.cli.signals import run_until_ended


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_an_end_from_outside_cleans_up(number: signal.Signals) -> None:
    """The command is cancelled, so that it can clean up, and ends as by Ctrl-C."""
    before = signal.signal(number, signal.SIG_DFL)
    cleaned: list[bool] = []

    async def command() -> None:
        try:
            os.kill(os.getpid(), number)
            await asyncio.sleep(600)
        finally:
            cleaned.append(True)

    try:
        with pytest.raises(KeyboardInterrupt):
            run_until_ended(command())
    finally:
        signal.signal(number, before)
    assert cleaned == [True]


def test_nohup_stays_nohup() -> None:
    """A SIGHUP that is ignored on purpose does not end the command."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)

    async def command() -> None:
        os.kill(os.getpid(), signal.SIGHUP)
        await asyncio.sleep(0.01)

    try:
        run_until_ended(command())
    finally:
        signal.signal(signal.SIGHUP, before)
