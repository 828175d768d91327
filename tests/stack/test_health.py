"""Does it answer, and does it take our keys."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.livekit_server import RunningServer
from tutor_cli.errors import LiveKitError
from tutor_cli.room import jwt
from tutor_cli.settings import LiveKitServer, Secret
from tutor_cli.stack.health import answers, check_server, listens, server_token


class _NotLiveKit(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.send_error(404)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(name="stranger")
def _stranger() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _NotLiveKit) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def _server(url: str) -> LiveKitServer:
    return LiveKitServer(url, "key", Secret("s" * 40), "environment LIVEKIT_URL")


@pytest.mark.room
async def test_a_good_server(livekit_server: RunningServer) -> None:
    """A server that runs answers and takes its own keys."""
    assert await answers(livekit_server.url)
    assert await listens(livekit_server.url)
    await check_server(livekit_server.credentials)


async def test_nobody_there() -> None:
    """A closed port neither answers nor listens; an empty address never does."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"ws://127.0.0.1:{server.getsockname()[1]}"
    assert not await answers(url)
    assert not await listens(url)
    assert not await answers("")


@pytest.mark.parametrize("url", ["", "foo", "ftp://host", "ws://", "ws://[x", "ws://host:99999999"])
async def test_what_is_no_address(url: str) -> None:
    """Nonsense is refused without asking the network."""
    with pytest.raises(LiveKitError, match="no LiveKit address"):
        await check_server(_server(url))


async def test_somebody_else(stranger: str) -> None:
    """A web server that is no LiveKit is told apart."""
    with pytest.raises(LiveKitError, match="no LiveKit server"):
        await check_server(_server(stranger))


def test_tokens_for_the_server_itself() -> None:
    """The token grants what was asked and lives as long as a command may."""
    payload = jwt.decode(server_token(_server("ws://x"), roomCreate=True)).payload

    assert payload["video"] == {"roomCreate": True}
    assert payload["exp"] - payload["nbf"] == 24 * 3600
