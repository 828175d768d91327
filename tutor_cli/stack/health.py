"""Does it answer, and does it take our keys: questions over HTTP with short deadlines and the standard library only."""

from __future__ import annotations

import asyncio
import http.client
import json
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from tutor_cli.errors import LiveKitError
from tutor_cli.stack.patience import within

if TYPE_CHECKING:
    from tutor_cli.settings import LiveKitServer

# A server that has not answered after so long, its name looked up and its connection made, counts as out of reach.
REQUEST_DEADLINE_S = 5.0
# A room of a command that died is deleted with a token minted when the command began.
TOKEN_S = 24 * 3600


async def answers(url: str) -> bool:
    """Return whether a LiveKit server, or a worker's health endpoint, at this address says that it is well."""
    if not url:
        return False
    try:
        status, _ = await within(REQUEST_DEADLINE_S, _request, urlsplit(url), "GET", "/", {}, "")
    except (OSError, http.client.HTTPException):
        return False
    return status == http.HTTPStatus.OK


async def listens(url: str) -> bool:
    """Return whether something accepts connections at this address."""
    parts = urlsplit(url)
    try:
        async with asyncio.timeout(REQUEST_DEADLINE_S):
            _, writer = await asyncio.open_connection(parts.hostname, parts.port)
    except (OSError, TimeoutError):
        return False
    writer.close()
    return True


async def check_server(server: LiveKitServer) -> None:
    """Ask the server something only the holder of its keys may ask.

    Raises LiveKitError where the address makes no sense or no LiveKit answers there, ConfigError where key or secret
    are refused, all within 8 s.
    """
    from tutor_cli.room import failures

    failures.check_url(server)
    headers = {"Authorization": f"Bearer {server_token(server, roomList=True)}", "Content-Type": "application/json"}
    url = urlsplit(server.url)
    path = f"{url.path.rstrip('/')}/twirp/livekit.RoomService/ListRooms"
    try:
        question = json.dumps({"names": ["-"]})
        status, body = await within(REQUEST_DEADLINE_S, _request, url, "POST", path, headers, question)
    except TimeoutError as error:
        raise failures.too_slow(server) from error
    except (OSError, http.client.HTTPException) as error:
        raise failures.unreachable(server, error) from error
    if status in {http.HTTPStatus.UNAUTHORIZED, http.HTTPStatus.FORBIDDEN}:
        raise failures.refused(server, body)
    if status != http.HTTPStatus.OK:
        message = f"What answers at {failures.shown_url(server.url)} is no LiveKit server (HTTP {status})."
        raise LiveKitError("livekit_url", message, "Check the address.")


def server_token(server: LiveKitServer, **grants: bool) -> str:
    """Return a token for requests to the server itself, such as `roomList`, `roomCreate`; good for a day."""
    from tutor_cli.room.token import Claims, mint

    return mint(server, Claims(identity="", grants=grants), valid_for_s=TOKEN_S)


def _request(url: SplitResult, method: str, path: str, headers: dict[str, str], body: str) -> tuple[int, str]:
    secure = url.scheme in {"https", "wss"}
    connect = http.client.HTTPSConnection if secure else http.client.HTTPConnection
    connection = connect(url.hostname or "", url.port, timeout=REQUEST_DEADLINE_S)
    try:
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        return answer.status, answer.read(1 << 16).decode("utf-8", "replace")
    finally:
        connection.close()
