"""The configuration of our own livekit-server, and its start."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tutor_cli.errors import LiveKitError
from tutor_cli.settings import Secret
from tutor_cli.stack.children import Children, owned_children
from tutor_cli.stack.livekit_server import ServerConfig, Wanted, start_server


def test_nothing_wanted_means_loopback_and_a_long_secret() -> None:
    """Ports are free and differ, keys are new each time, and LiveKit's libraries do not find the secret short."""
    one, other = ServerConfig.generate(Wanted()), ServerConfig.generate(Wanted())

    assert one.url == f"ws://127.0.0.1:{one.port}"
    assert one.api_key != other.api_key
    assert one.api_secret != other.api_secret
    assert len(one.api_secret.reveal().encode()) >= 32


def test_what_is_wanted_is_kept() -> None:
    """A port, an address and keys that were asked for are used."""
    config = ServerConfig.generate(Wanted(7880, "192.0.2.1", "key", Secret("secret")))

    assert (config.url, config.api_key, config.api_secret) == ("ws://192.0.2.1:7880", "key", Secret("secret"))


@pytest.mark.parametrize(
    ("bind", "url"), [("0.0.0.0", "ws://127.0.0.1:1"), ("::", "ws://127.0.0.1:1"), ("::1", "ws://[::1]:1")]
)
def test_urls(bind: str, url: str) -> None:
    """Bound to every address the server is reached by loopback; IPv6 stands in brackets."""
    assert ServerConfig.generate(Wanted(1, bind)).url == url


def test_on_loopback_media_stays_on_loopback() -> None:
    """The media address is given, so that nothing outside is asked; bound elsewhere the server finds its own."""
    inside = json.loads(ServerConfig.generate(Wanted()).document())
    outside = json.loads(ServerConfig.generate(Wanted(bind="192.0.2.1")).document())

    assert inside["rtc"]["node_ip"] == "127.0.0.1"
    assert inside["rtc"]["enable_loopback_candidate"] is True
    assert inside["rtc"]["use_external_ip"] is False
    assert "node_ip" not in outside["rtc"]


@pytest.fixture(name="children")
async def _children() -> AsyncIterator[Children]:
    async with owned_children() as children:
        yield children


async def test_a_server_that_dies_quotes_its_log(children: Children, tmp_path: Path) -> None:
    """A program that ends at once is an error with its last line and the path of its log."""
    program = tmp_path / "livekit-server"
    program.write_text("#!/bin/sh\necho first >&2; echo cannot listen >&2; exit 1\n")
    program.chmod(0o755)

    with pytest.raises(LiveKitError, match=r"exit code 1: cannot listen") as caught:
        await start_server(children, program, ServerConfig.generate(Wanted()), tmp_path / "log")
    assert str(tmp_path / "log") in caught.value.hint
