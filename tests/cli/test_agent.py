"""`tutor agent` on the command line; what a worker does is tested with `duty`."""

from __future__ import annotations

import pytest

from tests.loop.command import tutor


@pytest.mark.parametrize("command", ["start", "dev"])
def test_a_server_out_of_reach_as_json(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --json the one thing on stdout is the document that says what went wrong."""
    monkeypatch.setenv("LIVEKIT_URL", "ws://127.0.0.1:1")
    monkeypatch.setenv("LIVEKIT_API_KEY", "k")
    monkeypatch.setenv("LIVEKIT_API_SECRET", "s" * 40)

    finished = tutor("agent", command, "--json")

    assert finished.exit_code == 6
    assert finished.document["command"] == f"agent {command}"
    assert finished.document["problems"][0]["code"] == "livekit_unreachable"
