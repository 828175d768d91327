"""A command finds its server: the one that is named, else the one `tutor up` runs."""

from __future__ import annotations

import pytest

from tutor_cli import settings
from tutor_cli.cli import connect
from tutor_cli.errors import LiveKitError
from tutor_cli.stack.state import Running, only_up, write_running

UP = Running(url="ws://127.0.0.1:7000", api_key="APIup", api_secret="s" * 32, agent_name="tutor", model="local")


def test_what_tutor_up_runs_is_found() -> None:
    """Without a configured server the running one is used, and not once it has ended."""
    loaded = settings.load()
    with only_up(loaded.home.value):
        write_running(loaded.home.value, UP)
        found = connect.require_server(loaded)

    assert (found.url, found.api_key, found.origin) == ("ws://127.0.0.1:7000", "APIup", "tutor up")
    with pytest.raises(LiveKitError, match="tutor up"):
        connect.require_server(loaded)


def test_a_named_server_comes_first() -> None:
    """A configured server is used even while `tutor up` runs another."""
    loaded = settings.load({"dev": True})
    with only_up(loaded.home.value):
        write_running(loaded.home.value, UP)
        found = connect.require_server(loaded)

    assert found.api_key == "devkey"
