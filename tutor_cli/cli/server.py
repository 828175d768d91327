"""`tutor server`: get livekit-server, run it by itself, say what runs."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tutor_cli.cli import connect, options, output
from tutor_cli.cli.signals import run_until_ended
from tutor_cli.errors import ExitCode

if TYPE_CHECKING:
    from tutor_cli.settings import LiveKitServer, Settings
    from tutor_cli.stack.binary import Binary
    from tutor_cli.stack.livekit_server import Wanted

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Get, run and check livekit-server.")


@app.callback()
def server() -> None:
    """Get, run and check livekit-server."""


@app.command("install")
def install(
    only_path: Annotated[bool, typer.Option("--path", help="Print the program's path and nothing else.")] = False,
    as_json: options.Json = False,
) -> None:
    """Find livekit-server, or fetch it: LiveKit's release, checked against its checksums, else built with go."""
    output.run("server install", lambda: _install(connect.load(), only_path), as_json=as_json)


def _install(settings: Settings, only_path: bool) -> output.Outcome:
    import asyncio

    from tutor_cli.stack.binary import VERSION, find_or_install
    from tutor_cli.stack.children import owned_children
    from tutor_cli.stack.logs import RunLogs

    async def get() -> Binary:
        async with owned_children() as children:
            log = RunLogs(settings.home.value).path("install")
            return await find_or_install(settings, children, log, output.notice)

    binary = asyncio.run(get())
    data = {"path": str(binary.path), "origin": binary.origin, "pinned_version": VERSION}
    human = str(binary.path) if only_path else f"livekit-server is {binary.path} ({binary.origin})."
    return output.Outcome(data=data, human=human)


@app.command("start")
@options.grouped
def start(
    port: Annotated[int | None, typer.Option("--port", help="Port to listen on; a free one.", min=1, max=65535)] = None,
    bind: Annotated[str, typer.Option("--bind", help="Address to listen on.")] = "127.0.0.1",
    api_key: Annotated[str | None, typer.Option("--api-key", help="Its API key. [LIVEKIT_API_KEY]")] = None,
    api_secret: Annotated[str | None, typer.Option("--api-secret", help="Its secret. [LIVEKIT_API_SECRET]")] = None,
    as_json: options.Json = False,
) -> None:
    """Run livekit-server until Ctrl-C, with the API key and secret that are set, else with new ones."""
    keys = options.Server(api_key=api_key, api_secret=api_secret)
    say = output.notice if as_json else output.tell
    output.run("server start", lambda: _start(connect.load(keys), port, bind, say), as_json=as_json)


def _start(settings: Settings, port: int | None, bind: str, say: Callable[[str], None]) -> output.Outcome:
    from tutor_cli.stack.livekit_server import Wanted

    key, secret = settings.api_key, settings.api_secret
    if key.value is None or secret.value is None:
        wanted, origin = Wanted(port, bind), "made for this run"
    else:
        wanted, origin = Wanted(port, bind, key.value, secret.value), key.origin
    served: dict[str, str] = {}
    with contextlib.suppress(KeyboardInterrupt):
        run_until_ended(_serve(settings, wanted, origin, say, served))
    return output.Outcome(served, exit_code=ExitCode.INTERRUPTED)


async def _serve(
    settings: Settings, wanted: Wanted, origin: str, say: Callable[[str], None], served: dict[str, str]
) -> None:
    """Run the server until it is ended, having noted in `served` where it is."""
    from tutor_cli.stack.solo import server_alone

    async with server_alone(settings, output.notice, wanted) as running:
        config = running.config
        served.update(url=config.url, api_key=config.api_key, api_key_origin=origin)
        say(
            f"livekit-server listens on {config.url}\n"
            f"API key {config.api_key} ({origin})\n"
            f"For another terminal: set -a; . {running.environment_file}; set +a\n"
            "Ctrl-C ends it."
        )
        await running.until_it_ends()


@app.command("status")
@options.grouped
def status(server: options.Server, as_json: options.Json = False) -> None:
    """Say which LiveKit server commands would use now, and whether it answers and takes our keys."""
    output.run("server status", lambda: _status(connect.load(server)), as_json=as_json)


def _status(settings: Settings) -> output.Outcome:
    import asyncio

    from tutor_cli.stack.binary import find
    from tutor_cli.stack.health import check_server

    binary = find(settings)
    data: dict[str, Any] = {
        "binary": str(binary.path) if binary else None,
        "binary_origin": binary.origin if binary else None,
        "url": None,
        "origin": None,
    }
    found = connect.find_server(settings)
    if found is None:
        return output.Outcome(data, f"No server runs; a command starts its own. {_program(binary)}")
    asyncio.run(check_server(found))
    data |= {"url": found.url, "origin": found.origin, "api_key": found.api_key}
    return output.Outcome(data, f"{_named(found)} answers and takes API key {found.api_key}. {_program(binary)}")


def _named(server: LiveKitServer) -> str:
    return f"LiveKit at {server.url} ({server.origin})"


def _program(binary: Binary | None) -> str:
    return f"Program: {binary.path} ({binary.origin})." if binary else "Program: none yet; `tutor server install`."
