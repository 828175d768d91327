"""What a user's first command does, with nothing up: it starts what it takes, and ends that."""

from __future__ import annotations

import psutil
import pytest

from tests.loop.command import left_behind, tutor

pytestmark = [pytest.mark.room, pytest.mark.speech, pytest.mark.timeout(120)]


def test_one_command_is_enough() -> None:
    """From nothing, a typed problem is solved in a room, and nothing of server, model and worker runs on."""
    before = set(psutil.pids())
    finished = tutor("say", "solve 2x = 8", "--json")

    assert finished.exit_code == 0, finished.stderr
    assert "Starting" in finished.stderr
    assert finished.data["whiteboard"]["answer"] == "x = 4"
    assert not left_behind(before)
