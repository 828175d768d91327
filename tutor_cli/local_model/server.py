"""The service on the network: TLS WebSockets on loopback, one session a connection, a certificate of our own."""

from __future__ import annotations

import asyncio
import re
import secrets
import ssl
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import trustme
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from tutor_cli.errors import ConfigError
from tutor_cli.local_model.failures import log_failure
from tutor_cli.local_model.faults import Fault, ServiceFailure
from tutor_cli.local_model.session import Conversation, Session
from tutor_cli.local_model.wire.client import ClientSetup, decode
from tutor_cli.local_model.wire.fields import WireError
from tutor_cli.local_model.wire.server import ServerMessage, SetupComplete, encode

if TYPE_CHECKING:
    from websockets.http11 import Request, Response

    from tutor_cli.local_model.engines import Engines

HOST = "127.0.0.1"

# The path google-genai builds for a Gemini API key: the api version and `Constrained` for ephemeral tokens vary.
_PATH = re.compile(r"/ws/google\.ai\.generativelanguage\.v1\w*\.GenerativeService\.BidiGenerateContent(Constrained)?")

LARGEST_FRAME_BYTES = 4 * 2**20
MOST_SESSIONS = 256
MOST_CONVERSATIONS = 256
SETUP_DEADLINE_S = 20.0

# RFC 6455 close codes, with the reasons the service gives.
POLICY_VIOLATION, INTERNAL_ERROR = 1008, 1011
_NO_KEY = "Method doesn't allow unregistered callers (callers without established identity)."
_FAILURE = "Internal error encountered."


class Conversations:
    """Past and present conversations by resumption handle; those not resumed for longest are forgotten first."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, Conversation] = OrderedDict()

    def resume(self, handle: str) -> Conversation | None:
        """Return the conversation behind a handle, None where there is none (any more)."""
        if handle in self._known:
            self._known.move_to_end(handle)
        return self._known.get(handle)

    def keep(self, conversation: Conversation) -> str:
        """Return a new handle for a conversation."""
        handle = secrets.token_urlsafe(16)
        self._known[handle] = conversation
        if len(self._known) > MOST_CONVERSATIONS:
            self._known.popitem(last=False)
        return handle


class Service:
    """Answers connections with sessions over shared engines."""

    def __init__(self, engines: Engines, faults: tuple[Fault, ...] = ()) -> None:
        self._engines = engines
        self._faults = faults
        self._conversations = Conversations()
        self._open = 0

    def check(self, connection: ServerConnection, request: Request) -> Response | None:
        """Refuse before the handshake what is no Live API call, and more sessions than we can serve."""
        if not _PATH.fullmatch(urlsplit(request.path).path):
            return connection.respond(HTTPStatus.NOT_FOUND, "Not a Gemini Live path.\n")
        if self._open >= MOST_SESSIONS:
            return connection.respond(HTTPStatus.TOO_MANY_REQUESTS, "RESOURCE_EXHAUSTED\n")
        return None

    async def serve(self, connection: ServerConnection) -> None:
        """Hold the conversation of one connection and close it with the code and reason the service would give."""
        self._open += 1
        try:
            await self._converse(connection)
        except* (ConnectionClosed, _ClientLeft):
            pass
        except* WireError as group:
            error = group.exceptions[0]
            await connection.close(getattr(error, "code", INTERNAL_ERROR), getattr(error, "reason", _FAILURE))
        except* ServiceFailure as group:
            await connection.close(INTERNAL_ERROR, str(group.exceptions[0]))
        except* Exception as group:  # noqa: BLE001  # a defect of ours ends one session, not the service
            log_failure("a session", group.exceptions[0])
            await connection.close(INTERNAL_ERROR, _FAILURE)
        finally:
            self._open -= 1

    async def _converse(self, connection: ServerConnection) -> None:
        if not _has_key(connection.request):
            raise WireError(POLICY_VIOLATION, _NO_KEY)
        setup = await _receive_setup(connection)
        conversation, handle = self._conversation_for(setup)

        async def send(message: ServerMessage) -> None:
            await connection.send(encode(message))

        await send(SetupComplete(str(connection.id)))
        async with asyncio.TaskGroup() as tasks:
            session = Session(setup, conversation, self._engines, send, tasks, handle=handle, faults=self._faults)
            await session.start()
            async for frame in connection:
                for message in decode(frame):
                    await session.take(message)
            raise _ClientLeft

    def _conversation_for(self, setup: ClientSetup) -> tuple[Conversation, str]:
        """Return the conversation the client goes on with, or a new one, and the handle it can be resumed by."""
        known = self._conversations.resume(setup.resumption_handle)
        if known:
            return known, setup.resumption_handle
        conversation = Conversation(self._engines.make_mind())
        return conversation, self._conversations.keep(conversation) if setup.resumable else ""


class _ClientLeft(Exception):
    """The client closed the connection as it should; what still runs for it must end."""


def _has_key(request: Request | None) -> bool:
    if request is None:
        return False
    query = parse_qs(urlsplit(request.path).query)
    return bool(request.headers.get("x-goog-api-key") or query.get("key") or request.headers.get("Authorization"))


async def _receive_setup(connection: ServerConnection) -> ClientSetup:
    try:
        async with asyncio.timeout(SETUP_DEADLINE_S):
            messages = decode(await connection.recv())
    except TimeoutError:
        raise ServiceFailure("Deadline expired before operation could complete.") from None
    match messages:
        case [ClientSetup() as setup]:
            return setup
        case _:
            raise WireError


@dataclass(frozen=True)
class Address:
    """Where the service listens, and the certificate authority a client must trust."""

    url: str
    ca_file: Path


@asynccontextmanager
async def running(engines: Engines, port: int = 0, faults: tuple[Fault, ...] = ()) -> AsyncIterator[Address]:
    """Serve on loopback while the context is open; port 0 means a free one.

    Raise ConfigError where the port is taken. The certificate lives in a private temporary directory.
    """
    service = Service(engines, faults)
    with TemporaryDirectory(prefix="tutor-model-") as folder:
        ca_file = Path(folder) / "ca.pem"
        context = _certified(ca_file)
        try:
            server = await serve(
                service.serve,
                HOST,
                port,
                ssl=context,
                process_request=service.check,
                max_size=LARGEST_FRAME_BYTES,
                # Compression would only delay the sound, and loopback has room.
                compression=None,
                close_timeout=2,
            )
        except OSError as error:
            hint = "Choose another port, or 0 for a free one."
            raise ConfigError("port_taken", f"Port {port} of {HOST} cannot be used: {error.strerror}.", hint) from error
        async with server:
            yield Address(f"https://{HOST}:{server.sockets[0].getsockname()[1]}", ca_file)


def _certified(ca_file: Path) -> ssl.SSLContext:
    authority = trustme.CA(organization_name="tutor local model")
    authority.cert_pem.write_to_path(str(ca_file))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(HOST, "localhost").configure_cert(context)
    return context
