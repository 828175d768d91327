"""From what was typed to settings, and from settings to a LiveKit server."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TypeVar

from tutor_cli import settings
from tutor_cli.cli import output
from tutor_cli.errors import LiveKitError

if TYPE_CHECKING:
    from tutor_cli.cli import options
    from tutor_cli.room.api import RoomApi
    from tutor_cli.settings import LiveKitServer, Settings

T = TypeVar("T")


def load(*groups: Any) -> Settings:
    """Return the settings under these groups of options, having told on stderr what looks like a mistake in them."""
    loaded = settings.load({name: value for group in groups for name, value in asdict(group).items()})
    for warning in loaded.warnings:
        output.notice(f"warning: {warning}")
    return loaded


def find_server(loaded: Settings) -> LiveKitServer | None:
    """Return the server the settings name, else the one `tutor up` runs, else None."""
    from tutor_cli.stack.state import read_running

    if server := loaded.server():
        return server
    running = read_running(loaded.home.value)
    return running.server if running else None


def require_server(loaded: Settings) -> LiveKitServer:
    """Return the server to talk to; raise LiveKitError where none is named and none runs."""
    server = find_server(loaded)
    if server is None:
        message = "No LiveKit server: none is configured, and `tutor up` is not running."
        raise LiveKitError("no_server", message, "Run `tutor up` in another terminal, or set LIVEKIT_URL.")
    return server


def with_api(flags: options.Server, act: Callable[[RoomApi], Awaitable[T]]) -> T:
    """Do something with the rooms of the server these options name, and return what came of it."""
    return with_api_of(require_server(load(flags)), act)


def with_api_of(server: LiveKitServer, act: Callable[[RoomApi], Awaitable[T]]) -> T:
    """Do something with the rooms of this server, and return what came of it."""
    import asyncio

    from tutor_cli.room.api import RoomApi

    async def run() -> T:
        async with RoomApi(server) as api:
            return await act(api)

    return asyncio.run(run())
